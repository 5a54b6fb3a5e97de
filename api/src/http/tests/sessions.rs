//! Tokens in use: who I am, refreshing, reuse, signing out.

use super::*;
use serde_json::json;

#[tokio::test]
async fn anybody_of_a_practice_office_can_be_anybody() {
    let bureau = Bureau::practice().await;
    for role in workflow::Role::ALL {
        let (token, _) = bureau.be(role.word(), 2).await;
        let me = bureau.get("/v1/me", &token).await;
        assert_eq!(me.body["roles"], json!([role.word()]), "{}", me.text);
    }
    let nobody =
        bureau.post("/v1/practice/sign-in", "", json!({"role": "leader", "person": 4})).await;
    assert_eq!((nobody.status, nobody.rule()), (422, "practice-person"));
    let unknown =
        bureau.post("/v1/practice/sign-in", "", json!({"role": "king", "person": 1})).await;
    assert_eq!((unknown.status, unknown.rule()), (422, "input-unknown-word"));
}

async fn refreshed(bureau: &Bureau, token: &str) -> Answer {
    bureau.post("/v1/token-refresh", "", json!({"refresh_token": token})).await
}

#[tokio::test]
async fn a_lost_answer_is_given_again_to_the_same_client_only() {
    let bureau = Bureau::practice().await;
    let (access, refresh) = bureau.be("registrar", 1).await;
    let next = refreshed(&bureau, &refresh).await;
    assert_eq!(next.status, 200, "{}", next.text);
    let (second_access, _) = tokens(&next);
    assert_eq!(bureau.get("/v1/me", &access).await.status, 200);
    assert_eq!(bureau.get("/v1/me", &second_access).await.status, 200);
    let again = refreshed(&bureau, &refresh).await;
    assert_eq!((again.status, &again.text), (200, &next.text));

    let elsewhere = asked("POST", "/v1/token-refresh", "")
        .header("content-type", "application/json")
        .header("user-agent", "another program");
    let body = json!({"refresh_token": refresh}).to_string();
    let reused = bureau.send(elsewhere, body).await;
    assert_eq!(reused.status, 401);
    assert_eq!(bureau.get("/v1/me", &second_access).await.status, 401);
    assert_eq!(refreshed(&bureau, &refresh).await.status, 401);
}

#[tokio::test]
async fn a_token_whose_successor_was_used_ends_the_session() {
    let bureau = Bureau::practice().await;
    let (_, first) = bureau.be("registrar", 1).await;
    let (_, second) = tokens(&refreshed(&bureau, &first).await);
    let (access, third) = tokens(&refreshed(&bureau, &second).await);
    let reused = refreshed(&bureau, &first).await;
    let unknown = refreshed(&bureau, "rubbish").await;
    assert_eq!((reused.status, &reused.text), (401, &unknown.text));
    assert_eq!(bureau.get("/v1/me", &access).await.status, 401);
    assert_eq!(refreshed(&bureau, &third).await.status, 401);
}

#[tokio::test]
async fn many_at_once_all_get_the_same_pair() {
    let bureau = Bureau::practice().await;
    let (_, refresh) = bureau.be("registrar", 1).await;
    let wish = || refreshed(&bureau, &refresh);
    let (one, two, three) = tokio::join!(wish(), wish(), wish());
    assert_eq!([one.status, two.status, three.status], [200; 3], "{}", two.text);
    assert!(one.text == two.text && two.text == three.text);
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_of_the_person() {
    let bureau = Bureau::practice().await;
    let (one, refresh) = bureau.be("registrar", 1).await;
    let (other, _) = bureau.be("registrar", 1).await;
    let (stranger, _) = bureau.be("registrar", 2).await;
    assert_eq!(bureau.post("/v1/sign-out-everywhere", &one, json!(null)).await.status, 204);
    for ended in [&one, &other] {
        assert_eq!(bureau.get("/v1/me", ended).await.status, 401);
    }
    assert_eq!(refreshed(&bureau, &refresh).await.status, 401);
    assert_eq!(bureau.get("/v1/me", &stranger).await.status, 200);
    let (again, _) = bureau.be("registrar", 1).await;
    assert_eq!(bureau.get("/v1/me", &again).await.status, 200);
}

#[tokio::test]
async fn signing_out_ends_everything_of_the_session_and_nothing_else() {
    let bureau = Bureau::practice().await;
    let (access, refresh) = bureau.be("registrar", 1).await;
    let (other, _) = bureau.be("registrar", 1).await;
    assert_eq!(bureau.post("/v1/sign-out", &access, json!(null)).await.status, 204);
    assert_eq!(bureau.get("/v1/me", &access).await.status, 401);
    assert_eq!(
        bureau.post("/v1/token-refresh", "", json!({"refresh_token": refresh})).await.status,
        401
    );
    assert_eq!(bureau.get("/v1/me", &other).await.status, 200);
}

#[tokio::test]
async fn a_token_of_another_office_or_in_another_place_is_not_taken() {
    let bureau = Bureau::practice().await;
    let elsewhere = Bureau::practice().await;
    let (token, refresh) = bureau.be("leader", 1).await;
    assert_eq!(elsewhere.get("/v1/me", &token).await.status, 401);
    assert_eq!(bureau.get("/v1/me", &refresh).await.status, 401);
    assert_eq!(
        bureau.post("/v1/token-refresh", "", json!({"refresh_token": token})).await.status,
        401
    );
    let basic = asked("GET", "/v1/me", "").header("authorization", format!("Basic {token}"));
    assert_eq!(bureau.send(basic, Body::empty()).await.status, 401);
    let twice = asked("GET", "/v1/me", &token).header("authorization", format!("Bearer {token}"));
    assert_eq!(bureau.send(twice, Body::empty()).await.status, 401);
}

#[tokio::test]
async fn the_legal_day_moves_in_practice() {
    let bureau = Bureau::practice().await;
    let (token, _) = bureau.be("registrar", 1).await;
    let request = |token: &str| {
        asked("PUT", "/v1/practice/clock", token).header("content-type", "application/json")
    };
    let moved = bureau.send(request(&token), json!({"today": "2026-03-02"}).to_string()).await;
    assert_eq!((moved.status, &moved.body["today"]), (200, &json!("2026-03-02")), "{}", moved.text);
    let read = bureau.get("/v1/practice/clock", &token).await;
    assert_eq!(read.body["today"], "2026-03-02");
    assert_eq!(
        bureau.send(request(""), json!({"today": "2026-03-02"}).to_string()).await.status,
        401
    );
    let wrong = bureau.send(request(&token), json!({"today": "2026-02-30"}).to_string()).await;
    assert_eq!((wrong.status, wrong.rule()), (422, "input-value"));
}
