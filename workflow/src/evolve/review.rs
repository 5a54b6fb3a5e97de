//! Papers, checks, acceptance, notice, claims, assessment.

use chrono::NaiveDate;

use crate::base::stage::Stage;
use crate::case::assessment::{Assessment, AssessmentConsent, Incident, Integration, Report};
use crate::case::{
    Acceptance, Case, Claim, ClaimSettlement, FiledPaper, PaperKind, PaperState, PublicNotice, Slot,
};
use crate::event::{Entry, Event};

use super::{resume_assessment, void_notice, void_papers};

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    fold_papers(case, entry);
    fold_notice(case, entry);
    if goes_on_assessing(&entry.event) {
        resume_assessment(case, entry.on);
    }
    let version = case.version;
    fold_assessment(&mut case.assessment, entry, version);
    if let Event::AssessorsAppointed { assessors } = &entry.event {
        case.assessed_by.extend(assessors.iter().map(|assessor| assessor.user));
    }
    fold_incidents(case, entry);
}

fn fold_papers(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::PaperFiled { number, slot, scan, filed_on } => {
            case.papers.push(FiledPaper {
                number: *number,
                slot: *slot,
                scan: scan.clone(),
                filed_on: filed_on.unwrap_or(entry.on),
                state: PaperState::Filed,
                verified_by: None,
            });
            follow_the_signed_report(case);
        }
        Event::PaperVerified { number, compared_with } => {
            let state = PaperState::Verified { on: entry.on, compared_with: *compared_with };
            set_state(case, *number, state);
            let paper = case.papers.iter_mut().find(|paper| paper.number == *number);
            if let Some(paper) = paper {
                paper.verified_by = Some(entry.by.id);
            }
        }
        Event::PaperRejected { number, reason } => {
            let state = PaperState::Rejected { on: entry.on, reason: reason.clone() };
            set_state(case, *number, state);
            drop_a_rejected_report(case, *number, entry.on);
            follow_the_signed_report(case);
        }
        Event::CheckRecorded { check } => case.checks.push(check.clone()),
        Event::Accepted { complete_on } => {
            case.stage = Stage::Accepted;
            case.acceptance = Some(Acceptance { on: entry.on, complete_on: *complete_on });
        }
        _ => {}
    }
}

fn set_state(case: &mut Case, number: u32, state: PaperState) {
    if let Some(paper) = case.papers.iter_mut().find(|paper| paper.number == number) {
        paper.state = state;
    }
}

/// The day the signed report came in: that of the first scan of it that still stands.
fn follow_the_signed_report(case: &mut Case) {
    let signed = Slot::of_case(PaperKind::AssessmentReport);
    let filed_on = case.standing_papers(signed).map(|paper| paper.filed_on).min();
    if let Some(report) = &mut case.assessment.report {
        report.filed_on = filed_on;
    }
}

/// A report whose signed scan is rejected is written anew; until then the assessment goes on.
fn drop_a_rejected_report(case: &mut Case, number: u32, on: NaiveDate) {
    let signed = Slot::of_case(PaperKind::AssessmentReport);
    let is_report = case.papers.iter().any(|paper| paper.number == number && paper.slot == signed);
    if is_report && case.standing_papers(signed).next().is_none() {
        resume_assessment(case, on);
    }
}

fn fold_notice(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::NoticePublished { newspaper, published_on, last_day } => {
            void_notice(case, entry.on);
            case.notice = Some(PublicNotice {
                newspaper: newspaper.clone(),
                published_on: *published_on,
                last_day: *last_day,
            });
        }
        Event::ClaimRaised { number, claimant } => case.claims.push(Claim {
            number: *number,
            raised_on: entry.on,
            claimant: claimant.clone(),
            settlement: None,
        }),
        Event::ClaimSettled { number, outcome, reasons } => {
            if let Some(claim) = case.claims.iter_mut().find(|claim| claim.number == *number) {
                claim.settlement = Some(ClaimSettlement {
                    on: entry.on,
                    outcome: *outcome,
                    reasons: reasons.clone(),
                });
            }
        }
        Event::ReportSubmitted { .. } => void_papers(case, PaperKind::AssessmentReport, None),
        _ => {}
    }
}

/// A report that is not verified yet does not speak of what comes after it.
fn goes_on_assessing(event: &Event) -> bool {
    matches!(
        event,
        Event::AssessorsAppointed { .. }
            | Event::AssessmentVisited { .. }
            | Event::IntegrationStarted { .. }
            | Event::IntegrationEnded { .. }
            | Event::ReportSubmitted { .. }
    ) || matches!(event, Event::Assessment(event) if event.goes_on())
}

fn fold_assessment(assessment: &mut Assessment, entry: &Entry, version: u32) {
    match &entry.event {
        Event::AssessmentNotified { body } => {
            assessment.notified_on = Some(entry.on);
            assessment.body = Some(body.clone());
        }
        Event::AssessmentConsented { party } => {
            assessment.consents.push(AssessmentConsent { party: *party, on: entry.on });
        }
        Event::AssessorsAppointed { assessors } => {
            assessment.assessors = assessors.clone();
            assessment.appointed_on = Some(entry.on);
        }
        Event::AssessmentVisited { visit } => {
            assessment.visits.push(visit.clone());
        }
        Event::IntegrationStarted { started_on } => {
            assessment.integration = Some(Integration { started_on: *started_on, ended_on: None });
        }
        Event::IntegrationEnded { ended_on } => {
            if let Some(integration) = &mut assessment.integration {
                integration.ended_on = Some(*ended_on);
            }
        }
        Event::ReportSubmitted { conclusion, findings, signers } => {
            assessment.told.clear();
            assessment.report = Some(Report {
                on: entry.on,
                conclusion: *conclusion,
                findings: findings.clone(),
                signers: signers.clone(),
                filed_on: None,
                version,
                confirmed: None,
            });
        }
        _ => {}
    }
}

fn fold_incidents(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::IncidentReported { number, ground, known_on, description } => {
            case.incidents.push(Incident {
                number: *number,
                ground: *ground,
                known_on: *known_on,
                description: description.clone(),
                closed_on: None,
                concerns: Vec::new(),
                sentence: None,
            });
        }
        Event::IncidentClosed { number, .. } => {
            let incident = case.incidents.iter_mut().find(|incident| incident.number == *number);
            if let Some(incident) = incident {
                incident.closed_on = Some(entry.on);
            }
        }
        _ => {}
    }
}
