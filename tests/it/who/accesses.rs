//! The access log as an auditor reads it: by pages and filters, refused attempts among it.

use serde_json::Value;

use super::AUDITOR;
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases, words};

on_both_databases!(an_auditor_sees_who_touched_what_and_nothing_of_what_was_seen);

async fn an_auditor_sees_who_touched_what_and_nothing_of_what_was_seen(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.file("health_certificate", Some("adopter_1"), crate::support::papers::scan()).await;
    story.attempt(Person::LEADER, "/approval", &words::approval()).await.expect(422);
    story.attempt(Person::REGISTRAR, "/approval", &words::approval()).await.expect(403);
    office.get(Person::ASSESSOR, &format!("/v1/cases/{}", story.case)).await.expect(404);
    let read = async |query: &str| {
        let path = format!("/v1/accesses?{query}");
        office.read(AUDITOR, &path).await["accesses"].as_array().cloned().expect("accesses")
    };
    let of_case = read(&format!("case_id={}&limit=200", story.case)).await;
    assert!(of_case.len() >= 5, "{of_case:?}");
    assert!(of_case.iter().all(|line| line["case_id"] == story.case.as_str()));
    let newest_first: Vec<&str> = of_case.iter().filter_map(|line| line["id"].as_str()).collect();
    assert!(newest_first.windows(2).all(|pair| pair[0] > pair[1]));

    let refused = read(&format!("case_id={}&refused=true", story.case)).await;
    let brief: Vec<(&str, &str)> = refused.iter().map(brief).collect();
    let expected =
        [("read_case", "not_found"), ("approve_case", "forbidden"), ("approve_case", "refused")];
    assert_eq!(brief, expected);
    let by_leader = format!("caller_id={}", office.account(Person::LEADER).await);
    let by_leader = read(&format!("{by_leader}&operation=approve_case")).await;
    assert_eq!(by_leader.len(), 1);
    assert!(by_leader[0]["name"].is_string() && by_leader[0]["rules"] == serde_json::json!([]));
    assert_eq!(read("outcome=forbidden").await.len(), 1);

    let (mut pages, mut next, mut seen) = (0, String::new(), Vec::new());
    loop {
        let path = format!("/v1/accesses?case_id={}&limit=2{next}", story.case);
        let page = office.read(AUDITOR, &path).await;
        seen.extend(page["accesses"].as_array().cloned().expect("accesses"));
        pages += 1;
        let Some(cursor) = page["next"].as_str() else { break };
        next = format!("&cursor={cursor}");
    }
    assert!(pages >= 3, "{pages}");
    assert_eq!(seen, of_case, "the pages together are the whole");
    let own = read("operation=list_accesses&limit=1").await;
    assert_eq!(brief_of(&own), [("list_accesses", "read")], "who reads the log is in it");
    let text = serde_json::to_string(&of_case).expect("text");
    let child = story.application["child"]["name"].as_str().expect("a name");
    assert!(!text.contains(child), "nothing of the case");

    for nonsense in [
        "limit=0",
        "limit=201",
        "outcome=well",
        "operation=A%20B",
        "cursor=1",
        "from=2026-01-01&until=2026-12-31",
        "from=2026-03-02&until=2026-03-01",
        "until=0001-01-01",
    ] {
        office.get(AUDITOR, &format!("/v1/accesses?{nonsense}")).await.expect(400);
    }
    for role in ["administrator", "leader", "registrar", "family"] {
        office.get(Person::of(role), "/v1/accesses").await.expect(403);
    }
}

fn brief(line: &Value) -> (&str, &str) {
    let word = |name: &str| line[name].as_str().unwrap_or_default();
    (word("operation"), word("outcome"))
}

fn brief_of(lines: &[Value]) -> Vec<(&str, &str)> {
    lines.iter().map(brief).collect()
}
