//! Five good tokens shown where they are worth nothing.

use jsonwebtoken::dangerous;
use reqwest::Method;
use serde_json::{Value, json};

use super::forge::signed_by;
use super::{OWNER, Table, ask, exchange, holdings};
use crate::real_office::{Place, code_of, send};
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story};

/// A case nobody has opened.
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";
const FAMILY_PAGE: &str = "/v1/family/case";

pub(super) async fn try_all(office: &Office, table: &mut Table) {
    let own = Story::apply(office, application(1)).await.case;
    let other = Story::apply(office, application(2)).await.case;
    let family = family_of(office, &own).await;
    table.note(
        "use",
        "a family's token on the staff's routes",
        on_staff_routes(office, &family, &own).await,
    );
    table.note("use", "a family's token on another's case", on_case(office, &family, &other).await);
    table.note(
        "use",
        "an officer's token on the family's routes",
        on_family_routes(office, &family).await,
    );
    table.note("use", "a practice token in a real office", in_a_real_office(office).await);
    table.note("use", "an access token in the place of a refresh token", as_refresh(office).await);
}

async fn family_of(office: &Office, case: &str) -> String {
    let body = json!({ "role": "family", "person": 1, "case_id": case });
    let request = office.anonymous(Method::POST, "/v1/practice/sign-in").json(&body);
    let answer = Answer::of(request).await.expect(200).json();
    answer["access_token"].as_str().expect("a token").to_owned()
}

/// A case that is there must look like one that is not, reading it or acting in it.
async fn on_case(office: &Office, token: &str, case: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (method, rest) in [
        (Method::GET, ""),
        (Method::GET, "/acts"),
        (Method::GET, "/documents"),
        (Method::GET, "/timeline"),
        (Method::POST, "/acceptance"),
    ] {
        let sent = async |case: &str| {
            let path = format!("/v1/cases/{case}{rest}");
            let request = office.anonymous(method.clone(), &path).bearer_auth(token);
            let request = request.header("If-Match", "\"1\"");
            let request = if method == Method::POST { request.json(&json!({})) } else { request };
            Answer::of(request).await
        };
        let (there, nowhere) = (sent(case).await, sent(UNKNOWN).await);
        if there.status.as_u16() != 404 || there.bytes != nowhere.bytes {
            faults.push(format!("{method} {rest}: {} {}", there.status, there.text()));
        }
    }
    let version = office.read(Person::REGISTRAR, &format!("/v1/cases/{case}")).await;
    if version["version"] != 1 {
        faults.push("the case changed".to_owned());
    }
    faults
}

async fn on_staff_routes(office: &Office, token: &str, case: &str) -> Vec<String> {
    let mut faults = on_case(office, token, case).await;
    let cases = office.database().await.count("case_key").await;
    for (method, path) in [
        (Method::POST, "/v1/cases"),
        (Method::GET, "/v1/people"),
        (Method::GET, "/v1/office/absences"),
    ] {
        let answer = ask(office, method, path, Some(token)).await;
        if answer.status.as_u16() != 403 {
            faults.push(format!("{path}: {} {}", answer.status, answer.text()));
        }
    }
    let ledger = ask(office, Method::GET, "/v1/cases", Some(token)).await.expect(200).json();
    if ledger["cases"] != json!([]) || office.database().await.count("case_key").await != cases {
        faults.push(format!("the ledger shows or gained a case: {ledger}"));
    }
    faults
}

/// The page of a family is for a family's session: to anybody else there is none.
async fn on_family_routes(office: &Office, family: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let own = ask(office, Method::GET, FAMILY_PAGE, Some(family)).await;
    assert_eq!(own.status.as_u16(), 200, "the family itself reads it: {}", own.text());
    for role in ["registrar", "leader", "administrator"] {
        let token = office.token(Person::of(role)).await;
        let answer = ask(office, Method::GET, FAMILY_PAGE, Some(&token)).await;
        if answer.status.as_u16() != 403 {
            faults.push(format!("{role}: {} {}", answer.status, answer.text()));
        }
    }
    faults
}

/// A token as the real office would sign it, but for its practice: its own key, its own session.
async fn in_a_real_office(practice: &Office) -> Vec<String> {
    let place = Place::new(practice.backend).await;
    let founded = place.init().await;
    let server = place.serve().await;
    let password = "long enough to be a pass phrase";
    let accept = json!({ "code": code_of(&founded.said), "password": password });
    send(&server, Method::POST, "/v1/invitations/acceptance", accept).await.expect(200);
    let shown = json!({ "login": "first.administrator", "password": password });
    let signed_in = send(&server, Method::POST, "/v1/sign-in", shown).await.expect(200).json();
    let own = signed_in["access_token"].as_str().expect("a token").to_owned();
    let me = async |token: &str| {
        let request = reqwest::Client::new().get(format!("{}/v1/me", server.base));
        Answer::of(request.bearer_auth(token)).await
    };
    assert_eq!(me(&own).await.status.as_u16(), 200);
    let ordinary = me("").await;
    let id = jsonwebtoken::decode_header(&own).expect("a header").kid.expect("a key");
    let key = std::fs::read(place.path(&format!("data/keys/{id}.ed25519"))).expect("its key");
    let header = json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": id });
    let mut claims: Value = dangerous::insecure_decode_claims(&own).expect("claims");
    let again = me(&signed_by(&key, &header, &claims)).await;
    assert_eq!(again.status.as_u16(), 200, "the key is the right one");
    let real = claims["aud"].as_str().expect("an audience").to_owned();
    claims["aud"] = json!(real.replace(":real", ":practice"));
    assert_ne!(claims["aud"], json!(real), "the audience names the mode");
    let of_practice = practice.sign_in(OWNER).await;
    let of_practice = of_practice["access_token"].as_str().expect("a token").to_owned();
    let mut faults = Vec::new();
    for token in [signed_by(&key, &header, &claims), of_practice] {
        let answer = me(&token).await;
        if answer.status.as_u16() != 401 || answer.bytes != ordinary.bytes {
            faults.push(format!("{} {}", answer.status, answer.text()));
        }
    }
    assert_eq!(server.terminate().await, Some(0));
    faults
}

async fn as_refresh(office: &Office) -> Vec<String> {
    let signed_in = office.sign_in(OWNER).await;
    let ordinary = exchange(office, &json!("rubbish")).await;
    let before = holdings(office).await;
    let answer = exchange(office, &signed_in["access_token"]).await;
    let mut faults = Vec::new();
    if answer.status.as_u16() != 401 || answer.bytes != ordinary.bytes {
        faults.push(format!("{} {}", answer.status, answer.text()));
    }
    if before != holdings(office).await {
        faults.push("something changed".to_owned());
    }
    let me = ask(office, Method::GET, "/v1/me", signed_in["access_token"].as_str()).await;
    assert_eq!(me.status.as_u16(), 200, "the session goes on");
    faults
}
