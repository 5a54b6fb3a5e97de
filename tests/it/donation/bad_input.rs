//! What the ledger turns away, with the rule and nothing left behind.

use reqwest::Method;
use serde_json::{Value, json};

use super::{enter, gift_of, give, stranger};
use crate::support::{Answer, Office, Person, on_both_databases};

on_both_databases!(a_wrong_value_in_the_ledger_is_turned_away);

/// Rows of the ledger and of the check.
async fn rows(office: &Office) -> Vec<i64> {
    let database = office.database().await;
    let mut rows = Vec::new();
    for table in ["donation", "donation_key", "donation_entry", "donation_hold", "job"] {
        rows.push(database.count(table).await);
    }
    rows
}

fn with(pointer: &str, value: Value) -> Value {
    let mut offer = gift_of(&stranger(&json!("白若冰")));
    let place = offer.pointer_mut(pointer);
    *place.unwrap_or_else(|| panic!("nothing at {pointer}")) = value;
    offer
}

/// Offers that are turned away, each with the rule.
fn offers() -> Vec<(Value, &'static str)> {
    let mut surplus = gift_of(&stranger(&json!("白若冰")));
    surplus["case_number"] = json!("渝练收件〔2026〕0001号");
    let related = |who: Value| {
        let mut offer = gift_of(&stranger(&json!("白若冰")));
        offer["related"] = json!([{ "tie": "spouse", "who": who }]);
        offer
    };
    vec![
        (surplus, "input-unknown-field"),
        (with("/purpose", json!("感谢收养审批")), "DN-D2"),
        (with("/purpose", json!("见渝练收件〔2026〕0001号")), "DN-D2"),
        (with("/purpose", json!("")), "INPUT-TEXT"),
        (with("/purpose", json!("用".repeat(4001))), "INPUT-TEXT"),
        (with("/gift/amount_fen", json!(0)), "INPUT-BOUNDS"),
        (with("/gift/amount_fen", json!(u64::MAX)), "INPUT-BOUNDS"),
        (with("/gift", json!({ "kind": "goods", "description": "领养纪念品" })), "DN-D2"),
        (with("/donor/resident_id", json!("500199198301010000")), "GB-11643"),
        (with("/donor/name", json!("")), "INPUT-NAME"),
        (with("/recipient/credit_code", json!("115001990099000139")), "DN-D9.recipient"),
        (with("/recipient/name", json!("练习县民政局")), "DN-D9.recipient"),
        (with("/recipient/credit_code", json!("12500199009901024X")), "GB-32100"),
        (
            related(json!({ "kind": "overseas", "name": "J. Doe", "document_number": " " })),
            "INPUT-TEXT",
        ),
    ]
}

async fn a_wrong_value_in_the_ledger_is_turned_away(office: Office) {
    let gift = give(&office, &gift_of(&stranger(&json!("白若冰")))).await;
    office.at_rest().await;
    let before = rows(&office).await;
    for (offer, rule) in offers() {
        let answer = enter(&office, "", &offer).await;
        let status = if rule == "input-unknown-field" { 400 } else { 422 };
        assert_eq!(answer.status.as_u16(), status, "{rule}: {}", answer.text());
        assert!(answer.rules().iter().any(|named| named == rule), "{rule}: {}", answer.text());
    }
    let today = office.today().await;
    let nobody = "00000000-0000-4000-8000-000000000000";
    let used = json!({ "used_on": today, "amount_fen": 1, "what": "图书" });
    enter(&office, &format!("/{nobody}/uses"), &used).await.expect(404);
    enter(&office, &format!("/{gift}/uses"), &used).await.refused_by("DN-D9.order");
    enter(&office, "/not-an-id/uses", &used).await.expect(400);
    let one = json!({ "receipt_number": "", "counters": ["任桂芳"], "account": "收养专户" });
    let answer = enter(&office, &format!("/{gift}/receipt"), &one).await.expect(422);
    assert_eq!(answer.rules(), ["DN-D3", "INPUT-TEXT", "DN-D2", "DN-D9.counters"]);
    for path in ["?state=held", "?limit=0", "?limit=201", "?cursor=x", "/report?year=1999"] {
        office.get(Person::DONATION_CLERK, &format!("/v1/donations{path}")).await.expect(400);
    }
    for path in ["?state=held", "?limit=0", "/report?month=2026-13"] {
        office.get(Person::LEADER, &format!("/v1/donation-holds{path}")).await.expect(400);
    }
    let path = format!("/v1/donation-holds/{nobody}/review");
    let review = json!({ "matched": false, "outcome": "released" });
    let request = office.request(Person::LEADER, Method::POST, &path).await.json(&review);
    Answer::of(request).await.expect(404);
    let rules = office.read(Person::ADMINISTRATOR, "/v1/office").await["rules"].clone();
    for (name, value) in [("donation_open_months", 0), ("donation_lookback_months", 121)] {
        let mut wrong = rules.clone();
        wrong[name] = json!(value);
        let request = office.request(Person::ADMINISTRATOR, Method::PUT, "/v1/office/rules").await;
        Answer::of(request.json(&wrong)).await.refused_by("INPUT-BOUNDS");
    }
    assert_eq!(rows(&office).await, before, "nothing is left behind");
    assert!(office.complaints().is_empty(), "{}", office.complaints());
}
