//! Who asks: people of each role, and those whose token is worth nothing.

use jsonwebtoken::{EncodingKey, dangerous, decode_header, encode};
use reqwest::Method;
use serde_json::{Value, json};
use workflow::Role;

use super::places::Place;
use crate::support::{Answer, Backend, Office, Person};

/// Whose account is closed in each office of these tests.
const CLOSED: Person = Person { role: "registrar", number: 3 };

/// A token and the name of whoever shows it.
pub struct Credential {
    /// Who it is.
    pub name: String,
    /// What is shown.
    pub token: Option<String>,
}

/// Somebody who is signed in.
pub struct Caller {
    /// Their role.
    pub role: Role,
    /// What they show.
    pub credential: Credential,
    /// The case their session is bound to.
    pub case: Option<String>,
}

/// The first person of each role, and families of each case and of a case that is none: to what staff
/// do, a family is a family, of whichever case it is.
pub async fn everybody(office: &Office, places: &[Place]) -> Vec<Caller> {
    let mut callers = Vec::new();
    for role in Role::ALL {
        callers.push(Caller { role, credential: of_role(office, role).await, case: None });
    }
    for place in places {
        let credential = of_family(office, place).await;
        let case = Some(place.case.clone());
        callers.push(Caller { role: Role::Family, credential, case });
    }
    callers
}

/// A family whose session is bound to a case.
async fn of_family(office: &Office, place: &Place) -> Credential {
    let body = json!({ "role": "family", "case_id": place.case });
    let request = office.anonymous(Method::POST, "/v1/practice/sign-in").json(&body);
    let session = Answer::of(request).await.expect(200).json();
    let token = session["access_token"].as_str().map(str::to_owned);
    Credential { name: format!("family of {}", place.name), token }
}

/// The first person of a role.
pub async fn of_role(office: &Office, role: Role) -> Credential {
    let token = office.token(Person::of(role.word())).await;
    Credential { name: role.word().to_owned(), token: Some(token) }
}

/// The second person of a role, with a session of its own.
pub async fn of_new_session(office: &Office, role: Role) -> Credential {
    let session = office.sign_in(Person { role: role.word(), number: 2 }).await;
    let token = session["access_token"].as_str().map(str::to_owned);
    Credential { name: role.word().to_owned(), token }
}

/// Everybody who is not let in: without a token, with rubbish, with a token that was altered, has
/// expired, belongs to a closed account or was given out by another office.
pub async fn worthless(office: &Office) -> Vec<Credential> {
    let token = office.token(Person::REGISTRAR).await;
    let expired = expired(office, &token).await;
    let worthless = [
        ("nobody", None),
        ("rubbish", Some("rubbish".to_owned())),
        ("an altered token", Some(altered(&token))),
        ("an expired token", Some(expired)),
        ("a closed account", Some(of_closed_account(office).await)),
        ("another office", Some(of_another_office().await)),
    ];
    Vec::from(worthless.map(|(name, token)| Credential { name: name.to_owned(), token }))
}

/// A token of somebody whose account is closed after they signed in.
async fn of_closed_account(office: &Office) -> String {
    let token = office.token(CLOSED).await;
    let path = format!("/v1/people/{}/disabling", office.account(CLOSED).await);
    let request = office.request(Person::ADMINISTRATOR, Method::POST, &path).await;
    Answer::of(request).await.expect(204);
    token
}

/// A good token of another office: same people, same roles, other keys.
async fn of_another_office() -> String {
    let other = Office::founded_apart(Backend::Sqlite).await;
    let token = other.token(Person::REGISTRAR).await;
    let request = other.anonymous(Method::GET, "/v1/me").bearer_auth(&token);
    Answer::of(request).await.expect(200);
    token
}

/// A token of an hour ago. Age is all that is wrong with it: one of a minute ago is let in.
async fn expired(office: &Office, token: &str) -> String {
    let account = office.account(Person::REGISTRAR).await;
    let older = format!("UPDATE account SET valid_since = 0 WHERE id = '{account}'");
    let changed = office.database().await.change(&older).await.expect("an account");
    assert_eq!(changed, 1, "the account is older than the token");
    let recent = resigned(office, token, 60);
    let request = office.anonymous(Method::GET, "/v1/me").bearer_auth(recent);
    Answer::of(request).await.expect(200);
    resigned(office, token, 3600)
}

/// The claims of one token under the signature of another: one letter of the claims is another.
fn altered(token: &str) -> String {
    let start = token.find('.').expect("three parts") + 5;
    let letter = if token[start..].starts_with('A') { "B" } else { "A" };
    format!("{}{letter}{}", &token[..start], &token[start + 1..])
}

/// The token as it would have been, signed with the office's own key so many seconds earlier.
fn resigned(office: &Office, token: &str, earlier: i64) -> String {
    let header = decode_header(token).expect("a token");
    let mut claims: Value = dangerous::insecure_decode_claims(token).expect("claims");
    for name in ["iat", "nbf", "exp", "auth_time"] {
        claims[name] = Value::from(claims[name].as_i64().expect("seconds") - earlier);
    }
    let key = format!("{}.ed25519", header.kid.clone().expect("the name of a key"));
    let key = std::fs::read(office.data().join("keys").join(key)).expect("the key of the office");
    encode(&header, &claims, &EncodingKey::from_ed_der(&key)).expect("a signature")
}
