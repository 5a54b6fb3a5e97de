//! What an auditor holds against the office: the chains, the checkpoints over them, and who touched a case.

use serde_json::Value;

use super::AUDITOR;
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Office, Person, Story, on_both_databases};

on_both_databases!(
    an_auditor_reads_the_chains_and_finds_the_altered_one,
    a_leader_and_an_auditor_see_who_touched_a_case,
);

async fn read_all(office: &Office, list: &str, query: &str) -> (Vec<Value>, u32) {
    let (mut all, mut pages, mut next) = (Vec::new(), 0, String::new());
    loop {
        let page = office.read(AUDITOR, &format!("{list}?limit=2{query}{next}")).await;
        let field = list.rsplit('/').next().expect("a name");
        let field = if field == "access" { "accesses" } else { field };
        all.extend(page[field].as_array().cloned().expect("a list"));
        pages += 1;
        let Some(cursor) = page["next"].as_str() else { return (all, pages) };
        next = format!("&cursor={}", cursor.replace(' ', "%20"));
    }
}

async fn an_auditor_reads_the_chains_and_finds_the_altered_one(office: Office) {
    let mut stories = Vec::new();
    for seed in 1..=3 {
        stories.push(Story::apply(&office, application(seed)).await);
    }
    stories[0].file("health_certificate", Some("adopter_1"), scan()).await;
    let (ends, pages) = read_all(&office, "/v1/chains", "").await;
    assert_eq!((ends.len(), pages), (3, 2));
    let of_office = read_all(&office, "/v1/chains", "&of=office").await.0;
    assert!(of_office.iter().any(|end| end["chain"] == "office"), "{of_office:?}");

    let story = &stories[0];
    let end = ends.iter().find(|end| end["chain"] == story.case.as_str()).expect("the case");
    assert_eq!(end["entries"], story.read().await["version"]);
    let path = format!("/v1/chains/{}", story.case);
    let chain = office.read(AUDITOR, &path).await;
    assert_eq!((&chain["whole"], &chain["damage"]), (&Value::Bool(true), &Value::Null));
    let links = chain["links"].as_array().expect("links");
    assert_eq!(links.last().expect("a link")["hash"], end["head"]);
    assert!(links.windows(2).all(|pair| pair[1]["before"] == pair[0]["hash"]), "{chain}");
    let child = story.application["child"]["name"].as_str().expect("a name");
    assert!(!chain.to_string().contains(child), "nothing of the case");

    let database = office.database().await;
    database.disarm("event").await;
    let forged = format!(
        "UPDATE event SET kind = 'withdrawn' WHERE case_id = '{}' AND version = 2",
        story.case
    );
    assert_eq!(database.change(&forged).await.expect("forged"), 1);
    let chain = office.read(AUDITOR, &path).await;
    assert_eq!(chain["whole"], false);
    let damage = chain["damage"].as_str().expect("words");
    assert!(damage.contains("event 2 (withdrawn) was altered"), "{damage}");

    let shown = office.read(AUDITOR, "/v1/checkpoints").await;
    let key = shown["key"].as_str().expect("a key");
    let newest = shown["checkpoints"][0].as_str().expect("a checkpoint");
    let origin = key.split('+').next().expect("a name");
    assert!(newest.starts_with(&format!("{origin}\n")) && newest.contains("\n\n— "), "{newest}");
    for nonsense in
        ["/v1/chains?of=x", "/v1/chains?limit=0", "/v1/chains?cursor=%25", "/v1/chains/x"]
    {
        office.get(AUDITOR, nonsense).await.expect(400);
    }
    for role in ["administrator", "leader", "registrar", "family"] {
        for path in ["/v1/chains", path.as_str(), "/v1/checkpoints"] {
            office.get(Person::of(role), path).await.expect(403);
        }
    }
}

async fn a_leader_and_an_auditor_see_who_touched_a_case(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let other = Story::apply(&office, application(2)).await;
    story.file("health_certificate", Some("adopter_1"), scan()).await;
    office.get(Person::ASSESSOR, &format!("/v1/cases/{}", story.case)).await.expect(404);
    let path = story.path("/access");
    let (touches, pages) = read_all(&office, &path, "").await;
    assert!(touches.len() >= 4 && pages >= 2, "{touches:?}");
    assert!(touches.iter().all(|touch| touch["case_id"] == story.case.as_str()));
    for (operation, outcome) in [
        ("create_case", "done"),
        ("file_paper", "done"),
        ("read_case", "not_found"),
        ("list_case_accesses", "read"),
    ] {
        let has = |touch: &Value| touch["operation"] == operation && touch["outcome"] == outcome;
        assert!(touches.iter().any(has), "{operation} {outcome}: {touches:?}");
    }
    let by_leader = office.read(Person::LEADER, &format!("{path}?limit=200")).await;
    assert!(by_leader["accesses"].as_array().expect("accesses").len() > touches.len());
    assert!(!by_leader.to_string().contains(other.case.as_str()));
    for person in [Person::REGISTRAR, Person::ARCHIVIST] {
        office.get(person, &path).await.expect(403);
    }
    for person in [Person::of("administrator"), Person::ASSESSOR] {
        office.get(person, &path).await.expect(404);
    }
    office.get(AUDITOR, &format!("{path}?limit=201")).await.expect(400);
}
