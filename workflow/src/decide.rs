//! Answers a command with events, or with a refusal that lists every rule broken.

use crate::base::act::Act;
use crate::base::rule::{Refusal, Violation};
use crate::case::Case;
use crate::command::Command;
use crate::facts::Facts;
use crate::law::donation::is_not_recused;
use crate::law::input::DAY;
use crate::law::registration::printable;
use crate::procedures;
use crate::steps::{
    Decision, accept, apply, appoint_assessors, approve, archive, change_fact, change_wishes,
    check, claim, confirm_late_entry, consent, consent_to_assessment, correct, declare_gift,
    decline, file_paper, guide, incident, inquire, integrate, issue, issue_proof,
    issue_replacement, lend, mandate, note_refusal_to_sign, notify_assessment, open_dissolution,
    open_late_entry, open_proof, open_replacement, open_revocation, propose, publish_notice,
    record_end, refuse, register, register_dissolution, replace_officer, report, revoke, serve,
    verify_paper, visit, visit_after_adoption, withdraw,
};

/// Decides a command that opens a case.
///
/// # Errors
/// The refusal with every rule broken.
pub fn decide_application(command: &apply::Apply, facts: &Facts) -> Decision {
    together(printable(facts), apply::decide(command, facts))
}

/// Decides a command that opens a case, whatever the procedure. None if it opens none.
pub fn decide_opening(command: &Command, facts: &Facts) -> Option<Decision> {
    let decision = match command {
        Command::Apply(data) => apply::decide(data, facts),
        Command::OpenDissolution(data) => open_dissolution::decide(data, facts),
        Command::OpenRevocation(data) => open_revocation::decide(data, facts),
        Command::OpenReplacement(data) => open_replacement::decide(data, facts),
        Command::OpenProof(data) => open_proof::decide(data, facts),
        Command::OpenLateEntry(data) => open_late_entry::decide(data, facts),
        _ => return None,
    };
    Some(together(printable(facts), decision))
}

/// Decides a command on a case that exists.
///
/// # Errors
/// The refusal with every rule broken, each with its article.
pub fn decide(case: &Case, command: &Command, facts: &Facts) -> Decision {
    let mut violations = printable(facts);
    violations.extend(day_has_come(case, facts));
    if let Some(lacks) = procedures::lacks(case, command.act()) {
        violations.push(lacks);
        return Err(Refusal { violations });
    }
    violations.extend(is_not_recused(case, command.act(), facts));
    together(violations, decide_step(case, command, facts))
}

/// What every act must meet, added to what the step itself found.
fn together(mut violations: Vec<Violation>, decision: Decision) -> Decision {
    match decision {
        Ok(events) => Refusal::unless_none(violations).map(|()| events),
        Err(refusal) => {
            violations.extend(refusal.violations);
            Err(Refusal { violations })
        }
    }
}

fn decide_step(case: &Case, command: &Command, facts: &Facts) -> Decision {
    match command {
        // A second application in an existing case is the same act out of its order.
        Command::Apply(_)
        | Command::OpenDissolution(_)
        | Command::OpenRevocation(_)
        | Command::OpenReplacement(_)
        | Command::OpenProof(_)
        | Command::OpenLateEntry(_) => {
            Refusal::unless_none(gates(case, command.act(), facts))?;
            Ok(Vec::new())
        }
        Command::FilePaper(data) => file_paper::decide(case, data, facts),
        Command::VerifyPaper(number, data) => verify_paper::decide(case, *number, data, facts),
        Command::RejectPaper(number, data) => {
            verify_paper::decide_rejection(case, *number, data, facts)
        }
        Command::RequestCorrection(data) => correct::decide(case, data, facts),
        Command::DeclineApplication(data) => decline::decide(case, data, facts),
        Command::BreakOffIntegration(data) => integrate::decide_break_off(case, data, facts),
        Command::ChangeWishes(data) => change_wishes::decide(case, data, facts),
        Command::PrepareMandate(data) => mandate::decide(case, data, facts),
        Command::NoteRefusalToSign(data) => note_refusal_to_sign::decide(case, data, facts),
        Command::DeclareGift(data) => declare_gift::decide(case, data, facts),
        Command::ReplaceOfficer(data) => replace_officer::decide(case, data, facts),
        Command::RecordService(data) => serve::decide(case, data, facts),
        Command::LendVolume(data) => lend::decide(case, data, facts),
        Command::ReturnVolume(data) => lend::decide_return(case, data, facts),
        Command::RecordCheck(data) => check::decide(case, data, facts),
        Command::Accept(data) => accept::decide(case, data, facts),
        Command::PublishNotice(data) => publish_notice::decide(case, data, facts),
        Command::RaiseClaim(data) => claim::decide(case, data, facts),
        Command::SettleClaim(number, data) => claim::decide_settlement(case, *number, data, facts),
        Command::NotifyAssessment(data) => notify_assessment::decide(case, data, facts),
        Command::ConsentToAssessment(data) => consent_to_assessment::decide(case, data, facts),
        Command::AppointAssessors(data) => appoint_assessors::decide(case, data, facts),
        Command::VisitForAssessment(data) => visit::decide(case, data, facts),
        Command::StartIntegration(data) => integrate::decide_start(case, data, facts),
        Command::EndIntegration(data) => integrate::decide_end(case, data, facts),
        Command::SubmitReport(data) => report::decide(case, data, facts),
        Command::ReportIncident(data) => incident::decide(case, data, facts),
        Command::CloseIncident(number, data) => {
            incident::decide_closing(case, *number, data, facts)
        }
        Command::Inquire(data) => inquire::decide(case, data, facts),
        Command::GiveConsent(data) => consent::decide(case, data, facts),
        Command::WithdrawConsent(data) => consent::decide_withdrawal(case, data, facts),
        Command::Guide(data) => guide::decide(case, data, facts),
        Command::ChangeFact(data) => change_fact::decide(case, data, facts),
        Command::Propose(data) => propose::decide(case, data, facts),
        Command::ReturnProposal(data) => approve::decide_return(case, data, facts),
        Command::Approve(data) => approve::decide(case, data, facts),
        Command::Register(data) => register::decide(case, data, facts),
        Command::IssueCertificate(data) => issue::decide(case, data, facts),
        Command::Archive(data) => archive::decide(case, data, facts),
        Command::VisitAfterAdoption(data) => visit_after_adoption::decide(case, data, facts),
        Command::Refuse(data) => refuse::decide(case, data, facts),
        Command::Withdraw(data) => withdraw::decide(case, data, facts),
        Command::RegisterDissolution(data) => register_dissolution::decide(case, data, facts),
        Command::DecideRevocation(data) => revoke::decide(case, data, facts),
        Command::TakeInCertificate(data) => revoke::decide_take_in(case, data, facts),
        Command::PostDecision(data) => revoke::decide_post(case, data, facts),
        Command::IssueReplacement(data) => issue_replacement::decide(case, data, facts),
        Command::IssueProof(data) => issue_proof::decide(case, data, facts),
        Command::ConfirmLateEntry(data) => confirm_late_entry::decide(case, data, facts),
        Command::RecordEnd(data) => record_end::decide(case, data, facts),
        Command::RecordAdoptersDeath(data) => record_end::decide_death(case, data, facts),
    }
}

/// The legal day never goes back within a case: a clock that was set back decides nothing.
fn day_has_come(case: &Case, facts: &Facts) -> Option<Violation> {
    (facts.today < case.last_on).then(|| {
        let last = case.last_on;
        DAY.broken_because(
            format!("本件最近一次办理在{last}"),
            format!("the newest act of this case was on {last}"),
        )
    })
}

/// What stands in the way of an act whatever its data: empty when it is possible now.
pub fn gates(case: &Case, act: Act, facts: &Facts) -> Vec<Violation> {
    if let Some(lacks) = procedures::lacks(case, act) {
        return vec![lacks];
    }
    let mut violations: Vec<Violation> = is_not_recused(case, act, facts).into_iter().collect();
    violations.extend(gates_of_step(case, act, facts));
    violations
}

fn gates_of_step(case: &Case, act: Act, facts: &Facts) -> Vec<Violation> {
    match act {
        Act::Apply
        | Act::OpenDissolution
        | Act::OpenRevocation
        | Act::OpenReplacement
        | Act::OpenProof
        | Act::OpenLateEntry => crate::law::sequence::must_be_in(case, &[]),
        Act::FilePaper => file_paper::gates(case, facts),
        Act::VerifyPaper => verify_paper::gates(case, facts),
        Act::RejectPaper => file_paper::gates(case, facts),
        Act::RequestCorrection => correct::gates(case, facts),
        Act::DeclineApplication => decline::gates(case, facts),
        Act::BreakOffIntegration => integrate::break_off_gates(case, facts),
        Act::ChangeWishes => change_wishes::gates(case, facts),
        Act::PrepareMandate => mandate::gates(case, facts),
        Act::NoteRefusalToSign => note_refusal_to_sign::gates(case, facts),
        Act::DeclareGift => declare_gift::gates(case, facts),
        Act::ReplaceOfficer => replace_officer::gates(case, facts),
        Act::RecordService => serve::gates(case, facts),
        Act::LendVolume => lend::gates(case, facts),
        Act::ReturnVolume => lend::return_gates(case, facts),
        Act::RecordCheck => check::gates(case, facts),
        Act::Accept => accept::gates(case, facts),
        Act::PublishNotice => publish_notice::gates(case, facts),
        Act::RaiseClaim => claim::gates(case, facts),
        Act::SettleClaim => claim::settlement_gates(case, facts),
        Act::NotifyAssessment => notify_assessment::gates(case, facts),
        Act::ConsentToAssessment => consent_to_assessment::gates(case, facts),
        Act::AppointAssessors => appoint_assessors::gates(case, facts),
        Act::VisitForAssessment => visit::gates(case, facts),
        Act::StartIntegration => integrate::start_gates(case, facts),
        Act::EndIntegration => integrate::end_gates(case, facts),
        Act::SubmitReport => report::gates(case, facts),
        Act::ReportIncident => incident::gates(case, facts),
        Act::CloseIncident => incident::closing_gates(case, facts),
        Act::Inquire => inquire::gates(case, facts),
        Act::GiveConsent => consent::gates(case, facts),
        Act::WithdrawConsent => consent::withdrawal_gates(case, facts),
        Act::Guide => guide::gates(case, facts),
        Act::ChangeFact => change_fact::gates(case, facts),
        Act::Propose => propose::gates(case, facts),
        Act::ReturnProposal => approve::return_gates(case, facts),
        Act::Approve => approve::gates(case, facts),
        Act::Register => register::gates(case, facts),
        Act::IssueCertificate => issue::gates(case, facts),
        Act::Archive => archive::gates(case, facts),
        Act::VisitAfterAdoption => visit_after_adoption::gates(case, facts),
        Act::Refuse => refuse::gates(case, facts),
        Act::Withdraw => withdraw::gates(case, facts),
        Act::RegisterDissolution => register_dissolution::gates(case, facts),
        Act::DecideRevocation => revoke::gates(case, facts),
        Act::TakeInCertificate => revoke::take_in_gates(case, facts),
        Act::PostDecision => revoke::post_gates(case, facts),
        Act::IssueReplacement => issue_replacement::gates(case, facts),
        Act::IssueProof => issue_proof::gates(case, facts),
        Act::ConfirmLateEntry => confirm_late_entry::gates(case, facts),
        Act::RecordEnd => record_end::gates(case, facts),
        Act::RecordAdoptersDeath => record_end::death_gates(case, facts),
    }
}
