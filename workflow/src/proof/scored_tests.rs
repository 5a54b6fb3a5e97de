//! An assessment by points: what is frozen, scored apart, settled, vetoed and summed up.

use crate::access::Role;
use crate::access::visible::{CaseView, visible};
use crate::case::assessment::work::{ChildSays, MetAs};
use crate::case::assessment::{Conclusion, VisitMethod};
use crate::command::Command;
use crate::event::{AssessmentEvent, Event};
use crate::indicator::{Part, Points, default_set};
use crate::law::scoring::{differences, result, score};
use crate::proof::testing::scored::{best, work};
use crate::proof::testing::{Story, application, user};
use crate::steps::decide_veto::DecideVeto;
use crate::steps::propose_veto::ProposeVeto;
use crate::steps::record_assessment_work::GivenEvidence;
use crate::steps::send_sheet::SendSheet;
use crate::steps::settle_difference::SettleDifference;

fn settle(item: &str, halves: u32, reason: Option<&str>) -> Command {
    Command::SettleDifference(SettleDifference {
        part: Part::Capability,
        item: item.into(),
        points: Points::halves(halves),
        reason: reason.map(str::to_owned),
    })
}

fn sheets_seen(story: &Story, reader: u128, role: Role) -> usize {
    let assessment = match visible(&story.case, &[role].into(), user(reader, "").id) {
        CaseView::Whole(case) => case.assessment,
        CaseView::Assessment(view) => view.assessment,
        CaseView::FollowUp(_) => return 0,
    };
    assessment.scored.map_or(0, |scored| scored.sheets.len())
}

#[test]
fn the_set_in_force_at_the_first_consent_is_frozen_and_a_later_one_changes_nothing() {
    let mut story = Story::to_be_scored(application());
    let frozen = story.entries.iter().filter(|entry| {
        matches!(entry.event, Event::Assessment(AssessmentEvent::SetFrozen { .. }))
    });
    assert_eq!(frozen.count(), 1, "once, with the first of two consents");
    let mut later = default_set();
    later.version = 2;
    story.facts.indicator_set = Some(later.into());
    story.worked();
    assert_eq!(story.case.assessment.scored.expect("scored").set.version, 1);
}

#[test]
fn full_marks_of_two_pass_and_the_stored_result_is_what_is_computed_anew() {
    let mut story = Story::scored();
    assert_eq!(story.report_refused(Conclusion::Capable, &[]), Vec::<&str>::new());
    let scored = story.case.assessment.scored.as_deref().expect("scored");
    let stored = scored.result.clone().expect("a result");
    assert_eq!(stored, result(&story.case, scored, &[]));
    let capability = stored.capability.expect("a score");
    assert!(capability.passed);
    // Nobody else lives there and the child needs nothing special: 8 and 3 points do not apply.
    assert_eq!((capability.won, capability.applicable), (Points::whole(89), Points::whole(89)));
    assert_eq!(capability.rescaled.to_string(), "100.00");
}

#[test]
fn neither_sheet_is_read_by_anybody_else_before_both_are_sent() {
    let mut story = Story::to_be_scored(application());
    story.worked().scores(11, Part::Capability, &[]);
    assert_eq!(sheets_seen(&story, 11, Role::Assessor), 1, "one's own");
    for (reader, role) in [(12, Role::Assessor), (1, Role::Registrar), (2, Role::Leader)] {
        assert_eq!(sheets_seen(&story, reader, role), 0, "{role:?}");
    }
    story.scores(12, Part::Capability, &[]);
    for (reader, role) in [(11, Role::Assessor), (12, Role::Assessor), (2, Role::Leader)] {
        assert_eq!(sheets_seen(&story, reader, role), 2, "{role:?}");
    }
}

#[test]
fn a_difference_counts_only_when_both_say_the_same_and_beyond_a_level_with_a_reason() {
    let mut story = Story::to_be_scored(application());
    story.worked().integrated();
    story.scores(11, Part::Capability, &[]).scores(12, Part::Capability, &[("A5.1", 4)]);
    for number in [11, 12] {
        story.scores(number, Part::Integration, &[]);
    }
    assert_eq!(story.report_refused(Conclusion::Capable, &[]), ["EVAL-6.settled"]);
    assert_eq!(story.refused(settle("A5.1", 10, None)), ["EVAL-6.settled"]);
    assert_eq!(story.refused(settle("A5.1", 14, Some("高于两人"))), ["INPUT-BOUNDS"]);
    story.assessor(11).must(settle("A5.1", 10, Some("奖金按三年平均计算")));
    assert_eq!(story.report_refused(Conclusion::Capable, &[]), ["EVAL-6.settled"]);
    story.assessor(12).must(settle("A5.1", 10, Some("同意，已核对工资流水")));
    let scored = story.case.assessment.scored.as_deref().expect("scored");
    assert_eq!(differences(&story.case, scored, Part::Capability).len(), 1, "it stays shown");
    let capability = score(&story.case, scored, Part::Capability).expect("a score");
    assert_eq!(capability.won, Points::whole(88));
    assert_eq!(story.report_refused(Conclusion::Capable, &[]), Vec::<&str>::new());
}

#[test]
fn a_late_draft_is_kept_beside_and_nothing_is_sent_until_somebody_looked() {
    let mut story = Story::to_be_scored(application());
    story.worked().assessor(11);
    let marks = best(&story, Part::Capability);
    let offline = story.draft(Part::Capability, marks.clone());
    story.must(Command::SaveSheet(story.draft(Part::Capability, marks.clone())));
    story.must(Command::SaveSheet(offline));
    let part = Part::Capability;
    let kept = |story: &Story| {
        let scored = story.case.assessment.scored.as_ref().expect("scored");
        let sheet = scored.sheet(part, user(11, "").id).expect("a sheet");
        (sheet.revision, sheet.beside.len())
    };
    assert_eq!(kept(&story), (2, 1));
    let send = |revision| Command::SendSheet(SendSheet { part, revision });
    assert_eq!(story.refused(send(2)), ["EVAL-9.4.beside"]);
    story.must(Command::SaveSheet(story.draft(part, marks)));
    assert_eq!(kept(&story), (3, 0));
    assert_eq!(story.refused(send(2)), ["EVAL-9.4.beside"]);
    story.must(send(3));
    let again = story.draft(part, Vec::new());
    assert_eq!(story.refused(Command::SaveSheet(again)), ["EVAL-9.4.sent"]);
}

#[test]
fn illness_is_never_a_veto_without_a_verified_medical_paper_and_its_effect() {
    let mut story = Story::to_be_scored(application());
    story.worked();
    let paper = story.case.papers.iter().find(|paper| paper.is_verified()).expect("one").number;
    let mut reading = work(&story, VisitMethod::DocumentReview, &[]);
    let piece = |paper| GivenEvidence {
        kind: crate::indicator::Evidence::Paper,
        what: "区人民医院诊断证明".into(),
        paper,
        items: vec!["V6".into()],
    };
    reading.evidence = vec![piece(None), piece(Some(paper))];
    story.must(Command::RecordAssessmentWork(reading));
    let scored = story.case.assessment.scored.as_ref().expect("scored");
    let newest = scored.evidence().map(|piece| piece.number).max().expect("evidence");
    let veto = |evidence: u32, effect: Option<&str>| {
        Command::ProposeVeto(ProposeVeto {
            code: "V6".into(),
            facts: "诊断为重度疾病".into(),
            evidence: vec![evidence],
            effect_on_child: effect.map(str::to_owned),
        })
    };
    assert_eq!(story.refused(veto(newest - 1, Some("无法照料"))), ["EVAL-11.6"]);
    assert_eq!(story.refused(veto(newest, None)), ["EVAL-11.6"]);
    story.must(veto(newest, Some("无法独自照料六岁儿童")));
    for number in [11, 12] {
        story.scores(number, Part::Capability, &[]);
    }
    let improve = ["待病情稳定后由医院复查"];
    let rules = story.report_refused(Conclusion::NotCapable, &improve);
    assert_eq!(rules, ["EVAL-11.decided", "EVAL-9.4.score"]);
    let confirmed = Command::DecideVeto(1, DecideVeto { confirmed: true, reasons: "属实".into() });
    story.leader().must(confirmed);
    assert_eq!(story.report_refused(Conclusion::NotCapable, &improve), Vec::<&str>::new());
    let stored = story.case.assessment.scored.expect("scored").result.expect("a result");
    let capability = stored.capability.expect("a score");
    assert!(capability.vetoed && !capability.passed, "full marks do not lift a veto");
}

#[test]
fn the_least_work_is_named_piece_by_piece() {
    let mut story = Story::to_be_scored(application());
    let rules = story.report_refused(Conclusion::Capable, &[]);
    assert!(rules.contains(&"EVAL-9.3.plan"), "{rules:?}");
    story.must(Command::PlanAssessment(crate::proof::testing::scored::plan()));
    let rules = story.report_refused(Conclusion::Capable, &[]);
    let missing = rules.iter().filter(|rule| **rule == "EVAL-9.3.least").count();
    assert_eq!(missing, 5, "two talks, homes, papers, neighbours: {rules:?}");
    let mut alone = work(&story, VisitMethod::Interview, &[(MetAs::FirstAdopter, "申请人")]);
    alone.assessors.pop();
    assert_eq!(story.refused(Command::RecordAssessmentWork(alone)), ["EVAL-6.two"]);
}

#[test]
fn the_no_of_a_child_of_eight_stands_above_the_points() {
    let mut story = Story::scored();
    story.case.child.birth_date = "2017-05-01".parse().expect("a day");
    let mut talk = work(&story, VisitMethod::Interview, &[(MetAs::Child, "孩子")]);
    talk.child_says = Some(ChildSays::SaysNo);
    story.must(Command::RecordAssessmentWork(talk));
    assert_eq!(story.report_refused(Conclusion::Capable, &[]), ["CC-1104.no"]);
    let heard = ["尊重孩子本人意见"];
    assert_eq!(story.report_refused(Conclusion::NotCapable, &heard), Vec::<&str>::new());
}

#[test]
fn a_failed_score_says_so_and_names_at_most_five_things_to_improve() {
    let mut story = Story::to_be_scored(application());
    story.worked();
    let low = [("A1.1", 0), ("A2.1", 0), ("A4.1", 0), ("A4.2", 0)];
    story.scores(11, Part::Capability, &low).scores(12, Part::Capability, &low);
    assert_eq!(story.report_refused(Conclusion::NotCapable, &[]), ["EVAL-9.4.improve"]);
    assert_eq!(story.report_refused(Conclusion::NotCapable, &["一"; 6]), ["EVAL-9.4.improve"]);
    let rules = story.report_refused(Conclusion::Capable, &[]);
    assert!(rules.contains(&"EVAL-9.4.score"), "{rules:?}");
    assert_eq!(story.report_refused(Conclusion::NotCapable, &["先完成体检"]), Vec::<&str>::new());
}
