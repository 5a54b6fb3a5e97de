//! Seven refresh tokens that are worth nothing any more.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Table, ask, exchange};
use crate::support::{Answer, Office, Person};

const FIRST: Person = Person { role: "archivist", number: 1 };
const SECOND: Person = Person { role: "archivist", number: 2 };
const THIRD: Person = Person { role: "archivist", number: 3 };
const PASSWORD: &str = "correct horse battery";
const NEW_PASSWORD: &str = "staple of another kind";

/// Tries all; the office is served anew by the way.
pub(super) async fn try_all(office: Office, table: &mut Table) -> Office {
    let ordinary = exchange(&office, &json!("rubbish")).await;
    assert_eq!(ordinary.status.as_u16(), 401);
    table.note("refresh", "used again after its time", after_rotation(&office, &ordinary).await);
    table.note("refresh", "used by two at once", at_once(&office).await);
    table.note("refresh", "after signing out", after_sign_out(&office, &ordinary).await);
    table.note("refresh", "after a new password", after_password(&office, &ordinary).await);
    table.note("refresh", "after the account was closed", after_closing(&office, &ordinary).await);
    table.note("refresh", "after twelve hours of work", after_the_end(&office, &ordinary).await);
    let (office, faults) = after_new_key(office, &ordinary).await;
    table.note("refresh", "used again after a new key", faults);
    office
}

/// What is wrong with an answer that must be a refusal like any other.
fn refusal(what: &str, answer: &Answer, ordinary: &Answer) -> Vec<String> {
    let same = answer.status == ordinary.status && answer.bytes == ordinary.bytes;
    let fault = || format!("{what}: {} {}", answer.status, answer.text());
    if same { Vec::new() } else { vec![fault()] }
}

/// What is wrong with a session that must have ended.
async fn ended(office: &Office, signed_in: &Value, ordinary: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let me = ask(office, Method::GET, "/v1/me", signed_in["access_token"].as_str()).await;
    if me.status.as_u16() != 401 {
        faults.push(format!("the session goes on: {}", me.text()));
    }
    let next = exchange(office, &signed_in["refresh_token"]).await;
    faults.extend(refusal("the newest token", &next, ordinary));
    faults
}

async fn refreshed(office: &Office, signed_in: &Value) -> Value {
    exchange(office, &signed_in["refresh_token"]).await.expect(200).json()
}

/// Lets the seconds pass in which a lost answer is given again.
async fn outlast_the_grace(office: &Office) {
    let older = "UPDATE refresh_token SET used_at = used_at - 11000000 WHERE used_at IS NOT NULL";
    office.database().await.change(older).await.expect("used tokens");
}

async fn after_rotation(office: &Office, ordinary: &Answer) -> Vec<String> {
    let first = office.sign_in(FIRST).await;
    let second = refreshed(office, &first).await;
    outlast_the_grace(office).await;
    let answer = exchange(office, &first["refresh_token"]).await;
    let mut faults = refusal("the used token", &answer, ordinary);
    faults.extend(ended(office, &second, ordinary).await);
    let logged = format!(
        "SELECT outcome || ' ' || rules FROM access_log WHERE request_id = '{}'",
        answer.header("x-request-id")
    );
    let logged = office.database().await.texts(&logged).await;
    if logged != ["refused refresh-token-reused"] {
        faults.push(format!("logged as {logged:?}"));
    }
    faults
}

/// All get the same pair, or one is first and the others get nothing: never two pairs.
async fn at_once(office: &Office) -> Vec<String> {
    let mut faults = Vec::new();
    for _ in 0..10 {
        let signed_in = office.sign_in(FIRST).await;
        let token = &signed_in["refresh_token"];
        let (one, two, three) =
            tokio::join!(exchange(office, token), exchange(office, token), exchange(office, token));
        let answers = [one, two, three];
        let mut pairs: Vec<String> = answers
            .iter()
            .filter(|answer| answer.status.as_u16() == 200)
            .map(Answer::text)
            .collect();
        pairs.dedup();
        let statuses = answers.map(|answer| answer.status.as_u16());
        if pairs.len() != 1 || statuses.iter().any(|status| ![200, 401].contains(status)) {
            faults.push(format!("{} pairs, {statuses:?}", pairs.len()));
        }
    }
    faults
}

async fn after_sign_out(office: &Office, ordinary: &Answer) -> Vec<String> {
    let signed_in = office.sign_in(FIRST).await;
    let token = signed_in["access_token"].as_str().expect("a token");
    let request = office.anonymous(Method::POST, "/v1/sign-out").bearer_auth(token);
    Answer::of(request).await.expect(204);
    ended(office, &signed_in, ordinary).await
}

/// Somebody with a password changes it in another session.
async fn after_password(office: &Office, ordinary: &Answer) -> Vec<String> {
    let wanted = json!({
        "login": "bai.lu", "name": "白露", "roles": ["archivist"], "organization": "练习县民政局",
    });
    let request = office.request(Person::ADMINISTRATOR, Method::POST, "/v1/invitations").await;
    let invited = Answer::of(request.json(&wanted)).await.expect(201).json();
    let accept = json!({ "code": invited["code"], "password": PASSWORD });
    let request = office.anonymous(Method::POST, "/v1/invitations/acceptance").json(&accept);
    Answer::of(request).await.expect(200);
    let sign_in = async |password: &str| {
        let shown = json!({ "login": "bai.lu", "password": password });
        Answer::of(office.anonymous(Method::POST, "/v1/sign-in").json(&shown)).await
    };
    let elsewhere = sign_in(PASSWORD).await.expect(200).json();
    let here = sign_in(PASSWORD).await.expect(200).json();
    let change = json!({ "current_password": PASSWORD, "new_password": NEW_PASSWORD });
    let request = office.anonymous(Method::PUT, "/v1/me/password").json(&change);
    let token = here["access_token"].as_str().expect("a token");
    Answer::of(request.bearer_auth(token)).await.expect(204);
    sign_in(PASSWORD).await.expect(401);
    sign_in(NEW_PASSWORD).await.expect(200);
    refreshed(office, &here).await;
    ended(office, &elsewhere, ordinary).await
}

async fn after_closing(office: &Office, ordinary: &Answer) -> Vec<String> {
    let signed_in = office.sign_in(SECOND).await;
    let account = office.account(SECOND).await;
    for what in ["disabling", "enabling"] {
        let path = format!("/v1/people/{account}/{what}");
        let request = office.request(Person::ADMINISTRATOR, Method::POST, &path).await;
        Answer::of(request).await.expect(204);
        let faults = ended(office, &signed_in, ordinary).await;
        if !faults.is_empty() {
            return faults;
        }
    }
    Vec::new()
}

/// The token would be good for half an hour, but the session has lasted its twelve hours.
async fn after_the_end(office: &Office, ordinary: &Answer) -> Vec<String> {
    let signed_in = office.sign_in(THIRD).await;
    let next = refreshed(office, &signed_in).await;
    let account = office.account(THIRD).await;
    let over = format!(
        "UPDATE session SET signed_in_at = signed_in_at - 43200000000, ends_at = ends_at - 43200000000 \
         WHERE account_id = '{account}'"
    );
    assert!(office.database().await.change(&over).await.expect("sessions") >= 1);
    ended(office, &next, ordinary).await
}

/// A new key changes nothing for sessions: what was good is good, what was used is not.
async fn after_new_key(office: Office, ordinary: &Answer) -> (Office, Vec<String>) {
    let signed_in = office.sign_in(FIRST).await;
    let next = refreshed(&office, &signed_in).await;
    let made = office.command(&["replace-key"]).await;
    assert_eq!(made.code, Some(0), "{}", made.complained);
    let office = office
        .reopen(async |server| {
            server.terminate().await;
        })
        .await;
    let me = ask(&office, Method::GET, "/v1/me", next["access_token"].as_str()).await;
    assert_eq!(me.status.as_u16(), 200, "a token of the older key is believed for a while");
    let last = refreshed(&office, &next).await;
    let key = |token: &Value| {
        let token = token["access_token"].as_str().expect("a token");
        jsonwebtoken::decode_header(token).expect("a header").kid
    };
    assert_ne!(key(&next), key(&last), "the new key signs");
    outlast_the_grace(&office).await;
    let answer = exchange(&office, &signed_in["refresh_token"]).await;
    let mut faults = refusal("the used token", &answer, ordinary);
    faults.extend(ended(&office, &last, ordinary).await);
    (office, faults)
}
