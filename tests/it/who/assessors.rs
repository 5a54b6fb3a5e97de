//! Who may assess: bodies and what is on file are entered by an administrator, an appointment asks for them,
//! and what lapses afterwards is shown.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases, words};

on_both_databases![
    whoever_is_not_fit_to_assess_is_not_appointed_and_a_lapse_is_shown,
    a_body_and_what_is_on_file_are_taken_whole_or_not_at_all,
];

async fn put(office: &Office, by: Person, path: &str, body: &Value) -> Answer {
    Answer::of(office.request(by, Method::PUT, path).await.json(body)).await
}

async fn standing_of(office: &Office, account: &str) -> Value {
    let list = office.read(Person::LEADER, "/v1/assessors").await;
    let lines = list.as_array().expect("assessors");
    lines.iter().find(|line| line["user"] == account).cloned().expect("the assessor")
}

/// What is on file of an assessor, as it could be entered today: the invented people of practice were checked
/// in years to come, too.
async fn on_file(office: &Office, account: &str) -> Value {
    let mut standing = standing_of(office, account).await["standing"].clone();
    let today = office.today().await.to_string();
    let checks = standing["screenings"].as_array_mut().expect("checks");
    checks.retain(|check| check["on"].as_str().is_some_and(|on| on <= today.as_str()));
    standing
}

fn rules_of(line: &Value) -> Vec<&str> {
    let objections = line["objections"].as_array().expect("objections");
    objections.iter().map(|one| one["rule"].as_str().expect("a rule")).collect()
}

fn commissioned() -> Value {
    json!({
        "name": "慧心社会工作服务中心",
        "body": {
            "kind": "commissioned",
            "credit_code": "12500199009901024H",
            "agreement": {
                "number": "委评〔2026〕1号",
                "from": "2026-01-01",
                "until": "2026-12-31",
                "scope": ["capability", "integration"],
            },
            "examined": {
                "on": "2025-12-10",
                "source": "社会组织登记证书、章程和人员名册",
                "in_order": true,
                "full_time_staff": 6,
            },
        },
    })
}

async fn whoever_is_not_fit_to_assess_is_not_appointed_and_a_lapse_is_shown(office: Office) {
    let account = office.account(Person::ASSESSOR).await;
    let path = format!("/v1/people/{account}/standing");
    let line = standing_of(&office, &account).await;
    assert_eq!((rules_of(&line), &line["open_tasks"]), (vec![], &json!(0)), "{line}");
    let held = on_file(&office, &account).await;
    let mut story = Story::apply(&office, application(1)).await;
    story.bring_everything().await;
    story.accept().await;
    let appointed = words::appointment(&story.assessors().await);
    let mut refused = async |standing: &Value, wanted: &str| {
        put(&office, Person::ADMINISTRATOR, &path, standing).await.expect(204);
        let answer = story.attempt(Person::REGISTRAR, "/assessment/appointments", &appointed).await;
        let rules = answer.expect(422).rules();
        assert!(rules.iter().any(|rule| rule == wanted), "{rules:?}, not {wanted}");
        assert!(
            rules_of(&standing_of(&office, &account).await).contains(&wanted)
                || wanted == "EVAL-9.body"
        );
    };
    let with = |field: &str, value: Value| {
        let mut standing = held.clone();
        standing[field] = value;
        standing
    };
    refused(&with("screenings", json!([])), "MPL-62").await;
    refused(&with("examinations", json!([])), "EVAL-6.certificate").await;
    refused(&with("employment", json!("full_time")), "EVAL-6.team").await;
    let pause = json!([{ "from": "2026-01-01", "until": null, "reason": "调查期间暂停" }]);
    refused(&with("suspensions", pause.clone()), "EVAL-6.suspended").await;
    let request = office.request(Person::ADMINISTRATOR, Method::POST, "/v1/agencies").await;
    let agency = Answer::of(request.json(&commissioned())).await.expect(201).json();
    refused(&with("agency", agency["id"].clone()), "EVAL-7.staff").await;
    let mut elsewhere = with("agency", agency["id"].clone());
    elsewhere["employment"] = json!("full_time");
    refused(&elsewhere, "EVAL-9.body").await;
    let mut ended = commissioned();
    ended["ended_on"] = json!("2026-01-15");
    let agency_path = format!("/v1/agencies/{}", agency["id"].as_str().expect("an id"));
    put(&office, Person::ADMINISTRATOR, &agency_path, &ended).await.expect(204);
    refused(&elsewhere, "EVAL-7.body").await;

    put(&office, Person::ADMINISTRATOR, &path, &held).await.expect(204);
    story.begin_assessment().await;
    put(&office, Person::ADMINISTRATOR, &path, &with("suspensions", pause)).await.expect(204);
    let line = standing_of(&office, &account).await;
    assert_eq!(
        (rules_of(&line), &line["open_tasks"]),
        (vec!["EVAL-6.suspended"], &json!(1)),
        "{line}"
    );
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
}

async fn a_body_and_what_is_on_file_are_taken_whole_or_not_at_all(office: Office) {
    let create = async |by: Person, body: Value| {
        let request = office.request(by, Method::POST, "/v1/agencies").await;
        Answer::of(request.json(&body)).await
    };
    create(Person::LEADER, commissioned()).await.expect(403);
    let mut wrong = commissioned();
    wrong["name"] = json!(" ");
    wrong["body"]["credit_code"] = json!("12500199009901024X");
    wrong["body"]["agreement"]["until"] = json!("2025-12-31");
    wrong["body"]["agreement"]["scope"] = json!([]);
    wrong["body"]["examined"]["on"] = json!("2999-01-01");
    let answer = create(Person::ADMINISTRATOR, wrong).await.expect(422);
    let expected = ["INPUT-TEXT", "GB-32100", "INPUT-DAY", "INPUT-BOUNDS", "INPUT-DAY"];
    assert_eq!(answer.rules(), expected, "{}", answer.text());
    let known = office.read(Person::REGISTRAR, "/v1/agencies").await;
    assert_eq!(known.as_array().map(Vec::len), Some(1), "{known}");

    let account = office.account(Person::ASSESSOR).await;
    let path = format!("/v1/people/{account}/standing");
    let held = on_file(&office, &account).await;
    put(&office, Person::ADMINISTRATOR, &path, &held).await.expect(204);
    put(&office, Person::REGISTRAR, &path, &held).await.expect(403);
    let mut wrong = held.clone();
    wrong["agency"] = json!("00000000-0000-7000-8000-000000000000");
    wrong["trainings"] = json!([{ "on": "2999-01-01", "topic": "", "hours": 9000, "organiser": "x", "on_adoption_law": true }]);
    let answer = put(&office, Person::ADMINISTRATOR, &path, &wrong).await.expect(422);
    let expected = ["INPUT-KNOWN", "INPUT-DAY", "INPUT-TEXT", "INPUT-BOUNDS"];
    assert_eq!(answer.rules(), expected, "{}", answer.text());
    assert_eq!(standing_of(&office, &account).await["standing"], held);
}
