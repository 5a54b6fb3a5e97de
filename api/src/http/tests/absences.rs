//! Officers on leave, and who stands in for them.

use super::*;
use serde_json::json;

async fn id(bureau: &Bureau, token: &str) -> String {
    bureau.get("/v1/me", token).await.body["id"].as_str().unwrap_or_default().to_owned()
}

async fn move_day(bureau: &Bureau, token: &str, day: &str) {
    let request =
        asked("PUT", "/v1/practice/clock", token).header("content-type", "application/json");
    let moved = bureau.send(request, json!({"today": day}).to_string()).await;
    assert_eq!(moved.status, 200, "{}", moved.text);
}

fn absence(person: &str, substitute: &str) -> Value {
    json!({
        "person": person, "substitute": substitute,
        "from": "2026-03-10", "until": "2026-03-12", "reason": "年休假",
    })
}

const ABSENCES: &str = "/v1/office/absences";

#[tokio::test]
async fn a_substitute_may_what_the_absent_officer_may_from_the_first_day_to_the_last() {
    let bureau = Bureau::practice().await;
    let (leader, _) = bureau.be("leader", 1).await;
    let (substitute, _) = bureau.be("registrar", 2).await;
    move_day(&bureau, &leader, "2026-03-02").await;
    let (away, stands_in) = (id(&bureau, &leader).await, id(&bureau, &substitute).await);
    let created = bureau.post(ABSENCES, &leader, absence(&away, &stands_in)).await;
    assert_eq!(created.status, 201, "{}", created.text);

    let roles = async || bureau.get("/v1/me", &substitute).await.body;
    assert_eq!(roles().await["roles"], json!(["registrar"]), "not yet");
    for day in ["2026-03-10", "2026-03-12"] {
        move_day(&bureau, &leader, day).await;
        let me = roles().await;
        assert_eq!(me["roles"], json!(["registrar", "leader"]));
        assert_eq!(me["id"], stands_in.as_str(), "and stays who they are");
        assert_eq!(me["stands_in_for"][0]["person"], away.as_str());
        assert_eq!(me["stands_in_for"][0]["roles"], json!(["leader"]));
        assert_eq!(me["stands_in_for"][0]["until"], "2026-03-12");
    }
    move_day(&bureau, &leader, "2026-03-13").await;
    let after = roles().await;
    assert_eq!((&after["roles"], &after["stands_in_for"]), (&json!(["registrar"]), &json!([])));
}

#[tokio::test]
async fn an_absence_ends_early_at_once_and_when_an_account_closes() {
    let bureau = Bureau::practice().await;
    let (administrator, _) = bureau.be("administrator", 1).await;
    let (archivist, _) = bureau.be("archivist", 1).await;
    let (substitute, _) = bureau.be("registrar", 1).await;
    move_day(&bureau, &administrator, "2026-03-10").await;
    let wanted = absence(&id(&bureau, &archivist).await, &id(&bureau, &substitute).await);
    let roles = async || bureau.get("/v1/me", &substitute).await.body["roles"].clone();
    let created = bureau.post(ABSENCES, &archivist, wanted.clone()).await;
    assert_eq!(created.status, 201, "one's own absence: {}", created.text);
    assert_eq!(roles().await, json!(["registrar", "archivist"]));
    let path = format!("{ABSENCES}/{}/ending", created.body["id"].as_str().unwrap_or_default());
    assert_eq!(bureau.post(&path, &substitute, json!(null)).await.status, 403);
    assert_eq!(bureau.post(&path, &archivist, json!(null)).await.status, 204);
    assert_eq!(roles().await, json!(["registrar"]));
    let twice = bureau.post(&path, &archivist, json!(null)).await;
    assert_eq!((twice.status, twice.rule()), (422, "absence-over"));

    let again = bureau.post(ABSENCES, &administrator, wanted.clone()).await;
    assert_eq!(again.status, 201, "{}", again.text);
    assert_eq!(roles().await, json!(["registrar", "archivist"]));
    let closing = format!("/v1/people/{}/disabling", wanted["person"].as_str().unwrap_or_default());
    assert_eq!(bureau.post(&closing, &administrator, json!(null)).await.status, 204);
    assert_eq!(roles().await, json!(["registrar"]), "a closed account lends nothing");
}

#[tokio::test]
async fn wrong_absences_are_refused_with_every_rule() {
    let bureau = Bureau::practice().await;
    let (leader, _) = bureau.be("leader", 1).await;
    move_day(&bureau, &leader, "2026-03-02").await;
    let mut ids = std::collections::BTreeMap::new();
    for (role, number) in
        [("leader", 1), ("registrar", 1), ("registrar", 2), ("registrar", 3), ("assessor", 1)]
    {
        let (token, _) = bureau.be(role, number).await;
        ids.insert(format!("{role}-{number}"), (id(&bureau, &token).await, token));
    }
    let who = |name: &str| ids.get(name).map(|(id, _)| id.clone()).unwrap_or_default();
    let send = async |body: Value| {
        let answer = bureau.post(ABSENCES, &leader, body).await;
        let violations = answer.body["violations"].as_array().cloned().unwrap_or_default();
        let rules = violations.iter().filter_map(|one| one["rule"].as_str().map(str::to_owned));
        (answer.status, rules.collect::<Vec<_>>())
    };
    let refused = |rules: &[&str]| (422, rules.iter().map(|rule| (*rule).to_owned()).collect());
    let own = absence(&who("registrar-1"), &who("leader-1"));
    assert_eq!(send(own).await, refused(&["absence-own-substitute"]));
    let assessor = absence(&who("assessor-1"), &who("registrar-1"));
    assert_eq!(send(assessor).await, refused(&["absence-person"]));
    let stands_in = absence(&who("registrar-1"), &who("assessor-1"));
    assert_eq!(send(stands_in).await, refused(&["absence-substitute"]));
    let mut past = absence(&who("registrar-1"), &who("registrar-1"));
    past["until"] = json!("2026-03-01");
    past["reason"] = json!(" ");
    let all = refused(&["absence-days", "input-value", "absence-substitute"]);
    assert_eq!(send(past).await, all);

    assert_eq!(send(absence(&who("registrar-1"), &who("registrar-2"))).await.0, 201);
    let twice = absence(&who("registrar-1"), &who("registrar-3"));
    assert_eq!(send(twice).await, refused(&["absence-twice"]));
    let away = absence(&who("registrar-3"), &who("registrar-1"));
    assert_eq!(send(away).await, refused(&["absence-substitute-away"]));
    let busy = absence(&who("registrar-2"), &who("registrar-3"));
    assert_eq!(send(busy).await, refused(&["absence-stands-in"]));
    let mut later = absence(&who("registrar-2"), &who("registrar-3"));
    later["from"] = json!("2026-03-13");
    later["until"] = json!("2026-03-20");
    assert_eq!(send(later).await.0, 201);

    let (_, colleague) = ids.get("registrar-3").cloned().unwrap_or_default();
    let others = absence(&who("leader-1"), &who("registrar-2"));
    assert_eq!(bureau.post(ABSENCES, &colleague, others).await.status, 403);
    let listed = bureau.get(ABSENCES, &colleague).await;
    assert_eq!(listed.body.as_array().map(Vec::len), Some(2), "{}", listed.text);
    assert!(!listed.text.contains("年休假"), "why is not for colleagues");
    let (assessor, _) = bureau.be("assessor", 1).await;
    assert_eq!(bureau.get(ABSENCES, &assessor).await.status, 403);
}
