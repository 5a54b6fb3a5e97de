//! Sessions: seen by their owner, ended one by one, and ended by an administrator.

use reqwest::Method;
use serde_json::{Value, json};

use super::{get, token_of};
use crate::support::authenticator::post;
use crate::support::{Answer, Office, Person, mostly_on_sqlite, on_both_databases};

on_both_databases!(everybody_sees_and_ends_their_own_sessions);
mostly_on_sqlite!(an_administrator_ends_the_sessions_of_a_person);

/// Signs in as a program that calls itself so.
async fn enter_by(office: &Office, person: Person, program: &str) -> String {
    let body = json!({ "role": person.role, "person": person.number });
    let request = office.anonymous(Method::POST, "/v1/practice/sign-in").json(&body);
    token_of(&Answer::of(request.header("User-Agent", program)).await.expect(200).json())
}

fn lines(answer: &Answer) -> Vec<Value> {
    answer.json().as_array().cloned().expect("lines")
}

async fn everybody_sees_and_ends_their_own_sessions(office: Office) {
    let colleague = Person { role: "registrar", number: 2 };
    let desk = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0 Safari/537.36";
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1";
    let at_the_desk = enter_by(&office, colleague, desk).await;
    let on_the_phone = enter_by(&office, colleague, phone).await;
    let elsewhere = enter_by(&office, colleague, "echo7431").await;
    let stranger = office.token(Person::REGISTRAR).await;
    let seen = lines(&get(&office, &at_the_desk, "/v1/me/sessions").await.expect(200));
    let devices: Vec<&str> = seen.iter().filter_map(|line| line["device"].as_str()).collect();
    assert_eq!(devices, ["—, —", "Safari, iPhone", "Chrome, Windows"]);
    let current: Vec<bool> = seen.iter().filter_map(|line| line["current"].as_bool()).collect();
    assert_eq!(current, [false, false, true]);
    assert!(
        seen.iter().all(|line| line["last_seen"] == line["since"] && line["until"].is_string())
    );

    let id = seen[1]["id"].as_str().expect("a session");
    let ending = format!("/v1/me/sessions/{id}/ending");
    post(&office, &stranger, &ending, &json!(null)).await.expect(404);
    post(&office, &at_the_desk, &ending, &json!(null)).await.expect(204);
    post(&office, &at_the_desk, &ending, &json!(null)).await.expect(404);
    get(&office, &on_the_phone, "/v1/me").await.expect(401);
    get(&office, &elsewhere, "/v1/me").await.expect(200);
    post(&office, &at_the_desk, "/v1/sign-out-elsewhere", &json!(null)).await.expect(204);
    get(&office, &elsewhere, "/v1/me").await.expect(401);
    let left = lines(&get(&office, &at_the_desk, "/v1/me/sessions").await.expect(200));
    assert_eq!(left.len(), 1);
    get(&office, &stranger, "/v1/me").await.expect(200);
    let because = "SELECT ended_because FROM session WHERE ended_because IS NOT NULL";
    let because = office.database().await.texts(because).await;
    assert_eq!(because, ["ended_elsewhere", "ended_elsewhere"]);
    let kept = "SELECT COALESCE(device, '') FROM session";
    let kept = office.database().await.texts(kept).await.join(" ");
    assert!(!kept.contains("echo7431"), "what a program calls itself is not kept: {kept}");
}

async fn an_administrator_ends_the_sessions_of_a_person(office: Office) {
    let colleague = Person { role: "registrar", number: 2 };
    let one = enter_by(&office, colleague, "").await;
    let other = enter_by(&office, colleague, "").await;
    let id = get(&office, &one, "/v1/me").await.json()["id"].as_str().expect("an id").to_owned();
    let ending = format!("/v1/people/{id}/sessions/ending");
    post(&office, &other, &ending, &json!(null)).await.expect(403);
    let administrator = office.token(Person::ADMINISTRATOR).await;
    post(&office, &administrator, &ending, &json!(null)).await.expect(204);
    for ended in [&one, &other] {
        get(&office, ended, "/v1/me").await.expect(401);
    }
    let again = enter_by(&office, colleague, "").await;
    get(&office, &again, "/v1/me").await.expect(200);
    let own = office.account(Person::ADMINISTRATOR).await;
    let own = format!("/v1/people/{own}/sessions/ending");
    post(&office, &administrator, &own, &json!(null)).await.refused_by("account-own");
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
}
