//! Corrections, wishes, mandates, officers, service of papers, readings of the volume.

use crate::base::document::DocumentKind;
use crate::base::ids::UserId;
use crate::base::message::Message;
use crate::base::stage::Stage;
use crate::case::turns::{Correction, GiftAnswer, GiftDeclaration, Loan, LoanReturned};
use crate::case::{Case, Ending, PaperKind};
use crate::event::{Entry, Event};

use super::meaning::{Meaning, says, tells};
use super::{resume_assessment, void_papers};

/// What these events are called, are about, void and call for.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    Some(match event {
        Event::CorrectionRequested { number, .. } => {
            says("一次性告知需要补正的材料", "everything to be corrected was told at once")
                .about(*number)
                .prints_with_receipt(DocumentKind::CorrectionNotice)
        }
        Event::ApplicationDeclined { .. } => says("不予受理", "the application was not accepted")
            .prints_with_receipt(DocumentKind::NonAcceptanceNotice),
        Event::IntegrationBrokenOff { broken } => tells(Message::with_days(
            "融合于{on}中断",
            "integration was broken off on {on}",
            [("on", broken.broken_off_on)],
        ))
        .voids_the_decision(),
        Event::WishesChanged { .. } => {
            says("当事人变更请求", "a party changed what is asked for").voids_the_decision()
        }
        Event::MandatePrepared { mandate } => says("拟制委托书", "a mandate was drawn up")
            .prints_for(DocumentKind::Mandate, mandate.party),
        Event::SigningRefused(statement) => tells(Message::new(
            format!("{}未签署无捐赠承诺声明书", statement.party.printed()),
            format!("{} did not sign that no gift was given", statement.party.english()),
        )),
        // One who decides or assesses may be the one who took it: the leader looks anew.
        Event::GiftDeclared { declared } => {
            tells(declared.headline()).voids_the_decision_if(*declared == GiftAnswer::Taken)
        }
        Event::OfficerReplaced { .. } => says("更换经办人", "another registrar took the case over"),
        Event::DocumentServed { service } => tells(Message::new(
            format!("向{}送达{}", service.party.printed(), service.document.printed()),
            format!(
                "{} was served on {}",
                service.document.word().replace('_', " "),
                service.party.english()
            ),
        )),
        Event::VolumeLent { number, .. } => says("档案当场查阅", "the volume was handed out")
            .about(*number)
            .prints(DocumentKind::LendingSlip),
        Event::VolumeReturned { number, .. } => {
            says("档案归还", "the volume came back").about(*number)
        }
        _ => return None,
    })
}

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
