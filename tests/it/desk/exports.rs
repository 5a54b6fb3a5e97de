//! The ledger as a file: made by a job, fetched by who asked, and no cell a formula.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases};

on_both_databases!(the_ledger_is_exported_as_a_sheet);

/// Asks for an export and waits until its file is made.
async fn export(office: &Office, asked: Value) -> (String, Answer) {
    let request = office.request(Person::REGISTRAR, Method::POST, "/v1/exports").await;
    let made = office.send(request.json(&asked)).await.expect(201).json();
    let path = format!("/v1/exports/{}", made["export"].as_str().expect("an id"));
    office.at_rest().await;
    let told = office.read(Person::REGISTRAR, &path).await;
    assert_eq!(told["ready"], true, "{told}");
    let file = office.get(Person::REGISTRAR, &format!("{path}/content")).await.expect(200);
    (path, file)
}

async fn the_ledger_is_exported_as_a_sheet(office: Office) {
    let mut formula = application(1);
    formula["adopters"][0]["name"] = json!("欧阳明明");
    let story = Story::apply(&office, formula).await;
    for seed in 2..=3 {
        Story::apply(&office, application(seed)).await;
    }
    let number = story.read().await["number"].as_str().expect("a number").to_owned();
    let (path, file) = export(&office, json!({ "format": "csv" })).await;
    assert_eq!(file.header("content-type"), "text/csv");
    let text = file.text();
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    assert_eq!(text.lines().count(), 4, "{text}");
    assert!(text.contains(&number));
    assert!(!text.contains("欧阳明明"), "names are masked as in the ledger");
    let (_, file) = export(&office, json!({ "format": "xlsx", "kind": "stepchild" })).await;
    assert!(file.bytes.starts_with(b"PK"));
    let other = Person { number: 2, ..Person::REGISTRAR };
    office.get(other, &path).await.expect(404);
    office.get(Person::ASSESSOR, &path).await.expect(403);
    let logged = "access_log WHERE operation IN ('create_export', 'read_export_file')";
    office.at_rest().await;
    assert_eq!(office.database().await.count(logged).await, 4);
}
