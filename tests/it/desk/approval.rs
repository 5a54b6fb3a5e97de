//! The summary a leader decides by: each condition with its proof and day, and what is out of the ordinary.

use serde_json::{Value, json};

use crate::support::families::plain_stepchild;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(a_leader_sees_each_condition_with_what_shows_it);

/// The condition of a rule.
fn condition<'a>(summary: &'a Value, rule: &str) -> &'a Value {
    let mut all = summary["conditions"].as_array().expect("conditions").iter();
    all.find(|one| one["rule"] == rule).unwrap_or_else(|| panic!("no {rule} in {summary}"))
}

async fn a_leader_sees_each_condition_with_what_shows_it(office: Office) {
    let mut story = Story::apply(&office, plain_stepchild(1)).await;
    let path = story.path("/approval-summary");
    let before = office.read(Person::LEADER, &path).await;
    let marriage = condition(&before, "REG-6.3");
    assert_eq!(
        (&marriage["holds"], &marriage["proofs"][0]["state"]),
        (&json!(false), &json!("missing"))
    );
    assert!(!marriage["obstacles"].as_array().expect("obstacles").is_empty());
    story.carry_to_proposal().await;
    story.act(Person::REGISTRAR, "/proposal", crate::support::words::proposal()).await;
    let summary = office.read(Person::LEADER, &path).await;
    assert_eq!(summary["version"], story.version);
    let all = summary["conditions"].as_array().expect("conditions");
    let failing: Vec<&Value> = all.iter().filter(|one| one["holds"] == false).collect();
    assert!(failing.is_empty(), "{failing:?}");
    let marriage = &condition(&summary, "REG-6.3")["proofs"][0];
    assert_eq!(
        (&marriage["state"], &marriage["on"]),
        (&json!("in_order"), &json!(office.today().await))
    );
    assert!(marriage["paper"].as_u64().is_some(), "the paper can be opened");
    // 民法典 art. 1103 waives what it waives, and says so.
    let waived = summary["exemptions"].as_array().expect("exemptions").iter();
    assert!(waived.clone().any(|one| one["condition"] == "CC-1098.1" && one["by"] == "CC-1103"));
    let unusual = summary["unusual"].as_array().expect("a list");
    assert!(unusual.iter().any(|one| one["kind"] == "exemption"));
    assert_eq!(summary["opinion"]["text"], crate::support::words::proposal()["opinion"]);
    assert_eq!(summary["assessment"], Value::Null, "a step-parent is not assessed");
    office.get(Person::ADMINISTRATOR, &path).await.expect(404);
}
