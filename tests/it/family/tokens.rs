//! A family's token: good for its own page and for nothing else.

use reqwest::Method;
use serde_json::{Value, json};

use super::reader::{self, open, shown, shown_by_first_adopter};
use crate::access::operations::{self, case_action};
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases};

on_both_databases!(a_familys_token_opens_its_page_and_nothing_else);

/// A case nobody has opened.
const UNKNOWN: &str = "00000000-0000-4000-8000-000000000000";

async fn a_familys_token_opens_its_page_and_nothing_else(office: Office) {
    let story = Story::apply(&office, application(51)).await;
    let other = Story::apply(&office, application(52)).await;
    let token = reader::token(&story).await;
    each_sees_its_own_case(&story, &other).await;
    staff_routes_know_no_case(&office, &story, &token).await;
    staff_tokens_open_no_page(&office).await;
    reads_are_logged(&office, &story, &token).await;
    two_parents_are_two_callers(&office, &story).await;
    english_on_request(&office, &token).await;
    refreshed_and_signed_out(&office, &story).await;
}

async fn each_sees_its_own_case(story: &Story<'_>, other: &Story<'_>) {
    for one in [story, other] {
        let number = one.read().await["number"].clone();
        assert_eq!(json!(reader::page(one).await.number), number);
    }
}

/// On every operation on a case, its own included, a family hears what it hears of no case.
async fn staff_routes_know_no_case(office: &Office, story: &Story<'_>, token: &str) {
    let described = operations::described(office).await;
    let on_cases = described.iter().filter(|operation| case_action(&operation.id).is_some());
    let mut asked = 0;
    for operation in on_cases {
        let mut answers = Vec::new();
        for case in [story.case.as_str(), UNKNOWN] {
            let path = operation.path.replace("{case}", case).replace("{number}", "1");
            let path = path.replace("{document}", "1-application_form").replace("{page}", "1");
            let request = office.anonymous(operation.method.clone(), &path).bearer_auth(token);
            let request = request.header("If-Match", "\"1\"");
            let answer = match &operation.body {
                Some(body) => Answer::of(request.json(body)).await,
                None => Answer::of(request).await,
            };
            answers.push((answer.status, answer.without_request_id()));
        }
        assert_eq!(answers[0], answers[1], "{}", operation.id);
        assert!(answers[0].0.is_client_error(), "{}", operation.id);
        asked += 1;
    }
    assert!(asked > 30, "only {asked} operations");
    assert_eq!(story.read().await["version"], 1, "nothing was done");
    let request = office.anonymous(Method::GET, "/v1/cases").bearer_auth(token);
    assert_eq!(Answer::of(request).await.expect(200).json()["cases"], json!([]));
}

async fn staff_tokens_open_no_page(office: &Office) {
    for role in ["registrar", "leader", "institution", "administrator", "auditor"] {
        let token = office.token(Person::of(role)).await;
        reader::read(office, &token, "zh-CN").await.expect(403);
    }
    reader::read(office, "rubbish", "zh-CN").await.expect(401);
    let unbound = office.token(Person::of("family")).await;
    reader::read(office, &unbound, "zh-CN").await.expect(403);
}

async fn reads_are_logged(office: &Office, story: &Story<'_>, token: &str) {
    let answer = reader::read(office, token, "zh-CN").await.expect(200);
    let question = format!(
        "SELECT operation || ' ' || case_id || ' ' || outcome || ' ' || roles FROM access_log \
         WHERE request_id = '{}'",
        answer.header("x-request-id")
    );
    let entries = office.database().await.texts(&question).await;
    assert_eq!(entries, [format!("read_family_case {} read family", story.case)]);
    assert_eq!(answer.header("cache-control"), "no-store");
}

async fn two_parents_are_two_callers(office: &Office, story: &Story<'_>) {
    let mut callers = Vec::new();
    for place in [0, 1, 1] {
        let adopter = &story.application["adopters"][place];
        let opened = open(office, &shown(story, adopter)).await.expect(200).json();
        let token = opened["access_token"].as_str().expect("a token");
        let request = office.anonymous(Method::GET, "/v1/me").bearer_auth(token);
        let me = Answer::of(request).await.expect(200).json();
        assert_eq!(me["roles"], json!(["family"]));
        assert_eq!(me["case_id"], json!(story.case));
        callers.push(me["id"].clone());
    }
    assert_ne!(callers[0], callers[1]);
    assert_eq!(callers[1], callers[2], "the same person is the same caller");
}

async fn english_on_request(office: &Office, token: &str) {
    let english = reader::read(office, token, "en").await.expect(200).json();
    let chinese = reader::read(office, token, "zh").await.expect(200).json();
    let sentence = |page: &Value| page["where_it_stands"].as_str().expect("a sentence").to_owned();
    assert!(sentence(&english).is_ascii(), "{english}");
    assert!(!sentence(&chinese).is_ascii());
    assert!(english["asked_of_you"][0]["article"].as_str().is_some_and(str::is_ascii));
}

async fn refreshed_and_signed_out(office: &Office, story: &Story<'_>) {
    let opened = open(office, &shown_by_first_adopter(story)).await.expect(200).json();
    let refresh = json!({ "refresh_token": opened["refresh_token"] });
    let request = office.anonymous(Method::POST, "/v1/token-refresh").json(&refresh);
    let refreshed = Answer::of(request).await.expect(200).json();
    let token = refreshed["access_token"].as_str().expect("a token");
    reader::read(office, token, "zh-CN").await.expect(200);
    let request = office.anonymous(Method::POST, "/v1/sign-out").bearer_auth(token);
    Answer::of(request).await.expect(204);
    reader::read(office, token, "zh-CN").await.expect(401);
}
