//! One adoption of a foundling from the institution, from application to the last visit, with the
//! calendar of 2026: the practice office begins on Monday, 2 March, and Labour Day moves the notice.

use chrono::NaiveDate;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::story::{application, day};
use crate::support::{Answer, Office, Person, Story, on_both_databases, words};

on_both_databases!(a_foundling_is_adopted);

async fn a_foundling_is_adopted(office: Office) {
    let mut story = Story::apply(&office, application(0)).await;
    applied(&story).await;
    story.bring_everything().await;
    story.accept().await;
    accepted(&story).await;
    story.publish().await;
    notice_runs(&story).await;
    only_staff_know(&story).await;
    story.begin_assessment().await;
    assessment_runs(&story).await;
    story.finish_assessment().await;
    assessment_is_over(&story).await;
    story.hear().await;
    office.move_to(date("2026-05-07")).await;
    story.decide().await;
    assert_eq!(story.stage().await, "approved");
    story.register_and_issue().await;
    issued(&story).await;
    story.archive().await;
    archived(&story).await;
    follow_up(&mut story).await;
    papers_are_all_there(&story).await;
    the_history_is_told(&story).await;
    the_ledger_masks_names(&story).await;
    the_log_names_nobody(&story);
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn applied(story: &Story<'_>) {
    let case = story.read().await;
    assert_eq!(case["view"], "whole");
    assert_eq!(case["stage"], "applied");
    assert_eq!(case["number"], "渝练收件〔2026〕0001号");
    assert_eq!(case["applied_on"], "2026-03-02");
    assert!(story.deadline("review").await.is_null(), "nothing runs before acceptance");
    let path = story.path("");
    let answer = story.office.get(Person::REGISTRAR, &path).await.expect(200);
    assert_eq!(answer.header("etag"), format!("\"{}\"", story.version));
    assert_eq!(answer.header("cache-control"), "no-store");
}

async fn accepted(story: &Story<'_>) {
    assert_eq!(story.stage().await, "accepted");
    let review = story.deadline("review").await;
    assert_eq!(review["state"], "running");
    assert_eq!(day(&review["due_on"]), date("2026-04-01"), "thirty days from 2 March");
}

async fn notice_runs(story: &Story<'_>) {
    let notice = story.deadline("notice").await;
    assert_eq!(day(&notice["due_on"]), date("2026-05-06"), "day 60 is Labour Day");
    assert_eq!(notice["moved_by"].as_array().map(Vec::len), Some(5), "five days of rest");
    let review = story.deadline("review").await;
    assert_eq!(day(&review["due_on"]), date("2026-06-05"), "the notice does not count");
}

/// A case that may not be read and a case that does not exist look the same.
async fn only_staff_know(story: &Story<'_>) {
    let none = "/v1/cases/00000000-0000-4000-8000-000000000000";
    let roles = [
        "assessor",
        "visitor",
        "institution",
        "agency_manager",
        "donation_clerk",
        "auditor",
        "administrator",
    ];
    for role in roles {
        let person = Person::of(role);
        let hidden = story.office.get(person, &story.path("")).await.expect(404);
        let missing = story.office.get(person, none).await.expect(404);
        assert_eq!(hidden.without_request_id(), missing.without_request_id(), "{role}");
    }
    let mut as_leader = Story { application: Value::Null, case: story.case.clone(), ..*story };
    as_leader.attempt(Person::LEADER, "/proposal", &words::proposal()).await.expect(403);
    as_leader.attempt(Person::VISITOR, "/proposal", &words::proposal()).await.expect(404);
}

async fn assessment_runs(story: &Story<'_>) {
    let review = story.deadline("review").await;
    assert_eq!(review["state"], "stands_still");
    assert_eq!(review["remaining"], 30);
    assert!(review["due_on"].is_null());
    let assessment = story.deadline("assessment").await;
    assert_eq!(day(&assessment["due_on"]), date("2026-05-06"), "sixty days, moved by Labour Day");

    let view = story.office.read(Person::ASSESSOR, &story.path("")).await;
    assert_eq!(view["view"], "assessment");
    let members: Vec<&str> = view.as_object().expect("a view").keys().map(String::as_str).collect();
    for hidden in ["papers", "checks", "placer", "inquiries", "officer", "claims"] {
        assert!(!members.contains(&hidden), "an assessor sees {hidden}");
    }
    story.office.get(Person::ASSESSOR, &story.path("/documents")).await.expect(403);
    story.office.get(Person::ASSESSOR, &story.path("/timeline")).await.expect(403);
    story.office.get(Person::IDLE_ASSESSOR, &story.path("")).await.expect(404);
}

async fn assessment_is_over(story: &Story<'_>) {
    let review = story.deadline("review").await;
    assert_eq!(review["state"], "running");
    assert_eq!(day(&review["due_on"]), date("2026-06-05"), "both pauses lie on one another");
    assert_eq!(story.deadline("assessment").await["state"], "met");
    story.office.get(Person::ASSESSOR, &story.path("")).await.expect(404);
}

async fn issued(story: &Story<'_>) {
    let case = story.read().await;
    assert_eq!(case["stage"], "issued");
    assert_eq!(case["registration"]["certificate_number"], "（2026）渝练收字00001");
    assert_eq!(case["registration"]["on"], "2026-05-07");
    assert_eq!(story.deadline("review").await["state"], "met");
    assert_eq!(story.deadline("issue").await["state"], "met");
    assert_eq!(day(&story.deadline("archive").await["due_on"]), date("2026-07-06"));

    let certificate = story.document("certificate", None).await;
    let path = story.path(&format!("/documents/{}", certificate["id"].as_str().expect("an id")));
    let read = story.office.get(Person::REGISTRAR, &format!("{path}/content")).await.expect(200);
    let again = story.office.get(Person::LEADER, &format!("{path}/content")).await.expect(200);
    let prints = format!("{path}/prints");
    let request = story.office.request(Person::REGISTRAR, Method::POST, &prints).await;
    let printed = Answer::of(request).await.expect(200);
    assert!(read.bytes.starts_with(b"%PDF-"));
    assert_eq!(read.bytes, again.bytes, "the same bytes for everybody");
    assert_eq!(read.bytes, printed.bytes, "printing makes nothing anew");
    let after = story.document("certificate", None).await;
    assert_eq!(certificate["prints"], 1, "reading is not printing");
    assert_eq!(after["prints"], 2);
    assert_eq!(after["digest"], certificate["digest"]);
}

async fn archived(story: &Story<'_>) {
    let case = story.read().await;
    assert_eq!(case["stage"], "archived");
    assert_eq!(case["archive"]["volume_number"], "0199-收养-2026-内地-成立-0001");
    let manifest = case["archive"]["manifest"].as_array().expect("a manifest");
    let places: Vec<u64> = manifest.iter().filter_map(|entry| entry["place"].as_u64()).collect();
    assert_eq!(places, (1..=manifest.len() as u64).collect::<Vec<_>>());
    assert!(
        manifest.iter().all(|entry| entry["digest"].as_str().is_some_and(|hex| hex.len() == 64))
    );
    let dossier = story.document("dossier", None).await;
    assert!(dossier["pages"].as_u64() > Some(manifest.len() as u64), "{dossier}");
    assert_eq!(story.deadline("archive").await["state"], "met");
}

async fn follow_up(story: &mut Story<'_>) {
    let visits = story.read().await["visits"].as_array().cloned().expect("a schedule");
    let due: Vec<NaiveDate> = visits.iter().map(|visit| day(&visit["due_on"])).collect();
    let expected = ["2026-06-07", "2026-11-07", "2027-05-07", "2028-05-07"].map(date);
    assert_eq!(due, expected, "after 1, 6, 12 and 24 months");
    let view = story.office.read(Person::VISITOR, &story.path("")).await;
    assert_eq!(view["view"], "follow_up");
    for on in due {
        assert_eq!(story.stage().await, "archived");
        story.visit(on).await;
    }
    assert_eq!(story.stage().await, "closed");
    let one_too_many = words::follow_up_visit(date("2028-05-07"));
    let refused = story.refused(Person::VISITOR, "/follow-up-visits", one_too_many).await;
    refused.name(&["SPEC-11", "FU-01"]);
}

async fn papers_are_all_there(story: &Story<'_>) {
    for kind in [
        "application_form",
        "application_receipt",
        "acceptance_notice",
        "public_notice",
        "assessment_notice",
        "assessment_report",
        "approval_form",
        "certificate",
        "result_notice",
        "dossier",
        "visit_record",
    ] {
        story.document(kind, None).await;
    }
    for party in words::ASKED {
        story.document("inquiry_record", Some(party)).await;
        story.document("consent_form", Some(party)).await;
        story.document("no_donation_declaration", Some(party)).await;
    }
    for party in words::ADOPTERS {
        story.document("assessment_consent", Some(party)).await;
        story.document("guidance_record", Some(party)).await;
    }
}

async fn the_history_is_told(story: &Story<'_>) {
    let timeline = story.office.read(Person::REGISTRAR, &story.path("/timeline")).await;
    let lines = timeline.as_array().expect("a history");
    assert_eq!(lines.len() as u64, story.version);
    let days: Vec<NaiveDate> = lines.iter().map(|line| day(&line["on"])).collect();
    assert!(days.is_sorted());
    for line in lines {
        assert!(line["headline"]["zh"].as_str().is_some_and(|words| !words.is_empty()), "{line}");
        assert!(line["headline"]["en"].as_str().is_some_and(|words| !words.is_empty()), "{line}");
    }
    let acts = story.office.read(Person::REGISTRAR, &story.path("/acts")).await;
    let acts = acts["acts"].as_array().expect("the acts");
    assert_eq!(acts.len(), 62, "every act but the application");
    for act in acts {
        let explained = act["obstacles"].as_array().is_some_and(|rules| !rules.is_empty());
        assert!(act["state"] != "blocked" || explained, "blocked, and no reason: {act}");
    }
}

async fn the_ledger_masks_names(story: &Story<'_>) {
    let ledger = story.office.get(Person::REGISTRAR, "/v1/cases").await.expect(200);
    let page = ledger.json();
    let line = &page["cases"][0];
    assert_eq!(line["number"], "渝练收件〔2026〕0001号");
    assert_eq!(line["stage"], "closed");
    for adopter in story.application["adopters"].as_array().expect("adopters") {
        let name = adopter["name"].as_str().expect("a name");
        assert!(!ledger.text().contains(name), "the ledger shows {name}");
    }
    assert!(line["child"].as_str().is_some_and(|child| child.ends_with('*')), "{line}");
    let hidden = story.office.read(Person::of("administrator"), "/v1/cases").await;
    assert_eq!(hidden["cases"], json!([]));
}

fn the_log_names_nobody(story: &Story<'_>) {
    let log = story.office.log();
    assert!(log.contains("register_adoption"), "acts are logged by their operation");
    let application = &story.application;
    let mut secrets = vec![
        application["child"]["name"].clone(),
        application["child"]["resident_id"].clone(),
        application["placer"]["responsible_person"].clone(),
        json!(story.case),
    ];
    for adopter in application["adopters"].as_array().expect("adopters") {
        secrets.extend(["name", "resident_id", "telephone"].map(|field| adopter[field].clone()));
    }
    for secret in secrets {
        let secret = secret.as_str().expect("text");
        assert!(!log.contains(secret), "the log holds {secret}");
    }
}
