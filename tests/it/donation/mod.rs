//! Gifts and adoptions are not linked: the ledger, the blind check in both directions, and that nobody
//! but the leader can tell a held gift, or the family of one, from any other.

mod bad_input;
mod declared;
mod ledger;
mod sides;
mod silence;
mod wall;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Office, Person};

/// A gift of money by a person, to the institution of the practice county.
pub fn gift_of(person: &Value) -> Value {
    json!({
        "recipient": { "name": "练习县儿童福利院", "credit_code": "12500199009901024H" },
        "donor": {
            "kind": "person",
            "name": person["name"],
            "resident_id": person["resident_id"],
        },
        "gift": { "kind": "money", "amount_fen": 500_000 },
        "purpose": "购置儿童康复器材",
    })
}

/// Somebody who takes part in no case, under a name of one's choice.
pub fn stranger(name: &Value) -> Value {
    let application = crate::support::story::application(1499);
    json!({ "name": name, "resident_id": application["adopters"][0]["resident_id"] })
}

/// Enters an offer in the clerk's name.
pub async fn give(office: &Office, offer: &Value) -> String {
    let answer = enter(office, "", offer).await.expect(201).json();
    assert_eq!(answer["state"], "awaiting_review", "every gift waits");
    answer["id"].as_str().expect("a gift").to_owned()
}

/// Enters something in the ledger in the clerk's name.
pub async fn enter(office: &Office, path: &str, body: &Value) -> Answer {
    let path = format!("/v1/donations{path}");
    let request = office.request(Person::DONATION_CLERK, Method::POST, &path).await;
    Answer::of(request.json(body)).await
}

/// How a gift is taken.
pub fn receipt(number: &str) -> Value {
    json!({ "receipt_number": number, "counters": ["任桂芳", "姚新民"], "account": "捐赠专户" })
}

/// Where a gift stands, as its clerk sees it.
async fn state(office: &Office, gift: &str) -> String {
    let page = office.read(Person::DONATION_CLERK, "/v1/donations").await;
    let gifts = page["donations"].as_array().expect("gifts");
    let found = gifts.iter().find(|line| line["id"] == gift).expect("the gift");
    found["state"].as_str().expect("a state").to_owned()
}

/// What waits for the leader.
async fn waiting(office: &Office) -> Vec<Value> {
    office.at_rest().await;
    let page = office.read(Person::LEADER, "/v1/donation-holds").await;
    page["holds"].as_array().expect("holds").clone()
}

/// The one hold of a direction that waits.
pub async fn the_hold(office: &Office, direction: &str) -> Value {
    let holds = waiting(office).await;
    let mut found = holds.into_iter().filter(|hold| hold["direction"] == direction);
    let hold = found.next().unwrap_or_else(|| panic!("no hold of a {direction} waits"));
    assert_eq!(found.next(), None, "only one waits");
    hold
}

/// Reviews a hold in the leader's name.
pub async fn review(office: &Office, hold: &Value, body: &Value) -> Answer {
    let path = format!("/v1/donation-holds/{}/review", hold["id"].as_str().expect("an id"));
    let request = office.request(Person::LEADER, Method::POST, &path).await;
    Answer::of(request.json(body)).await
}

/// A review with reasons of a hold as it was read.
fn reviewed(hold: &Value, outcome: &str) -> Value {
    json!({ "matched": hold["matched"], "outcome": outcome, "reasons": "已核实，与评估、审批无关。" })
}
