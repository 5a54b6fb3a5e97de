//! Visits after the adoption: a schedule by profile, each visit recorded and signed, and harm reported
//! before a visit can be closed.

use serde_json::json;

use crate::support::families::{disabled_child, stepchild};
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    a_disabled_child_is_visited_for_five_years,
    harm_is_reported_before_a_visit_is_closed,
);

async fn a_disabled_child_is_visited_for_five_years(office: Office) {
    let mut story = Story::apply(&office, disabled_child(1)).await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["REG-7.5"]);
    story.carry_to_issue().await;
    story.archive().await;
    let volume = story.volume().await;
    assert!(volume.iter().any(|held| held == "残疾证明（被收养人）"), "{volume:?}");

    let due = story.visits_due().await;
    let months = ["2026-06-07", "2026-11-07", "2027-05-07", "2028-05-07", "2029-05-07"];
    assert_eq!(due[..5], months, "after 1, 6, 12, 24 and 36 months");
    assert_eq!(due[5..], ["2031-05-07"], "and after 60");
    for on in due {
        assert_eq!(story.stage().await, "archived");
        story.visit(on.parse().expect("a day")).await;
    }
    assert_eq!(story.stage().await, "closed");
}

async fn harm_is_reported_before_a_visit_is_closed(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    let on = "2026-09-02".parse().expect("a day");
    let too_early = words::follow_up_visit(office.today().await);
    // Before the adoption there is nothing a visitor could know of.
    story.attempt(Person::VISITOR, "/follow-up-visits", &too_early).await.expect(404);
    story.carry_to_issue().await;
    story.archive().await;
    office.move_to(on).await;

    let mut visit = words::follow_up_visit(on);
    visit["concern"] = json!("red");
    visit["findings"] = json!("孩子手臂有多处新旧瘀伤，称被多次责打。");
    let refused = story.refused(Person::VISITOR, "/follow-up-visits", visit.clone()).await;
    refused.are(&["PM-11"]);
    let mut one_visitor = words::follow_up_visit(on);
    one_visitor["visitors"] = json!(["程秀英"]);
    story.refused(Person::VISITOR, "/follow-up-visits", one_visitor).await.are(&["FU-02"]);
    assert!(!story.calls_for("harm_report").await, "a refusal prints nothing");

    visit["harm_report"] = words::harm_report(on);
    story.act(Person::VISITOR, "/follow-up-visits", visit).await;
    let made = story.read().await["visits"][0]["made"].clone();
    assert_eq!(made["concern"], "red");
    assert_eq!(made["harm_report"]["number"], "练公城接〔2026〕0312号");
    let report = story.printed("harm_report", None).await;
    for words in ["练习县公安局城关派出所", "练公城接〔2026〕0312号", "多处新旧瘀伤"]
    {
        assert!(report.contains(words), "{words} is not in {report}");
    }
    story.document("visit_record", None).await;
    assert_eq!(story.stage().await, "archived", "its record is not signed yet");
    story.sign("follow_up_record", None).await;
    assert_eq!(story.stage().await, "closed");
}
