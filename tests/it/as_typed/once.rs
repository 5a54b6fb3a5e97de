//! One application sent twice without a key.

use reqwest::Method;
use serde_json::{Value, json};

use super::apply;
use super::inputs::{folders, input};
use crate::support::families::{for_the_same_child, stepchild};
use crate::support::story::application;
use crate::support::{Office, Person, mostly_on_sqlite, on_both_databases};

on_both_databases!(an_application_pressed_twice_is_one);
mostly_on_sqlite!(another_open_case_of_the_child_is_named);

async fn an_application_pressed_twice_is_one(office: Office) {
    let body = input(&folders()[0], "37-")["first"]["body"].clone();
    let first = apply(&office, &body).await.expect(201).json();
    let again =
        apply(&office, &input(&folders()[0], "37-")["then"]["body"]).await.expect(201).json();
    assert_eq!(again["case_id"], first["case_id"]);
    let at_once = stepchild(3);
    let five = (0..5).map(|_| apply(&office, &at_once));
    let cases: Vec<Value> = futures_util::future::join_all(five)
        .await
        .into_iter()
        .map(|answer| answer.expect(201).json()["case_id"].clone())
        .collect();
    assert!(cases.iter().all(|case| *case == cases[0]), "{cases:?}");
    let listed = office.read(Person::REGISTRAR, "/v1/cases").await;
    assert_eq!(listed["cases"].as_array().expect("cases").len(), 2);
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
    // Another officer's, and one that says something else, are others.
    let other =
        office.request(Person { number: 2, ..Person::REGISTRAR }, Method::POST, "/v1/cases").await;
    let other = crate::support::Answer::of(other.json(&body)).await.expect(201).json();
    assert_ne!(other["case_id"], first["case_id"]);
}

async fn another_open_case_of_the_child_is_named(office: Office) {
    for (seed, body) in [(1, stepchild(1)), (2, application(2))] {
        let first = apply(&office, &body).await.expect(201).json();
        assert_eq!(first["notes"], Value::Null, "nothing to tell");
        let path = format!("/v1/cases/{}", first["case_id"].as_str().expect("a case"));
        let number = office.read(Person::REGISTRAR, &path).await["number"].clone();
        let number = number.as_str().expect("a number");
        let mut again = if seed == 2 { for_the_same_child(70, &body) } else { body.clone() };
        again["reason"] = json!("另有原因。");
        let second = apply(&office, &again).await.expect(201).json();
        assert_ne!(second["case_id"], first["case_id"]);
        assert!(second["notes"].to_string().contains(number), "{second}");
        let path = format!("{path}/acts");
        let acts = office.read(Person::REGISTRAR, &path).await;
        let accept = acts["acts"].as_array().expect("acts").iter();
        let accept = accept.clone().find(|act| act["act"] == "accept").expect("acceptance").clone();
        assert!(!accept["notes"].as_array().expect("notes").is_empty(), "{accept}");
        let assessor = office.get(Person::ASSESSOR, &path).await;
        assert!(!assessor.text().contains("另有办件"), "{}", assessor.text());
    }
}
