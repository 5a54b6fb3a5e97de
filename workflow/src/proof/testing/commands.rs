//! Commands as the stories send them, in order unless a test spoils them.

use super::people::user;
use super::story::Story;
use crate::base::rule::Refusal;
use crate::case::assessment::{AssessmentTopic, Conclusion, Finding};
use crate::case::decision::{Attendance, ShownDocument};
use crate::case::{Case, Party};
use crate::command::Command;
use crate::steps::approve::Approve;
use crate::steps::propose::Propose;
use crate::steps::register::Register;
use crate::steps::submit_report::SubmitReport;
use crate::steps::withdraw::Withdraw;

/// A report signed by the two assessors of the story.
pub fn report_of(conclusion: Conclusion) -> SubmitReport {
    let signers = vec![user(11, "").id, user(12, "").id];
    SubmitReport { conclusion, findings: all_answers(), signers, improvements: Vec::new() }
}

pub fn propose() -> Command {
    Command::Propose(Propose { opinion: "符合收养条件，建议准予登记".into() })
}

pub fn approve() -> Command {
    Command::Approve(Approve { opinion: "同意".into(), reasons_over_report: Vec::new() })
}

pub fn register(story: &Story) -> Command {
    let confirmations = crate::law::registration::confirmations_needed(&story.case)
        .into_iter()
        .map(|(check, party)| story.clear(check, party))
        .collect();
    Command::Register(Register {
        blank_serial: "YZ20260001".into(),
        attendance: everybody_present(&story.case),
        confirmations,
    })
}

pub fn everybody_present(case: &Case) -> Vec<Attendance> {
    let in_person = |party, shown, number: &str| Attendance::InPerson {
        party,
        shown,
        number: number.to_owned(),
    };
    let mut attendance: Vec<Attendance> = case
        .adopting_parties()
        .map(|(party, adopter)| {
            in_person(party, ShownDocument::IdentityCard, &adopter.resident_id.0)
        })
        .collect();
    attendance.extend(case.placer.parties().into_iter().map(|placing| {
        in_person(placing.party, ShownDocument::IdentityCard, &placing.resident_id.0)
    }));
    let child = case.child.resident_id.as_ref().map_or("", |number| number.0.as_str());
    attendance.push(in_person(Party::Child, ShownDocument::HouseholdRegister, child));
    attendance
}

pub fn names(refusal: &Refusal) -> Vec<&'static str> {
    refusal.violations.iter().map(|violation| violation.rule.id).collect()
}

pub fn all_answers() -> Vec<Finding> {
    AssessmentTopic::ALL
        .into_iter()
        .map(|topic| Finding { topic, finding: "情况良好".into() })
        .collect()
}

/// The institution withdraws.
pub fn withdraw() -> Command {
    Command::Withdraw(Withdraw { party: Party::Placer, reason: "另有安排".into() })
}
