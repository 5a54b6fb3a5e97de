//! A second factor in a real office, which demands one without being told to.

use super::*;
use serde_json::json;

const PASSWORD: &str = "correct horse battery";

/// The password opens a session that is good for nothing but the factor.
async fn enter(bureau: &Bureau, login: &str) -> Answer {
    bureau.post("/v1/sign-in", "", json!({"login": login, "password": PASSWORD})).await
}

#[tokio::test]
async fn a_real_office_demands_a_factor_of_its_first_administrator() {
    let bureau = Bureau::open(Mode::Real).await;
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance).await.status, 200);
    let entered = enter(&bureau, "first.administrator").await;
    assert_eq!((entered.status, &entered.body["factor"]), (200, &json!("enrol")));
    assert!(entered.body["refresh_token"].is_null(), "{}", entered.text);
    let (waiting, _) = tokens(&entered);
    let refused = bureau.get("/v1/people", &waiting).await;
    assert_eq!((refused.status, refused.rule()), (403, "factor-not-enrolled"));
    assert_eq!(refused.body["detail"], "请先 POST /v1/me/factors");
    let early = bureau.post("/v1/session/factor", &waiting, json!({"code": "123456"})).await;
    assert_eq!((early.status, early.rule()), (422, "factor-code-wrong"));
    let unnamed = bureau.post("/v1/me/factors", &waiting, json!({"name": ""})).await;
    assert_eq!((unnamed.status, unnamed.rule()), (422, "input-value"));
    let begun = bureau.post("/v1/me/factors", &waiting, json!({"name": "手机"})).await;
    assert_eq!(begun.status, 201, "{}", begun.text);

    let store = &bureau.inside.app.store;
    let now = clock::now();
    let later = crate::store::people::by_login(store.reader(), "first.administrator").await;
    let (account, _) = later.expect("read").expect("an account");
    let held = crate::store::people::factors::list(store.reader(), account.id).await.expect("read");
    let factor = held.first().expect("the factor");
    let secret = begun.body["secret"].as_str().expect("a secret").as_bytes();
    assert!(!factor.sealed_secret.windows(8).any(|window| secret.starts_with(window)));
    assert!(factor.confirmed_at.is_none() && factor.created_at <= now);
}

#[tokio::test]
async fn a_full_office_lets_nobody_in_who_has_to_show_a_factor() {
    let bureau = Bureau::open(Mode::Real).await;
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance).await.status, 200);
    let store = &bureau.inside.app.store;
    store.faults().plan(0, crate::store::StoreError::Full);
    assert!(store.begin().await.is_err());
    assert!(store.faults().end());
    let refused = enter(&bureau, "first.administrator").await;
    assert_eq!(refused.status, 503, "{}", refused.text);
    store.probe().await.expect("it stores again");
    assert_eq!(enter(&bureau, "first.administrator").await.body["factor"], "enrol");
}

#[tokio::test]
async fn the_office_decides_within_bounds() {
    let bureau = Bureau::real().await;
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    assert_eq!(bureau.post("/v1/invitations/acceptance", "", acceptance).await.status, 200);
    let (token, _) = tokens(&enter(&bureau, "first.administrator").await);
    let office = bureau.get("/v1/office", &token).await;
    let change = async |minutes: u32, demanded: Value| {
        let mut rules = office.body["rules"].clone();
        rules["second_factor"] = json!({"fresh_minutes": minutes, "demanded": demanded});
        let request =
            asked("PUT", "/v1/office/rules", &token).header("content-type", "application/json");
        bureau.send(request, rules.to_string()).await
    };
    for minutes in [0, 31] {
        let refused = change(minutes, json!(false)).await;
        assert_eq!((refused.status, refused.rule()), (422, "INPUT-BOUNDS"), "{minutes}");
        assert_eq!(refused.body["violations"][0]["field"], "/second_factor/fresh_minutes");
    }
    assert_eq!(change(30, json!(false)).await.status, 204);
    assert_eq!(bureau.get("/v1/people", &token).await.status, 200);
    // Nothing said: a real office demands it, from the next request on.
    assert_eq!(change(30, json!(null)).await.status, 204);
    let refused = bureau.get("/v1/people", &token).await;
    assert_eq!((refused.status, refused.rule()), (403, "factor-not-enrolled"));
}
