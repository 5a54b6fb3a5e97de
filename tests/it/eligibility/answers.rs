//! What is answered: the known cases exactly, in the asker's language, as the office has configured
//! what the law leaves open.

use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Value, json};

use super::{PATH, ask, cases, sheet};
use crate::support::{Answer, Office, Person, on_both_databases};

on_both_databases!(the_known_cases_are_answered, what_the_law_leaves_open_is_configured);

/// What is fixed of an answer, with the order taken out of what has none.
fn fixed(answer: &Value) -> Value {
    let sorted = |list: &Value| {
        let mut texts: Vec<String> =
            list.as_array().into_iter().flatten().map(Value::to_string).collect();
        texts.sort();
        texts
    };
    let finding = |finding: &Value| json!([finding["rule"], finding["effect"]]);
    let findings: Value =
        answer["findings"].as_array().expect("findings").iter().map(finding).collect();
    let waived = answer["waived"].as_array().expect("waived conditions").iter();
    let waived: BTreeMap<String, _> =
        waived.map(|waived| (waived["rule"].to_string(), sorted(&waived["by"]))).collect();
    let documents = answer["documents"].is_array().then(|| sorted(&answer["documents"]));
    json!({
        "verdict": answer["verdict"],
        "findings": sorted(&findings),
        "waived": waived,
        "competent_level": answer["competent_level"],
        "public_notice": answer["public_notice"],
        "assessment": answer["assessment"],
        "child_consent_needed": answer["child_consent_needed"],
        "documents": documents,
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
