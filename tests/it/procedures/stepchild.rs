//! A man adopts the daughter of nine of the woman he married. Her father lives and consents on paper,
//! she is asked herself, nobody is searched for or assessed, and one visit follows.

use serde_json::json;

use crate::support::families::stepchild;
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(a_stepfather_adopts, the_father_takes_his_consent_back);

async fn a_stepfather_adopts(office: Office) {
    let mut story = Story::apply(&office, stepchild(1)).await;
    what_the_law_asks_of_a_step_parent(&mut story).await;
    story.bring_everything().await;
    story.accept().await;
    there_is_no_such_step(&mut story).await;
    the_child_is_asked(&mut story).await;
    story.decide().await;
    the_father_need_not_come(&mut story).await;
    story.register().await;
    registered(&story).await;
    story.issue().await;
    story.archive().await;
    the_volume_is_thin(&story).await;
    one_visit_follows(&mut story).await;
}

/// The conditions of a step-parent are waived by art. 1103, whatever his age and children.
async fn what_the_law_asks_of_a_step_parent(story: &mut Story<'_>) {
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    let asked = ["SPEC-14.3", "SPEC-13", "REG-6.1.1", "REG-6.3", "REG-7.1.1.parents", "CC-1103"];
    let waived = ["CC-1098.2", "CC-1098.3", "CC-1098.4", "CC-1098.5", "CC-1101", "REG-7.4"];
    refused.name(&asked).do_not_name(&waived);
    let acts = story.office.read(Person::REGISTRAR, &story.path("/acts")).await;
    let exemptions = acts["exemptions"].as_array().expect("exemptions");
    let by_its_article = |condition: &str| {
        let found = exemptions.iter().find(|exemption| exemption["condition"] == condition);
        found.is_some_and(|exemption| exemption["by"] == "CC-1103")
    };
    for condition in ["CC-1098.1", "CC-1098.2", "CC-1098.3", "CC-1098.4", "CC-1098.5"] {
        assert!(by_its_article(condition), "{condition} is not waived: {exemptions:?}");
    }
}

async fn there_is_no_such_step(story: &mut Story<'_>) {
    let notice = words::public_notice(story.office.today().await);
    story.refused(Person::REGISTRAR, "/public-notice", notice).await.are(&["SPEC-48.step"]);
    let assessment = json!({ "body": { "kind": "own_team" } });
    let refused = story.refused(Person::REGISTRAR, "/assessment/notice", assessment).await;
    refused.are(&["SPEC-48.step"]);
    let review = story.deadline("review").await;
    assert_eq!(review["state"], "running", "nothing makes the clock stand still");
    assert_eq!(review["due_on"], "2026-04-01");
}

async fn the_child_is_asked(story: &mut Story<'_>) {
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.are(&["SPEC-15", "CC-1104", "CC-1104.child", "FEP-32"]);
    for party in ["adopter_1", "placer"] {
        story.ask(party).await;
        story.consent(party).await;
    }
    story.act(Person::REGISTRAR, "/guidance", words::guidance("adopter_1")).await;
    story.sign("guidance_record", Some("adopter_1")).await;
    let father = words::consent("other_parent");
    story.refused(Person::REGISTRAR, "/consents", father).await.are(&["SPEC-15.who"]);
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.are(&["SPEC-15", "CC-1104.child"]);
    story.ask("child").await;
    story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await.are(&["CC-1104.child"]);
    story.consent("child").await;
}

async fn the_father_need_not_come(story: &mut Story<'_>) {
    let mut crowded = story.registration().await;
    let number = story.application["parents"]["other_parent"]["resident_id"].clone();
    let attendance = crowded["attendance"].as_array_mut().expect("those who came");
    attendance.push(words::in_person("other_parent", "identity_card", &number));
    story.refused(Person::REGISTRAR, "/registration", crowded).await.are(&["REG-5.1"]);
    let mut without_child = story.registration().await;
    let attendance = without_child["attendance"].as_array_mut().expect("those who came");
    attendance.retain(|attending| attending["party"] != "child");
    story.refused(Person::REGISTRAR, "/registration", without_child).await.are(&["REG-5.1"]);
}

async fn registered(story: &Story<'_>) {
    let case = story.read().await;
    assert_eq!(case["stage"], "registered");
    assert_eq!(case["registration"]["certificate_number"], "（2026）渝练收字00001");
    assert_eq!(case["registration"]["on"], "2026-03-02", "on the day of the application");
    let printed = story.printed("certificate", None).await;
    let (adopter, child) = (story.said("/adopters/0/name"), story.said("/child/name"));
    for words in ["（2026）渝练收字00001", adopter, "唐秀兰", child] {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
}

async fn the_volume_is_thin(story: &Story<'_>) {
    let volume = story.volume().await;
    for title in ["结婚证（收养人）", "生父母另一方同意书（生父母另一方）", "同意书（被收养人）"]
    {
        assert!(volume.iter().any(|held| held == title), "{title} is not in {volume:?}");
    }
    for document in ["public_notice", "assessment_notice", "assessment_report"] {
        assert!(!story.calls_for(document).await, "{document} was called for");
    }
    for party in ["adopter_1", "placer", "child"] {
        story.document("inquiry_record", Some(party)).await;
        story.document("consent_form", Some(party)).await;
    }
    let unheard_of = ["评估", "公告", "特殊困难", "健康检查"];
    let foreign = volume.iter().filter(|held| unheard_of.iter().any(|word| held.contains(word)));
    assert_eq!(foreign.count(), 0, "{volume:?}");
}

async fn one_visit_follows(story: &mut Story<'_>) {
    assert_eq!(story.visits_due().await, ["2026-09-02"], "after six months");
    story.visit("2026-09-02".parse().expect("a day")).await;
    assert_eq!(story.stage().await, "closed");
}

/// His consent is a paper of the file; taken back, it voids the approval with the rest.
async fn the_father_takes_his_consent_back(office: Office) {
    let mut story = Story::apply(&office, stepchild(2)).await;
    story.carry_to_approval().await;
    assert_eq!(story.stage().await, "approved");
    let taken_back = json!({ "party": "other_parent", "reason": "不再同意。" });
    story.act(Person::REGISTRAR, "/consent-withdrawals", taken_back).await;
    assert_eq!(story.stage().await, "accepted");
    assert_eq!(story.papers("other_parent_consent").await, ["void"]);
    story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await.are(&["CC-1103"]);
    story.bring("other_parent_consent", Some("other_parent")).await;
    story.decide().await;
    assert_eq!(story.stage().await, "approved");
}
