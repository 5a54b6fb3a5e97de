//! The blind check from both sides: a gift of a party waits, and a case of a donor is looked at before
//! it is approved.

use serde_json::{Value, json};

use super::{enter, gift_of, give, receipt, review, reviewed, state, stranger, the_hold, waiting};
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite, on_both_databases, words};

on_both_databases!(
    the_application_of_a_donor_is_looked_at_before_it_is_approved,
    the_name_of_a_child_is_found_without_a_word_to_the_clerk,
);
mostly_on_sqlite!(
    the_gift_of_a_party_waits_like_every_other,
    a_gift_during_the_procedure_is_looked_at_too,
);

const OTHER_LEADER: Person = Person { role: "leader", number: 2 };
/// A registrar who did not propose.
const COLLEAGUE: Person = Person { role: "registrar", number: 2 };

async fn the_gift_of_a_party_waits_like_every_other(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    // The gift comes from a firm that one of the adopters controls.
    let mut held = gift_of(&Value::Null);
    held["donor"] = json!({
        "kind": "organisation", "name": "练习县某商贸有限公司", "credit_code": "11320000014000802N",
    });
    let adopter = gift_of(&story.application["adopters"][1]);
    held["related"] = json!([{ "tie": "controller", "who": adopter["donor"] }]);
    let held = give(&office, &held).await;
    let free = give(&office, &gift_of(&stranger(&json!("白若冰")))).await;
    let refused: Vec<Vec<u8>> = {
        office.at_rest().await;
        let mut refused = Vec::new();
        for gift in [&held, &free] {
            assert_eq!(state(&office, gift).await, "awaiting_review");
            let answer = enter(&office, &format!("/{gift}/receipt"), &receipt("票 1")).await;
            refused.push(answer.refused_by("DN-D3").bytes);
        }
        refused
    };
    assert_eq!(refused[0], refused[1], "the same words for both");

    let holds = waiting(&office).await;
    let of = |id: &str, matched| {
        holds.iter().find(|one| one["matched"] == matched).map(|one| {
            assert_eq!(one["direction"], "donation", "{id}");
            one.clone()
        })
    };
    let (found, clear) = (of(&held, true).expect("found"), of(&free, false).expect("clear"));
    assert_eq!(found["cases"][0]["case_id"], story.case.as_str());
    assert_eq!(clear["cases"], json!([]));
    let none = json!({ "matched": false, "outcome": "released" });
    review(&office, &clear, &none).await.expect(204);
    review(&office, &clear, &none).await.refused_by("DN-D9.order");
    assert_eq!(state(&office, &free).await, "released");
    enter(&office, &format!("/{free}/receipt"), &receipt("票 1")).await.expect(204);

    review(&office, &found, &none).await.refused_by("DN-D3.seen");
    let silent = json!({ "matched": true, "outcome": "released" });
    review(&office, &found, &silent).await.refused_by("DN-D3.reasons");
    review(&office, &found, &reviewed(&found, "upheld")).await.expect(204);
    assert_eq!(state(&office, &held).await, "awaiting_review", "upheld, it waits on");
    let answer = enter(&office, &format!("/{held}/receipt"), &receipt("票 2")).await;
    assert_eq!(answer.refused_by("DN-D3").bytes, refused[0]);
    review(&office, &found, &reviewed(&found, "released")).await.expect(204);
    assert_eq!(state(&office, &held).await, "released");
}

/// The approval as somebody is told of it, with what stands in its way.
async fn approval(story: &Story<'_>, person: Person) -> Value {
    let answer = story.office.read(person, &story.path("/acts")).await;
    let acts = answer["acts"].as_array().expect("acts");
    let mut approval =
        acts.iter().find(|act| act["act"] == "approve").expect("the approval").clone();
    let keys = approval["obstacles"].as_array().cloned().expect("keys");
    let told = answer["obstacles"].as_array().expect("obstacles").iter();
    let told = told.filter(|obstacle| keys.contains(&obstacle["key"])).cloned();
    approval["obstacles"] = told.collect();
    approval
}

async fn propose(story: &mut Story<'_>) {
    story.prepare_proposal().await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    story.office.at_rest().await;
}

async fn the_application_of_a_donor_is_looked_at_before_it_is_approved(office: Office) {
    let application = application(1);
    let gift = give(&office, &gift_of(&application["adopters"][0])).await;
    let offered = the_hold(&office, "donation").await;
    assert_eq!(offered["matched"], false, "nobody has applied yet");
    let mut story = Story::apply(&office, application).await;
    // What was found some days ago is looked for once more before anything is let go.
    let pass = json!({ "matched": false, "outcome": "released" });
    review(&office, &offered, &pass).await.refused_by("DN-D3.seen");
    assert_eq!(the_hold(&office, "donation").await["matched"], true);
    assert_eq!(state(&office, &gift).await, "awaiting_review");

    propose(&mut story).await;
    let clocks = office.read(Person::REGISTRAR, &story.path("/deadlines")).await;
    for leader in [Person::LEADER, OTHER_LEADER] {
        let seen = approval(&story, leader).await;
        assert_eq!(seen["state"], "blocked");
        assert_eq!(seen["obstacles"][0]["sequence"], "SEQ-14");
        let message = seen["obstacles"][0]["message"]["zh"].as_str().expect("words");
        assert!(message.contains("GET /v1/donation-holds"), "{message}");
    }
    for other in [COLLEAGUE, Person::ARCHIVIST] {
        let seen = approval(&story, other).await;
        assert_eq!((&seen["state"], &seen["obstacles"]), (&json!("ready"), &json!([])));
    }
    let tried = story.attempt(Person::LEADER, "/approval", &words::approval()).await;
    assert_eq!(tried.rules(), ["DN-D4"], "nothing else is in the way");
    // The approval does not rely on the hold being made in time.
    let forget = "DELETE FROM donation_hold WHERE direction = 'case'";
    assert_eq!(office.database().await.change(forget).await.expect("forgotten"), 1);
    let tried = story.attempt(Person::LEADER, "/approval", &words::approval()).await;
    assert_eq!(tried.rules(), ["DN-D4"]);
    story.act(Person::LEADER, "/proposal-return", json!({ "reason": "补充审查意见" })).await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;

    let hold = the_hold(&office, "case").await;
    assert_eq!(hold["cases"][0]["case_id"], story.case.as_str());
    review(&office, &hold, &reviewed(&hold, "released")).await.expect(204);
    assert_eq!(approval(&story, Person::LEADER).await["state"], "ready");
    story.act(Person::LEADER, "/approval", words::approval()).await;
    assert_eq!(office.read(Person::REGISTRAR, &story.path("/deadlines")).await, clocks);
    let bodies = "SELECT kind FROM event WHERE kind LIKE '%donat%' OR kind LIKE '%hold%'";
    assert_eq!(office.database().await.texts(bodies).await, Vec::<String>::new());
}

async fn a_gift_during_the_procedure_is_looked_at_too(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    propose(&mut story).await;
    assert_eq!(approval(&story, Person::LEADER).await["state"], "ready");
    // The wife of the donor adopts.
    let mut gift = gift_of(&stranger(&json!("秦某某")));
    let adopter = gift_of(&story.application["adopters"][1]);
    gift["related"] = json!([{ "tie": "spouse", "who": adopter["donor"] }]);
    give(&office, &gift).await;
    let hold = the_hold(&office, "case").await;
    assert_eq!(approval(&story, Person::LEADER).await["state"], "blocked");
    // What is upheld is looked at: the case goes on under its own rules, the gift waits.
    review(&office, &hold, &reviewed(&hold, "upheld")).await.expect(204);
    story.act(Person::LEADER, "/approval", words::approval()).await;
    let gifts = waiting(&office).await;
    assert_eq!(gifts.len(), 1, "the gift itself still waits: {gifts:?}");
    assert_eq!(gifts[0]["matched"], true);
}

async fn the_name_of_a_child_is_found_without_a_word_to_the_clerk(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let child = story.application["child"]["name"].as_str().expect("a name");
    let mut named = gift_of(&stranger(&json!("白若冰")));
    named["purpose"] = json!(format!("给{child}添置冬衣"));
    let mut unnamed = named.clone();
    unnamed["purpose"] = json!("给何小满添置冬衣");
    for offer in [&named, &unnamed] {
        give(&office, offer).await;
    }
    let holds = waiting(&office).await;
    let of_gifts = holds.iter().filter(|hold| hold["direction"] == "donation");
    let matched: Vec<&Value> = of_gifts.map(|hold| &hold["matched"]).collect();
    assert_eq!(matched, [&json!(true), &json!(false)]);
    assert_eq!(holds.len(), 3, "the case of the child is looked at too");
    assert_eq!(holds[0]["cases"][0]["case_id"], story.case.as_str());
}
