//! What is answered: the known cases exactly, in the asker's language, as the office has configured
//! what the law leaves open.

use reqwest::Method;
use serde_json::{Value, json};

use super::{PATH, ask, cases, sheet};
use crate::support::{Answer, Office, Person, mostly_on_sqlite};

mostly_on_sqlite!(the_known_cases_are_answered, what_the_law_leaves_open_is_configured);

/// What is fixed of an answer; the lists in their order.
fn fixed(answer: &Value) -> Value {
    let of_each = |list: &str, fields: [&str; 2]| -> Value {
        let items = answer[list].as_array().expect("a list").iter();
        items.map(|item| json!([item[fields[0]], item[fields[1]]])).collect()
    };
    json!({
        "verdict": answer["verdict"],
        "findings": of_each("findings", ["rule", "effect"]),
        "waived": of_each("waived", ["rule", "by"]),
        "competent_level": answer["competent_level"],
        "public_notice": answer["public_notice"],
        "assessment": answer["assessment"],
        "child_consent_needed": answer["child_consent_needed"],
        "documents": answer["documents"],
    })
}

async fn the_known_cases_are_answered(office: Office) {
    let database = office.database().await;
    let before = database.count("access_log").await;
    let cases = cases();
    assert_eq!(cases.len(), 46);
    for (name, case) in &cases {
        let answer = ask(&office, &case["facts"]).await.expect(200).json();
        assert_eq!(fixed(&answer), fixed(&case["answer"]), "{name}");
        let explained = |list: &str, field: &str| {
            let items = answer[list].as_array().expect("a list").iter();
            items.filter(|item| item[field].as_str().is_none_or(str::is_empty)).count() == 0
        };
        assert!(explained("findings", "citation") && explained("findings", "message"), "{name}");
        assert!(explained("warnings", "message"), "{name}");
    }
    assert_eq!(database.count("access_log").await, before, "nothing is kept of what was asked");
    assert_eq!(database.count("case_key").await, 0);
    let (_, case) = cases.iter().find(|(name, _)| name.starts_with("24-")).expect("a case");
    let english = office.anonymous(Method::POST, PATH).header("Accept-Language", "en");
    let english = Answer::of(english.json(&case["facts"])).await.expect(200).json();
    assert_eq!(english["findings"][0]["message"], "an adopter must be aged 30 or over");
    assert!(office.complaints().is_empty(), "{}", office.complaints());
}

async fn what_the_law_leaves_open_is_configured(office: Office) {
    let mut foreign = sheet();
    foreign["adopters"][1]["residency"] = json!("foreign");
    let verdict =
        async |office: &Office| ask(office, &foreign).await.expect(200).json()["verdict"].clone();
    assert_eq!(verdict(&office).await, "barred");
    let mut rules = office.read(Person::ADMINISTRATOR, "/v1/office").await["rules"].take();
    rules["open_points"]["foreigners_only_kin_or_stepchild"] = json!(false);
    let change = office.request(Person::ADMINISTRATOR, Method::PUT, "/v1/office/rules").await;
    Answer::of(change.json(&rules)).await.expect(204);
    assert_eq!(verdict(&office).await, "elsewhere", "the change holds at once");
}
