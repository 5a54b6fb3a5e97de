//! Papers, checks, acceptance, notice, claims, assessment.

use chrono::NaiveDate;

use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::base::stage::Stage;
use crate::case::assessment::{Assessment, AssessmentConsent, Incident, Integration, Report};
use crate::case::{
    Acceptance, Case, Claim, ClaimSettlement, FiledPaper, PaperKind, PaperState, PublicNotice, Slot,
};
use crate::event::{Entry, Event};

use super::meaning::{Meaning, belongs_to_the_decision, says, tells};
use super::{resume_assessment, void_notice, void_papers};

/// What these events are called, are about, void and call for. What depends on the case as it stands is
/// called for in `effects.rs`.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    of_review(event).or_else(|| {
        let said = of_notice(event).or_else(|| of_assessment(event))?;
        Some(said.voids_the_decision())
    })
}

fn of_review(event: &Event) -> Option<Meaning> {
    Some(match event {
        Event::ApplicationFiled(_) => says("收到收养登记申请", "the application was received"),
        Event::PaperFiled { number, slot, .. } => tells(Message::new(
            format!("收取第{number}号材料：{}", slot.paper.printed()),
            format!("paper {number} was filed"),
        ))
        .about(*number)
        .voids_the_decision_if(!belongs_to_the_decision(slot.paper)),
        Event::PaperVerified { number, .. } => tells(Message::new(
            format!("第{number}号材料核验无误"),
            format!("paper {number} was found in order"),
        ))
        .about(*number)
        .voids_the_decision_by_paper(*number),
        Event::PaperRejected { number, .. } => tells(Message::new(
            format!("第{number}号材料退回"),
            format!("paper {number} was found not in order"),
        ))
        .about(*number)
        .voids_the_decision_by_paper(*number),
        Event::CheckRecorded { check } => tells(Message::new(
            format!("完成{}", check.check.printed()),
            "a check with another authority was recorded",
        ))
        .voids_the_decision(),
        Event::Accepted { .. } => says("受理", "the application was accepted"),
        _ => return None,
    })
}

fn of_notice(event: &Event) -> Option<Meaning> {
    Some(match event {
        Event::NoticePublished { newspaper, published_on, last_day } => tells(Message::with_days(
            format!("{{published_on}}在{newspaper}刊登公告，至{{last_day}}届满"),
            "the notice was published on {published_on} and runs until {last_day}",
            [("published_on", *published_on), ("last_day", *last_day)],
        )),
        Event::ClaimRaised { number, .. } => tells(Message::new(
            format!("收到第{number}号认领，暂停办理"),
            format!("claim {number} was raised and halts the case"),
        ))
        .about(*number),
        Event::ClaimSettled { number, .. } => tells(Message::new(
            format!("第{number}号认领处理完毕"),
            format!("claim {number} was settled"),
        ))
        .about(*number),
        _ => return None,
    })
}

fn of_assessment(event: &Event) -> Option<Meaning> {
    let on = |zh, en, on| tells(Message::with_days(zh, en, [("on", on)]));
    Some(match event {
        Event::AssessmentNotified { .. } => {
            says("书面告知收养评估", "the assessment was announced in writing")
        }
        Event::AssessmentConsented { .. } => {
            says("收养申请人同意评估", "an applicant consented to the assessment")
        }
        Event::AssessorsAppointed { assessors } => tells(Message::new(
            format!("指派评估人员{}名", assessors.len()),
            format!("{} assessors were appointed", assessors.len()),
        )),
        Event::AssessmentVisited { visit } => tells(Message::new(
            format!("评估走访：{}", visit.method.printed()),
            "a visit of the assessment was made",
        )),
        Event::IntegrationStarted { started_on } => {
            on("融合自{on}开始", "integration began on {on}", *started_on)
        }
        Event::IntegrationEnded { ended_on } => {
            on("融合于{on}结束", "integration ended on {on}", *ended_on)
        }
        Event::ReportSubmitted { .. } => {
            says("提交评估报告，待签名存卷", "the report was submitted, to be signed")
                .prints(DocumentKind::AssessmentReport)
        }
        Event::IncidentReported { number, .. } => tells(Message::new(
            format!("报告第{number}号情形"),
            format!("incident {number} was reported"),
        ))
        .about(*number),
        Event::IncidentClosed { number, .. } => tells(Message::new(
            format!("第{number}号情形处理完毕"),
            format!("incident {number} was closed"),
        ))
        .about(*number),
        _ => return None,
    })
}

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
