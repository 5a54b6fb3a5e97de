//! Papers, checks, acceptance, notice, claims, assessment.

use crate::case::assessment::{
    Assessment, AssessmentConsent, Incident, Integration, Report,
};
use crate::case::{Acceptance, Case, Claim, ClaimSettlement, FiledPaper, PaperKind, PaperState, PublicNotice};
use crate::event::{Entry, Event};
use crate::stage::Stage;

use super::{void_notice, void_papers};

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    fold_papers(case, entry);
    fold_notice(case, entry);
    fold_assessment(&mut case.assessment, entry);
    fold_incidents(case, entry);
}

fn fold_papers(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::PaperFiled { number, slot, scan } => {
            if slot.paper == PaperKind::AssessmentReport
                && let Some(report) = &mut case.assessment.report {
                    report.filed_on = Some(entry.on);
                }
            case.papers.push(FiledPaper {
                number: *number,
                slot: *slot,
                scan: scan.clone(),
                filed_on: entry.on,
                state: PaperState::Filed,
            });
        }
        Event::PaperVerified { number, compared_with } => {
            let state = PaperState::Verified { on: entry.on, compared_with: *compared_with };
            set_state(case, *number, state);
        }
        Event::PaperRejected { number, reason } => {
            let state = PaperState::Rejected { on: entry.on, reason: reason.clone() };
            set_state(case, *number, state);
            reopen_report_clock(case, *number);
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

/// A rejected report is not filed: the assessment goes on until a signed one is.
fn reopen_report_clock(case: &mut Case, number: u32) {
    let is_report = case
        .papers
        .iter()
        .any(|paper| paper.number == number && paper.slot.paper == PaperKind::AssessmentReport);
    let another_stands = case.papers.iter().any(|paper| {
        paper.slot.paper == PaperKind::AssessmentReport
            && (paper.state == PaperState::Filed || paper.is_verified())
    });
    if is_report && !another_stands
        && let Some(report) = &mut case.assessment.report {
            report.filed_on = None;
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

fn fold_assessment(assessment: &mut Assessment, entry: &Entry) {
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
        Event::AssessmentVisited { visit } => assessment.visits.push(visit.clone()),
        Event::IntegrationStarted { started_on } => {
            assessment.integration =
                Some(Integration { started_on: *started_on, ended_on: None });
        }
        Event::IntegrationEnded { ended_on } => {
            if let Some(integration) = &mut assessment.integration {
                integration.ended_on = Some(*ended_on);
            }
        }
        Event::ReportSubmitted { conclusion, findings } => {
            assessment.report = Some(Report {
                on: entry.on,
                conclusion: *conclusion,
                findings: findings.clone(),
                filed_on: None,
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
