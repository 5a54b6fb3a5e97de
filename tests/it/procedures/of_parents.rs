//! Parents in special hardship place their child: both together, or the widow alone. Their identity is
//! known, so that nobody is searched for; the adopters are assessed as everybody is.

use serde_json::{Value, json};

use crate::support::families::{hardship_parents, widowed_parent};
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    both_parents_place_their_child,
    a_widow_places_her_child,
    one_parent_alone_says_what_became_of_the_other,
);

async fn both_parents_place_their_child(office: Office) {
    let mut story = Story::apply(&office, hardship_parents(1)).await;
    nothing_comes_before_acceptance(&mut story).await;
    story.bring_everything().await;
    story.accept().await;
    nobody_is_searched_for(&mut story).await;
    nothing_is_proposed_yet(&mut story).await;
    story.begin_assessment().await;
    story.finish_assessment().await;
    both_are_asked(&mut story).await;
    story.decide().await;
    both_come_in_person(&mut story).await;
    story.register().await;
    the_certificate_names_both(&mut story).await;
    story.issue().await;
    story.archive().await;
    the_volume_holds_what_the_kind_needs(&story).await;
    visits_follow_the_general_schedule(&mut story).await;
}

async fn nothing_comes_before_acceptance(story: &mut Story<'_>) {
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    let demanded = [
        "SPEC-14.3",
        "SPEC-13",
        "SPEC-13.placer",
        "REG-6.1.1",
        "REG-6.1.2",
        "REG-6.1.3",
        "REG-7.1.1.parents",
        "REG-7.4",
        "CC-1094.3",
        "CC-1098.2",
        "CC-1098.3",
        "CC-1098.4",
    ];
    refused.name(&demanded).do_not_name(&["REG-6.2", "REG-7.2", "REG-7.4.spouse", "CC-1108"]);
    let inquiry = words::inquiry("placer_2");
    story.refused(Person::REGISTRAR, "/inquiries", inquiry).await.are(&["SPEC-11"]);
    let notice = json!({ "body": { "kind": "own_team" } });
    story.refused(Person::REGISTRAR, "/assessment/notice", notice).await.are(&["SPEC-11"]);
}

async fn nobody_is_searched_for(story: &mut Story<'_>) {
    let notice = words::public_notice(story.office.today().await);
    story.refused(Person::REGISTRAR, "/public-notice", notice).await.are(&["SPEC-48.step"]);
    let claim = json!({ "claimant": "自称孩子外祖母的来访人" });
    story.refused(Person::REGISTRAR, "/claims", claim).await.are(&["SPEC-48.step"]);
    assert!(!story.calls_for("public_notice").await);
    assert!(story.deadline("notice").await.is_null());
}

async fn nothing_is_proposed_yet(story: &mut Story<'_>) {
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    let missing =
        ["EVAL-6", "EVAL-8", "EVAL-9.1", "EVAL-9.2", "EVAL-9.3", "EVAL-9.4", "SPEC-15", "CC-1104"];
    refused.name(&missing).name(&["FEP-32"]).do_not_name(&["CC-1105.2", "REG-8.2"]);
    let registration = story.registration().await;
    let refused = story.refused(Person::REGISTRAR, "/registration", registration).await;
    refused.name(&["SPEC-11", "SPEC-16"]);
}

async fn both_are_asked(story: &mut Story<'_>) {
    let father_heard = ["adopter_1", "adopter_2", "placer"];
    for party in father_heard {
        story.ask(party).await;
        story.consent(party).await;
    }
    for party in words::ADOPTERS {
        story.act(Person::REGISTRAR, "/guidance", words::guidance(party)).await;
        story.sign("guidance_record", Some(party)).await;
    }
    let refused = story.refused(Person::REGISTRAR, "/proposal", words::proposal()).await;
    refused.are(&["SPEC-15", "CC-1104"]);
    let child = words::inquiry("child");
    story.refused(Person::REGISTRAR, "/inquiries", child).await.are(&["SPEC-15.who"]);
    story.ask("placer_2").await;
    story.consent("placer_2").await;
}

async fn both_come_in_person(story: &mut Story<'_>) {
    let mut alone = story.registration().await;
    let attendance = alone["attendance"].as_array_mut().expect("those who came");
    attendance.retain(|attending| attending["party"] != "placer_2");
    story.refused(Person::REGISTRAR, "/registration", alone.clone()).await.are(&["REG-5.1"]);
    let attendance = alone["attendance"].as_array_mut().expect("those who came");
    attendance.push(json!({ "manner": "represented_by_spouse", "party": "placer_2" }));
    story.refused(Person::REGISTRAR, "/registration", alone).await.are(&["REG-5.2"]);
}

async fn the_certificate_names_both(story: &mut Story<'_>) {
    story.refused(Person::REGISTRAR, "/issue", json!({})).await.are(&["SPEC-19.print"]);
    let registration = story.read().await["registration"].clone();
    assert_eq!(registration["certificate_number"], "（2026）渝练收字00001");
    assert_eq!(registration["on"], "2026-04-02", "the day the assessment was over");
    let printed = story.printed("certificate", None).await;
    let (adopter, child) = (story.said("/adopters/0/name"), story.said("/child/name"));
    for words in ["（2026）渝练收字00001", "罗长根", "唐秀兰", child, adopter] {
        assert!(printed.contains(words), "{words} is not in {printed}");
    }
}

async fn the_volume_holds_what_the_kind_needs(story: &Story<'_>) {
    let volume = story.volume().await;
    assert_eq!(volume.first().map(String::as_str), Some("收养登记证"), "the certificate is first");
    for title in [
        "收养登记受理通知书",
        "收养评估通知书",
        "收养登记结果告知书",
        "收养登记审查处理表",
        "收养登记证签收页",
        "有特殊困难的声明（送养人）",
        "送养人照片（送养人）",
        "收养评估报告",
    ] {
        assert!(volume.iter().any(|held| held == title), "{title} is not in {volume:?}");
    }
    let consents = volume.iter().filter(|held| *held == "同意书（送养人）").count();
    assert_eq!(consents, 2, "of each parent one");
    for title in ["寻找弃婴（儿童）生父母公告", "公告报纸版面", "生育情况证明（收养人）"]
    {
        assert!(!volume.iter().any(|held| held == title), "{title} is in the volume");
    }
}

async fn visits_follow_the_general_schedule(story: &mut Story<'_>) {
    let due = story.visits_due().await;
    assert_eq!(due, ["2026-05-02", "2026-10-02", "2027-04-02", "2028-04-02"]);
    let too_early = words::follow_up_visit(story.office.today().await);
    story.refused(Person::VISITOR, "/follow-up-visits", too_early).await.are(&["FU-01"]);
    for on in due {
        assert_eq!(story.stage().await, "archived");
        story.visit(on.parse().expect("a day")).await;
    }
    assert_eq!(story.stage().await, "closed");
}

async fn a_widow_places_her_child(office: Office) {
    let mut story = Story::apply(&office, widowed_parent(2)).await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["REG-7.4.spouse", "CC-1108"]).do_not_name(&["CC-1097"]);
    story.bring_everything().await;
    story.refused(Person::REGISTRAR, "/acceptance", json!({})).await.are(&["CC-1108"]);
    let today = story.office.today().await;
    let mut they_claim_it = words::check("grandparents_priority", "placer", today);
    they_claim_it["outcome"] = json!("adverse");
    story.act(Person::REGISTRAR, "/checks", they_claim_it).await;
    story.refused(Person::REGISTRAR, "/acceptance", json!({})).await.are(&["CC-1108"]);
    story.check("grandparents_priority", "placer").await;
    story.bring("priority_declaration", Some("placer")).await;
    story.accept().await;

    story.begin_assessment().await;
    story.finish_assessment().await;
    let father = words::inquiry("placer_2");
    story.refused(Person::REGISTRAR, "/inquiries", father).await.are(&["SPEC-15.who"]);
    story.hear().await;
    story.decide().await;
    story.register_and_issue().await;
    let printed = story.printed("certificate", None).await;
    assert!(printed.contains("唐秀兰") && !printed.contains("罗长根"), "{printed}");
    story.archive().await;
    let volume = story.volume().await;
    for title in ["配偶死亡或者下落不明证明（送养人）", "优先抚养权声明（送养人）"]
    {
        assert!(volume.iter().any(|held| held == title), "{title} is not in {volume:?}");
    }
    for on in story.visits_due().await {
        story.visit(on.parse().expect("a day")).await;
    }
    assert_eq!(story.stage().await, "closed");
}

/// The application of one parent of whose spouse this is said.
fn alone(seed: u32, state: &str) -> Value {
    let mut application = widowed_parent(seed);
    application["parents"]["other_parent"] = match state {
        "unknown" => json!({ "state": state }),
        _ => json!({ "state": state, "name": "罗长根" }),
    };
    application
}

async fn one_parent_alone_says_what_became_of_the_other(office: Office) {
    let mut story = Story::apply(&office, alone(3, "alive")).await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["CC-1097"]).do_not_name(&["REG-7.4.spouse", "CC-1097.unknown"]);

    let mut story = Story::apply(&office, alone(4, "missing")).await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["REG-7.4.spouse"]).do_not_name(&["CC-1097", "CC-1108"]);

    let mut story = Story::apply(&office, alone(5, "unknown")).await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.name(&["CC-1097.unknown"]).do_not_name(&["REG-7.4.spouse", "CC-1097", "CC-1108"]);
    story.check("other_parent", "other_parent").await;
    let refused = story.refused(Person::REGISTRAR, "/acceptance", json!({})).await;
    refused.do_not_name(&["CC-1097.unknown"]);
}
