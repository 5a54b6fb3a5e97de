//! From the first administrator's code to a closed account.

use super::*;
use serde_json::json;

const PASSWORD: &str = "correct horse battery";

async fn first_administrator(bureau: &Bureau) -> String {
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance).await.status, 200);
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
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance.clone()).await.status, 200);
    let again = bureau.post("/v1/invitations/acceptance", "", acceptance).await;
    assert_eq!((again.status, again.rule()), (422, "invitation-not-open"));

    let token = sign_in(&bureau, "Bai.Lu", PASSWORD).await;
    assert_eq!(bureau.get("/v1/me", &token).await.body["name"], "白露");
    assert_eq!(bureau.post("/v1/invitations", &token, registrar("other")).await.status, 403);

    let id = invited.body["user_id"].as_str().unwrap_or_default();
    let closing = format!("/v1/people/{id}/disabling");
    assert_eq!(bureau.post(&closing, &token, json!(null)).await.status, 403);
    assert_eq!(bureau.post(&closing, &administrator, json!(null)).await.status, 204);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 401);
    let closed =
        bureau.post("/v1/sign-in", "", json!({"login": "bai.lu", "password": PASSWORD})).await;
    assert_eq!(closed.status, 401);
    let users = bureau.get("/v1/people", &administrator).await;
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
    assert_eq!(fields, ["/login", "/name", "/organization", "/roles"]);
    let mut rare = registrar("rare");
    rare["name"] = json!("白\u{e000}露");
    let rare = invite(rare).await;
    assert_eq!((rare.status, rare.rule()), (422, "input-unprintable"));
    assert_eq!(rare.body["violations"][0]["field"], "/name");
    assert!(rare.text.contains("U+E000"), "{}", rare.text);
    let mut both = registrar("both");
    both["roles"] = json!(["administrator", "registrar"]);
    let both = invite(both).await;
    assert_eq!((both.status, both.rule()), (422, "account-separate-powers"));
    let mut gifts = registrar("gifts");
    gifts["roles"] = json!(["donation_clerk", "assessor"]);
    let gifts = invite(gifts).await;
    assert_eq!((gifts.status, gifts.rule()), (422, "account-donation-wall"));
    let mut raised = registrar("raised");
    raised["password_hash"] = json!("x");
    let raised = invite(raised).await;
    assert_eq!((raised.status, raised.rule()), (400, "input-unknown-field"));
    let path = "/v1/people/00000000-0000-4000-8000-000000000000/disabling";
    assert_eq!(bureau.post(path, &administrator, json!(null)).await.status, 404);
    assert_eq!(
        bureau.post("/v1/people/7/disabling", &administrator, json!(null)).await.status,
        400
    );
}

/// An invited registrar with a password: the account and the token.
async fn hired(bureau: &Bureau, administrator: &str, login: &str) -> (String, String) {
    let invited = bureau.post("/v1/invitations", administrator, registrar(login)).await;
    let id = invited.body["user_id"].as_str().unwrap_or_default().to_owned();
    let acceptance = json!({"code": invited.body["code"], "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance).await.status, 200);
    (id, sign_in(bureau, login, PASSWORD).await)
}

#[tokio::test]
async fn roles_and_accounts_change_at_once() {
    let bureau = Bureau::real().await;
    let administrator = first_administrator(&bureau).await;
    let (id, token) = hired(&bureau, &administrator, "bai.lu").await;
    let put = async |roles: Value| {
        let request = asked("PUT", &format!("/v1/people/{id}/roles"), &administrator)
            .header("content-type", "application/json");
        bureau.send(request, json!({"roles": roles}).to_string()).await
    };
    assert_eq!(put(json!(["leader"])).await.status, 204);
    assert_eq!(bureau.get("/v1/me", &token).await.body["roles"], json!(["leader"]));
    let wrong = put(json!(["leader", "donation_clerk"])).await;
    assert_eq!((wrong.status, wrong.rule()), (422, "account-donation-wall"));
    let nothing = put(json!([])).await;
    assert_eq!((nothing.status, nothing.rule()), (422, "input-value"));
    assert_eq!(bureau.get("/v1/me", &token).await.body["roles"], json!(["leader"]));

    let post = async |what: &str| {
        bureau.post(&format!("/v1/people/{id}/{what}"), &administrator, json!(null)).await
    };
    assert_eq!(post("disabling").await.status, 204);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 401);
    let closed = post("invitations").await;
    assert_eq!((closed.status, closed.rule()), (422, "account-closed"));
    assert_eq!(post("enabling").await.status, 204);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 401, "what was issued before stays dead");
    let again = sign_in(&bureau, "bai.lu", PASSWORD).await;
    assert_eq!(bureau.get("/v1/me", &again).await.status, 200);
    let listed = bureau.get("/v1/people", &again).await;
    assert!(listed.body[0]["login"].is_null(), "a login is for administrators: {}", listed.text);
}

#[tokio::test]
async fn nobody_manages_their_own_account() {
    let bureau = Bureau::real().await;
    let administrator = first_administrator(&bureau).await;
    let me = bureau.get("/v1/me", &administrator).await;
    let id = me.body["id"].as_str().unwrap_or_default();
    for what in ["disabling", "enabling", "invitations"] {
        let path = format!("/v1/people/{id}/{what}");
        let own = bureau.post(&path, &administrator, json!(null)).await;
        assert_eq!((own.status, own.rule()), (422, "account-own"), "{what}");
    }
}

#[tokio::test]
async fn a_new_invitation_voids_the_older_and_ends_every_session_when_taken() {
    const NEW: &str = "a quite different phrase";
    let bureau = Bureau::real().await;
    let administrator = first_administrator(&bureau).await;
    let (id, token) = hired(&bureau, &administrator, "bai.lu").await;
    let path = format!("/v1/people/{id}/invitations");
    let older = bureau.post(&path, &administrator, json!(null)).await;
    let newer = bureau.post(&path, &administrator, json!(null)).await;
    assert_eq!((older.status, newer.status), (201, 201), "{}", newer.text);
    assert_eq!(bureau.post(&path, &token, json!(null)).await.status, 403);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 200, "nothing changes until it is taken");

    let take = async |answer: &Answer| {
        let acceptance = json!({"code": answer.body["code"], "password": NEW});
        bureau.post("/v1/invitations/acceptance", "", acceptance).await
    };
    let voided = take(&older).await;
    assert_eq!((voided.status, voided.rule()), (422, "invitation-not-open"));
    assert_eq!(take(&newer).await.status, 200);
    assert_eq!(take(&newer).await.status, 422);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 401);
    let old =
        bureau.post("/v1/sign-in", "", json!({"login": "bai.lu", "password": PASSWORD})).await;
    assert_eq!(old.status, 401);
    sign_in(&bureau, "bai.lu", NEW).await;
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it() {
    const NEW: &str = "a quite different phrase";
    let bureau = Bureau::real().await;
    let administrator = first_administrator(&bureau).await;
    let (_, own) = hired(&bureau, &administrator, "bai.lu").await;
    let other = sign_in(&bureau, "bai.lu", PASSWORD).await;
    let change = async |current: &str, new: &str| {
        let request =
            asked("PUT", "/v1/me/password", &own).header("content-type", "application/json");
        let body = json!({"current_password": current, "new_password": new}).to_string();
        bureau.send(request, body).await
    };
    let wrong = change("not my password", NEW).await;
    assert_eq!((wrong.status, wrong.rule()), (422, "password-current"));
    let weak = change(PASSWORD, "password1234").await;
    assert_eq!((weak.status, weak.rule()), (422, "password-common"));
    assert_eq!(bureau.get("/v1/me", &other).await.status, 200);
    assert_eq!(change(PASSWORD, NEW).await.status, 204);
    assert_eq!(bureau.get("/v1/me", &own).await.status, 200, "this session goes on");
    assert_eq!(bureau.get("/v1/me", &other).await.status, 401, "the others do not");
    sign_in(&bureau, "bai.lu", NEW).await;
    for _ in 0..5 {
        change("not my password", PASSWORD).await;
    }
    let slowed = change(NEW, PASSWORD).await;
    assert_eq!(slowed.status, 429, "a thief of the session cannot try many: {}", slowed.text);
}

#[tokio::test]
async fn a_familys_account_is_nobodys_to_manage() {
    let bureau = Bureau::practice().await;
    let (administrator, _) = bureau.be("administrator", 1).await;
    let (family, _) = bureau.be("family", 1).await;
    let me = bureau.get("/v1/me", &family).await;
    let id = me.body["id"].as_str().unwrap_or_default();
    for what in ["disabling", "enabling", "invitations"] {
        let path = format!("/v1/people/{id}/{what}");
        assert_eq!(bureau.post(&path, &administrator, json!(null)).await.status, 404, "{what}");
    }
    let request = asked("PUT", &format!("/v1/people/{id}/roles"), &administrator)
        .header("content-type", "application/json");
    let raised = bureau.send(request, json!({"roles": ["leader"]}).to_string()).await;
    assert_eq!(raised.status, 404, "{}", raised.text);
    assert_eq!(bureau.get("/v1/me", &family).await.body["roles"], json!(["family"]));
    let listed = bureau.get("/v1/people", &administrator).await;
    assert_eq!(listed.body.as_array().map(Vec::len), Some(30), "{}", listed.text);
    assert!(!listed.text.contains(id));
}
