//! An assessment by points over the interface: two sheets apart, who reads what and when, and the printed report.

mod readings;

use chrono::Days;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::families::hardship_parents;
use crate::support::papers::scan;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite, on_both_databases, words};

on_both_databases!(
    two_score_apart_and_neither_reads_the_other_before_both_are_sent,
    who_has_a_tie_withdraws_and_others_are_appointed,
);
mostly_on_sqlite!(a_late_draft_overwrites_nothing);

/// The office scores by the set that comes with the program.
async fn scores_by_the_default_set(office: &Office) {
    let mut rules = office.read(Person::ADMINISTRATOR, "/v1/office").await["rules"].take();
    rules["scored_by_the_default_set"] = json!(true);
    let change = office.request(Person::ADMINISTRATOR, Method::PUT, "/v1/office/rules").await;
    Answer::of(change.json(&rules)).await.expect(204);
}

async fn begun(office: &Office) -> Story<'_> {
    scores_by_the_default_set(office).await;
    let mut story = Story::apply(office, hardship_parents(1)).await;
    story.carry_to_acceptance().await;
    story.begin_assessment().await;
    story
}

/// A case under assessment with a file of evidence, where there has to be one to read.
pub async fn with_evidence(office: &Office) -> String {
    let mut story = begun(office).await;
    work(&mut story).await;
    file(&story, 1, scan()).await.expect(200);
    story.case
}

/// The case as a person reads it; the status where it is not readable.
async fn seen_by(story: &Story<'_>, person: Person) -> Result<Value, u16> {
    let answer = story.office.get(person, &story.path("")).await;
    if answer.status.as_u16() == 200 { Ok(answer.json()) } else { Err(answer.status.as_u16()) }
}

async fn sheets_of(story: &Story<'_>, person: Person) -> usize {
    let case = seen_by(story, person).await.expect("the case is readable");
    case["assessment"]["scored"]["sheets"].as_array().map_or(0, Vec::len)
}

fn record(story_day: &Value, assessors: &[String; 2], method: &str, people: Value) -> Value {
    json!({
        "method": method, "on": story_day, "began_at": "09:00:00", "ended_at": "10:00:00",
        "place": "申请人住所", "assessors": assessors, "people": people, "notes": "与申请所述一致。",
    })
}

/// Plan and least work; one reading shows every item.
async fn work(story: &mut Story<'_>) {
    let today = json!(story.office.today().await);
    let assessors = story.assessors().await;
    let plan = json!({
        "household": { "co_residents": [], "children": [] },
        "entries": [{ "on": today, "method": "home_visit", "whom": "申请人", "place": "申请人住所" }],
    });
    story.act(Person::ASSESSOR, "/assessment/plan", plan).await;
    for who in story.adopters() {
        let people = json!([{ "who": who, "name": "申请人" }]);
        let mut talk = record(&today, &assessors, "interview", people);
        talk["alone"] = json!(true);
        story.act(Person::ASSESSOR, "/assessment/work", talk).await;
    }
    for _ in 0..2 {
        let mut home = record(&today, &assessors, "home_visit", json!([]));
        home["child_lives_there"] = json!(true);
        story.act(Person::ASSESSOR, "/assessment/work", home).await;
    }
    let people = json!([{ "who": "neighbour", "name": "同楼邻居" }, { "who": "committee", "name": "居委会" }]);
    let around = record(&today, &assessors, "neighbourhood_visit", people);
    story.act(Person::ASSESSOR, "/assessment/work", around).await;
    let mut reading = record(&today, &assessors, "document_review", json!([]));
    reading["evidence"] = evidence(story).await;
    story.act(Person::ASSESSOR, "/assessment/work", reading).await;
}

async fn items(story: &Story<'_>, part: &str) -> Vec<Value> {
    let set = story.read().await["assessment"]["scored"]["set"].take();
    let groups = set[part]["groups"].as_array().expect("groups").clone();
    groups.iter().flat_map(|group| group["items"].as_array().expect("items").clone()).collect()
}

async fn evidence(story: &Story<'_>) -> Value {
    let mut all = items(story, "capability").await;
    all.extend(items(story, "integration").await);
    let pieces = all.iter().map(
        |item| json!({ "kind": item["evidence"][0], "what": "记录", "items": [item["code"]] }),
    );
    Value::Array(pieces.collect())
}

/// The best marks but for one item.
async fn marks(story: &Story<'_>, part: &str, but: Option<(&str, f64)>) -> Value {
    let case = story.read().await;
    let records = case["assessment"]["scored"]["records"].as_array().expect("records").clone();
    let pieces: Vec<Value> = records
        .iter()
        .flat_map(|record| record["evidence"].as_array().expect("evidence").clone())
        .collect();
    let out = ["no_co_resident", "no_own_child", "no_special_need"];
    let applies = |item: &&Value| !out.iter().any(|when| item["not_applicable_if"] == *when);
    let marks = items(story, part).await;
    let marks = marks.iter().filter(applies).map(|item| {
        let shows = pieces.iter().find(|piece| piece["items"][0] == item["code"]);
        let other = but.filter(|(code, _)| item["code"] == *code);
        json!({
            "item": item["code"],
            "points": other.map_or(item["max"].clone(), |(_, points)| json!(points)),
            "note": "依据所列佐证",
            "evidence": [shows.expect("a piece")["number"]],
        })
    });
    Value::Array(marks.collect())
}

async fn draft(story: &Story<'_>, part: &str, based_on: u32, but: Option<(&str, f64)>) -> Value {
    let written_at = format!("{} 10:12", story.office.today().await);
    let marks = marks(story, part, but).await;
    json!({ "part": part, "based_on": based_on, "written_at": written_at, "marks": marks })
}

async fn score(story: &mut Story<'_>, person: Person, part: &str, but: Option<(&str, f64)>) {
    let sheet = draft(story, part, 0, but).await;
    story.act(person, "/assessment/sheet-drafts", sheet).await;
    let send = json!({ "part": part, "revision": 1 });
    story.act(person, "/assessment/sheets", send).await;
}

async fn two_score_apart_and_neither_reads_the_other_before_both_are_sent(office: Office) {
    let mut story = begun(&office).await;
    assert_eq!(seen_by(&story, Person::IDLE_ASSESSOR).await, Err(404), "nobody appointed them");
    work(&mut story).await;
    let photo = photographed(&mut story).await;
    score(&mut story, Person::ASSESSOR, "capability", None).await;
    let differences = story.path("/assessment/differences?part=capability");
    let compared = office.read(Person::ASSESSOR, &differences).await;
    assert_eq!((&compared["all_sent"], &compared["items"]), (&json!(false), &json!([])));
    let everybody = [
        (Person::ASSESSOR, 1),
        (Person::OTHER_ASSESSOR, 0),
        (Person::REGISTRAR, 0),
        (Person::LEADER, 0),
    ];
    for (person, sheets) in everybody {
        assert_eq!(sheets_of(&story, person).await, sheets, "{} before", person.role);
    }
    let view = seen_by(&story, Person::ASSESSOR).await.expect("their own task");
    for hidden in ["placer", "proposal", "approval", "checks", "inquiries", "papers", "consents"] {
        assert!(view.get(hidden).is_none(), "an assessor does not read {hidden}");
    }
    score(&mut story, Person::OTHER_ASSESSOR, "capability", Some(("A5.1", 2.0))).await;
    for (person, _) in everybody {
        assert_eq!(sheets_of(&story, person).await, 2, "{} after", person.role);
    }
    let compared = office.read(Person::ASSESSOR, &differences).await;
    let items = compared["items"].as_array().expect("items");
    let apart: Vec<&Value> = items.iter().filter(|item| item["must_settle"] == true).collect();
    assert_eq!(apart.len(), 1, "{compared}");
    assert_eq!((&apart[0]["item"], &apart[0]["levels_apart"]), (&json!("A5.1"), &json!(2)));
    integrate_and_settle(&mut story).await;
    let report = words::assessment_report("capable", &story.assessors().await);
    story.act(Person::ASSESSOR, "/assessment/report", report).await;
    story.sign("assessment_report", None).await;
    for person in [Person::ASSESSOR, Person::OTHER_ASSESSOR] {
        assert_eq!(seen_by(&story, person).await, Err(404), "the task ended");
        office.get(person, &story.path(&photo)).await.expect(404);
    }
    office.get(Person::REGISTRAR, &story.path(&photo)).await.expect(200);
    let printed = story.printed("assessment_report", None).await;
    for words in ["非官方指标", "收养能力总分", "共同核对工资流水", "参考依据", "附表", "佐证1："]
    {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
    let result = story.read().await["assessment"]["scored"]["result"].take();
    assert_eq!(result["capability"]["passed"], true);
    assert_eq!(result["set"], json!({ "id": "GJ-DEFAULT", "version": 1 }));
}

/// A photo of the home, filed to the first piece of evidence; who reads it and who does not. Answers with its
/// place.
async fn photographed(story: &mut Story<'_>) -> String {
    let camera = RgbImage::from_fn(64, 48, |x, _| Rgb([u8::try_from(x).unwrap_or(0), 90, 60]));
    let mut photo = Vec::new();
    JpegEncoder::new(&mut photo).encode_image(&camera).expect("a photo");
    file(story, 999, photo.clone()).await.expect(422);
    file(story, 1, b"not a photo".to_vec()).await.expect(422);
    let filed = file(story, 1, photo.clone()).await.expect(200).json();
    story.version = filed["version"].as_u64().expect("a version");
    assert_eq!(filed["events"][0]["number"], 1);
    let place = "/assessment/evidence/1/content".to_owned();
    let office = story.office;
    for (person, status) in [
        (Person::OTHER_ASSESSOR, 200),
        (Person::REGISTRAR, 200),
        (Person::IDLE_ASSESSOR, 404),
        (Person::of("institution"), 404),
        (Person::of("agency_manager"), 404),
        (Person::VISITOR, 404),
    ] {
        let answer = office.get(person, &story.path(&place)).await.expect(status);
        assert_eq!(answer.bytes == photo, status == 200, "{}", person.role);
    }
    let case = seen_by(story, Person::OTHER_ASSESSOR).await.expect("their own task");
    assert_eq!(case["assessment"]["scored"]["files"][0]["piece"], 1);
    place
}

async fn file(story: &Story<'_>, piece: u32, bytes: Vec<u8>) -> Answer {
    let path = format!("/assessment/evidence?piece={piece}");
    let request = story.request(Person::ASSESSOR, &path).await;
    story.office.send(request.header("Content-Type", "image/jpeg").body(bytes)).await
}

/// Thirty full days, the sheets of integration, and the one difference settled by both.
async fn integrate_and_settle(story: &mut Story<'_>) {
    let end = story.office.today().await + Days::new(31);
    story.office.move_to(end).await;
    let ended = json!({ "ended_on": end });
    story.act(Person::ASSESSOR, "/assessment/integration-end", ended).await;
    for person in [Person::ASSESSOR, Person::OTHER_ASSESSOR] {
        score(story, person, "integration", None).await;
    }
    let report = words::assessment_report("capable", &story.assessors().await);
    let refused = story.refused(Person::ASSESSOR, "/assessment/report", report).await;
    refused.are(&["EVAL-6.settled"]);
    let word = json!({
        "part": "capability", "item": "A5.1", "points": 5, "reason": "共同核对工资流水",
    });
    for person in [Person::ASSESSOR, Person::OTHER_ASSESSOR] {
        story.act(person, "/assessment/settlements", word.clone()).await;
    }
}

async fn a_late_draft_overwrites_nothing(office: Office) {
    let mut story = begun(&office).await;
    work(&mut story).await;
    let part = "capability";
    let offline = draft(&story, part, 0, Some(("A5.1", 2.5))).await;
    let newest = draft(&story, part, 0, None).await;
    story.act(Person::ASSESSOR, "/assessment/sheet-drafts", newest).await;
    story.act(Person::ASSESSOR, "/assessment/sheet-drafts", offline.clone()).await;
    let view = seen_by(&story, Person::ASSESSOR).await.expect("their own task");
    let sheet = &view["assessment"]["scored"]["sheets"][0];
    assert_eq!(sheet["revision"], 2);
    assert_eq!(sheet["beside"][0]["marks"], offline["marks"], "what came late is shown");
    let send = json!({ "part": part, "revision": 2 });
    let refused = story.refused(Person::ASSESSOR, "/assessment/sheets", send).await;
    refused.are(&["EVAL-9.4.beside"]);
}

async fn who_has_a_tie_withdraws_and_others_are_appointed(office: Office) {
    let mut story = begun(&office).await;
    work(&mut story).await;
    office.get(Person::LEADER, "/v1/assessment-tasks").await.expect(403);
    let tasks = office.get(Person::of("agency_manager"), "/v1/assessment-tasks").await.expect(200);
    let name = story.application["adopters"][0]["name"].as_str().expect("a name");
    assert!(!tasks.text().contains(name), "a manager reads no contents");
    let task = &tasks.json()[0];
    assert_eq!(
        (&task["work"], &task["sheets_sent"], &task["sheets"]),
        (&json!(6), &json!(0), &json!(4))
    );

    let accounts = story.assessors().await;
    let conflict = json!({ "tie": "affinity", "tied_to": "applicants", "facts": "与申请人系姻亲" });
    let request = json!({
        "party": "adopter_1", "assessor": accounts[1], "conflict": conflict,
        "requested_on": office.today().await,
    });
    story.act(Person::REGISTRAR, "/assessment/recusal-requests", request).await;
    let report = words::assessment_report("capable", &accounts);
    let refused = story.attempt(Person::ASSESSOR, "/assessment/report", &report).await;
    assert!(refused.rules().iter().any(|rule| rule == "EVAL-12.pending"), "{}", refused.text());
    let decision = json!({ "recused": false, "reasons": "经核实，不存在所述关系" });
    let path = "/assessment/recusal-requests/1/decision";
    story.act(Person::LEADER, path, decision).await;

    let declared = json!({ "conflict": conflict });
    story.act(Person::ASSESSOR, "/assessment/conflicts", declared).await;
    assert_eq!(seen_by(&story, Person::ASSESSOR).await, Err(404), "who withdrew knows it no more");
    let view = seen_by(&story, Person::OTHER_ASSESSOR).await.expect("still at work");
    assert!(view["assessment"].get("withdrawals").is_none(), "ties are for those who appoint");
    let again = words::appointment(&accounts);
    let refused = story.attempt(Person::REGISTRAR, "/assessment/appointments", &again).await;
    assert!(refused.rules().iter().any(|rule| rule == "EVAL-12.withdrawn"), "{}", refused.text());
    let idle = office.account(Person::IDLE_ASSESSOR).await;
    let others = words::appointment(&[accounts[1].clone(), idle]);
    story.act(Person::REGISTRAR, "/assessment/appointments", others).await;
    seen_by(&story, Person::IDLE_ASSESSOR).await.expect("appointed now");
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
}
