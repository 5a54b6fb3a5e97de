//! An officer on leave and who stands in: the cases come along, the powers too, and no rule bends.

use chrono::Days;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::kept::settings;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, on_both_databases, words};

on_both_databases!(
    the_cases_of_an_officer_on_leave_are_found_by_who_stands_in,
    who_stands_in_for_the_leader_does_not_approve_what_they_proposed,
);

const COLLEAGUE: Person = Person { role: "registrar", number: 2 };
const OTHER_LEADER: Person = Person { role: "leader", number: 2 };

/// Records that somebody is away from today on.
async fn leave(office: &Office, away: Person, substitute: Person, days: u64) -> Answer {
    let today = office.today().await;
    let absence = json!({
        "person": office.account(away).await,
        "substitute": office.account(substitute).await,
        "from": today,
        "until": today + Days::new(days),
        "reason": "培训",
    });
    let request = office.request(away, Method::POST, "/v1/office/absences").await;
    Answer::of(request.json(&absence)).await.expect(201)
}

fn cases(lines: &Value) -> Vec<&str> {
    lines.as_array().into_iter().flatten().filter_map(|line| line["case_id"].as_str()).collect()
}

async fn the_cases_of_an_officer_on_leave_are_found_by_who_stands_in(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.bring_everything().await;
    story.accept().await;
    let me = office.account(COLLEAGUE).await;
    let (own_cases, own_deadlines) =
        (format!("/v1/cases?officer={me}"), format!("/v1/deadlines?person={me}"));
    let last_day = story.deadline("review").await["due_on"].as_str().expect("a day").to_owned();
    office.move_to(last_day.parse().expect("a day")).await;
    let found = async || {
        let ledger = office.read(COLLEAGUE, &own_cases).await;
        let deadlines = office.read(COLLEAGUE, &own_deadlines).await;
        (
            cases(&ledger["cases"]).len(),
            cases(&deadlines["deadlines"]).contains(&story.case.as_str()),
        )
    };
    assert_eq!(found().await, (0, false));
    leave(&office, Person::REGISTRAR, COLLEAGUE, 3).await;
    assert_eq!(found().await, (1, true));
    let of_another = format!("/v1/cases?officer={}", office.account(OTHER_LEADER).await);
    let ledger = office.read(COLLEAGUE, &of_another).await;
    assert!(cases(&ledger["cases"]).is_empty(), "only one's own and those stood in for");
    office.move_to(office.today().await + Days::new(4)).await;
    assert_eq!(found().await, (0, false), "it ended by itself");
}

async fn who_stands_in_for_the_leader_does_not_approve_what_they_proposed(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.prepare_proposal().await;
    let act = story.attempt(COLLEAGUE, "/proposal", &words::proposal()).await;
    act.expect(200);
    story.attempt(COLLEAGUE, "/approval", &words::approval()).await.expect(403);
    let first = leave(&office, Person::LEADER, COLLEAGUE, 5).await.json();
    let own = story.attempt(COLLEAGUE, "/approval", &words::approval()).await;
    own.refused_by("SPEC-16.person");

    let id = first["id"].as_str().expect("an absence");
    let path = format!("/v1/office/absences/{id}/ending");
    Answer::of(office.request(Person::LEADER, Method::POST, &path).await).await.expect(204);
    story.attempt(COLLEAGUE, "/approval", &words::approval()).await.expect(403);
    leave(&office, Person::LEADER, Person::REGISTRAR, 5).await;
    story.attempt(Person::REGISTRAR, "/approval", &words::approval()).await.expect(200);
    let question = "SELECT actor FROM event WHERE kind = 'approved'";
    let actors = office.database().await.texts(question).await;
    let approved_by = office.account(Person::REGISTRAR).await;
    assert!(actors.iter().all(|actor| actor.contains(&approved_by)), "{actors:?}");
    assert_eq!(actors.len(), 1, "recorded under the substitute's own name");
    let logged = settings(&office.data(), &office.database().await, "absence %").await;
    assert_eq!(logged.len(), 3, "two recorded and one ended: {logged:?}");
    assert!(logged.iter().all(|line| !line.contains("培训")), "why is not in the log");
}
