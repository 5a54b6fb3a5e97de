//! Turns beside the way: a mandate between spouses, a notarisation, secrecy, another registrar.

use chrono::Days;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::client::Answer;
use crate::support::families::{hardship_parents, stepchild};
use crate::support::papers::scan;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    a_spouse_comes_for_the_other,
    a_notarisation_is_asked_for_on_the_way,
    secrecy_is_asked_for_and_kept,
    another_registrar_takes_the_case_over,
    the_leader_sends_a_proposal_back,
);

/// Puts the spouse's mandate in the place of a party who does not come.
fn represented(registration: &mut Value, party: &str) {
    let attendance = registration["attendance"].as_array_mut().expect("those who came");
    attendance.retain(|attending| attending["party"] != party);
    attendance.push(json!({ "manner": "represented_by_spouse", "party": party }));
}

async fn a_spouse_comes_for_the_other(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_approval().await;
    let mut one_absent = story.registration().await;
    represented(&mut one_absent, "adopter_2");
    let path = "/registration";
    story.refused(Person::REGISTRAR, path, one_absent.clone()).await.are(&["REG-5.2"]);

    let nobodys = json!({ "party": "placer", "reason": "在外务工。" });
    story.refused(Person::REGISTRAR, "/mandates", nobodys).await.are(&["INPUT-KNOWN"]);
    let mandate = json!({ "party": "adopter_2", "reason": "因公派驻国外，不能到场。" });
    story.act(Person::REGISTRAR, "/mandates", mandate).await;
    let printed = story.printed("mandate", Some("adopter_2")).await;
    assert!(printed.contains("因公派驻国外"), "{printed}");
    story.refused(Person::REGISTRAR, path, one_absent.clone()).await.are(&["REG-5.2"]);
    story.bring("spouse_mandate", Some("adopter_2")).await;
    assert_eq!(story.stage().await, "approved", "a mandate changes nothing that was approved");

    let mut both_absent = one_absent.clone();
    represented(&mut both_absent, "adopter_1");
    story.refused(Person::REGISTRAR, path, both_absent).await.name(&["REG-5.2"]);
    story.act(Person::REGISTRAR, path, one_absent).await;
    let attendance = story.read().await["registration"]["attendance"].clone();
    let absent = json!({ "manner": "represented_by_spouse", "party": "adopter_2" });
    assert!(attendance.as_array().is_some_and(|who| who.contains(&absent)), "{attendance}");
}

fn asking(party: &str, wishes: Value) -> Value {
    json!({ "party": party, "wishes": wishes })
}

async fn a_notarisation_is_asked_for_on_the_way(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_proposal().await;
    let request = story.request(Person::REGISTRAR, "/papers?paper=notarial_deed").await;
    let request = request.header("Content-Type", "application/pdf").body(scan());
    Answer::of(request).await.refused_by("SPEC-48");
    let nothing_new = asking("placer", json!({}));
    story.refused(Person::REGISTRAR, "/wishes", nothing_new).await.are(&["INPUT-KNOWN"]);
    let by_the_child = asking("child", json!({ "notarisation": true }));
    story.refused(Person::REGISTRAR, "/wishes", by_the_child).await.are(&["INPUT-KNOWN"]);

    let notarised = asking("placer", json!({ "notarisation": true }));
    story.act(Person::REGISTRAR, "/wishes", notarised).await;
    story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await.are(&["CC-1105.4"]);
    story.bring("notarial_deed", None).await;
    story.decide().await;
    let agreed = asking("adopter_1", json!({ "notarisation": true, "agreement": true }));
    story.act(Person::REGISTRAR, "/wishes", agreed).await;
    assert_eq!(story.stage().await, "accepted", "what is asked for anew voids the approval");
    story.bring("adoption_agreement", None).await;
    story.decide().await;
    story.register().await;
    assert_eq!(story.stage().await, "registered");
}

async fn secrecy_is_asked_for_and_kept(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    let secrecy = asking("adopter_1", json!({ "secrecy": true }));
    story.act(Person::REGISTRAR, "/wishes", secrecy).await;
    let taken_back = asking("placer", json!({ "secrecy": false }));
    story.refused(Person::REGISTRAR, "/wishes", taken_back).await.are(&["CC-1110"]);
    story.carry_to_issue().await;
    let after = asking("adopter_1", json!({ "secrecy": false }));
    story.refused(Person::REGISTRAR, "/wishes", after).await.name(&["SPEC-11", "CC-1110"]);
    assert_eq!(story.read().await["wishes"]["secrecy"], true);
    the_adopters_read_nothing_of_the_parents(&story).await;
    the_parents_read_nothing_of_the_adopters(&story).await;
}

async fn the_adopters_read_nothing_of_the_parents(story: &Story<'_>) {
    let hidden = [
        "/parents/placing/0/name",
        "/parents/placing/1/name",
        "/parents/placing/0/resident_id",
        "/parents/placing/1/resident_id",
        "/parents/placing/0/household_address",
    ]
    .map(|place| story.said(place));
    let mut papers =
        vec![("certificate", None), ("result_notice", None), ("assessment_notice", None)];
    for party in words::ADOPTERS {
        papers.extend(
            ["assessment_consent", "guidance_record", "inquiry_record", "consent_form"]
                .map(|paper| (paper, Some(party))),
        );
    }
    for (paper, party) in papers {
        let printed = story.printed(paper, party).await;
        for secret in hidden {
            assert!(!printed.contains(secret), "{paper} of {party:?} tells {secret}");
        }
    }
}

async fn the_parents_read_nothing_of_the_adopters(story: &Story<'_>) {
    let hidden = [
        "/adopters/0/name",
        "/adopters/1/name",
        "/adopters/0/resident_id",
        "/adopters/1/resident_id",
        "/child/new_name",
    ]
    .map(|place| story.said(place));
    for party in ["placer", "placer_2"] {
        for paper in ["inquiry_record", "consent_form"] {
            let printed = story.printed(paper, Some(party)).await;
            for secret in hidden {
                assert!(!printed.contains(secret), "{paper} of {party} tells {secret}");
            }
        }
    }
}

/// The cases whose clocks a person answers for.
async fn answers_for(office: &Office, user: &str) -> Vec<Value> {
    let deadlines = office.read(Person::LEADER, &format!("/v1/deadlines?person={user}")).await;
    deadlines["deadlines"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| line["case_id"].clone())
        .collect()
}

async fn another_registrar_takes_the_case_over(office: Office) {
    let second = Person { role: "registrar", number: 2 };
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_proposal().await;
    office.move_to(office.today().await + Days::new(25)).await;
    let old = office.account(Person::REGISTRAR).await;
    let new = office.account(second).await;
    assert_eq!(answers_for(&office, &old).await, [json!(story.case)]);
    assert!(answers_for(&office, &new).await.is_empty());

    let path = "/officer";
    let handing_to = |officer: &str| json!({ "officer": officer, "reason": "原经办人调离。" });
    story.attempt(Person::REGISTRAR, path, &handing_to(&new)).await.expect(403);
    story.refused(Person::LEADER, path, handing_to(&old)).await.are(&["SPEC-9"]);
    let assessor = office.account(Person::ASSESSOR).await;
    story.refused(Person::LEADER, path, handing_to(&assessor)).await.are(&["SPEC-9"]);
    let request = office.request(Person::ADMINISTRATOR, Method::POST, &story.path(path)).await;
    let request = request.header("If-Match", format!("\"{}\"", story.version));
    Answer::of(request.json(&handing_to(&new))).await.expect(404);
    story.act(Person::LEADER, path, handing_to(&new)).await;

    assert!(answers_for(&office, &old).await.is_empty());
    assert_eq!(answers_for(&office, &new).await, [json!(story.case)]);
    let case = story.read().await;
    assert_eq!(case["officer"]["id"], json!(new));
    assert_eq!(case["former_officers"], json!([old]));
    let of_the_new = office.read(Person::LEADER, &format!("/v1/cases?officer={new}")).await;
    assert_eq!(of_the_new["cases"][0]["number"], case["number"]);

    story.act(second, "/proposal", words::proposal()).await;
    story.act(Person::LEADER, "/approval", words::approval()).await;
    assert_eq!(story.read().await["proposal"]["by"]["id"], json!(new));
    assert!(story.printed("approval_form", None).await.contains("吴晓岚"));
}

async fn the_leader_sends_a_proposal_back(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_proposal().await;
    let path = "/proposal-return";
    let back = json!({ "reason": "请补充说明孩子与继父共同生活的情况。" });
    story.refused(Person::LEADER, path, back.clone()).await.are(&["SPEC-11"]);
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await.are(&["SPEC-11"]);
    story.attempt(Person::REGISTRAR, path, &back).await.expect(403);
    story.act(Person::LEADER, path, back).await;
    assert_eq!(story.stage().await, "accepted");
    story.refused(Person::LEADER, "/approval", words::approval()).await.name(&["SPEC-11"]);
    story.decide().await;
    assert_eq!(story.stage().await, "approved");
}
