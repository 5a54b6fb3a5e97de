//! Corrections, wishes, mandates, officers, service of papers, readings of the volume.

use crate::base::ids::UserId;
use crate::base::stage::Stage;
use crate::case::turns::{Correction, GiftAnswer, GiftDeclaration, Loan, LoanReturned};
use crate::case::{Case, Ending, PaperKind};
use crate::event::{Entry, Event};

use super::{resume_assessment, void_papers};

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::CorrectionRequested { number, missing, incorrect } => {
            case.corrections.push(Correction {
                number: *number,
                on: entry.on,
                missing: missing.clone(),
                incorrect: incorrect.clone(),
            });
        }
        Event::ApplicationDeclined { decision } => {
            case.stage = Stage::NotAccepted;
            case.ending = Some(Ending::NotAccepted {
                on: entry.on,
                by: entry.by.clone(),
                decision: decision.clone(),
            });
        }
        Event::IntegrationBrokenOff { broken } => {
            case.broken_integrations.push(broken.clone());
            case.assessment.integration = None;
            resume_assessment(case, entry.on);
            void_papers(case, PaperKind::AssessmentReport, None);
        }
        Event::WishesChanged { wishes, .. } => case.wishes = *wishes,
        Event::MandatePrepared { mandate } => {
            case.mandates.retain(|earlier| earlier.party != mandate.party);
            void_papers(case, PaperKind::SpouseMandate, Some(mandate.party));
            case.mandates.push(mandate.clone());
        }
        Event::SigningRefused(statement) => case.unsigned_statements.push(statement.clone()),
        Event::GiftDeclared { declared } => {
            let (on, by, declared) = (entry.on, entry.by.clone(), *declared);
            case.gift_declarations.push(GiftDeclaration { on, by, declared });
            if declared == GiftAnswer::Taken && case.is_assessor(entry.by.id) {
                recuse_assessor(case, entry.by.id);
            }
        }
        Event::OfficerReplaced { officer, .. } => {
            case.former_officers.push(case.officer.id);
            case.officer = officer.clone();
        }
        Event::DocumentServed { service } => case.services.push(service.clone()),
        Event::VolumeLent { number, reading } => case.loans.push(Loan {
            number: *number,
            on: entry.on,
            reading: reading.clone(),
            returned: None,
        }),
        Event::VolumeReturned { number, complete, remarks } => {
            if let Some(loan) = case.loans.iter_mut().find(|loan| loan.number == *number) {
                loan.returned = Some(LoanReturned {
                    on: entry.on,
                    complete: *complete,
                    remarks: remarks.clone(),
                });
            }
        }
        _ => {}
    }
}

/// An assessor who took a gift is one no more: their visits do not count, and the report they signed
/// does not stand (评估办法 art. 12).
fn recuse_assessor(case: &mut Case, user: UserId) {
    case.assessment.assessors.retain(|assessor| assessor.user != user);
    case.assessment.report = None;
    void_papers(case, PaperKind::AssessmentReport, None);
}
