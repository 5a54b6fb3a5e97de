//! An institution and the cases of its children: what it learns, what it brings, and when that ends.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::families::hardship_parents;
use crate::support::papers::scan;
use crate::support::story::application;
use crate::support::{Answer, Office, Person, Story, mostly_on_sqlite, on_both_databases};

on_both_databases!(another_institution_learns_of_no_case);
mostly_on_sqlite!(
    an_institution_brings_its_papers_and_learns_nothing_of_the_adopters,
    once_the_child_is_handed_over_there_is_no_case,
    a_volume_is_read_in_its_order_before_it_is_closed_and_after,
);

const INSTITUTION: Person = Person::of("institution");

async fn lines(office: &Office) -> Vec<Value> {
    let lines = office.read(INSTITUTION, "/v1/placed-cases").await;
    lines.as_array().expect("cases").clone()
}

/// Files a scan in the name of the institution.
async fn bring(story: &Story<'_>, paper: &str, party: &str) -> Answer {
    let placed = story.office.get(INSTITUTION, &format!("/v1/placed-cases/{}", story.case)).await;
    let request = story.office.request(INSTITUTION, Method::POST, &story.path("/papers")).await;
    let request = request
        .query(&[("paper", paper), ("party", party)])
        .header("If-Match", if placed.status == 200 { placed.header("etag") } else { "\"1\"" })
        .header("Content-Type", "application/pdf");
    Answer::of(request.body(scan())).await
}

async fn an_institution_brings_its_papers_and_learns_nothing_of_the_adopters(office: Office) {
    let applied = application(1);
    let story = Story::apply(&office, applied.clone()).await;
    Story::apply(&office, hardship_parents(2)).await;
    let seen = lines(&office).await;
    assert_eq!(seen.len(), 1, "parents place the other child: {seen:?}");
    assert_eq!((&seen[0]["missing"], &seen[0]["rejected"]), (&3.into(), &0.into()));
    let path = format!("/v1/placed-cases/{}", story.case);
    let placed = office.read(INSTITUTION, &path).await;
    let brought: BTreeSet<&str> = placed["slots"]
        .as_array()
        .expect("slots")
        .iter()
        .filter_map(|slot| slot["paper"].as_str())
        .collect();
    for paper in ["entry_record", "police_finding_certificate", "responsible_person_identity_card"]
    {
        assert!(brought.contains(paper), "{brought:?}");
    }
    let told = format!("{seen:?} {placed}");
    for adopter in applied["adopters"].as_array().expect("adopters") {
        for field in ["name", "resident_id", "telephone", "residence"] {
            let fact = adopter[field].as_str().expect("a text");
            assert!(!told.contains(fact), "{field} of an adopter is told");
        }
    }
    let new_name = applied["child"]["new_name"].as_str().unwrap_or("蒋念慈");
    assert!(!told.contains(new_name), "the new name tells the adopters' surname");

    bring(&story, "entry_record", "child").await.expect(200);
    assert_eq!(lines(&office).await[0]["missing"], 2);
    bring(&story, "identity_card", "adopter_1").await.refused_by("SPEC-48");
    let page = office.get(INSTITUTION, &story.path("")).await;
    page.expect(404);
    let filed = office.get(Person::REGISTRAR, &story.path("")).await;
    let rejection = story.path("/papers/1/rejection");
    let request = office.request(Person::REGISTRAR, Method::POST, &rejection).await;
    let request = request.header("If-Match", filed.header("etag"));
    Answer::of(request.json(&json!({ "reason": "印章不清" }))).await.expect(200);
    let seen = lines(&office).await;
    assert_eq!((&seen[0]["missing"], &seen[0]["rejected"]), (&2.into(), &1.into()));
    let placed = office.read(INSTITUTION, &path).await;
    let slots = placed["slots"].as_array().expect("slots");
    let refused = slots.iter().find(|slot| slot["paper"] == "entry_record").expect("the slot");
    assert_eq!(refused["reason"], "印章不清");
}

async fn another_institution_learns_of_no_case(office: Office) {
    let story = Story::apply(&office, application(1)).await;
    let database = office.database().await;
    let moved = "UPDATE account SET organization = '别县儿童福利院' WHERE roles = 'institution'";
    assert!(database.change(moved).await.expect("moved") > 0);
    assert!(lines(&office).await.is_empty());
    let hidden = office.get(INSTITUTION, &format!("/v1/placed-cases/{}", story.case)).await;
    let none = "/v1/placed-cases/00000000-0000-4000-8000-000000000000";
    let none = office.get(INSTITUTION, none).await;
    assert_eq!((hidden.status.as_u16(), hidden.text()), (404, none.text()));
    bring(&story, "entry_record", "child").await.expect(404);
}

async fn once_the_child_is_handed_over_there_is_no_case(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.prepare_proposal().await;
    story.decide().await;
    story.register().await;
    let seen = lines(&office).await;
    assert_eq!(seen[0]["stage"], "registered");
    story.issue().await;
    assert!(lines(&office).await.is_empty());
    office.get(INSTITUTION, &format!("/v1/placed-cases/{}", story.case)).await.expect(404);
}

async fn a_volume_is_read_in_its_order_before_it_is_closed_and_after(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.carry_to_issue().await;
    office.at_rest().await;
    let before = office.read(Person::ARCHIVIST, &story.path("/volume")).await;
    assert!(before["closed_on"].is_null(), "{before}");
    let leaves = before["leaves"].as_array().expect("leaves");
    assert!(leaves.len() > 10, "{} leaves", leaves.len());
    let mut next = 1;
    for leaf in leaves {
        assert_eq!(leaf["first_page"], next, "{leaf}");
        next = leaf["last_page"].as_u64().expect("a page") + 1;
    }
    assert_eq!(before["pages"], next - 1);
    story.archive().await;
    let after = office.read(Person::ARCHIVIST, &story.path("/volume")).await;
    assert_eq!(after["closed_on"], office.today().await.to_string());
    assert!(after["volume_number"].is_string());
    let case = office.read(Person::ARCHIVIST, &story.path("")).await;
    let frozen = case["archive"]["manifest"].as_array().expect("a manifest").len();
    assert_eq!(after["leaves"].as_array().expect("leaves").len(), frozen);
    office.get(Person::ASSESSOR, &story.path("/volume")).await.expect(404);
}
