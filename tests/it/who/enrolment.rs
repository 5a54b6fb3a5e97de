//! Enrolling a second factor, and losing it.

use serde_json::json;

use super::{OTHER_LEADER, age_factors, demand, enter, get, token_of};
use crate::support::authenticator::{Authenticator, post};
use crate::support::{Office, Person, mostly_on_sqlite, on_both_databases};

on_both_databases!(
    a_factor_works_once_it_is_confirmed_and_until_it_is_removed,
    a_recovery_code_stands_in_once,
    an_administrator_takes_lost_factors_away,
);
mostly_on_sqlite!(who_decides_can_do_nothing_but_enrol_where_the_office_demands_it);

async fn a_factor_works_once_it_is_confirmed_and_until_it_is_removed(office: Office) {
    let own = token_of(&enter(&office, Person::LEADER).await);
    let other = token_of(&enter(&office, Person::LEADER).await);
    let begun = post(&office, &own, "/v1/me/factors", &json!({ "name": "手机" })).await;
    let begun = begun.expect(201).json();
    let uri = begun["uri"].as_str().expect("an address");
    assert!(uri.starts_with("otpauth://totp/") && uri.contains(":leader-1?"), "{uri}");
    let mut application = Authenticator::of(&begun);
    // What is not confirmed opens nothing and is asked of nobody.
    assert!(enter(&office, Person::LEADER).await["factor"].is_null());
    let shown = json!({ "code": application.beside(0) });
    let early = post(&office, &own, "/v1/session/factor", &shown).await.expect(422);
    assert_eq!(early.rules(), ["factor-code-wrong"]);
    let path = format!("/v1/me/factors/{}/confirmation", application.id);
    for wrong in [application.beside(-2), application.beside(2), "12345".to_owned()] {
        post(&office, &own, &path, &json!({ "code": wrong })).await.refused_by("factor-code-wrong");
    }
    let code = json!({ "code": application.next().await });
    let confirmed = post(&office, &own, &path, &code).await.expect(200).json();
    assert_eq!(confirmed["recovery_codes"].as_array().map(Vec::len), Some(10));
    assert!(confirmed["session"].is_null(), "the session goes on");
    post(&office, &own, &path, &code).await.expect(404);
    get(&office, &own, "/v1/cases").await.expect(200);
    get(&office, &other, "/v1/cases").await.expect(401);

    let held = get(&office, &own, "/v1/me/factors").await.expect(200).json();
    assert_eq!(held["recovery_codes_left"], 10);
    assert_eq!(held["factors"][0]["confirmed"], true);
    let removal = format!("/v1/me/factors/{}/removal", application.id);
    age_factors(&office, 6).await;
    let old = post(&office, &own, &removal, &json!(null)).await.expect(403);
    assert_eq!(old.rules(), ["factor-not-fresh"]);
    let code = json!({ "code": application.next().await });
    post(&office, &own, "/v1/session/factor", &code).await.expect(200);
    post(&office, &own, &removal, &json!(null)).await.expect(204);
    post(&office, &own, &removal, &json!(null)).await.expect(404);
    assert!(enter(&office, Person::LEADER).await["factor"].is_null(), "asked of nobody any more");
    let held = get(&office, &own, "/v1/me/factors").await.expect(200).json();
    assert_eq!(held, json!({ "factors": [], "recovery_codes_left": 0, "demanded": false }));
}

async fn who_decides_can_do_nothing_but_enrol_where_the_office_demands_it(office: Office) {
    let administrator = office.token(Person::ADMINISTRATOR).await;
    demand(&office, &administrator, true).await.expect(204);
    for person in [Person::LEADER, Person::ADMINISTRATOR, super::AUDITOR] {
        let entered = enter(&office, person).await;
        assert_eq!(entered["factor"], "enrol", "{}", person.role);
        assert!(entered["refresh_token"].is_null());
        let token = token_of(&entered);
        for path in ["/v1/cases", "/v1/office", "/v1/accesses", "/v1/me/sessions"] {
            let refused = get(&office, &token, path).await.expect(403);
            assert_eq!(refused.rules(), ["factor-not-enrolled"], "{path}");
            assert_eq!(refused.json()["type"], "urn:guijia:problem:factor-required");
        }
        get(&office, &token, "/v1/me").await.expect(200);
        let (_, confirmed) = Authenticator::enrol(office.base(), &token).await;
        let whole = confirmed.json()["session"].clone();
        assert!(whole["refresh_token"].is_string() && whole["factor"].is_null(), "{whole}");
        get(&office, &token, "/v1/me").await.expect(401);
        get(&office, &token_of(&whole), "/v1/office").await.expect(200);
        assert_eq!(enter(&office, person).await["factor"], "show", "{}", person.role);
    }
    // A session of before is good for no more, and whoever becomes a leader needs a factor at once.
    let old = get(&office, &administrator, "/v1/people").await;
    old.expect(401);
    let registrar = enter(&office, Person::REGISTRAR).await;
    assert!(registrar["factor"].is_null() && registrar["refresh_token"].is_string());
    let registrar = token_of(&registrar);
    get(&office, &registrar, "/v1/cases").await.expect(200);
    let raise = "UPDATE account SET roles = 'registrar leader' WHERE login = 'registrar-1'";
    assert_eq!(office.database().await.change(raise).await.expect("changed"), 1);
    let refused = get(&office, &registrar, "/v1/cases").await.expect(403);
    assert_eq!(refused.rules(), ["factor-not-enrolled"]);
}

async fn a_recovery_code_stands_in_once(office: Office) {
    let application = Authenticator::of_person(&office, Person::LEADER).await;
    let first = &application.recovery_codes[0];
    let show = async |code: &str| {
        let entered = enter(&office, Person::LEADER).await;
        assert_eq!(entered["factor"], "show");
        let token = token_of(&entered);
        post(&office, &token, "/v1/session/factor", &json!({ "code": code })).await
    };
    let typed = first.to_lowercase().replace('-', " ");
    let whole = show(&typed).await.expect(200).json();
    show(first).await.refused_by("factor-code-wrong");
    let token = token_of(&whole["session"]);
    let held = get(&office, &token, "/v1/me/factors").await.json();
    assert_eq!(held["recovery_codes_left"], 9);
    let renewed = post(&office, &token, "/v1/me/recovery-codes", &json!(null)).await;
    let renewed = renewed.expect(200).json()["recovery_codes"].clone();
    assert_eq!(renewed.as_array().map(Vec::len), Some(10));
    show(&application.recovery_codes[1]).await.refused_by("factor-code-wrong");
    show(renewed[0].as_str().expect("a code")).await.expect(200);
    let stored = office.database().await.count("recovery_code").await;
    assert_eq!(stored, 20, "none of them goes");
}

async fn an_administrator_takes_lost_factors_away(office: Office) {
    Authenticator::of_person(&office, OTHER_LEADER).await;
    let leader = office.account(OTHER_LEADER).await;
    let session = office.token(OTHER_LEADER).await;
    let reset = format!("/v1/people/{leader}/factor-reset");
    let registrar = office.token(Person::REGISTRAR).await;
    post(&office, &registrar, &reset, &json!(null)).await.expect(403);
    let administrator = office.token(Person::ADMINISTRATOR).await;
    post(&office, &administrator, &reset, &json!(null)).await.expect(204);
    get(&office, &session, "/v1/me").await.expect(401);
    assert!(enter(&office, OTHER_LEADER).await["factor"].is_null());
    let question =
        "SELECT actor FROM configuration_change WHERE subject LIKE 'second factors of %'";
    let by = office.account(Person::ADMINISTRATOR).await;
    assert_eq!(office.database().await.texts(question).await, [by]);
    let people = office.read(Person::ADMINISTRATOR, "/v1/people").await;
    let leads = people.as_array().expect("people").iter().find(|one| one["id"] == leader.as_str());
    assert_eq!(leads.expect("the leader")["has_factor"], false);
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}", verified.said);
}
