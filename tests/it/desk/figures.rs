//! The figures of a period, inside the office and outside.

use serde_json::{Value, json};

use crate::support::families::plain_stepchild;
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(a_period_is_counted_and_small_groups_are_withheld_outside);

fn figure(list: &Value, name: &str) -> Value {
    let figures = list.as_array().expect("figures");
    figures.iter().find(|one| one["name"] == name).map_or(json!("none"), |one| one["count"].clone())
}

async fn a_period_is_counted_and_small_groups_are_withheld_outside(office: Office) {
    for seed in 1..=5 {
        Story::apply(&office, application(seed)).await;
    }
    let mut story = Story::apply(&office, plain_stepchild(6)).await;
    story.carry_to_issue().await;
    let inside = office.read(Person::LEADER, "/v1/statistics").await;
    assert_eq!(inside["total"], 6);
    assert_eq!(figure(&inside["by_kind"], "stepchild"), 1);
    assert_eq!(figure(&inside["by_source"], "institution"), 5);
    assert_eq!(figure(&inside["by_result"], "registered"), 1);
    let month = office.today().await.format("%Y-%m").to_string();
    assert_eq!(figure(&inside["by_month"], &month), 6);
    let steps = inside["steps"].as_array().expect("steps");
    let registered = steps.iter().find(|one| one["step"] == "to_registration").expect("a step");
    assert_eq!((&registered["cases"], &registered["median"]), (&json!(1), &json!(0)));
    let outside = office.read(Person::LEADER, "/v1/statistics?outside=true").await;
    assert_eq!(outside["total"], 6);
    assert_eq!(figure(&outside["by_kind"], "stepchild"), Value::Null);
    assert_eq!(outside["by_kind"].as_array().expect("kinds").len(), 2);
    assert!(!outside["by_kind"].to_string().contains('5'), "the rest would tell the one");
    assert!(outside["steps"].as_array().expect("steps").iter().all(|one| one["least"].is_null()));
    for wrong in ["from=2026-03-02&to=2026-03-01", "from=1700-01-01", "outside=perhaps"] {
        office.get(Person::LEADER, &format!("/v1/statistics?{wrong}")).await.expect(400);
    }
    office.get(Person::ASSESSOR, "/v1/statistics").await.expect(403);
}
