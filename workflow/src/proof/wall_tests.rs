//! The windows of the blind check, what a text may not carry, and the gate before the approval.

use chrono::NaiveDate;

use crate::access::Role;
use crate::base::office_rules::OfficeRules;
use crate::base::stage::Stage;
use crate::facts::DonationReview;
use crate::identity::ResidentId;
use crate::law::donation::{LOOKED_AT, NO_LINK, Standing, names_no_adoption};
use crate::proof::testing::{Story, approve, user};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn standing(stage: Stage) -> Standing {
    Standing { stage, applied_on: day("2026-03-02"), last_on: day("2026-06-30") }
}

#[test]
fn a_text_that_ties_a_gift_to_an_adoption_is_refused_however_it_is_written() {
    let tied = [
        "感谢收养审批",
        "收 养",
        "为领—养手续",
        "For our Adoption",
        "ＡＤＯＰＴ",
        "见渝足收件〔2026〕0001号",
        "（2026）渝足收字00001",
        "办件 0190f3a1-7c52-7e0a-8b11-3b6d5a0c9e21",
    ];
    let valid = ResidentId::with_check_character("50011120200520004").expect("digits").0;
    let spaced: String = valid.chars().flat_map(|digit| [digit, ' ']).collect();
    for text in tied.into_iter().chain([spaced.as_str()]) {
        let violation = names_no_adoption("purpose", text).unwrap_or_else(|| panic!("{text:?}"));
        assert_eq!(violation.rule.id, NO_LINK.id);
        assert_eq!(violation.field.as_deref(), Some("purpose"));
        assert!(!violation.message.zh.contains(text), "it repeats the text");
    }
}

#[test]
fn an_ordinary_purpose_is_taken() {
    let ordinary = [
        "用于购置儿童康复器材",
        "收到20000元，用于冬季取暖",
        "账号 6222021234567890123",
        "票据〔2026〕0001号",
        "购置图书 12 种，每种 3 册",
        "由领养老金的老人捐出",
    ];
    for text in ordinary {
        assert_eq!(names_no_adoption("purpose", text), None, "{text}");
    }
}

#[test]
fn a_gift_is_held_while_the_case_is_open_and_for_the_months_after_it() {
    let rules = OfficeRules::default();
    for stage in [Stage::Applied, Stage::Proposed, Stage::Registered, Stage::Archived] {
        assert!(standing(stage).holds_a_gift(day("2040-01-01"), &rules), "{stage:?}");
    }
    for stage in [Stage::Closed, Stage::NotAccepted, Stage::Refused, Stage::Withdrawn] {
        let ended = standing(stage);
        assert!(ended.holds_a_gift(day("2028-06-30"), &rules), "{stage:?}: the last day");
        assert!(!ended.holds_a_gift(day("2028-07-01"), &rules), "{stage:?}: the day after");
    }
    let shorter = OfficeRules { donation_open_months: 1, ..OfficeRules::default() };
    assert!(!standing(Stage::Closed).holds_a_gift(day("2026-07-31"), &shorter));
}

#[test]
fn a_gift_of_the_months_before_makes_the_leader_look_until_the_adoption_is_decided() {
    let rules = OfficeRules::default();
    let proposed = standing(Stage::Proposed);
    assert!(proposed.is_looked_at_for(day("2025-03-02"), &rules), "twelve months before");
    assert!(!proposed.is_looked_at_for(day("2025-03-01"), &rules), "a day earlier");
    assert!(proposed.is_looked_at_for(day("2026-06-30"), &rules), "while it is open");
    for stage in [Stage::Registered, Stage::Closed, Stage::Refused] {
        assert!(!standing(stage).is_looked_at_for(day("2026-03-02"), &rules), "{stage:?}");
    }
}

#[test]
fn the_approval_waits_for_the_look_and_for_nothing_else() {
    let mut story = Story::proposed();
    story.by(user(2, "梁局长"), Role::Leader);
    story.facts.donation_review = DonationReview::Waiting;
    assert_eq!(story.refused(approve()), [LOOKED_AT.id]);
    story.facts.donation_review = DonationReview::Reviewed;
    story.must(approve());
    assert_eq!(story.case.stage, Stage::Approved);
}
