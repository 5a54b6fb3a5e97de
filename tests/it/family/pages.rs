//! The page of answers at every stage of a case, printed as a family reads it
//! (`cargo nextest run -p guijia-tests family::pages --no-capture`).

use chrono::{Days, NaiveDate};
use serde_json::json;
use workflow::case::ChildKind;
use workflow::cast::practice::application_of;
use workflow::public::family::{AskedState, FamilyPage, StepState, Who, reading};

use super::reader::{self, as_text};
use super::silence;
use crate::support::papers::scan;
use crate::support::story::{application, day};
use crate::support::{Office, Person, Story, mostly_on_sqlite, words};

mostly_on_sqlite!(
    every_stage_of_an_adoption_has_its_page,
    a_case_that_stops_says_why_and_what_can_be_done,
    families_of_known_parents_hear_of_their_own_steps_alone,
);

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Reads the page of this moment, prints it, and holds it to what every page must keep.
async fn turn(story: &Story<'_>, name: &str) -> FamilyPage {
    let token = reader::token(story).await;
    let secrets = silence::secrets(&story.read().await);
    let chinese = reader::read(story.office, &token, "zh-CN").await.expect(200);
    for language in ["zh-CN", "en"] {
        let answer = reader::read(story.office, &token, language).await.expect(200);
        let told = silence::told(&answer.text(), &secrets);
        assert!(told.is_empty(), "{name} in {language} tells {told:?}");
    }
    let page: FamilyPage = serde_json::from_slice(&chinese.bytes).expect("a page");
    println!("──── {name}\n{}", as_text(&page));
    let flaws = reading::flaws(&page);
    assert!(flaws.is_empty(), "{name} is hard to read: {flaws:#?}");
    for (what, text) in [
        ("where", &page.where_it_stands),
        ("next", &page.next.sentence),
        ("by when", &page.latest.sentence),
        ("whom to call", &page.contact.telephone),
        ("where to go", &page.contact.address),
    ] {
        assert!(!text.trim().is_empty(), "{name} does not say {what}");
    }
    assert!(page.timeline.is_sorted_by_key(|line| line.on), "{name}");
    page
}

async fn every_stage_of_an_adoption_has_its_page(office: Office) {
    let mut story = Story::apply(&office, application(21)).await;
    let page = turn(&story, "申请").await;
    assert_eq!(page.asked_of_you.len(), 14, "two for the case and six of each adopter");
    assert_eq!(page.next.who, Who::Family);

    let number = story.file("health_certificate", Some("adopter_2"), scan()).await;
    let reason = json!({ "reason": "没有医院公章" });
    story.act(Person::REGISTRAR, &format!("/papers/{number}/rejection"), reason).await;
    let page = turn(&story, "一份材料不能用").await;
    let again = page.asked_of_you.iter().find(|asked| asked.state == AskedState::BringAgain);
    assert_eq!(again.and_then(|asked| asked.reason.as_deref()), Some("没有医院公章"));

    story.bring_everything().await;
    let page = turn(&story, "材料收齐").await;
    assert!(page.asked_of_you.is_empty());
    assert_eq!(page.received.len(), 14);
    story.accept().await;
    let page = turn(&story, "受理").await;
    assert_eq!(page.latest.on, Some(date("2026-04-01")), "thirty days from 2 March");
    story.publish().await;
    let page = turn(&story, "公告").await;
    assert_eq!(page.latest.on, Some(date("2026-06-05")), "the notice does not count");
    assess(&mut story).await;
    decide(&mut story).await;
    register(&mut story).await;
}

async fn assess(story: &mut Story<'_>) {
    story.begin_assessment().await;
    let page = turn(story, "评估、融合").await;
    assert_eq!(page.latest.on, Some(date("2026-06-05")), "exact while the clock stands still");
    story.finish_assessment().await;
    let page = turn(story, "评估做完").await;
    assert_eq!(page.asked_of_you.len(), 6, "talk, consent and advice of each adopter");
    story.hear().await;
    let page = turn(story, "等公告期满").await;
    assert!(page.asked_of_you.is_empty());
    story.office.move_to(date("2026-05-07")).await;
    turn(story, "最后核对").await;
}

async fn decide(story: &mut Story<'_>) {
    story.act(Person::REGISTRAR, "/proposal", words::proposal()).await;
    turn(story, "报批").await;
    story.act(Person::LEADER, "/approval", words::approval()).await;
    story.sign("approval_form", None).await;
    let page = turn(story, "批准").await;
    assert_eq!(page.asked_of_you.len(), 2, "both come to register");
}

async fn register(story: &mut Story<'_>) {
    let registration = story.registration().await;
    story.act(Person::REGISTRAR, "/registration", registration).await;
    let page = turn(story, "登记").await;
    assert!(page.afterwards.iter().any(|thing| thing.title == "上户口"));
    story.print("certificate", None).await;
    story.act(Person::REGISTRAR, "/issue", json!({})).await;
    story.sign("certificate_receipt", None).await;
    let page = turn(story, "颁证").await;
    assert_eq!(page.latest.on, Some(date("2026-06-07")), "the first visit");
    story.archive().await;
    turn(story, "归档").await;
    let visits = story.read().await["visits"].as_array().cloned().expect("a schedule");
    for visit in &visits {
        let on = day(&visit["due_on"]);
        story.office.move_to(on).await;
        story.act(Person::VISITOR, "/follow-up-visits", words::follow_up_visit(on)).await;
        story.sign("follow_up_record", None).await;
        if visit["number"] == 1 {
            turn(story, "第一次回访以后").await;
        }
    }
    let page = turn(story, "办结").await;
    assert!(page.steps.iter().all(|step| step.state == StepState::Done));
}

async fn a_case_that_stops_says_why_and_what_can_be_done(office: Office) {
    let mut halted = Story::apply(&office, application(31)).await;
    halted.bring_everything().await;
    halted.accept().await;
    let notice = json!({ "body": { "kind": "own_team" } });
    halted.act(Person::REGISTRAR, "/assessment/notice", notice).await;
    let page = turn(&halted, "等同意评估").await;
    assert_eq!(page.next.who, Who::Family);
    halted.act(Person::REGISTRAR, "/claims", json!({ "claimant": "自称孩子姨母的何秀兰" })).await;
    let page = turn(&halted, "有人认领").await;
    assert_eq!(page.where_it_stands, "有情况需要核实，办理暂停。");

    let mut refused = Story::apply(&office, application(32)).await;
    refused.bring_everything().await;
    refused.accept().await;
    let reason = json!({ "rule": "CC-1098.4", "explanation": "公安机关核查有不利记录" });
    refused.act(Person::LEADER, "/refusal", json!({ "reasons": [reason] })).await;
    let page = turn(&refused, "不予登记").await;
    let outcome = page.outcome.expect("an outcome");
    assert!(outcome.reasons.iter().all(|reason| reason.article.contains("第一千零九十八条")));
    let until: Vec<NaiveDate> = outcome.remedies.iter().map(|remedy| remedy.until).collect();
    assert_eq!(until, ["2026-05-06", "2026-09-02"].map(date), "sixty days, moved by Labour Day");
    assert!(
        outcome.papers.contains(&"居民身份证，2份，还给您。".to_owned()),
        "{:?}",
        outcome.papers
    );

    let mut withdrawn = Story::apply(&office, application(33)).await;
    let withdrawal = json!({ "party": "placer", "reason": "机构另有安排" });
    withdrawn.act(Person::REGISTRAR, "/withdrawal", withdrawal).await;
    let page = turn(&withdrawn, "撤回").await;
    assert_eq!(page.next.who, Who::Nobody);

    late(&office).await;
}

async fn families_of_known_parents_hear_of_their_own_steps_alone(office: Office) {
    for (kind, seed, papers, steps) in
        [(ChildKind::HardshipParents, 35, 12, 7), (ChildKind::Stepchild, 36, 5, 6)]
    {
        let application = application_of(kind, seed);
        let application = serde_json::to_value(application).expect("an application is JSON");
        let story = Story::apply(&office, application).await;
        let page = turn(&story, kind.printed()).await;
        assert_eq!(page.asked_of_you.len(), papers, "{kind:?}");
        assert_eq!(page.steps.len(), steps, "{kind:?}");
        let said = as_text(&page);
        assert!(!said.contains("登报"), "parents who are known are not searched for");
        assert_eq!(said.contains("评估"), kind == ChildKind::HardshipParents);
    }
}

/// A day after the last, the page says that the office is late.
async fn late(office: &Office) {
    let mut story = Story::apply(office, application(34)).await;
    story.bring_everything().await;
    story.accept().await;
    let last = reader::page(&story).await.latest.on.expect("a day");
    story.office.move_to(last + Days::new(1)).await;
    let page = turn(&story, "过期").await;
    assert!(page.latest.sentence.contains("我们晚了"), "{}", page.latest.sentence);
}
