//! The rulebook: as a page that is checked in, and as JSON for whoever is signed in.

use std::collections::BTreeSet;

use serde_json::Value;
use workflow::law::parts::rulebook;

use crate::support::{Office, Person, mostly_on_sqlite, program};

mostly_on_sqlite!(whoever_is_signed_in_reads_every_rule_and_finds_the_ones_asked_for);

#[tokio::test]
async fn the_page_checked_in_is_what_the_program_prints() {
    let printed = program::run(&["rulebook"]).await;
    assert_eq!(printed.code, Some(0), "{}", printed.complained);
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rulebook.md");
    let kept = std::fs::read_to_string(file).expect("docs/rulebook.md is checked in");
    assert!(kept == printed.said, "docs/rulebook.md is out of date: run `make rulebook`");
}

fn ids(rules: &Value) -> BTreeSet<&str> {
    rules.as_array().into_iter().flatten().filter_map(|rule| rule["id"].as_str()).collect()
}

async fn whoever_is_signed_in_reads_every_rule_and_finds_the_ones_asked_for(office: Office) {
    let all = office.read(Person::of("visitor"), "/v1/rules").await;
    assert_eq!(ids(&all), rulebook().iter().map(|rule| rule.id).collect::<BTreeSet<_>>());
    let rules = all.as_array().expect("a list");
    let age = rules.iter().find(|rule| rule["id"] == "CC-1098.5").expect("the age of an adopter");
    assert_eq!(age["sequence"], "SEQ-1");
    assert_eq!(age["confidence"], "verified");
    assert_eq!(age["citation"]["zh"], "《民法典》第一千零九十八条第（五）项");
    assert_eq!(age["statement"]["en"], "an adopter must be aged 30 or over");
    let guarded: Vec<&str> = age["guards"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["act"].as_str())
        .collect();
    for act in ["accept", "propose", "approve", "register"] {
        assert!(guarded.contains(&act), "{act} is not in {guarded:?}");
    }

    let assessed =
        office.read(Person::REGISTRAR, "/v1/rules?sequence=SEQ-3&confidence=derived").await;
    let wanted = |rule: &&Value| rule["sequence"] == "SEQ-3" && rule["confidence"] == "derived";
    let wanted: BTreeSet<&str> =
        rules.iter().filter(wanted).filter_map(|rule| rule["id"].as_str()).collect();
    assert!(wanted.contains("HOUSE-REPORT"), "{wanted:?}");
    assert_eq!(ids(&assessed), wanted);

    for wrong in ["sequence=SEQ-99", "confidence=certain", "sequence="] {
        let path = format!("/v1/rules?{wrong}");
        let answer = office.get(Person::REGISTRAR, &path).await.expect(400).json();
        let field = wrong.split('=').next();
        assert_eq!(answer["violations"][0]["field"].as_str(), field, "{wrong}");
    }
}
