//! Qualifications are changed by an administrator, and the law asks for those of the day.

use chrono::Days;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::kept::settings;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases, words};

on_both_databases!(an_assessor_whose_qualification_ran_out_is_not_appointed);

async fn change(office: &Office, by: Person, account: &str, held: &Value) -> Answer {
    let path = format!("/v1/people/{account}/qualification");
    Answer::of(office.request(by, Method::PUT, &path).await.json(held)).await
}

async fn an_assessor_whose_qualification_ran_out_is_not_appointed(office: Office) {
    let account = office.account(Person::ASSESSOR).await;
    let today = office.today().await;
    let until = |day: chrono::NaiveDate| json!({ "qualification": { "kind": "社会工作师", "number": "渝社工0007", "valid_until": day } });
    change(&office, Person::LEADER, &account, &until(today)).await.expect(403);
    let wrong = json!({ "qualification": { "kind": " ", "number": "", "valid_until": today } });
    let wrong = change(&office, Person::ADMINISTRATOR, &account, &wrong).await.expect(422);
    assert_eq!(wrong.rules(), ["input-value", "input-value"]);

    let mut story = Story::apply(&office, application(1)).await;
    story.bring_everything().await;
    story.accept().await;
    let yesterday = today - Days::new(1);
    change(&office, Person::ADMINISTRATOR, &account, &until(yesterday)).await.expect(204);
    let people = office.read(Person::ADMINISTRATOR, "/v1/people").await;
    let people = people.as_array().expect("people");
    let shown = people.iter().find(|one| one["id"] == account.as_str()).expect("the assessor");
    assert_eq!(shown["qualification"]["valid_until"], json!(yesterday));
    let appointed = words::appointment(&story.assessors().await);
    let refused = story.attempt(Person::REGISTRAR, "/assessment/appointments", &appointed).await;
    let ran_out = |answer: &Answer| answer.rules().iter().any(|rule| rule == "EVAL-6.certificate");
    assert!(ran_out(&refused), "{}", refused.text());
    change(&office, Person::ADMINISTRATOR, &account, &until(today)).await.expect(204);
    let again = story.attempt(Person::REGISTRAR, "/assessment/appointments", &appointed).await;
    assert!(!ran_out(&again), "{}", again.text());
    let logged = settings(&office.data(), &office.database().await, "qualification of %").await;
    assert_eq!(logged.len(), 2, "{logged:?}");
    assert!(logged.iter().all(|line| line.contains("渝社工0007 until")), "{logged:?}");
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
}
