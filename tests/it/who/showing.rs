//! Showing a second factor: once, not by guessing, and anew before what counts most.

use reqwest::Method;
use serde_json::json;

use super::{age_factors, demand, enter, get, token_of};
use crate::support::authenticator::{Authenticator, post};
use crate::support::story::application;
use crate::support::{Answer, Backend, Office, Person, Story, on_both_databases, words};

on_both_databases!(
    a_code_is_good_once_on_whichever_replica,
    whoever_guesses_at_codes_is_slowed,
    approval_and_registration_ask_for_a_factor_shown_a_moment_ago,
    changes_of_accounts_ask_for_a_factor_shown_a_moment_ago,
);

async fn a_code_is_good_once_on_whichever_replica(office: Office) {
    let mut application = Authenticator::of_person(&office, Person::LEADER).await;
    let entered = enter(&office, Person::LEADER).await;
    assert_eq!((&entered["factor"], &entered["refresh_token"]), (&json!("show"), &json!(null)));
    let waiting = token_of(&entered);
    let refused = get(&office, &waiting, "/v1/cases").await.expect(403);
    assert_eq!(refused.rules(), ["factor-not-shown"]);
    assert!(refused.text().contains("/v1/session/factor"), "{}", refused.text());
    // A stolen password begins no factor of its own.
    let another = post(&office, &waiting, "/v1/me/factors", &json!({ "name": "另一部" })).await;
    assert_eq!(another.expect(403).rules(), ["factor-not-shown"]);
    let used = json!({ "code": application.again() });
    let replayed = post(&office, &waiting, "/v1/session/factor", &used).await;
    replayed.refused_by("factor-code-wrong");

    let other = match office.backend {
        Backend::Postgresql => Some(office.beside().await.expect("a second replica")),
        Backend::Sqlite => None,
    };
    let elsewhere = other.as_ref().unwrap_or(&office);
    let second = token_of(&enter(elsewhere, Person::LEADER).await);
    let code = json!({ "code": application.next().await });
    let (one, two) = tokio::join!(
        post(&office, &waiting, "/v1/session/factor", &code),
        post(elsewhere, &second, "/v1/session/factor", &code),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 422], "{} {}", one.text(), two.text());
    let won = if one.status.is_success() { one } else { two };
    let whole = won.json()["session"].clone();
    get(&office, &token_of(&whole), "/v1/cases").await.expect(200);
    let refresh = json!({ "refresh_token": whole["refresh_token"] });
    let next = Answer::of(office.anonymous(Method::POST, "/v1/token-refresh").json(&refresh)).await;
    let next = token_of(&next.expect(200).json());
    get(&office, &next, "/v1/cases").await.expect(200);
}

async fn whoever_guesses_at_codes_is_slowed(office: Office) {
    let application = Authenticator::of_person(&office, Person::LEADER).await;
    let waiting = token_of(&enter(&office, Person::LEADER).await);
    let guess = async |code: &str| {
        post(&office, &waiting, "/v1/session/factor", &json!({ "code": code })).await
    };
    let (one, two, three, four, five) = tokio::join!(
        guess("000000"),
        guess("111111"),
        guess("222222"),
        guess("333333"),
        guess("444444"),
    );
    for answer in [one, two, three, four, five] {
        answer.refused_by("factor-code-wrong");
    }
    let slowed = guess(&application.recovery_codes[0]).await.expect(429);
    let wait: u64 = slowed.header("retry-after").parse().expect("seconds");
    assert_eq!(wait, 1);
    let refused = "SELECT rules FROM access_log WHERE operation = 'show_factor' \
                   AND outcome = 'refused'";
    let refused = office.database().await.texts(refused).await;
    assert_eq!(refused, ["factor-code-wrong"; 5]);
    // Another account is not kept out by it.
    let mut other = Authenticator::of_person(&office, super::OTHER_LEADER).await;
    let entered = token_of(&enter(&office, super::OTHER_LEADER).await);
    let code = json!({ "code": other.next().await });
    post(&office, &entered, "/v1/session/factor", &code).await.expect(200);
}

async fn approval_and_registration_ask_for_a_factor_shown_a_moment_ago(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.carry_to_proposal().await;
    let mut application = Authenticator::of_person(&office, Person::LEADER).await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    // Whoever has a factor shows it, whatever the office demands.
    age_factors(&office, 6).await;
    let version = story.version;
    let old = story.attempt(Person::LEADER, "/approval", &words::approval()).await.expect(403);
    assert_eq!(old.rules(), ["factor-not-fresh"]);
    assert_eq!(old.json()["type"], "urn:guijia:problem:factor-required");
    assert!(old.text().contains("POST /v1/session/factor"), "{}", old.text());
    let logged = "SELECT outcome || ' ' || rules FROM access_log WHERE operation = 'approve_case'";
    let logged = office.database().await.texts(logged).await;
    assert!(logged.contains(&"forbidden ".to_owned()), "{logged:?}");
    let acts = story.office.read(Person::LEADER, &format!("/v1/cases/{}/acts", story.case)).await;
    let asks = |word: &str| {
        let acts = acts["acts"].as_array().expect("acts");
        acts.iter().find(|act| act["act"] == word).expect("the act")["asks_factor"].clone()
    };
    assert_eq!((asks("approve"), asks("propose")), (json!(true), json!(false)));
    let code = json!({ "code": application.next().await });
    let leader = office.token(Person::LEADER).await;
    let shown = post(&office, &leader, "/v1/session/factor", &code).await.expect(200);
    assert_eq!(shown.json(), json!({}), "the session goes on");
    assert_eq!(story.version, version, "nothing was done");
    story.attempt(Person::LEADER, "/approval", &words::approval()).await.expect(200);

    let administrator = office.token(Person::ADMINISTRATOR).await;
    demand(&office, &administrator, true).await.expect(204);
    // Where the office demands it, a registrar registers with a factor only, and does the rest without.
    let registration = story.registration().await;
    let refused = story.attempt(Person::REGISTRAR, "/registration", &registration).await;
    let refused = refused.expect(403);
    assert_eq!(refused.rules(), ["factor-not-fresh"]);
    Authenticator::of_person(&office, Person::REGISTRAR).await;
    story.register_and_issue().await;
}

async fn changes_of_accounts_ask_for_a_factor_shown_a_moment_ago(office: Office) {
    let mut application = Authenticator::of_person(&office, Person::ADMINISTRATOR).await;
    let token = office.token(Person::ADMINISTRATOR).await;
    let account = office.account(Person::VISITOR).await;
    let change = async || {
        let path = format!("/v1/people/{account}/roles");
        let request = office.anonymous(Method::PUT, &path).bearer_auth(&token);
        Answer::of(request.json(&json!({ "roles": ["visitor", "archivist"] }))).await
    };
    change().await.expect(204);
    age_factors(&office, 6).await;
    let refused = change().await.expect(403);
    assert_eq!(refused.rules(), ["factor-not-fresh"]);
    demand(&office, &token, false).await.expect(403);
    for what in ["disabling", "invitations", "factor-reset", "sessions/ending"] {
        let path = format!("/v1/people/{account}/{what}");
        let refused = post(&office, &token, &path, &json!(null)).await.expect(403);
        assert_eq!(refused.rules(), ["factor-not-fresh"], "{what}");
    }
    let today = office.today().await;
    let lends = json!({
        "person": office.account(Person::LEADER).await,
        "substitute": office.account(Person::REGISTRAR).await,
        "from": today, "until": today, "reason": "培训",
    });
    let refused = post(&office, &token, "/v1/office/absences", &lends).await.expect(403);
    assert_eq!(refused.rules(), ["factor-not-fresh"], "it lends roles");
    let code = json!({ "code": application.next().await });
    post(&office, &token, "/v1/session/factor", &code).await.expect(200);
    change().await.expect(204);
    post(&office, &token, "/v1/office/absences", &lends).await.expect(201);
}
