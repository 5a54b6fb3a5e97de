//! An adoption that ended elsewhere, over the interface: recorded by a leader on the registrar's paper,
//! and everywhere to be seen at once.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::families::stepchild;
use crate::support::{Office, Person, Story, mostly_on_sqlite, on_both_databases, words};

on_both_databases!(a_child_whose_adopters_died_may_be_adopted_again);
mostly_on_sqlite!(a_judgment_ends_the_adoption_everywhere);

/// A stepchild of nine, adopted, the certificate handed over.
async fn adopted(office: &Office) -> Story<'_> {
    let mut story = Story::apply(office, stepchild(1)).await;
    story.carry_to_issue().await;
    story
}

async fn verified(story: &Story<'_>) -> Value {
    let registration = story.read().await["registration"].clone();
    let id = story.application["adopters"][0]["resident_id"].as_str().expect("a number");
    let shown = json!({
        "certificate_number": registration["certificate_number"],
        "blank_serial": registration["blank_serial"],
        "last_six": id.get(id.len() - 6..).expect("six characters"),
    });
    let request = story.office.anonymous(Method::POST, "/v1/certificates/verification");
    Answer::of(request.json(&shown)).await.expect(200).json()
}

async fn standing_in_the_ledger(story: &Story<'_>) -> Value {
    let page = story.office.read(Person::REGISTRAR, "/v1/cases?procedure=formation").await;
    let lines = page["cases"].as_array().expect("lines");
    let line = lines.iter().find(|line| line["case_id"] == story.case);
    line.expect("the case is in the ledger")["standing"].clone()
}

/// Whether the one adoption of a child keeps it from another application.
async fn another_is_barred(story: &Story<'_>) -> bool {
    let mut other = Story::apply(story.office, story.application.clone()).await;
    let refused = other.attempt(Person::REGISTRAR, "/acceptance", &json!({})).await.expect(422);
    let violations = refused.json()["violations"].as_array().cloned().expect("violations");
    violations.iter().any(|violation| violation["rule"] == "CC-1111")
}

async fn a_judgment_ends_the_adoption_everywhere(office: Office) {
    let mut story = adopted(&office).await;
    let today = office.today().await.to_string();
    let judgment = json!({
        "by": "court_void", "authority": "练习县人民法院", "number": "（2026）练0199民初7号",
        "effective_on": today,
    });
    assert!(another_is_barred(&story).await, "the adoption stands");
    story.refused(Person::LEADER, "/end", judgment.clone()).await.are(&["CC-1114.shown"]);
    story.bring("end_paper", None).await;
    story.attempt(Person::REGISTRAR, "/end", &judgment).await.expect(403);
    let mut wrong = judgment.clone();
    wrong["by"] = json!("quarrel");
    story.attempt(Person::LEADER, "/end", &wrong).await.expect(422);
    wrong = judgment.clone();
    wrong["effective_on"] = json!("2999-01-01");
    story.refused(Person::LEADER, "/end", wrong).await.are(&["INPUT-DAY"]);
    story.act(Person::LEADER, "/end", judgment.clone()).await;
    let ended = story.read().await;
    assert_eq!(ended["aftermath"]["standing"]["state"], "ended_elsewhere");
    assert_eq!(ended["visits"], json!([]), "no visit follows");
    assert_eq!(standing_in_the_ledger(&story).await, "void");
    let told = verified(&story).await;
    assert_eq!(told, json!({ "result": "no_longer_valid", "since": today, "because": "void" }));
    story.refused(Person::LEADER, "/end", judgment).await.are(&["CC-1111.stands"]);
    assert!(!another_is_barred(&story).await, "the child is in no adoption");
    let checked = office.command(&["rebuild", "--check"]).await;
    assert_eq!(checked.code, Some(0), "{}{}", checked.said, checked.complained);
}

async fn a_child_whose_adopters_died_may_be_adopted_again(office: Office) {
    let mut story = adopted(&office).await;
    let death = json!({ "last_died_on": office.today().await.to_string() });
    let refused = story.refused(Person::LEADER, "/adopters-death", death.clone()).await;
    refused.are(&["CC-1093.1.shown"]);
    story.bring("adopter_death_proof", Some("adopter_1")).await;
    story.act(Person::LEADER, "/adopters-death", death.clone()).await;
    let left = story.read().await;
    assert_eq!(left["aftermath"]["standing"]["state"], "stands", "nothing was dissolved");
    assert_eq!(left["visits"], json!([]));
    assert_eq!(standing_in_the_ledger(&story).await, "adopters_died");
    assert_eq!(verified(&story).await["result"], "valid");
    assert!(!another_is_barred(&story).await, "the child has lost its parents");
    story.refused(Person::LEADER, "/adopters-death", death).await.are(&["INPUT-KNOWN"]);
    let visit = words::follow_up_visit(office.today().await);
    story.refused(Person::VISITOR, "/follow-up-visits", visit).await.name(&["FU-01"]);
}
