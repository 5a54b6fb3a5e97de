//! The life of a gift in the ledger, the reports, and that what was entered is not taken back.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{enter, gift_of, give, receipt, review, reviewed, stranger, the_hold};
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(
    a_gift_is_taken_used_and_published,
    a_year_counts_what_happened_in_it,
    the_leader_is_told_counts_and_no_names,
    what_was_entered_is_not_taken_back,
);

/// A gift of a stranger that the leader has let go.
async fn released(office: &Office) -> String {
    let gift = give(office, &gift_of(&stranger(&json!("白若冰")))).await;
    let hold = the_hold(office, "donation").await;
    review(office, &hold, &json!({ "matched": false, "outcome": "released" })).await.expect(204);
    gift
}

async fn a_gift_is_taken_used_and_published(office: Office) {
    let (gift, other) = (released(&office).await, released(&office).await);
    let today = office.today().await;
    let at = |what: &str| format!("/{gift}/{what}");
    enter(&office, &at("receipt"), &receipt("练捐0001")).await.expect(204);
    let twice = enter(&office, &format!("/{other}/receipt"), &receipt("练捐0001")).await;
    twice.refused_by("DN-D9.receipt");
    let used =
        |amount: u64| json!({ "used_on": today, "amount_fen": amount, "what": "购置助行器" });
    enter(&office, &at("uses"), &used(200_000)).await.expect(204);
    enter(&office, &at("uses"), &used(300_001)).await.refused_by("DN-D9.use");
    enter(&office, &at("uses"), &used(300_000)).await.expect(204);
    let change =
        json!({ "purpose": "冬季取暖", "consented_on": today, "consent": "捐赠档案第3号" });
    enter(&office, &at("purpose"), &change).await.expect(204);
    let published = json!({ "published_on": today, "place": "县政府网站" });
    enter(&office, &at("publication"), &published).await.expect(204);
    let back = json!({ "reason": "另有安排" });
    enter(&office, &at("withdrawal"), &back).await.refused_by("DN-D9.order");
    enter(&office, &format!("/{other}/withdrawal"), &back).await.expect(204);

    let page = office.read(Person::DONATION_CLERK, "/v1/donations?state=received").await;
    let lines = page["donations"].as_array().expect("gifts");
    assert_eq!(lines.len(), 1);
    let line = &lines[0];
    assert_eq!((&line["used_fen"], &line["purpose"]), (&json!(500_000), &json!("冬季取暖")));
    assert_eq!(line["counters"], json!(["任桂芳", "姚新民"]));
    let kinds: Vec<&str> = line["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .filter_map(|entry| entry["kind"].as_str())
        .collect();
    let expected = ["offer", "receipt", "use", "use", "purpose_change", "publication"];
    assert_eq!(kinds, expected);
    assert!(!page.to_string().contains("resident_id"), "of numbers only hashes are kept");
    let report = office.read(Person::DONATION_CLERK, "/v1/donations/report").await;
    let institution = json!({
        "recipient": "练习县儿童福利院", "offered": 2, "received": 1, "received_fen": 500_000,
        "used_fen": 500_000, "unused_fen": 0, "purpose_changes": 1, "published": 1,
    });
    assert_eq!(report["institutions"], json!([institution]));
    let first = office.read(Person::DONATION_CLERK, "/v1/donations?limit=1").await;
    let next = first["next"].as_str().expect("another page");
    let second = format!("/v1/donations?limit=1&cursor={next}");
    let second = office.read(Person::DONATION_CLERK, &second).await;
    assert_eq!((&second["donations"][0]["id"], &second["next"]), (&json!(gift), &json!(null)));
}

/// The one line of the report of a year.
async fn year(office: &Office, year: u16) -> Value {
    let path = format!("/v1/donations/report?year={year}");
    let report = office.read(Person::DONATION_CLERK, &path).await;
    let lines = report["institutions"].as_array().expect("lines");
    assert_eq!((lines.len(), &report["year"]), (1, &json!(year)), "{report}");
    lines[0].clone()
}

async fn a_year_counts_what_happened_in_it(office: Office) {
    let gift = released(&office).await;
    let line = |[offered, received, received_fen, used_fen, unused_fen, published]: [u64; 6]| {
        json!({
            "recipient": "练习县儿童福利院", "offered": offered, "received": received,
            "received_fen": received_fen, "used_fen": used_fen, "unused_fen": unused_fen,
            "purpose_changes": 0, "published": published,
        })
    };
    let begun = u16::try_from(office.today().await.year()).expect("a year");
    let day = |later: i32| NaiveDate::from_ymd_opt(i32::from(begun) + later, 1, 11).expect("a day");
    office.move_to(day(1)).await;
    enter(&office, &format!("/{gift}/receipt"), &receipt("练捐0007")).await.expect(204);
    let used = |amount: u64, on: NaiveDate| json!({ "used_on": on, "amount_fen": amount, "what": "购置助行器" });
    enter(&office, &format!("/{gift}/uses"), &used(200_000, day(1))).await.expect(204);
    office.move_to(day(2)).await;
    enter(&office, &format!("/{gift}/uses"), &used(100_000, day(2))).await.expect(204);
    for place in ["县政府网站", "福利院公示栏"] {
        let published = json!({ "published_on": day(2), "place": place });
        enter(&office, &format!("/{gift}/publication"), &published).await.expect(204);
    }
    assert_eq!(year(&office, begun).await, line([1, 0, 0, 0, 0, 0]));
    assert_eq!(year(&office, begun + 1).await, line([0, 1, 500_000, 200_000, 300_000, 0]));
    assert_eq!(year(&office, begun + 2).await, line([0, 0, 0, 100_000, 200_000, 1]));
}

async fn the_leader_is_told_counts_and_no_names(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    released(&office).await;
    give(&office, &gift_of(&story.application["adopters"][0])).await;
    let hold = the_hold(&office, "donation").await;
    review(&office, &hold, &reviewed(&hold, "upheld")).await.expect(204);
    let month = office.today().await.format("%Y-%m").to_string();
    let path = format!("/v1/donation-holds/report?month={month}");
    let report = office.read(Person::LEADER, &path).await;
    let line = |direction: &str, matched: bool, state: &str| json!({ "direction": direction, "matched": matched, "state": state, "count": 1 });
    let expected = [
        line("case", true, "waiting"),
        line("donation", false, "released"),
        line("donation", true, "upheld"),
    ];
    assert_eq!(report, json!({ "month": month, "holds": expected }));
    let empty = office.read(Person::LEADER, "/v1/donation-holds/report?month=2020-01").await;
    assert_eq!(empty["holds"], json!([]));
    for person in [Person::DONATION_CLERK, Person::of("auditor"), Person::REGISTRAR] {
        office.get(person, &path).await.expect(403);
    }
}

async fn what_was_entered_is_not_taken_back(office: Office) {
    released(&office).await;
    let database = office.database().await;
    for (table, column) in [("donation_entry", "kind"), ("donation_hold_log", "what")] {
        let rows = database.count(table).await;
        assert!(rows > 0, "{table} is empty");
        for statement in
            [format!("UPDATE {table} SET {column} = 'other'"), format!("DELETE FROM {table}")]
        {
            let refused = database.change(&statement).await.expect_err(&statement).to_string();
            assert!(refused.contains("append-only"), "{statement}: {refused}");
        }
        assert_eq!(database.count(table).await, rows);
    }
    let told = "SELECT what FROM donation_hold_log ORDER BY id";
    assert_eq!(database.texts(told).await, ["created", "released"]);
}
