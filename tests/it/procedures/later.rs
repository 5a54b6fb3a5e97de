//! The procedures after a registration over the interface: what each does to the first case, and what
//! it refuses.

use chrono::Days;
use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::families::stepchild;
use crate::support::{Office, Person, Story, mostly_on_sqlite, on_both_databases, words};

on_both_databases!(
    two_dissolutions_at_once_are_one,
    a_revocation_is_made_known_to_everybody,
    a_replacement_makes_the_old_copy_worthless,
    the_running_series_passes_over_a_number_entered_late,
);
mostly_on_sqlite!(
    a_dissolution_ends_the_adoption_everywhere,
    a_late_entry_draws_no_number_and_bears_later_procedures,
    whoever_guesses_at_certificates_is_slowed_down,
);

/// A stepchild of nine, adopted, the certificate handed over.
async fn adopted(office: &Office) -> Story<'_> {
    let mut story = Story::apply(office, stepchild(1)).await;
    story.carry_to_issue().await;
    story
}

pub(super) async fn opening(office: &Office, path: &str, body: &Value) -> Answer {
    let request = office.request(Person::REGISTRAR, Method::POST, path).await;
    Answer::of(request.json(body)).await
}

/// Opens a later procedure and goes on in its case.
pub(super) async fn opened<'office>(
    first: &Story<'office>,
    path: &str,
    body: &Value,
) -> Story<'office> {
    let done = opening(first.office, path, body).await.expect(201).json();
    Story {
        office: first.office,
        application: first.application.clone(),
        case: done["case_id"].as_str().expect("a case").to_owned(),
        version: done["version"].as_u64().expect("a version"),
    }
}

pub(super) fn dissolution(first: &Story<'_>) -> Value {
    let child = &first.application["child"];
    json!({
        "adoption": first.case, "basis": "agreement", "reason": "双方协商一致。",
        "adoptee": {
            "name": child["new_name"].as_str().or(child["name"].as_str()),
            "resident_id": child["resident_id"],
            "household_address": "练习县城关镇和平路12号", "division": "500199",
        },
    })
}

/// Brings every paper the office says is missing, and accepts.
pub(super) async fn accepted(story: &mut Story<'_>) {
    let refused = story.attempt(Person::REGISTRAR, "/acceptance", &json!({})).await.expect(422);
    let violations = refused.json()["violations"].as_array().cloned().expect("violations");
    for field in violations.iter().filter_map(|violation| violation["field"].as_str()) {
        let slot = field.strip_prefix("/papers/").expect("only papers are missing");
        let (paper, party) = slot.split_once('/').map_or((slot, None), |(a, b)| (a, Some(b)));
        story.bring(paper, party).await;
    }
    story.accept().await;
}

/// Everybody heard, proposed and approved.
async fn approved_dissolution(story: &mut Story<'_>) {
    accepted(story).await;
    for party in ["adopter_1", "placer", "child"] {
        story.ask(party).await;
    }
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.are(&["CC-1104.child"]);
    story.consent("child").await;
    let form = story.printed("consent_form", Some("child")).await;
    assert!(form.contains("同意解除"), "{form}");
    story.decide().await;
}

fn everybody(story: &Story<'_>) -> Value {
    let said = &story.application;
    json!([
        words::in_person("adopter_1", "identity_card", &said["adopters"][0]["resident_id"]),
        words::in_person("placer", "identity_card", &said["parents"]["placing"][0]["resident_id"]),
        words::in_person("child", "household_register", &said["child"]["resident_id"]),
    ])
}

fn registration(story: &Story<'_>) -> Value {
    json!({
        "blank_serial": "JC0001", "attendance": everybody(story),
        "certificate": { "state": "given_in" },
    })
}

/// What anybody learns of the certificate of a registered case.
async fn verified(first: &Story<'_>, serial: &str) -> Value {
    let number = first.read().await["registration"]["certificate_number"].clone();
    let id = first.application["adopters"][0]["resident_id"].as_str().expect("a number");
    let last_six = id.get(id.len() - 6..).expect("six characters");
    let shown = json!({
        "certificate_number": number, "blank_serial": serial, "last_six": last_six,
    });
    verify(first.office, &shown).await.expect(200).json()
}

async fn verify(office: &Office, shown: &Value) -> Answer {
    let request = office.anonymous(Method::POST, "/v1/certificates/verification");
    Answer::of(request.json(shown)).await
}

async fn serial_of(first: &Story<'_>) -> String {
    let serial = first.read().await["registration"]["blank_serial"].clone();
    serial.as_str().expect("a serial").to_owned()
}

async fn a_dissolution_ends_the_adoption_everywhere(office: Office) {
    let mut first = adopted(&office).await;
    let serial = serial_of(&first).await;
    assert_eq!(verified(&first, &serial).await["result"], "valid");
    let mut dispute = dissolution(&first);
    dispute["basis"] = json!("dispute");
    opening(&office, "/v1/dissolutions", &dispute).await.refused_by("CC-1114.2");
    let mut story = opened(&first, "/v1/dissolutions", &dissolution(&first)).await;
    let again = opening(&office, "/v1/dissolutions", &dissolution(&first)).await;
    again.refused_by("HOUSE-LATER");
    let formation = story.registration().await;
    let refused = story.refused(Person::REGISTRAR, "/registration", formation).await;
    refused.are(&["SPEC-48.step"]);
    approved_dissolution(&mut story).await;
    let mut alone = registration(&story);
    alone["attendance"].as_array_mut().expect("those who came").truncate(1);
    let refused = story.refused(Person::REGISTRAR, "/dissolution", alone).await;
    refused.are(&["REG-10.together"]);
    let today = office.today().await;
    let body = registration(&story);
    story.act(Person::REGISTRAR, "/dissolution", body).await;
    let outcome = story.read().await["later"]["outcome"].clone();
    assert_eq!(outcome["number"], "（2026）渝练解字00001");

    let ended = first.read().await;
    assert_eq!(ended["aftermath"]["standing"]["state"], "dissolved");
    assert_eq!(ended["visits"], json!([]), "no visit follows");
    first.version = ended["version"].as_u64().expect("a version");
    let visit = words::follow_up_visit(today + Days::new(183));
    first.refused(Person::VISITOR, "/follow-up-visits", visit).await.name(&["FU-01"]);
    let told = verified(&first, &serial).await;
    let expected = json!({
        "result": "no_longer_valid", "since": today.to_string(), "because": "dissolved",
    });
    assert_eq!(told, expected);
    in_the_ledger(&office, &first, &story).await;
    opening(&office, "/v1/dissolutions", &dissolution(&first)).await.refused_by("CC-1111.stands");
    may_be_adopted_again(&office, &first).await;
}

async fn in_the_ledger(office: &Office, first: &Story<'_>, story: &Story<'_>) {
    let page = office.read(Person::REGISTRAR, "/v1/cases?procedure=dissolution").await;
    let cases = page["cases"].as_array().expect("lines");
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0]["case_id"], story.case);
    let page = office.read(Person::REGISTRAR, "/v1/cases?procedure=formation").await;
    let line =
        page["cases"].as_array().expect("lines").iter().find(|line| line["case_id"] == first.case);
    assert_eq!(line.expect("the first case")["standing"], "dissolved");
}

/// A child whose adoption was dissolved is in no adoption.
async fn may_be_adopted_again(office: &Office, first: &Story<'_>) {
    let mut story = Story::apply(office, first.application.clone()).await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.do_not_name(&["CC-1111"]);
}

async fn two_dissolutions_at_once_are_one(office: Office) {
    let first = adopted(&office).await;
    let body = dissolution(&first);
    let tries = (0..6).map(|_| opening(&office, "/v1/dissolutions", &body));
    let answers = join_all(tries).await;
    let opened = answers.iter().filter(|answer| answer.status.as_u16() == 201).count();
    assert_eq!(opened, 1);
    for refused in answers.into_iter().filter(|answer| answer.status.as_u16() != 201) {
        refused.refused_by("HOUSE-LATER");
    }
}

async fn a_revocation_is_made_known_to_everybody(office: Office) {
    let first = adopted(&office).await;
    let serial = serial_of(&first).await;
    let body = json!({
        "adoption": first.case, "initiator": { "initiated_by": "own_motion" },
        "reason": "同意书系伪造。",
    });
    let mut story = opened(&first, "/v1/revocations", &body).await;
    accepted(&mut story).await;
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let decision = json!({ "findings": "同意书签名系伪造，骗取登记。" });
    story.attempt(Person::REGISTRAR, "/revocation", &decision).await.expect(403);
    story.act(Person::LEADER, "/revocation", decision).await;
    assert_eq!(first.read().await["aftermath"]["standing"]["state"], "revoked");
    let told = verified(&first, &serial).await;
    assert_eq!(told["because"], "revoked");
    let refused = story.refused(Person::REGISTRAR, "/posting", json!({})).await;
    refused.are(&["SPEC-R1.posted"]);
    let unexplained = json!({ "certificate": { "state": "not_taken_in", "reason": "" } });
    let refused = story.refused(Person::REGISTRAR, "/certificate-return", unexplained).await;
    refused.are(&["REG-11"]);
    let lost = json!({ "certificate": { "state": "not_taken_in", "reason": "查找无果" } });
    story.act(Person::REGISTRAR, "/certificate-return", lost).await;
    let refused = story.refused(Person::ARCHIVIST, "/archive", json!({})).await;
    refused.name(&["SPEC-11"]);
}

async fn a_replacement_makes_the_old_copy_worthless(office: Office) {
    let first = adopted(&office).await;
    let serial = serial_of(&first).await;
    let body = json!({
        "adoption": first.case, "paper": "certificate", "cause": "lost",
        "applicants": ["adopter_1"], "reason": "遗失。",
    });
    let mut story = opened(&first, "/v1/replacements", &body).await;
    accepted(&mut story).await;
    story.ask("adopter_1").await;
    story.decide().await;
    let adopter = &story.application["adopters"][0]["resident_id"];
    let attendance = json!([words::in_person("adopter_1", "identity_card", adopter)]);
    let issue = |serial: &str| json!({ "blank_serial": serial, "attendance": attendance });
    let refused = story.refused(Person::REGISTRAR, "/replacement", issue(&serial)).await;
    refused.are(&["SPEC-N3"]);
    story.act(Person::REGISTRAR, "/replacement", issue("YZ-NEW-1")).await;
    assert_eq!(verified(&first, &serial).await["because"], "replaced");
    assert_eq!(verified(&first, "YZ-NEW-1").await["result"], "valid");
    let outcome = story.read().await["later"]["outcome"].clone();
    assert_eq!(outcome["number"], "（2026）渝练补字00001");
    let proof = json!({ "adoption": first.case, "applicant": "adopter_1", "purpose": "入学" });
    let mut proof = opened(&first, "/v1/proofs", &proof).await;
    accepted(&mut proof).await;
    proof.act(Person::REGISTRAR, "/proof", json!({ "attendance": attendance })).await;
    let given = first.read().await["aftermath"]["proofs"].clone();
    assert_eq!(given[0]["number"], "（2026）渝练证字00001");
    let checked = office.command(&["rebuild", "--check"]).await;
    assert_eq!(checked.code, Some(0), "{}{}", checked.said, checked.complained);
}

async fn a_late_entry_draws_no_number_and_bears_later_procedures(office: Office) {
    let application = stepchild(5);
    let entry = json!({
        "application": application, "certificate_number": "（2021）渝练收字00007",
        "blank_serial": "YZ20210007", "registered_on": "2021-04-06",
        "registered_by": "练习县民政局", "volume_number": "0199-收养-2021-0007",
    });
    let done = opening(&office, "/v1/late-entries", &entry).await.expect(201).json();
    let mut story = Story {
        office: &office,
        application: application.clone(),
        case: done["case_id"].as_str().expect("a case").to_owned(),
        version: 1,
    };
    let path = "/late-entry-confirmation";
    let refused = story.refused(Person::ARCHIVIST, path, json!({})).await;
    refused.are(&["HOUSE-LATE"]);
    for paper in ["adoption_certificate", "paper_volume"] {
        story.bring(paper, None).await;
    }
    story.attempt(Person::REGISTRAR, path, &json!({})).await.expect(403);
    story.act(Person::ARCHIVIST, path, json!({})).await;
    assert_eq!(story.stage().await, "closed");
    assert_eq!(verified(&story, "YZ20210007").await["result"], "valid");
    opening(&office, "/v1/late-entries", &entry).await.refused_by("HOUSE-LATE.number");
    let mut other = stepchild(6);
    other["reason"] = json!("共同生活多年");
    let mut formed = Story::apply(&office, other).await;
    formed.carry_to_approval().await;
    formed.register().await;
    let number = formed.read().await["registration"]["certificate_number"].clone();
    assert_eq!(number, "（2026）渝练收字00001", "the running series begins untouched");
    let later = opened(&story, "/v1/dissolutions", &dissolution(&story)).await;
    assert_eq!(
        later.read().await["later"]["adoption"]["certificate_number"],
        "（2021）渝练收字00007"
    );
}

async fn the_running_series_passes_over_a_number_entered_late(office: Office) {
    let entry = |seed: u32| {
        json!({
            "application": stepchild(seed), "certificate_number": "（2026）渝练收字00001",
            "registered_on": "2026-01-05", "registered_by": "练习县民政局",
            "volume_number": format!("0199-收养-2026-{seed:04}"),
        })
    };
    // The number is taken before the entry is confirmed.
    let done = opening(&office, "/v1/late-entries", &entry(7)).await.expect(201).json();
    opening(&office, "/v1/late-entries", &entry(8)).await.refused_by("HOUSE-LATE.number");
    let first = adopted(&office).await;
    let number = first.read().await["registration"]["certificate_number"].clone();
    assert_eq!(number, "（2026）渝练收字00002");
    let mut story = Story {
        office: &office,
        application: stepchild(7),
        case: done["case_id"].as_str().expect("a case").to_owned(),
        version: 1,
    };
    for paper in ["adoption_certificate", "paper_volume"] {
        story.bring(paper, None).await;
    }
    story.act(Person::ARCHIVIST, "/late-entry-confirmation", json!({})).await;
    let question = "SELECT skipped_for FROM certificate_number WHERE skipped_for IS NOT NULL";
    assert_eq!(office.database().await.texts(question).await, [story.case.clone()]);
    let verified = office.command(&["verify"]).await;
    assert_eq!(verified.code, Some(0), "{}{}", verified.said, verified.complained);
}

async fn whoever_guesses_at_certificates_is_slowed_down(office: Office) {
    let first = adopted(&office).await;
    let serial = serial_of(&first).await;
    assert_eq!(verified(&first, "YZ-WRONG").await, json!({ "result": "not_found" }));
    let number = first.read().await["registration"]["certificate_number"].clone();
    let mut answers = Vec::new();
    for guess in 0..12 {
        let last_six = format!("{guess:06}");
        let shown = json!({
            "certificate_number": number, "blank_serial": serial, "last_six": last_six,
        });
        answers.push(verify(&office, &shown).await);
    }
    let found_nothing = answers.iter().take(4).all(|answer| {
        answer.status.as_u16() == 200 && answer.json() == json!({ "result": "not_found" })
    });
    assert!(found_nothing, "a guess tells nothing");
    let last = answers.pop().expect("an answer");
    assert_eq!(last.status.as_u16(), 429, "{}", last.text());
}
