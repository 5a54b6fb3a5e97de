//! Assessment by points: work, sheets, differences, vetoes, the conclusion.

use super::{Attempt, Row, row, sending};
use crate::case::Party;
use crate::case::assessment::after::Review;
use crate::case::assessment::work::{ChildSays, MetAs};
use crate::case::assessment::{Conclusion, VisitMethod};
use crate::command::Command;
use crate::indicator::{Evidence, Part, Points};
use crate::law::assessment_review::{ASKED_IN_TIME, OTHER_PEOPLE, RESULT_TOLD, REVIEW_DECIDED};
use crate::law::assessment_work::{
    BY_A_SET, BY_TWO, CHILDS_NO, ENOUGH_WORK, EVIDENCE, HEARD_ALONE, PLANNED, SAFE_RETURN,
};
use crate::law::scoring::{
    AS_SCORED, BOTH_SENT, IMPROVEMENTS, NOTHING_BESIDE, OWN_SHEET, SENT_STANDS, SETTLED,
    WHOLE_SHEET,
};
use crate::law::veto::{MEDICAL_PAPER, SECOND_SIGNATURE, VETO_DECIDED, VETO_SHOWN};
use crate::proof::testing::scored::{plan, scored_report, work};
use crate::proof::testing::{Story, application, approve, propose, register, user};
use crate::steps::appoint_assessors::AssessorToAppoint;
use crate::steps::appoint_reviewers::AppointReviewers;
use crate::steps::break_off_integration::BreakOffIntegration;
use crate::steps::decide_veto::DecideVeto;
use crate::steps::propose_veto::ProposeVeto;
use crate::steps::record_assessment_work::{GivenEvidence, RecordAssessmentWork};
use crate::steps::send_sheet::SendSheet;
use crate::steps::settle_difference::SettleDifference;

const PART: Part = Part::Capability;

pub fn rows() -> Vec<Row> {
    let unplanned = Story::to_be_scored(application());
    let interview = work(&unplanned, VisitMethod::Interview, &[(MetAs::FirstAdopter, "申请人")]);
    vec![
        row(&BY_A_SET, "an assessment in words", sending(Story::ready(), planning())),
        row(&PLANNED, "an interview before the plan", recording(unplanned, interview)),
        row(&ENOUGH_WORK, "nothing was done", reporting(planned(), Conclusion::Capable)),
        row(&BY_TWO, "one visits alone", changed(|one| one.assessors.truncate(1))),
        row(&HEARD_ALONE, "two are heard alone", changed(two_alone)),
        row(&EVIDENCE, "evidence of no item", changed(of_no_item)),
        row(&CHILDS_NO, "a child of eight says no", reporting(said_no(), Conclusion::Capable)),
        row(&OWN_SHEET, "a sheet that was never saved", sent(planned(), 1)),
        row(&SENT_STANDS, "a sheet is sent twice", sent(one_sheet(), 1)),
        row(&WHOLE_SHEET, "an empty sheet", sent(draft(1), 1)),
        row(&NOTHING_BESIDE, "an older revision", sent(draft(2), 1)),
        row(&BOTH_SENT, "settled before the other sent", settling(one_sheet(), None)),
        row(&SETTLED, "far apart without a reason", settling(two_sheets(), None)),
        row(&VETO_SHOWN, "a veto without evidence", proposing("V5", Vec::new())),
        row(&MEDICAL_PAPER, "an illness without a paper", proposing("V6", vec![1])),
        row(&SECOND_SIGNATURE, "other conduct by one", confirming("V9")),
        row(&VETO_DECIDED, "a veto waits", reporting(vetoed("V5"), Conclusion::NotCapable)),
        row(&AS_SCORED, "full marks fail", reporting(Story::scored(), Conclusion::NotCapable)),
        row(&IMPROVEMENTS, "a pass with advice", advised()),
        row(&SAFE_RETURN, "the child went nobody knows where", broken_off()),
        row(&RESULT_TOLD, "a review before the result was told", asking(filed(), 0)),
        row(&ASKED_IN_TIME, "a review after the days for it", asking(told(), 40)),
        row(&OTHER_PEOPLE, "who assessed reviews", reviewing(&[11, 12])),
        row(&REVIEW_DECIDED, "proposed while a review waits", proposing_meanwhile()),
        row(&REVIEW_DECIDED, "approved while a review waits", approving_meanwhile()),
        row(&REVIEW_DECIDED, "registered while a review waits", registering_meanwhile()),
    ]
}

fn planning() -> Command {
    Command::PlanAssessment(plan())
}

fn planned() -> Story {
    let mut story = Story::to_be_scored(application());
    story.assessor(11).must(planning());
    story
}

fn worked() -> Story {
    let mut story = Story::to_be_scored(application());
    story.worked();
    story
}

fn recording(mut story: Story, record: RecordAssessmentWork) -> Attempt {
    story.assessor(11);
    sending(story, Command::RecordAssessmentWork(record))
}

/// An interview that is otherwise in order.
fn changed(change: impl Fn(&mut RecordAssessmentWork)) -> Attempt {
    let story = planned();
    let mut record = work(&story, VisitMethod::Interview, &[(MetAs::FirstAdopter, "申请人")]);
    change(&mut record);
    recording(story, record)
}

fn two_alone(record: &mut RecordAssessmentWork) {
    let mut second = record.people[0].clone();
    second.who = MetAs::SecondAdopter;
    record.people.push(second);
}

fn of_no_item(record: &mut RecordAssessmentWork) {
    let items = vec!["Z9".into()];
    record.evidence =
        vec![GivenEvidence { kind: Evidence::Home, what: "照片".into(), paper: None, items }];
}

fn reporting(mut story: Story, conclusion: Conclusion) -> Attempt {
    story.assessor(11);
    sending(story, Command::SubmitReport(scored_report(conclusion, &[])))
}

fn advised() -> Attempt {
    let mut story = Story::scored();
    story.assessor(11);
    let report = scored_report(Conclusion::Capable, &["多陪伴孩子"]);
    sending(story, Command::SubmitReport(report))
}

fn said_no() -> Story {
    let mut story = Story::scored();
    story.case.child.birth_date = "2017-05-01".parse().expect("a day");
    let mut talk = work(&story, VisitMethod::Interview, &[(MetAs::Child, "孩子")]);
    talk.child_says = Some(ChildSays::SaysNo);
    story.must(Command::RecordAssessmentWork(talk));
    story
}

/// A sheet without a mark, saved so often.
fn draft(times: u32) -> Story {
    let mut story = worked();
    for _ in 0..times {
        let draft = story.draft(PART, Vec::new());
        story.must(Command::SaveSheet(draft));
    }
    story
}

fn sent(story: Story, revision: u32) -> Attempt {
    sending(story, Command::SendSheet(SendSheet { part: PART, revision }))
}

fn one_sheet() -> Story {
    let mut story = worked();
    story.scores(11, PART, &[]);
    story
}

fn two_sheets() -> Story {
    let mut story = one_sheet();
    story.scores(12, PART, &[("A5.1", 4)]);
    story
}

fn settling(story: Story, reason: Option<String>) -> Attempt {
    let (item, points) = ("A5.1".into(), Points::whole(5));
    let settlement = SettleDifference { part: PART, item, points, reason };
    sending(story, Command::SettleDifference(settlement))
}

fn veto(code: &str, evidence: Vec<u32>) -> Command {
    let effect_on_child = Some("无法照料六岁儿童".into());
    let facts = "评估中了解到的情况".into();
    Command::ProposeVeto(ProposeVeto { code: code.into(), facts, evidence, effect_on_child })
}

fn proposing(code: &str, evidence: Vec<u32>) -> Attempt {
    sending(worked(), veto(code, evidence))
}

/// A veto that one assessor proposed on evidence.
fn vetoed(code: &str) -> Story {
    let mut story = worked();
    let mut reading = work(&story, VisitMethod::DocumentReview, &[]);
    let items = vec![code.to_owned()];
    reading.evidence =
        vec![GivenEvidence {
            kind: Evidence::Check, what: "核查结果".into(), paper: None, items
        }];
    story.must(Command::RecordAssessmentWork(reading));
    let scored = story.case.assessment.scored.as_ref().expect("scored");
    let newest = scored.evidence().map(|piece| piece.number).max().expect("evidence");
    story.must(veto(code, vec![newest]));
    story
}

fn confirming(code: &str) -> Attempt {
    let mut story = vetoed(code);
    story.leader();
    let decision = DecideVeto { confirmed: true, reasons: "属实".into() };
    sending(story, Command::DecideVeto(1, decision))
}

fn broken_off() -> Attempt {
    let story = Story::scored();
    let broken_off_on = story.facts.today;
    let reason = "申请人提出".into();
    let broken = BreakOffIntegration { broken_off_on, reason, cause: None, returned: None };
    sending(story, Command::BreakOffIntegration(broken))
}

/// The report is signed and filed.
fn filed() -> Story {
    let mut story = Story::scored();
    story.reported();
    story
}

/// The first applicant was told.
fn told() -> Story {
    let mut story = filed();
    let told = story.telling(Party::FirstAdopter);
    story.must(told);
    story
}

fn asking(mut story: Story, days: u64) -> Attempt {
    story.facts.today = story.facts.today + chrono::Days::new(days);
    let request = story.objecting(Party::FirstAdopter);
    sending(story, request)
}

fn asked() -> Story {
    let mut story = told();
    let request = story.objecting(Party::FirstAdopter);
    story.must(request);
    story
}

fn reviewing(numbers: &[u128]) -> Attempt {
    let assessors = numbers.iter().map(|number| AssessorToAppoint {
        user: user(*number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    let command = AppointReviewers { assessors: assessors.collect() };
    sending(asked(), Command::AppointReviewers(command))
}

fn proposing_meanwhile() -> Attempt {
    sending(asked(), propose())
}

/// A review of the assessment waits for its decision.
fn waiting(mut story: Story) -> Story {
    story.case.assessment.reviews.push(Review {
        party: Party::FirstAdopter,
        requested_on: story.case.last_on,
        grounds: "认为走访记录与实际不符".into(),
        assessed_by: vec![user(11, "").id, user(12, "").id],
        reviewers: Vec::new(),
        decision: None,
    });
    story
}

fn approving_meanwhile() -> Attempt {
    let mut story = waiting(Story::proposed());
    story.leader();
    sending(story, approve())
}

fn registering_meanwhile() -> Attempt {
    let story = waiting(Story::approved());
    let command = register(&story);
    sending(story, command)
}
