//! What is said of gifts in a case itself: a statement that is not signed stands in nobody's way, and
//! who declares a gift hands the case over.

use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite, on_both_databases, words};

on_both_databases!(who_declares_a_gift_hands_the_case_over);
mostly_on_sqlite!(a_statement_not_signed_is_told_beside_the_approval_and_blocks_nothing);

/// A registrar beside the officer of the case.
const COLLEAGUE: Person = Person { role: "registrar", number: 2 };

async fn not_signed(story: &mut Story<'_>, party: &str) {
    let refused_on = story.office.today().await;
    let body =
        json!({ "party": party, "refused_on": refused_on, "said": "没有送过东西，不愿签字。" });
    story.act(Person::REGISTRAR, "/unsigned-statements", body).await;
}

fn declaring(declared: &str) -> Value {
    json!({ "declared": declared })
}

/// The approval in a person's list of acts.
async fn approval(story: &Story<'_>, person: Person) -> Value {
    let answer = story.office.read(person, &story.path("/acts")).await;
    let acts = answer["acts"].as_array().expect("acts");
    acts.iter().find(|act| act["act"] == "approve").expect("the approval").clone()
}

async fn a_statement_not_signed_is_told_beside_the_approval_and_blocks_nothing(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.prepare_proposal().await;
    not_signed(&mut story, "adopter_1").await;
    not_signed(&mut story, "placer").await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let seen = approval(&story, Person::LEADER).await;
    assert_eq!((&seen["state"], &seen["obstacles"]), (&json!("ready"), &json!([])));
    let notes = seen["notes"].as_array().expect("notes");
    assert_eq!(notes.len(), 2, "{notes:?}");
    for (note, party) in notes.iter().zip(["收养人", "送养人"]) {
        let words = note["zh"].as_str().expect("words");
        assert!(words.starts_with(party) && words.contains("拒绝签署"), "{words}");
    }
    story.act(Person::LEADER, "/approval", words::approval()).await;
    not_signed(&mut story, "adopter_2").await;
    assert_eq!(story.stage().await, "approved", "a note voids no approval");
    story.register().await;
    assert_eq!(story.stage().await, "registered");

    let case = story.read().await;
    let noted = case["unsigned_statements"].as_array().expect("notes");
    let parties: Vec<&Value> = noted.iter().map(|note| &note["party"]).collect();
    assert_eq!(parties, [&json!("adopter_1"), &json!("placer"), &json!("adopter_2")]);
    let lines = office.read(Person::ARCHIVIST, &story.path("/timeline")).await;
    let lines = lines.as_array().expect("lines");
    let told = lines.iter().filter(|line| line["kind"] == "signing_refused");
    let told: Vec<&str> = told.filter_map(|line| line["headline"]["zh"].as_str()).collect();
    assert_eq!(told.len(), 3);
    assert!(told.iter().all(|line| !line.contains("不愿签字")), "words stay in the case: {told:?}");
}

async fn who_declares_a_gift_hands_the_case_over(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.prepare_proposal().await;
    story.act(COLLEAGUE, "/gift-declarations", declaring("none_taken")).await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    story.act(Person::REGISTRAR, "/gift-declarations", declaring("taken")).await;
    assert_eq!(story.stage().await, "accepted", "what was proposed is looked at anew");
    story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await.are(&["DN-D8"]);
    let again = declaring("none_taken");
    story.refused(Person::REGISTRAR, "/gift-declarations", again).await.are(&["DN-D8"]);
    let acts = office.read(Person::REGISTRAR, &story.path("/acts")).await;
    let acts = acts["acts"].as_array().expect("acts");
    let possible = acts.iter().filter(|act| act["state"] != "blocked" && act["allowed"] == true);
    let possible: Vec<&Value> = possible.map(|act| &act["act"]).collect();
    assert_eq!(possible, [&json!("report_incident")], "harm is reported by everybody");

    let (old, new) = (office.account(Person::REGISTRAR).await, office.account(COLLEAGUE).await);
    let to = |officer: &str| json!({ "officer": officer, "reason": "原经办人回避。" });
    story.act(Person::LEADER, "/officer", to(&new)).await;
    story.refused(Person::LEADER, "/officer", to(&old)).await.are(&["DN-D8"]);
    story.act(COLLEAGUE, "/proposal", words::proposal()).await;
    let notes = approval(&story, Person::LEADER).await["notes"].clone();
    let notes = notes.as_array().expect("notes");
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0]["zh"].as_str().is_some_and(|words| words.ends_with("已回避")), "{notes:?}");
    story.act(Person::LEADER, "/approval", words::approval()).await;
    assert_eq!(story.stage().await, "approved");
    let ledger = "SELECT id FROM donation_hold";
    assert_eq!(office.database().await.texts(ledger).await, Vec::<String>::new());
}
