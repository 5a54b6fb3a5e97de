//! Pages of every situation: complete, readable, and silent about the giving side.

mod stories;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::case::assessment::Conclusion;
use crate::case::turns::ServiceManner;
use crate::case::{ChildKind, Mandate, PaperKind, Party, Service, Slot};
use crate::cast::figures::{HUSBAND, WIFE};
use crate::command::Command;
use crate::law::kinds::parents_are_unknown;
use crate::proof::testing::{Story, application_of_a_stepfather, propose, withdraw};
use crate::public::family::page::{AskedState, FamilyPage, StepState, Who};
use crate::public::family::{is_open_to_family, page, reading, waits};
use crate::steps::reject_paper::RejectPaper;

use stories::{not_accepted, refused, stories, withdrawn};

fn chinese(message: Message) -> String {
    message.zh
}

fn english(message: Message) -> String {
    message.en
}

fn of(story: &Story) -> FamilyPage {
    page(&story.case, &story.entries, &story.facts, &chinese)
}

#[test]
fn every_situation_says_where_who_by_when_and_whom_to_call() {
    for (expected, story) in stories() {
        assert_eq!(waits::of(&story.case, &story.facts), expected);
        let page = of(&story);
        assert!(!page.where_it_stands.is_empty() && !page.next.sentence.is_empty());
        assert!(!page.latest.sentence.is_empty(), "{expected:?}");
        assert_eq!(page.contact.telephone, story.facts.office.telephone);
        let steps = match story.case.kind {
            kind if parents_are_unknown(kind) => 8,
            ChildKind::Stepchild => 6,
            _ => 7,
        };
        assert_eq!(page.steps.len(), steps, "none beyond those of the kind");
        assert!(!page.timeline.is_empty());
        assert_eq!(page.outcome.is_some(), story.case.ending.is_some(), "{expected:?}");
    }
}

#[test]
fn every_page_is_easy_to_read() {
    for (situation, story) in stories() {
        let flaws = reading::flaws(&of(&story));
        assert!(flaws.is_empty(), "{situation:?}: {flaws:#?}");
    }
}

#[test]
fn no_page_says_anything_of_the_giving_side_or_of_what_officers_noted() {
    for (situation, story) in stories() {
        let secrets = secrets(&story);
        for say in [chinese, english] {
            let page = page(&story.case, &story.entries, &story.facts, &say);
            let text = serde_json::to_string(&page).expect("a page is JSON");
            let told: Vec<&String> =
                secrets.iter().filter(|secret| text.contains(*secret)).collect();
            assert!(told.is_empty(), "{situation:?} tells {told:?}");
        }
    }
}

/// Every string of the case that is neither the family's own nor the office's.
fn secrets(story: &Story) -> BTreeSet<String> {
    let case = serde_json::to_value(&story.case).expect("a case is JSON");
    let hidden = [
        "placer",
        "claims",
        "incidents",
        "checks",
        "assessment",
        "inquiries",
        "guidance",
        "proposal",
        "approval",
    ];
    let mut strings = BTreeSet::new();
    for member in hidden {
        collect(&case[member], &mut strings);
    }
    for member in ["name", "found_at", "entry_number", "features", "address"] {
        collect(&case["child"][member], &mut strings);
    }
    let known: String = serde_json::to_string(&story.case.adopters).expect("JSON")
        + &serde_json::to_string(&story.facts.office).expect("JSON")
        + &story.case.officer.name;
    // Words of the vocabulary and days tell nothing of anybody.
    strings.retain(|text| !text.is_ascii() || text.len() > 14);
    // What anybody answers, and what a page says on its own account.
    strings.retain(|text| text != "自愿。" && text != "同意");
    strings.retain(|text| !known.contains(text.as_str()) && text.parse::<NaiveDate>().is_err());
    strings
}

fn collect(value: &serde_json::Value, strings: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) => {
            strings.insert(text.clone());
        }
        serde_json::Value::Array(members) => {
            members.iter().for_each(|member| collect(member, strings));
        }
        serde_json::Value::Object(members) => {
            members.values().for_each(|member| collect(member, strings));
        }
        _ => {}
    }
}

#[test]
fn a_paper_not_in_order_is_asked_for_anew_with_the_reason() {
    let mut story = Story::applied();
    story.file(Slot::of(PaperKind::HealthCertificate, Party::FirstAdopter));
    let reason = "没有医院的公章".to_owned();
    story.must(Command::RejectPaper(1, RejectPaper { reason: reason.clone() }));
    let page = of(&story);
    let again = page.asked_of_you.iter().find(|asked| asked.state == AskedState::BringAgain);
    let again = again.expect("the certificate is asked for");
    assert_eq!(again.what, "身体检查证明");
    assert_eq!(again.whose.as_deref(), Some(HUSBAND.name));
    assert_eq!(again.reason, Some(reason));
    assert!(again.article.contains("第六条"));
    assert_eq!(page.next.who, Who::Family);
}

#[test]
fn papers_of_the_giving_side_are_never_asked_of_the_family() {
    let page = of(&Story::applied());
    // Two for the case, and six of each adopter.
    assert_eq!(page.asked_of_you.len(), 14);
    assert!(page.asked_of_you.iter().all(|asked| asked.state == AskedState::Wanted));
}

#[test]
fn the_latest_day_is_exact_while_the_assessment_goes_on() {
    let mut story = Story::accepted();
    let page = of(&story);
    assert_eq!(page.latest.on, "2026-04-01".parse().ok(), "thirty days from 2 March");
    story.noticed();
    let noticed = of(&story).latest.on.expect("a day");
    story.assessed(Conclusion::Capable);
    let assessed = of(&story).latest.on.expect("a day");
    assert_eq!(assessed, noticed, "the notice covers the assessment");
}

#[test]
fn a_case_that_is_late_says_so() {
    let mut story = Story::accepted();
    story.on("2026-04-02");
    let page = of(&story);
    assert!(page.latest.sentence.contains("我们晚了"), "{}", page.latest.sentence);
}

#[test]
fn a_refusal_names_reasons_articles_papers_and_both_remedies_with_their_last_days() {
    let page = of(&refused());
    let outcome = page.outcome.expect("an outcome");
    assert_eq!(outcome.reasons.len(), 1);
    assert!(outcome.reasons.iter().all(|reason| reason.article.contains("第一千零九十八条")));
    assert!(outcome.papers.iter().any(|line| line == "居民户口簿，2份，还给您。"));
    let until: Vec<String> =
        outcome.remedies.iter().map(|remedy| remedy.until.to_string()).collect();
    assert_eq!(until, ["2026-05-04", "2026-09-02"]);
    assert!(page.steps.iter().any(|step| step.state == StepState::Dropped));
}

#[test]
fn an_application_not_accepted_tells_of_the_familys_papers_alone() {
    let outcome = of(&not_accepted()).outcome.expect("an outcome");
    assert_eq!(outcome.papers, ["居民身份证，1份，还给您。"]);
    assert_eq!(outcome.remedies.len(), 2);
}

#[test]
fn a_step_parent_hears_of_no_notice_and_no_assessment() {
    for story in [
        Story::applied_with(application_of_a_stepfather()),
        Story::accepted_with(application_of_a_stepfather()),
        Story::ready_of(application_of_a_stepfather()),
    ] {
        let text = serde_json::to_string(&of(&story)).expect("JSON");
        for word in ["评估", "公告", "登报", "融合", "夫妻有一人"] {
            assert!(!text.contains(word), "{word}");
        }
    }
    let asked = of(&Story::applied_with(application_of_a_stepfather())).asked_of_you;
    let papers: Vec<&str> = asked.iter().map(|asked| asked.what.as_str()).collect();
    let expected = ["收养登记申请书", "您和孩子的合影", "居民户口簿", "居民身份证", "结婚证"];
    assert_eq!(papers, expected);
}

#[test]
fn the_terms_run_from_the_day_the_notice_was_handed_over() {
    let mut story = refused();
    story.case.services.push(Service {
        document: DocumentKind::RefusalNotice,
        party: Party::SecondAdopter,
        manner: ServiceManner::Direct,
        received_by: WIFE.name.into(),
        served_on: "2026-03-10".parse().expect("a day"),
    });
    let until: Vec<String> = of(&story)
        .outcome
        .into_iter()
        .flat_map(|outcome| outcome.remedies)
        .map(|remedy| remedy.until.to_string())
        .collect();
    assert_eq!(until, ["2026-05-11", "2026-09-10"], "9 May 2026 is a Saturday");
}

#[test]
fn a_spouse_with_a_mandate_need_not_come() {
    let mut story = Story::approved();
    story.case.mandates.push(Mandate { party: Party::SecondAdopter, reason: "卧病".into() });
    let asked = of(&story).asked_of_you;
    assert_eq!(asked.len(), 3, "the mandate, and both to come while it is not in order");
    story.file_and_verify(Slot::of(PaperKind::SpouseMandate, Party::SecondAdopter));
    let asked = of(&story).asked_of_you;
    let whose: Vec<Option<&str>> = asked.iter().map(|asked| asked.whose.as_deref()).collect();
    assert_eq!(whose, [Some(HUSBAND.name)]);
}

#[test]
fn who_withdrew_is_told_only_of_the_family_itself() {
    let text = |story: &Story| serde_json::to_string(&of(story)).expect("JSON");
    assert!(text(&withdrawn(Party::FirstAdopter)).contains("您撤回了申请"));
    let other = text(&withdrawn(Party::Placer));
    assert!(!other.contains("您撤回了"), "the family did not withdraw");
    let Command::Withdraw(sent) = withdraw() else { panic!("a withdrawal") };
    assert!(!other.contains(&sent.reason));
}

#[test]
fn a_case_is_readable_for_a_year_after_its_end() {
    let story = refused();
    let open =
        |day: &str| is_open_to_family(&story.case, &story.entries, day.parse().expect("a day"));
    assert!(open("2027-03-02"));
    assert!(!open("2027-03-03"));
    let mut going_on = Story::ready();
    going_on.must(propose());
    assert!(is_open_to_family(&going_on.case, &going_on.entries, NaiveDate::MAX));
}
