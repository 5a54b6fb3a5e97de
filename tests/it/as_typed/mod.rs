//! Names and numbers as people type them: one person, one paper, one certificate, however it is written;
//! and bad input answered with its true reason. Each input of `inputs/` has its right answer here.

mod applications;
mod calendars;
mod certificates;
mod inputs;
mod names;
mod numbers;
mod once;
mod twins;

use reqwest::Method;
use serde_json::Value;

use crate::support::families::stepchild;
use crate::support::{Answer, Office, Person};

/// A stepchild's application with one value replaced.
fn with(seed: u32, pointer: &str, value: &Value) -> Value {
    let mut body = stepchild(seed);
    *body.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
    body
}

/// Sends a body to a path as this person.
async fn post(office: &Office, person: Person, path: &str, body: &Value) -> Answer {
    Answer::of(office.request(person, Method::POST, path).await.json(body)).await
}

async fn apply(office: &Office, body: &Value) -> Answer {
    post(office, Person::REGISTRAR, "/v1/cases", body).await
}

/// The case that an application opened, as its registrar reads it.
async fn opened(office: &Office, body: &Value) -> Value {
    let done = apply(office, body).await.expect(201).json();
    let path = format!("/v1/cases/{}", done["case_id"].as_str().expect("a case"));
    office.read(Person::REGISTRAR, &path).await
}
