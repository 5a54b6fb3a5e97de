//! Facts change on the way: each change is shown by a paper, and voids what it touches.

use serde_json::json;

use crate::support::families::{dies, hardship_parents, stepchild, stepchild_born};
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    an_adopter_dies,
    a_step_parent_is_divorced,
    the_life_of_a_couple_goes_on,
    one_of_two_parents_dies,
    a_child_turns_eight,
);

async fn an_adopter_dies(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_approval().await;
    let died = json!({ "what": "died", "party": "adopter_1" });
    let today = office.today().await;
    let unshown = json!({ "change": died, "happened_on": today });
    story.refused(Person::REGISTRAR, "/changes", unshown).await.are(&["CC-1098.change"]);
    story.bring("change_evidence", None).await;
    assert_eq!(story.stage().await, "accepted", "a new paper voids the approval");
    let nobody = json!({ "what": "died", "party": "adopter_2" });
    let nobody = json!({ "change": nobody, "happened_on": today });
    story.refused(Person::REGISTRAR, "/changes", nobody).await.are(&["INPUT-KNOWN"]);
    let happened = json!({ "change": died, "happened_on": today });
    story.act(Person::REGISTRAR, "/changes", happened).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.are(&["CC-1104.alive"]);
    let withdrawal = json!({ "party": "placer", "reason": "收养人已经去世。" });
    story.act(Person::REGISTRAR, "/withdrawal", withdrawal).await;
    assert_eq!(story.stage().await, "withdrawn");
}

async fn a_step_parent_is_divorced(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    story.carry_to_approval().await;
    story.change(json!({ "what": "marital_status", "status": "divorced" })).await;
    assert_eq!(story.stage().await, "accepted");
    assert_eq!(story.papers("approval_form").await, ["void"]);
    assert_eq!(story.papers("consent_form").await, ["void", "void", "verified"], "of both spouses");
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["CC-1103.marriage", "CC-1104", "REG-6.3"]).do_not_name(&["CC-1104.child"]);
    assert_eq!(story.papers("marriage_proof").await, ["void"]);
}

/// A birth, a move, a new record and a divorce while the couple is being assessed: each ends the
/// assessment, and takes with it the papers that no longer tell the truth.
async fn the_life_of_a_couple_goes_on(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_acceptance().await;
    story.begin_assessment().await;
    story.change(json!({ "what": "children", "party": "adopter_1", "children": 1 })).await;
    the_assessment_is_void(&story, 1).await;
    assert_eq!(story.papers("children_statement").await, ["void", "verified"]);
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["REG-6.1.2", "EVAL-9.1"]).do_not_name(&["CC-1098.1", "CC-1100.1"]);
    story.bring("children_statement", Some("adopter_1")).await;

    story.begin_assessment().await;
    let moved = json!({
        "what": "moved",
        "party": "adopter_2",
        "household_address": "练习县东关镇解放路7号",
        "residence": "练习县东关镇解放路7号",
    });
    story.change(moved).await;
    the_assessment_is_void(&story, 2).await;
    assert_eq!(story.papers("household_register").await[..2], ["verified", "void"]);
    let case = story.read().await;
    assert_eq!(case["adopters"][1]["residence"], "练习县东关镇解放路7号");
    assert_ne!(case["adopters"][0]["residence"], "练习县东关镇解放路7号");
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["REG-6.1.1", "EVAL-9.1"]);
    story.bring("household_register", Some("adopter_2")).await;

    story.begin_assessment().await;
    story.change(json!({ "what": "new_record", "party": "adopter_1" })).await;
    the_assessment_is_void(&story, 3).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["CC-1098.4", "EVAL-9.1"]).do_not_name(&["REG-6.1.1", "REG-6.1.2"]);

    story.change(json!({ "what": "marital_status", "status": "divorced" })).await;
    assert_eq!(story.papers("marital_and_ability_proof").await, ["void", "void"]);
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["HOUSE-1101", "REG-6.1.2", "CC-1098.2"]);
    story.change(json!({ "what": "children", "party": "adopter_2", "children": 2 })).await;
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.name(&["CC-1098.1"]);
}

async fn the_assessment_is_void(story: &Story<'_>, times: usize) {
    let assessment = story.read().await["assessment"].clone();
    assert!(assessment["notified_on"].is_null(), "{assessment}");
    assert_eq!(assessment["assessors"], json!([]));
    assert_eq!(story.papers("assessment_consent").await, vec!["void"; 2 * times]);
    story.office.get(Person::ASSESSOR, &story.path("")).await.expect(404);
}

/// The mother places alone then, comes and signs anew, and the father's parents are asked first.
async fn one_of_two_parents_dies(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    story.carry_to_approval().await;
    story.change(json!({ "what": "died", "party": "placer" })).await;
    let case = story.read().await;
    assert_eq!(case["stage"], "accepted");
    assert_eq!(case["placer"]["placing"][0]["name"], "唐秀兰");
    assert_eq!(case["placer"]["other_parent"]["state"], "dead");
    assert_eq!(case["placer"]["other_parent"]["name"], "罗长根");
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let mother_anew = ["SPEC-14.3", "SPEC-13.placer", "REG-7.1.1.parents", "SPEC-15", "CC-1104"];
    let alone = ["CC-1108", "REG-7.4", "REG-7.4.spouse"];
    refused.name(&mother_anew).name(&alone).do_not_name(&["EVAL-9.4", "FEP-32", "REG-6.1.1"]);

    dies(&mut story.application, "placer");
    story.sign("application_form", None).await;
    for (paper, party) in words::papers_of(&story.application) {
        if party == Some("placer") {
            story.bring(paper, party).await;
        }
    }
    story.check("grandparents_priority", "placer").await;
    story.ask("placer").await;
    story.consent("placer").await;
    story.decide().await;
    story.register().await;
    let printed = story.printed("certificate", None).await;
    assert!(printed.contains("唐秀兰") && !printed.contains("罗长根"), "{printed}");
}

/// On the day of registration she is eight: nothing is registered before she was asked herself.
async fn a_child_turns_eight(office: Office) {
    let mut story = Story::apply(&office, stepchild_born(2018, 1)).await;
    story.carry_to_approval().await;
    let child = words::consent("child");
    story.refused(Person::REGISTRAR, "/consents", child).await.are(&["SPEC-15.who"]);
    let birthday = "2026-05-21".parse().expect("a day");
    office.move_to(birthday).await;
    let registration = story.registration().await;
    let refused = story.refused(Person::REGISTRAR, "/registration", registration).await;
    refused.are(&["SPEC-15", "CC-1104.child"]);
    story.ask("child").await;
    story.consent("child").await;
    assert_eq!(story.stage().await, "accepted", "what the leader approved was another case");
    story.decide().await;
    story.register().await;
    assert_eq!(story.stage().await, "registered");
}
