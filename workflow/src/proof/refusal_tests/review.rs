//! Assessment, inquiries, proposal and approval.

use super::{Attempt, Row, row, sending};
use crate::access::Role;
use crate::case::assessment::{Conclusion, IncidentGround};
use crate::case::decision::{ConditionReason, RefusalReason};
use crate::case::{PaperKind, Party, SigningManner, Slot};
use crate::cast::figures::{ASSESSORS, REGISTRAR};
use crate::command::Command;
use crate::law::assessment::{COMPLETE_REPORT, POLICE_TOLD, REPORT_SUBMITTED};
use crate::law::decision::{
    APPROVED, NOT_ASSESSOR, OTHER_PERSON, PAPERS_RETURNED, REASONS_FOR_REFUSAL, REASONS_OVER_REPORT,
};
use crate::law::hearing::{APART, NOT_TO_BE_ASKED};
use crate::proof::testing::{Story, approve, register, report_of, user};
use crate::steps::appoint_assessors::{AppointAssessors, AssessorToAppoint};
use crate::steps::approve::Approve;
use crate::steps::close_incident::CloseIncident;
use crate::steps::give_consent::GiveConsent;
use crate::steps::inquire::Inquire;
use crate::steps::refuse::Refuse;
use crate::steps::report_incident::ReportIncident;

pub fn rows() -> Vec<Row> {
    let consent = GiveConsent { party: Party::Child, signing: SigningManner::ReadAndSigned };
    let mut same_person = Story::proposed();
    same_person.by(user(1, REGISTRAR), Role::Leader);
    let mut assessor = Story::proposed();
    assessor.by(user(11, ASSESSORS[0]), Role::Leader);
    vec![
        row(
            &REPORT_SUBMITTED,
            "other assessors under a filed report",
            appointing(Story::ready(), 11),
        ),
        row(&COMPLETE_REPORT, "a report without a content", incomplete_report()),
        row(&POLICE_TOLD, "harm closed without the police", closing_untold()),
        row(&APART, "two heard at once", hearing_at_once()),
        row(
            &NOT_TO_BE_ASKED,
            "a child of six consents",
            sending(Story::ready(), Command::GiveConsent(consent)),
        ),
        row(&OTHER_PERSON, "who proposed approves", sending(same_person, approve())),
        row(&NOT_ASSESSOR, "who assessed approves", sending(assessor, approve())),
        row(&APPROVED, "registered without approval", registering_unapproved()),
        row(&REASONS_OVER_REPORT, "no reasons over a negative report", over_a_negative_report()),
        row(&REASONS_OVER_REPORT, "reasons nobody asked for", reasons_unasked()),
        row(&REASONS_FOR_REFUSAL, "no reason", refusing(&[], &[])),
        row(&REASONS_FOR_REFUSAL, "a condition that is met", refusing(&["CC-1098.5"], &[])),
        row(&PAPERS_RETURNED, "the office's own form confiscated", refusing(&["CC-1098.2"], &[1])),
    ]
}

fn appointing(story: Story, first: u128) -> Attempt {
    let assessors = [first, 12].map(|number| AssessorToAppoint {
        user: user(number, "").id,
        statement_of_no_interest: "已签署存卷".into(),
    });
    let command = AppointAssessors { assessors: assessors.into() };
    sending(story, Command::AppointAssessors(command))
}

fn incomplete_report() -> Attempt {
    let mut report = report_of(Conclusion::Capable);
    report.findings.pop();
    sending(Story::ready(), Command::SubmitReport(report))
}

fn closing_untold() -> Attempt {
    let mut story = Story::accepted();
    let known_on = story.facts.today;
    story.must(Command::ReportIncident(ReportIncident {
        ground: IncidentGround::HarmToMinors,
        known_on,
        description: "邻居反映".into(),
    }));
    story.file_and_verify(Slot::of_case(PaperKind::IncidentPaper));
    let closing = CloseIncident { outcome: "查无实据".into(), police_report: None };
    sending(story, Command::CloseIncident(1, closing))
}

fn hearing_at_once() -> Attempt {
    let mut story = Story::accepted();
    story.inquired(Party::FirstAdopter);
    let held = story.case.inquiries.first().expect("an inquiry").clone();
    let inquiry = Inquire {
        party: Party::Placer,
        began_at: held.began_at,
        ended_at: held.ended_at,
        place: "另一间询问室".into(),
        companion: None,
        recorder: held.recorder,
        answers: held.answers,
        signing: held.signing,
    };
    sending(story, Command::Inquire(inquiry))
}

fn registering_unapproved() -> Attempt {
    let story = Story::proposed();
    let command = register(&story);
    sending(story, command)
}

fn over_a_negative_report() -> Attempt {
    let mut story = Story::ready_with(Conclusion::NotCapable);
    story.must(crate::proof::testing::propose()).leader();
    sending(story, approve())
}

fn reasons_unasked() -> Attempt {
    let mut story = Story::proposed();
    story.leader();
    let reason = ConditionReason { condition: "CC-1098.2".into(), reason: "符合条件".into() };
    let opinion = "同意登记".into();
    sending(story, Command::Approve(Approve { opinion, reasons_over_report: vec![reason] }))
}

fn refusing(rules: &[&str], confiscated: &[u32]) -> Attempt {
    let mut story = Story::accepted();
    story.leader();
    let reason = |rule: &&str| RefusalReason {
        rule: (*rule).to_owned(),
        explanation: "经核查不符合".into(),
    };
    let reasons = rules.iter().map(reason).collect();
    let papers_confiscated = confiscated.to_vec();
    sending(story, Command::Refuse(Refuse { reasons, papers_confiscated }))
}
