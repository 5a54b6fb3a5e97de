//! Turns an assessment can take: a negative report, an incident, integration broken off and begun again.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::support::families::hardship_parents;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    the_leader_approves_over_a_negative_report,
    an_incident_bars_until_it_is_closed_and_integration_begins_again,
);

/// The conditions of an adopter that no article waives for a child of parents in hardship.
const CONDITIONS: [&str; 5] = ["CC-1098.1", "CC-1098.2", "CC-1098.3", "CC-1098.4", "CC-1098.5"];

fn approval_for(conditions: &[&str]) -> Value {
    let reason =
        |condition: &&str| json!({ "condition": condition, "reason": "经复查，此项条件符合。" });
    let reasons: Vec<Value> = conditions.iter().map(reason).collect();
    json!({ "opinion": "同意登记。", "reasons_over_report": reasons })
}

/// The report is a basis, not the decision.
async fn the_leader_approves_over_a_negative_report(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_acceptance().await;
    story.begin_assessment().await;
    story.integrate().await;
    story.report("not_capable").await;
    story.hear().await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let refused = story.refused(Person::LEADER, "/approval", words::approval()).await;
    refused.are(&["EVAL-10.basis"]);
    let one_left_out = approval_for(&CONDITIONS[..4]);
    story.refused(Person::LEADER, "/approval", one_left_out).await.are(&["EVAL-10.basis"]);
    let twice = approval_for(&[&CONDITIONS[..], &CONDITIONS[..1]].concat());
    story.refused(Person::LEADER, "/approval", twice).await.are(&["EVAL-10.basis"]);
    story.act(Person::LEADER, "/approval", approval_for(&CONDITIONS)).await;
    let printed = story.printed("approval_form", None).await;
    for words in ["不具备收养能力", "经复查，此项条件符合", "第一千零九十八条第（二）项"]
    {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
    story.register().await;
    assert_eq!(story.stage().await, "registered");
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn an_incident_bars_until_it_is_closed_and_integration_begins_again(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_acceptance().await;
    story.begin_assessment().await;
    visited(&mut story, "2026-03-09", "home_visit").await;
    harm_is_found(&mut story).await;
    integration_is_broken_off(&mut story).await;
    the_leader_closes_it(&mut story).await;
    integration_begins_again(&mut story).await;
    story.report("capable").await;
    story.hear().await;
    story.decide().await;
    assert_eq!(story.stage().await, "approved");
}

async fn visited(story: &mut Story<'_>, on: &str, method: &str) {
    story.office.move_to(date(on)).await;
    let visit = words::assessment_visit(date(on), method, &story.assessors().await);
    story.act(Person::ASSESSOR, "/assessment/visits", visit).await;
}

async fn harm_is_found(story: &mut Story<'_>) {
    let incident = json!({
        "ground": "harm_during_integration",
        "known_on": story.office.today().await,
        "description": "走访时发现孩子被独自锁在家中。",
        "concerns": [{ "who": "applicant", "party": "adopter_1" }],
    });
    story.act(Person::ASSESSOR, "/incidents", incident).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["EVAL-11"]);
    let report = words::assessment_report("not_capable", &story.assessors().await);
    let refused = story.refused(Person::ASSESSOR, "/assessment/report", report).await;
    refused.name(&["EVAL-11"]);
}

async fn integration_is_broken_off(story: &mut Story<'_>) {
    let broken = json!({
        "broken_off_on": story.office.today().await,
        "reason": "孩子由生父母接回。",
    });
    story.act(Person::ASSESSOR, "/assessment/integration-break", broken.clone()).await;
    let case = story.read().await;
    assert!(case["assessment"]["integration"].is_null());
    assert_eq!(case["broken_integrations"][0]["started_on"], "2026-03-02");
    assert_eq!(case["broken_integrations"][0]["broken_off_on"], "2026-03-09");
    let again = story.refused(Person::ASSESSOR, "/assessment/integration-break", broken).await;
    again.name(&["INPUT-KNOWN"]);
    let start = json!({ "started_on": story.office.today().await });
    let refused = story.refused(Person::REGISTRAR, "/assessment/integration-start", start).await;
    refused.are(&["EVAL-11"]);
}

async fn the_leader_closes_it(story: &mut Story<'_>) {
    let today = story.office.today().await;
    let path = "/incidents/1/closing";
    let mut closing = json!({ "outcome": "公安机关训诫，申请人书面保证，经复查未再发生。" });
    story.attempt(Person::REGISTRAR, path, &closing).await.expect(403);
    let refused = story.refused(Person::LEADER, path, closing.clone()).await;
    refused.are(&["EVAL-11", "EVAL-11.8"]);
    story.bring("incident_paper", None).await;
    story.refused(Person::LEADER, path, closing.clone()).await.are(&["EVAL-11.8"]);
    closing["police_report"] = words::harm_report(today);
    story.act(Person::LEADER, path, closing).await;
    assert_eq!(story.read().await["incidents"][0]["closed_on"], json!(today));
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["EVAL-8"]).do_not_name(&["EVAL-11"]);
}

/// The days before the break do not count.
async fn integration_begins_again(story: &mut Story<'_>) {
    story.office.move_to(date("2026-03-16")).await;
    let start = json!({ "started_on": "2026-03-16" });
    story.act(Person::REGISTRAR, "/assessment/integration-start", start).await;
    visited(story, "2026-03-30", "interview").await;
    visited(story, "2026-04-02", "home_visit").await;
    let report = words::assessment_report("capable", &story.assessors().await);
    let refused = story.refused(Person::ASSESSOR, "/assessment/report", report).await;
    refused.are(&["EVAL-8"]);
    let full_day = date("2026-03-16") + Days::new(30);
    for too_early in [date("2026-04-02"), full_day] {
        story.office.move_to(too_early).await;
        let end = json!({ "ended_on": too_early });
        let refused = story.refused(Person::ASSESSOR, "/assessment/integration-end", end).await;
        refused.are(&["EVAL-8"]);
    }
    let end = full_day + Days::new(1);
    story.office.move_to(end).await;
    let ended = json!({ "ended_on": end });
    story.act(Person::ASSESSOR, "/assessment/integration-end", ended).await;
}
