//! Asking whether an act would be done: it is decided as always, every fault is told, and nothing is written.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases};

on_both_databases!(asking_first_writes_nothing_and_tells_everything);

async fn ask(office: &Office, path: &str, body: &Value) -> Answer {
    let request = office.request(Person::REGISTRAR, Method::POST, path).await;
    office.send(request.json(body)).await
}

async fn asking_first_writes_nothing_and_tells_everything(office: Office) {
    let body = application(1);
    let asked = ask(&office, "/v1/cases?validate=true", &body).await.expect(200).json();
    assert_eq!((&asked["validated"], asked.get("case_id")), (&json!(true), None));
    assert_eq!(asked["events"][0]["kind"], "application_filed");
    let ledger = office.read(Person::REGISTRAR, "/v1/cases").await;
    assert_eq!(ledger["cases"], json!([]), "no case was opened");

    every_fault_is_told_at_once(&office, &body).await;

    let mut story = Story::apply(&office, body).await;
    let number = story.read().await["number"].clone();
    assert!(number.as_str().is_some_and(|number| number.contains("0001")), "none drawn: {number}");
    let path = story.path("/acceptance?validate=true");
    let version = format!("\"{}\"", story.version);
    let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
    let refused = office.send(request.header("If-Match", &version).json(&json!({}))).await;
    let violations = refused.expect(422).json()["violations"].as_array().cloned().expect("why");
    assert!(
        violations.iter().all(|one| one["in"] != "body"),
        "the case is at fault: {violations:?}"
    );
    let paper = "/papers/application_form";
    assert!(violations.iter().any(|one| one["field"] == paper && one["in"] == "case"));
    let logged = "SELECT operation FROM access_log WHERE outcome = 'refused'";
    let logged = office.database().await.texts(logged).await;
    assert!(logged.is_empty(), "whoever asks attempts nothing: {logged:?}");

    let path = story.path("/gift-declarations?validate=true");
    let request = office.request(Person::REGISTRAR, Method::POST, &path).await;
    let request = request.header("If-Match", &version).header("Idempotency-Key", "asked");
    let done = office.send(request.json(&json!({ "declared": "none_taken" }))).await;
    let done = done.expect(200).json();
    assert_eq!((&done["validated"], &done["version"]), (&json!(true), &json!(story.version)));
    assert_eq!(done["events"][0]["kind"], "gift_declared");
    assert_eq!(story.read().await["version"], story.version, "nothing happened");
    // The key was not used up.
    let declared = json!({ "declared": "none_taken" });
    let done = story.act(Person::REGISTRAR, "/gift-declarations", declared).await.json();
    assert_eq!(done.get("validated"), None);
    assert_eq!(done["events"][0]["kind"], "gift_declared");
}

async fn every_fault_is_told_at_once(office: &Office, body: &Value) {
    let mut faulty = body.clone();
    let members = faulty.as_object_mut().expect("an object");
    members.remove("reason");
    faulty["adopters"][0].as_object_mut().expect("an adopter").remove("telephone");
    faulty["child"]["birth_date"] = json!("2021-02-29");
    let told = ask(office, "/v1/cases?validate=true", &faulty).await.expect(422).json();
    let fields: Vec<&str> = told["violations"]
        .as_array()
        .expect("violations")
        .iter()
        .filter_map(|one| one["field"].as_str())
        .collect();
    for field in ["/reason", "/adopters/0/telephone", "/child/birth_date"] {
        assert!(fields.contains(&field), "{field} is not among {fields:?}");
    }
    let mut values = body.clone();
    values["reason"] = json!("");
    values["adopters"][0]["resident_id"] = json!("500111198101020012");
    values["adopters"][1]["telephone"] = json!("x");
    let told = ask(office, "/v1/cases?validate=true", &values).await.expect(422).json();
    let violations = told["violations"].as_array().cloned().expect("violations");
    for field in ["/reason", "/adopters/0/resident_id", "/adopters/1/telephone"] {
        let one = violations.iter().find(|one| one["field"] == field);
        assert_eq!(one.map(|one| &one["in"]), Some(&json!("body")), "{field}: {violations:?}");
    }
}
