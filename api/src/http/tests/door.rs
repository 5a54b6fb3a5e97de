//! What the door itself answers: unknown paths, wrong methods, bodies that are not taken.

use super::*;
use serde_json::json;

#[tokio::test]
async fn every_refusal_of_the_framework_is_a_problem() {
    let bureau = Bureau::practice().await;
    let unknown = bureau.get("/v1/nowhere", "").await;
    let wrong_method = bureau.send(asked("TRACE", "/v1/me", ""), Body::empty()).await;
    let no_json = bureau.send(asked("POST", "/v1/sign-in", ""), "login=x").await;
    let too_large = asked("POST", "/v1/sign-in", "").header("content-type", "application/json");
    let too_large = bureau.send(too_large, vec![b' '; 70_000]).await;
    let no_token = bureau.get("/v1/me", "").await;
    let bad_query = bureau.get("/v1/people?role=x", "").await;
    let bad_path = bureau.get("/v1/%ff", "").await;
    let expected = [
        (&unknown, 404),
        (&wrong_method, 405),
        (&no_json, 415),
        (&too_large, 413),
        (&no_token, 401),
        (&bad_query, 400),
        (&bad_path, 404),
    ];
    for (answer, status) in expected {
        assert_eq!(answer.status, status, "{}", answer.text);
        assert_eq!(answer.header("content-type"), "application/problem+json; charset=utf-8");
        assert_eq!(answer.body["status"], status);
        assert!(!answer.header("x-request-id").is_empty());
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(!answer.text.contains("poem") && !answer.text.contains("::"), "{}", answer.text);
    }
    assert_eq!(wrong_method.header("allow"), "GET, HEAD");
    assert_eq!(too_large.header("connection"), "close");
    assert!(no_token.header("www-authenticate").starts_with("Bearer"));
}

#[tokio::test]
async fn problems_speak_the_language_that_was_asked_for() {
    let bureau = Bureau::practice().await;
    let chinese = bureau.get("/v1/me", "").await;
    let english = bureau
        .send(asked("GET", "/v1/me", "").header("accept-language", "en"), Body::empty())
        .await;
    assert_eq!(chinese.body["title"], "请先登录");
    assert_eq!(english.body["title"], "Sign in first");
    assert_eq!(english.header("content-language"), "en");
}

#[tokio::test]
async fn practice_does_not_exist_in_a_real_office() {
    let bureau = Bureau::real().await;
    let unknown = bureau.post("/v1/nowhere", "", json!({})).await;
    let sign_in =
        bureau.post("/v1/practice/sign-in", "", json!({"role": "leader", "person": 1})).await;
    let wrong_method = bureau.send(asked("PATCH", "/v1/practice/clock", ""), Body::empty()).await;
    let broken = bureau.send(asked("POST", "/v1/practice/sign-in", ""), "{").await;
    for answer in [sign_in, wrong_method, broken] {
        assert_eq!((answer.status, &answer.text), (404, &unknown.text));
    }
}

#[tokio::test]
async fn health_readiness_description_and_explorer_are_served() {
    let bureau = Bureau::real().await;
    assert_eq!(bureau.get("/healthz", "").await.status, 200);
    assert_eq!(bureau.get("/readyz", "").await.status, 200);
    let description = bureau.get("/openapi.json", "").await;
    assert_eq!(description.body, crate::http::document().expect("described"));
    let practice = Bureau::practice().await;
    let explorer = practice.get("/docs", "").await;
    assert_eq!(explorer.status, 200);
    assert!(explorer.header("content-security-policy").contains("sha256-"));
    let unknown = bureau.get("/v1/nowhere", "").await;
    let not_shown = bureau.get("/docs", "").await;
    assert_eq!(
        (not_shown.status, not_shown.text),
        (404, unknown.text),
        "a real office has no page"
    );
    let head = bureau.send(asked("HEAD", "/healthz", ""), Body::empty()).await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
    assert_eq!(bureau.get("/docs/oauth-receiver.html", "").await.status, 404);
}

#[tokio::test]
async fn an_office_that_is_entered_over_tls_is_entered_in_no_other_way() {
    let header = "strict-transport-security";
    let plain = Bureau::practice().await;
    assert_eq!(plain.get("/healthz", "").await.header(header), "");
    let claimed = asked("GET", "/healthz", "").header("x-forwarded-proto", "https");
    assert_eq!(plain.send(claimed, Body::empty()).await.header(header), "", "of a stranger");
    let secure = Bureau::real().await;
    for path in ["/healthz", "/v1/nowhere", "/v1/me"] {
        assert_eq!(secure.get(path, "").await.header(header), "max-age=31536000", "{path}");
    }
}

#[tokio::test]
async fn every_operation_is_named_and_every_body_is_closed() {
    let document = crate::http::document().expect("described");
    let paths = document["paths"].as_object().expect("paths");
    for (path, operations) in paths {
        for (method, operation) in operations.as_object().expect("operations") {
            let id = operation["operationId"].as_str().unwrap_or_default();
            assert!(id.contains('_') && id.to_lowercase() == id, "{method} {path}: {id}");
            let Some(body) =
                operation["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str()
            else {
                continue;
            };
            let name = body.rsplit('/').next().unwrap_or_default();
            let schema = &document["components"]["schemas"][name];
            assert!(
                schema["additionalProperties"] == false || schema["oneOf"].is_array(),
                "{name}: {schema}"
            );
        }
    }
}
