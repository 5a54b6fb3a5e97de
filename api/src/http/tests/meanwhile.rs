//! Signing in while the database can be read and takes nothing.

use super::*;
use crate::store::StoreError;
use serde_json::json;

const PASSWORD: &str = "correct horse battery";
const LOGIN: &str = "first.administrator";

/// An office with its administrator, whose database is full from now on.
async fn full() -> (Bureau, String) {
    let bureau = Bureau::real().await;
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    let accepted = bureau.post("/v1/invitations/acceptance", "", acceptance).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    let (_, refresh) = tokens(&enter(&bureau, PASSWORD).await);
    let store = &bureau.inside.app.store;
    store.faults().plan(0, StoreError::Full);
    assert!(matches!(store.begin().await, Err(StoreError::Full)));
    assert!(store.faults().end());
    (bureau, refresh)
}

async fn enter(bureau: &Bureau, password: &str) -> Answer {
    bureau.post("/v1/sign-in", "", json!({"login": LOGIN, "password": password})).await
}

#[tokio::test]
async fn whoever_signs_in_meanwhile_can_read_and_write_nothing() {
    let (bureau, refresh) = full().await;
    let entered = enter(&bureau, PASSWORD).await;
    assert_eq!(entered.status, 200, "{}", entered.text);
    assert!(entered.body["refresh_token"].is_null() && entered.body["device"].is_null());
    let (token, _) = tokens(&entered);
    assert_eq!(bureau.get("/v1/me", &token).await.status, 200);
    assert_eq!(bureau.get("/v1/people", &token).await.status, 200);
    let refreshed = bureau.post("/v1/token-refresh", "", json!({"refresh_token": refresh})).await;
    assert_eq!((refreshed.status, refreshed.header("retry-after")), (507, "5"));
    assert_eq!(bureau.get("/readyz", "").await.status, 503);

    bureau.inside.app.store.probe().await.expect("it stores again");
    assert_eq!(bureau.get("/readyz", "").await.status, 200);
    let refreshed = bureau.post("/v1/token-refresh", "", json!({"refresh_token": refresh})).await;
    assert_eq!(refreshed.status, 200, "a token that could not be used up is still good");
    assert!(enter(&bureau, PASSWORD).await.body["refresh_token"].is_string());
    assert_eq!(bureau.get("/v1/me", &token).await.status, 200, "until the token ends");
    let out = bureau.send(asked("POST", "/v1/sign-out", &token), Body::empty()).await;
    assert_eq!((out.status, bureau.get("/v1/me", &token).await.status), (204, 401));
}

#[tokio::test]
async fn whoever_guesses_meanwhile_is_slowed() {
    let (bureau, _) = full().await;
    let mut statuses = Vec::new();
    for _ in 0..6 {
        statuses.push(enter(&bureau, "wrong").await.status);
    }
    assert_eq!(statuses, [401, 401, 401, 401, 401, 429]);
}
