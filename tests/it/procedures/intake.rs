//! What can come of an application before it is accepted: everything to be corrected is told at once,
//! or the application is not accepted and its papers go back.

use serde_json::{Value, json};

use crate::support::families::{for_the_same_child, stepchild, too_young};
use crate::support::papers::scan;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    everything_to_correct_is_told_at_once,
    an_application_is_not_accepted_for_conditions_that_are_not_met,
    a_missing_paper_is_a_reason_once_it_was_told,
);

async fn everything_to_correct_is_told_at_once(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.sign("application_form", None).await;
    for (paper, party) in words::papers_of(&story.application) {
        if !["joint_photo", "marriage_proof", "other_parent_consent"].contains(&paper) {
            story.bring(paper, party).await;
        }
    }
    let blurred = story.file("marriage_proof", Some("adopter_1"), scan()).await;
    let refused = story.refused(Person::REGISTRAR, "/corrections", json!({})).await;
    refused.are(&["HOUSE-CORRECTION"]);
    let path = format!("/papers/{blurred}/rejection");
    story.act(Person::REGISTRAR, &path, json!({ "reason": "结婚证照片页缺失。" })).await;
    story.act(Person::REGISTRAR, "/corrections", json!({})).await;
    told_apart(&story, blurred).await;
    let refused = story.refused(Person::REGISTRAR, "/corrections", json!({})).await;
    refused.are(&["HOUSE-CORRECTION"]);
    the_notice_is_served(&mut story).await;

    story.bring("joint_photo", None).await;
    story.bring("other_parent_consent", Some("other_parent")).await;
    story.refused(Person::REGISTRAR, "/acceptance", json!({})).await.are(&["REG-6.3"]);
    story.bring("marriage_proof", Some("adopter_1")).await;
    let nothing_left = story.refused(Person::REGISTRAR, "/corrections", json!({})).await;
    nothing_left.are(&["HOUSE-CORRECTION"]);
    story.accept().await;
    assert_eq!(story.papers("marriage_proof").await, ["rejected", "verified"]);
    let too_late = story.refused(Person::REGISTRAR, "/corrections", json!({})).await;
    too_late.name(&["SPEC-11"]);
}

/// What was not brought and what is not in order are told apart.
async fn told_apart(story: &Story<'_>, blurred: u64) {
    let told = story.read().await["corrections"].as_array().cloned().expect("corrections");
    assert_eq!(told.len(), 1);
    let missing = json!([
        { "paper": "joint_photo" },
        { "paper": "other_parent_consent", "party": "other_parent" },
    ]);
    assert_eq!(told[0]["missing"], missing);
    let incorrect = json!([{
        "number": blurred,
        "slot": { "paper": "marriage_proof", "party": "adopter_1" },
        "reason": "结婚证照片页缺失。",
    }]);
    assert_eq!(told[0]["incorrect"], incorrect);
    let printed = story.printed("correction_notice", None).await;
    for words in ["合影照片", "生父母另一方同意书", "结婚证照片页缺失"] {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
}

async fn the_notice_is_served(story: &mut Story<'_>) {
    let today = story.office.today().await;
    let unsigned = words::service("correction_notice", "adopter_1", today);
    story.refused(Person::REGISTRAR, "/services", unsigned).await.are(&["HOUSE-SERVICE"]);
    story.document("service_receipt", None).await;
    story.sign("service_receipt", None).await;
    let not_made = words::service("refusal_notice", "adopter_1", today);
    story.refused(Person::REGISTRAR, "/services", not_made).await.are(&["HOUSE-SERVICE"]);
    let stranger = words::service("correction_notice", "adopter_2", today);
    story.refused(Person::REGISTRAR, "/services", stranger).await.are(&["INPUT-KNOWN"]);
    let served = words::service("correction_notice", "adopter_1", today);
    story.act(Person::REGISTRAR, "/services", served).await;
    let services = story.read().await["services"].clone();
    assert_eq!(services[0]["document"], "correction_notice");
    assert_eq!(services[0]["served_on"], json!(today));
}

fn declining(reasons: Vec<Value>) -> Value {
    json!({ "reasons": reasons })
}

async fn an_application_is_not_accepted_for_conditions_that_are_not_met(office: Office) {
    let mut story = Story::apply(&office, too_young(1)).await;
    story.sign("application_form", None).await;
    let forged = story.file("health_certificate", Some("adopter_1"), scan()).await;
    let card = story.file("identity_card", Some("adopter_1"), scan()).await;
    let too_young = words::reason("CC-1098.5", "男方收养人未满三十周岁。");
    let path = "/non-acceptance";
    story.attempt(Person::LEADER, path, &declining(vec![too_young.clone()])).await.expect(403);
    story.refused(Person::REGISTRAR, path, declining(Vec::new())).await.are(&["SPEC-17"]);
    let met = declining(vec![words::reason("CC-1093", "被收养人已成年。")]);
    story.refused(Person::REGISTRAR, path, met).await.are(&["SPEC-17"]);
    let untold = declining(vec![words::reason("REG-6.1.1", "没有户口簿。")]);
    story.refused(Person::REGISTRAR, path, untold).await.are(&["HOUSE-CORRECTION"]);
    let mut unknown_paper = declining(vec![too_young.clone()]);
    unknown_paper["papers_confiscated"] = json!([999]);
    story.refused(Person::REGISTRAR, path, unknown_paper).await.are(&["REG-12"]);

    let mut declined = declining(vec![too_young]);
    declined["papers_confiscated"] = json!([forged]);
    story.act(Person::REGISTRAR, path, declined).await;
    let case = story.read().await;
    assert_eq!(case["stage"], "not_accepted");
    assert_eq!(case["ending"]["kind"], "not_accepted");
    assert_eq!(case["ending"]["decision"]["papers_confiscated"], json!([forged]));
    assert_eq!(case["ending"]["decision"]["papers_returned"], json!([card]), "not the form");
    let printed = story.printed("non_acceptance_notice", None).await;
    for words in ["未满三十周岁", "第一千零九十八条第（五）项", "行政复议", "6个月内", "没收"]
    {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
    story.serve("non_acceptance_notice", "adopter_1").await;
    story.refused(Person::REGISTRAR, "/acceptance", json!({})).await.name(&["SPEC-11"]);
    the_child_is_free_for_others(&office, &story).await;
}

async fn the_child_is_free_for_others(office: &Office, declined: &Story<'_>) {
    let mut story = Story::apply(office, for_the_same_child(2, &declined.application)).await;
    story.carry_to_acceptance().await;
    assert_eq!(story.stage().await, "accepted");
    let mut third = Story::apply(office, for_the_same_child(3, &declined.application)).await;
    third.bring_everything().await;
    third.refused(Person::REGISTRAR, "/acceptance", json!({})).await.are(&["CC-1111"]);
}

async fn a_missing_paper_is_a_reason_once_it_was_told(office: Office) {
    let mut story = Story::apply(&office, stepchild(3)).await;
    story.act(Person::REGISTRAR, "/corrections", json!({})).await;
    let never_came = declining(vec![words::reason("CC-1103", "告知后仍未提交生父的同意书。")]);
    story.act(Person::REGISTRAR, "/non-acceptance", never_came).await;
    assert_eq!(story.stage().await, "not_accepted");
}
