//! From the first administrator's code to a closed account.

use super::*;
use serde_json::json;

const PASSWORD: &str = "correct horse battery";

async fn first_administrator(bureau: &Bureau) -> String {
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance).await.status, 204);
    sign_in(bureau, "first.administrator", PASSWORD).await
}

async fn sign_in(bureau: &Bureau, login: &str, password: &str) -> String {
    let answer =
        bureau.post("/v1/sign-in", "", json!({"login": login, "password": password})).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.body["token_type"], "Bearer");
    assert_eq!(answer.body["expires_in"], 900);
    tokens(&answer).0
}

fn registrar(login: &str) -> Value {
    json!({"login": login, "name": "白露", "roles": ["registrar"], "organization": "练习县民政局"})
}

#[tokio::test]
async fn an_invited_person_works_until_the_account_is_closed() {
    let bureau = Bureau::real().await;
    let administrator = first_administrator(&bureau).await;
    let invited = bureau.post("/v1/invitations", &administrator, registrar("bai.lu")).await;
    assert_eq!(invited.status, 201, "{}", invited.text);
    let code = invited.body["code"].as_str().unwrap_or_default();

    let weak = bureau
        .post("/v1/invitations/acceptance", "", json!({"code": code, "password": "short"}))
        .await;
    assert_eq!((weak.status, weak.rule()), (422, "password-length"));
    let acceptance = json!({"code": code, "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance.clone()).await.status, 204);
    let again = bureau.post("/v1/invitations/acceptance", "", acceptance).await;
    assert_eq!((again.status, again.rule()), (422, "invitation-not-open"));

    let token = sign_in(&bureau, "Bai.Lu", PASSWORD).await;
    assert_eq!(bureau.get("/v1/me", &token).await.body["name"], "白露");
    assert_eq!(bureau.post("/v1/invitations", &token, registrar("other")).await.status, 403);

    let id = invited.body["user_id"].as_str().unwrap_or_default();
    let closing = format!("/v1/users/{id}/disabling");
    assert_eq!(bureau.post(&closing, &token, json!(null)).await.status, 403);
    assert_eq!(bureau.post(&closing, &administrator, json!(null)).await.status, 204);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 401);
    let closed =
        bureau.post("/v1/sign-in", "", json!({"login": "bai.lu", "password": PASSWORD})).await;
    assert_eq!(closed.status, 401);
    let users = bureau.get("/v1/users", &administrator).await;
    assert_eq!(users.body[0]["login"], "bai.lu");
    assert_eq!(users.body[0]["disabled"], true);
    assert!(!users.text.contains("argon2"));
}

#[tokio::test]
async fn wrong_people_are_not_invited() {
    let bureau = Bureau::real().await;
    let administrator = first_administrator(&bureau).await;
    let invite = async |body: Value| bureau.post("/v1/invitations", &administrator, body).await;
    assert_eq!(invite(registrar("bai.lu")).await.status, 201);
    let taken = invite(registrar("bai.lu")).await;
    assert_eq!((taken.status, taken.rule()), (409, "account-login-taken"));
    let several =
        invite(json!({"login": "A B", "name": " 白露", "roles": [], "organization": ""})).await;
    let fields: Vec<&str> = several.body["violations"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|violation| violation["field"].as_str())
        .collect();
    assert_eq!(several.status, 422);
    assert_eq!(fields, ["login", "name", "organization", "roles"]);
    let mut rare = registrar("rare");
    rare["name"] = json!("白\u{e000}露");
    let rare = invite(rare).await;
    assert_eq!((rare.status, rare.rule()), (422, "input-unprintable"));
    assert_eq!(rare.body["violations"][0]["field"], "name");
    assert!(rare.text.contains("U+E000"), "{}", rare.text);
    let mut both = registrar("both");
    both["roles"] = json!(["administrator", "registrar"]);
    let both = invite(both).await;
    assert_eq!((both.status, both.rule()), (422, "account-separate-powers"));
    let mut raised = registrar("raised");
    raised["password_hash"] = json!("x");
    let raised = invite(raised).await;
    assert_eq!((raised.status, raised.rule()), (400, "input-unknown-field"));
    let path = "/v1/users/00000000-0000-4000-8000-000000000000/disabling";
    assert_eq!(bureau.post(path, &administrator, json!(null)).await.status, 404);
    assert_eq!(bureau.post("/v1/users/7/disabling", &administrator, json!(null)).await.status, 400);
}

#[tokio::test]
async fn every_failed_sign_in_looks_the_same_and_repetition_slows_only_its_address() {
    let bureau = Bureau::real().await;
    first_administrator(&bureau).await;
    let attempt = async |address: &str, login: &str, password: &str| {
        let request = asked("POST", "/v1/sign-in", "").header("content-type", "application/json");
        let body = json!({"login": login, "password": password}).to_string();
        bureau.send_from(address, request, body).await
    };
    let wrong = attempt("192.0.2.1", "first.administrator", "wrong").await;
    let unknown = attempt("192.0.2.1", "nobody", "wrong").await;
    assert_eq!((wrong.status, &wrong.text), (401, &unknown.text));
    for _ in 0..5 {
        attempt("192.0.2.1", "first.administrator", "wrong").await;
    }
    let slowed = attempt("192.0.2.1", "first.administrator", PASSWORD).await;
    assert_eq!(slowed.status, 429, "{}", slowed.text);
    assert!(slowed.header("retry-after").parse::<u32>().is_ok());
    let honest = attempt("192.0.2.2", "first.administrator", PASSWORD).await;
    assert_eq!(honest.status, 200, "an attack from elsewhere locks nobody out");
}
