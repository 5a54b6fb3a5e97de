//! Who is who: second factors, sessions, qualifications, and what an auditor sees of all of them.

mod accesses;
mod assessors;
mod chains;
mod enrolment;
mod files;
mod qualifications;
mod sessions;
mod showing;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Office, Person};

/// An auditor.
const AUDITOR: Person = Person::of("auditor");
/// The second leader.
const OTHER_LEADER: Person = Person { role: "leader", number: 2 };

/// Changes the rules of an office, and says how that was answered.
async fn demand(office: &Office, token: &str, demanded: bool) -> Answer {
    let mut rules = office.read(Person::REGISTRAR, "/v1/office").await["rules"].clone();
    rules["second_factor"]["demanded"] = json!(demanded);
    let request = office.anonymous(Method::PUT, "/v1/office/rules").bearer_auth(token);
    Answer::of(request.json(&rules)).await
}

/// Signs in by role and gives the answer.
async fn enter(office: &Office, person: Person) -> Value {
    office.sign_in(person).await
}

fn token_of(answer: &Value) -> String {
    answer["access_token"].as_str().expect("a token").to_owned()
}

/// Reads something with a token.
async fn get(office: &Office, token: &str, path: &str) -> Answer {
    Answer::of(office.anonymous(Method::GET, path).bearer_auth(token)).await
}

/// Lets the second factor of everybody be older by so many minutes.
async fn age_factors(office: &Office, minutes: u32) {
    let micros = i64::from(minutes) * 60_000_000;
    let older = format!("UPDATE session SET factor_at = factor_at - {micros}");
    assert!(office.database().await.change(&older).await.expect("changed") > 0);
}
