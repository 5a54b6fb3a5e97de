//! Who withdraws from an assessment or its review, and who was asked to.

use crate::base::ids::UserId;
use crate::base::message::Message;
use crate::case::assessment::recusal::{
    Conflict, RecusalDecision, RecusalFrom, RecusalRequest, Withdrawal,
};
use crate::case::{Case, PaperKind};
use crate::event::{AssessmentEvent, Entry, Event};
use crate::law::assessment::ASSESSORS_NEEDED;

use super::meaning::{Meaning, says, tells};
use super::void_papers;

/// What these events are called and are about; each voids a decision.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    let Event::Assessment(event) = event else { return None };
    let said = match event {
        AssessmentEvent::ConflictDeclared { .. } => {
            says("评估人员申报利害关系并回避", "an assessor declared an interest and withdrew")
        }
        AssessmentEvent::RecusalRequested { number, party, .. } => tells(Message::new(
            format!("{}申请评估人员回避（第{number}号）", party.printed()),
            format!("{} asked that an assessor withdraw ({number})", party.english()),
        ))
        .about(*number),
        AssessmentEvent::RecusalDecided { number, recused: true, .. } => tells(Message::new(
            format!("第{number}号回避申请：决定回避"),
            format!("request {number} that an assessor withdraw was granted"),
        ))
        .about(*number),
        AssessmentEvent::RecusalDecided { number, recused: false, .. } => tells(Message::new(
            format!("第{number}号回避申请：驳回"),
            format!("request {number} that an assessor withdraw was turned down"),
        ))
        .about(*number),
        _ => return None,
    };
    Some(said.voids_the_decision())
}

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    let Event::Assessment(event) = &entry.event else { return };
    match event {
        AssessmentEvent::ConflictDeclared { from, conflict } => {
            withdraw(case, entry, entry.by.id, *from, conflict.clone());
        }
        AssessmentEvent::RecusalRequested {
            number,
            party,
            assessor,
            from,
            requested_on,
            conflict,
        } => case.assessment.recusals.push(RecusalRequest {
            number: *number,
            party: *party,
            assessor: *assessor,
            from: *from,
            requested_on: *requested_on,
            conflict: conflict.clone(),
            decision: None,
        }),
        AssessmentEvent::RecusalDecided { number, recused, reasons, .. } => {
            decide(case, entry, *number, *recused, reasons);
        }
        _ => {}
    }
}

fn decide(case: &mut Case, entry: &Entry, number: u32, recused: bool, reasons: &str) {
    let mut requests = case.assessment.recusals.iter_mut();
    let Some(request) = requests.find(|request| request.number == number) else { return };
    request.decision = Some(RecusalDecision {
        on: entry.on,
        by: entry.by.clone(),
        recused,
        reasons: reasons.to_owned(),
    });
    let (user, from, conflict) = (request.assessor, request.from, request.conflict.clone());
    if recused {
        withdraw(case, entry, user, from, conflict);
    }
}

/// The person takes no more part. Of an assessment no report of theirs stands, and where fewer are left
/// than are needed, the work waits until others are appointed.
fn withdraw(case: &mut Case, entry: &Entry, user: UserId, from: RecusalFrom, conflict: Conflict) {
    let assessment = &mut case.assessment;
    assessment.withdrawals.push(Withdrawal { user, from, on: entry.on, conflict });
    match from {
        RecusalFrom::Assessment => {
            assessment.assessors.retain(|assessor| assessor.user != user);
            if assessment.assessors.len() < ASSESSORS_NEEDED {
                assessment.appointed_on = None;
            }
            void_papers(case, PaperKind::AssessmentReport, None);
        }
        RecusalFrom::Review => {
            let open = assessment.reviews.iter_mut().filter(|review| review.decision.is_none());
            open.for_each(|review| review.reviewers.retain(|reviewer| reviewer.user != user));
        }
    }
}
