//! Two sisters of an institution adopted by one couple: one file set, two adoptions. And applicants
//! whom another office serves.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::{Answer, Rules};
use crate::support::story::application;
use crate::support::{Office, Person, Story, mostly_on_sqlite};

mostly_on_sqlite!(
    sisters_share_a_file_set_and_not_their_consents,
    a_papers_day_stays_and_a_registered_case_gives_none,
    another_couple_cannot_join_the_set,
    who_lives_elsewhere_is_sent_to_the_right_office,
);

/// The second sister of the first application: the same couple, another child.
fn sister_of(first: &Value, number: &str) -> Value {
    let mut second = application(900);
    second["adopters"] = first["adopters"].clone();
    second["sibling_case"] = json!(number);
    second
}

async fn number_of(story: &Story<'_>) -> String {
    story.read().await["number"].as_str().expect("a number").to_owned()
}

async fn sisters_share_a_file_set_and_not_their_consents(office: Office) {
    let mut first = Story::apply(&office, application(1)).await;
    first.bring_everything().await;
    first.accept().await;
    let number = number_of(&first).await;

    let mut second = Story::apply(&office, sister_of(&first.application, &number)).await;
    assert_eq!(second.papers("health_certificate").await, ["verified", "verified"]);
    assert!(second.papers("application_form").await.is_empty());
    let listed = office.request(Person::REGISTRAR, Method::GET, "/v1/cases").await;
    let listed = Answer::of(listed.query(&[("file_set", &number)])).await.expect(200).json();
    let lines = listed["cases"].as_array().expect("cases");
    assert_eq!(lines.len(), 2, "the first case and its sister: {lines:?}");
    assert!(lines.iter().any(|line| line["file_set"] == number.as_str()));

    second.bring_everything().await;
    second.accept().await;
    first.ask("adopter_1").await;
    first.consent("adopter_1").await;
    assert_eq!(first.papers("consent_form").await.len(), 1);
    assert!(second.papers("consent_form").await.is_empty(), "a consent is to one child");
}

async fn a_papers_day_stays_and_a_registered_case_gives_none(office: Office) {
    let mut first = Story::apply(&office, application(1)).await;
    first.prepare_proposal().await;
    let number = number_of(&first).await;
    let second = Story::apply(&office, sister_of(&first.application, &number)).await;
    let came_in = |case: &Value| {
        let papers = case["papers"].as_array().expect("papers").clone();
        let mut papers = papers.into_iter();
        let certificate = papers.find(|paper| paper["slot"]["paper"] == "health_certificate");
        certificate.expect("a certificate")["filed_on"].clone()
    };
    assert_eq!(came_in(&second.read().await), came_in(&first.read().await));
    assert_ne!(came_in(&second.read().await), json!(office.today().await));
    first.decide().await;
    first.register().await;
    let mut third = sister_of(&first.application, &number);
    third["child"] = application(1700)["child"].clone();
    refused(&office, &third).await.are(&["FILE-SET"]);
}

async fn another_couple_cannot_join_the_set(office: Office) {
    let first = Story::apply(&office, application(1)).await;
    let mut others = application(2);
    others["sibling_case"] = json!(number_of(&first).await);
    refused(&office, &others).await.are(&["FILE-SET"]);
    others["sibling_case"] = json!("练县收件〔2026〕9999号");
    refused(&office, &others).await.are(&["INPUT-KNOWN"]);
}

async fn refused(office: &Office, application: &Value) -> Rules {
    let request = office.request(Person::REGISTRAR, Method::POST, "/v1/cases").await;
    Rules::of(&Answer::of(request.json(application)).await.expect(422))
}

async fn who_lives_elsewhere_is_sent_to_the_right_office(office: Office) {
    let mut applying = application(1);
    applying["adopters"][0]["residency"] = json!("macau");
    refused(&office, &applying).await.are(&["HMT-2"]);
    applying["adopters"][0]["residency"] = json!("foreign");
    refused(&office, &applying).await.are(&["FOR-2024", "FOR-2"]);
    let listed = office.read(Person::REGISTRAR, "/v1/cases").await;
    assert_eq!(listed["cases"], json!([]), "nothing was opened");
}
