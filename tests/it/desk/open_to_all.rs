//! What nobody has to sign in for: the office's card, the guide, the questions, the notices, and coming forward.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite, on_both_databases};

mostly_on_sqlite!(anybody_reads_the_card_the_guide_and_the_questions);
on_both_databases!(who_may_know_a_child_comes_forward);

async fn read(office: &Office, path: &str) -> Value {
    Answer::of(office.anonymous(Method::GET, path)).await.expect(200).json()
}

/// The administrator arranges the hours of the office.
pub async fn arrange(office: &Office, opening: Value) -> Answer {
    let mut rules = office.read(Person::ADMINISTRATOR, "/v1/office").await["rules"].take();
    rules["opening"] = opening;
    let change = office.request(Person::ADMINISTRATOR, Method::PUT, "/v1/office/rules").await;
    Answer::of(change.json(&rules)).await
}

/// Mornings and afternoons, two at a time.
pub fn hours() -> Value {
    json!({
        "hours": [{ "from": "09:00", "until": "12:00" }, { "from": "14:00", "until": "17:00" }],
        "appointment_minutes": 60, "appointments_at_once": 2, "appointment_days_ahead": 30,
    })
}

async fn anybody_reads_the_card_the_guide_and_the_questions(office: Office) {
    let known = office.read(Person::REGISTRAR, "/v1/office").await;
    let card = read(&office, "/v1/public/office").await;
    for field in ["name", "address", "telephone"] {
        assert_eq!(card[field], known["office"][field], "{field}");
    }
    assert_eq!(card["hours"], json!([]), "the office has not said");
    arrange(&office, hours()).await.expect(204);
    let card = read(&office, "/v1/public/office").await;
    assert_eq!(card["hours"][1], json!({ "from": "14:00", "until": "17:00" }));
    assert_eq!(card["appointments"], true);
    let mut wrong = hours();
    wrong["hours"][1]["from"] = json!("11:00");
    let refused = arrange(&office, wrong).await.expect(422);
    assert!(refused.text().contains("opening"), "{}", refused.text());

    let guide = read(&office, "/v1/public/guide/stepchild").await;
    let papers = guide["papers"].as_array().expect("papers");
    let marriage = papers.iter().find(|paper| paper["paper"] == "marriage_proof");
    let marriage = marriage.expect("a step-parent shows the marriage");
    assert_eq!(marriage["given_by"], "adopters");
    assert_eq!(marriage["form"], "original_and_copy");
    assert_eq!(marriage["only_if"], json!([]));
    assert!(!guide["assessed"].as_bool().expect("a yes or no"), "a step-parent is not assessed");
    let spoken = |paper: &Value| !paper["title"]["en"].as_str().unwrap_or("").is_empty();
    assert!(papers.iter().all(spoken));
    Answer::of(office.anonymous(Method::GET, "/v1/public/guide/nephew")).await.expect(404);

    let questions = read(&office, "/v1/public/questions").await;
    let questions = questions["questions"].as_array().expect("questions");
    assert_eq!(questions[0]["field"], "child.source");
    assert!(
        questions.iter().all(|one| one["article"]["zh"].as_str().is_some_and(|it| !it.is_empty()))
    );
}

async fn who_may_know_a_child_comes_forward(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.carry_to_acceptance().await;
    assert_eq!(read(&office, "/v1/public/notices").await["notices"], json!([]));
    story.publish().await;
    let listed = read(&office, "/v1/public/notices").await;
    let notice = &listed["notices"][0];
    assert_eq!(notice["features"], story.application["child"]["features"]);
    assert!(
        !listed.to_string().contains(story.said("/adopters/0/name")),
        "only the notice is told"
    );
    assert!(!listed.to_string().contains(&story.case), "the case is not named");
    let path = format!("/v1/public/notices/{}/reports", notice["notice"].as_str().expect("a name"));
    let report = json!({
        "name": "陈某", "telephone": "13800138000", "relation": "孩子的姑姑",
        "says": "孩子右耳后的胎记和我侄女一样。",
    });
    let send = async |path: &str, report: &Value| {
        Answer::of(office.anonymous(Method::POST, path).json(report)).await
    };
    send("/v1/public/notices/00/reports", &report).await.expect(404);
    let mut blank = report.clone();
    blank["telephone"] = json!("0");
    blank["says"] = json!(" ");
    let refused = send(&path, &blank).await.expect(422).json();
    let fields: Vec<&Value> =
        refused["violations"].as_array().expect("rules").iter().map(|one| &one["field"]).collect();
    assert_eq!(fields, ["/telephone", "/says"]);
    send(&path, &report).await.expect(201);

    let reports = office.read(Person::REGISTRAR, "/v1/notice-reports").await;
    let come = &reports["reports"][0];
    assert_eq!((&come["says"], &come["case_id"]), (&report["says"], &json!(story.case)));
    assert_eq!(come["settled"], Value::Null);
    let database = office.database().await;
    let sealed = "desk_record WHERE kind = 'notice_report'";
    assert_eq!(database.count(sealed).await, 1);
    let settle =
        format!("/v1/notice-reports/{}/settlement", come["report"].as_str().expect("an id"));
    let said = json!({ "outcome": "claimed", "reason": "已电话核实，转为认领" });
    let request = office.request(Person::LEADER, Method::POST, &settle).await;
    Answer::of(request.json(&said)).await.expect(403);
    let request = office.request(Person::REGISTRAR, Method::POST, &settle).await;
    Answer::of(request.json(&said)).await.expect(204);
    let claim = json!({ "claimant": "陈某，自称孩子的姑姑" });
    story.act(Person::REGISTRAR, "/claims", claim).await;
    let reports = office.read(Person::REGISTRAR, "/v1/notice-reports").await;
    assert_eq!(reports["reports"][0]["settled"], said);
    assert!(office.complaints().is_empty(), "{}", office.complaints());
}
