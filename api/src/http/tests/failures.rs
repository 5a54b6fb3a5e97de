//! Failed sign-ins: all alike, slowed, and no burden for who has been here before.

use super::*;
use serde_json::json;

const PASSWORD: &str = "correct horse battery";
const LOGIN: &str = "first.administrator";

/// The value by which the administrator's device is known.
async fn enter(bureau: &Bureau) -> String {
    let acceptance = json!({"code": bureau.first_code, "password": PASSWORD});
    let accepted = bureau.post("/v1/invitations/acceptance", "", acceptance).await;
    assert_eq!(accepted.status, 200, "{}", accepted.text);
    accepted.body["device"].as_str().expect("a device").to_owned()
}

async fn attempt(bureau: &Bureau, address: &str, shown: Value) -> Answer {
    let request = asked("POST", "/v1/sign-in", "").header("content-type", "application/json");
    bureau.send_from(address, request, shown.to_string()).await
}

fn shown(login: &str, password: &str) -> Value {
    json!({"login": login, "password": password})
}

#[tokio::test]
async fn whoever_fails_hears_the_same_after_one_hash() {
    let bureau = Bureau::real().await;
    enter(&bureau).await;
    let long = "x".repeat(2000);
    let mut texts = Vec::new();
    for (login, password) in
        [(LOGIN, "wrong"), ("nobody", "wrong"), ("nobody", PASSWORD), (LOGIN, ""), (LOGIN, &long)]
    {
        let before = bureau.inside.passwords.hashed();
        let answer = attempt(&bureau, "192.0.2.1", shown(login, password)).await;
        assert_eq!(answer.status, 401, "{}", answer.text);
        assert_eq!(bureau.inside.passwords.hashed(), before + 1, "{login}");
        texts.push(answer.text);
    }
    let before = bureau.inside.passwords.hashed();
    let right = attempt(&bureau, "192.0.2.2", shown(LOGIN, PASSWORD)).await;
    assert_eq!(right.status, 200, "{}", right.text);
    assert_eq!(bureau.inside.passwords.hashed(), before + 1);
    texts.dedup();
    assert_eq!(texts.len(), 1, "{texts:?}");
}

#[tokio::test]
async fn an_attack_on_a_login_slows_strangers_everywhere_but_no_known_device() {
    let bureau = Bureau::real().await;
    let device = enter(&bureau).await;
    for place in 1..=5 {
        let address = format!("192.0.2.{place}");
        assert_eq!(attempt(&bureau, &address, shown(LOGIN, "wrong")).await.status, 401);
    }
    let stranger = attempt(&bureau, "203.0.113.9", shown(LOGIN, PASSWORD)).await;
    assert_eq!(stranger.status, 429, "{}", stranger.text);
    assert!(stranger.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds >= 1));
    let hashed = bureau.inside.passwords.hashed();
    let nobody = attempt(&bureau, "203.0.113.9", shown("someone.else", PASSWORD)).await;
    assert_eq!((nobody.status, bureau.inside.passwords.hashed()), (401, hashed + 1));

    let known = json!({"login": LOGIN, "password": PASSWORD, "device": device});
    let honest = attempt(&bureau, "192.0.2.1", known).await;
    assert_eq!(honest.status, 200, "an attack locks nobody out: {}", honest.text);
    assert!(honest.body["device"].is_null(), "a known device keeps its value");
    let made_up = json!({"login": LOGIN, "password": PASSWORD, "device": "made up"});
    assert_eq!(attempt(&bureau, "203.0.113.9", made_up).await.status, 429);
    let of_another = json!({"login": "someone.else", "password": PASSWORD, "device": device});
    assert_eq!(attempt(&bureau, "203.0.113.9", of_another).await.status, 401);
}

#[tokio::test]
async fn a_login_that_does_not_exist_is_slowed_like_one_that_does() {
    let bureau = Bureau::real().await;
    enter(&bureau).await;
    let mut answers = Vec::new();
    for login in [LOGIN, "nobody"] {
        let mut statuses = Vec::new();
        for _ in 0..6 {
            statuses.push(attempt(&bureau, "192.0.2.1", shown(login, "wrong")).await.status);
        }
        answers.push(statuses);
    }
    assert_eq!(answers, [[401, 401, 401, 401, 401, 429]; 2]);
}

#[tokio::test]
async fn one_address_cannot_try_every_login() {
    let bureau = Bureau::real().await;
    let device = enter(&bureau).await;
    let mut slowed = 0;
    for number in 0..55 {
        let login = format!("somebody.{number}");
        let status = attempt(&bureau, "192.0.2.1", shown(&login, "wrong")).await.status;
        slowed += usize::from(status == 429);
    }
    assert!(slowed >= 3, "{slowed} of the last five were slowed");
    let known = json!({"login": LOGIN, "password": PASSWORD, "device": device});
    assert_eq!(attempt(&bureau, "192.0.2.1", known).await.status, 200);
}

#[tokio::test]
async fn a_known_device_is_slowed_by_its_own_failures() {
    let bureau = Bureau::real().await;
    let device = enter(&bureau).await;
    let mut statuses = Vec::new();
    for _ in 0..6 {
        let wrong = json!({"login": LOGIN, "password": "wrong", "device": device});
        statuses.push(attempt(&bureau, "192.0.2.1", wrong).await.status);
    }
    assert_eq!(statuses, [401, 401, 401, 401, 401, 429]);
    let elsewhere = attempt(&bureau, "192.0.2.1", shown(LOGIN, PASSWORD)).await;
    assert_eq!(elsewhere.status, 200, "its failures are its own");
    assert!(elsewhere.body["device"].is_string());
}
