//! Plan, work, sheets, differences and vetoes of an assessment that is scored.

use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::case::assessment::ReportConfirmation;
use crate::case::assessment::after::{Review, ReviewDecision, ReviewOutcome, Supplement};
use crate::case::assessment::evidence::EvidenceFile;
use crate::case::assessment::scored::{
    ProposedVeto, RaterSheet, Scored, Settlement, SheetText, VetoDecision,
};
use crate::case::{Case, PaperKind};
use crate::event::{AssessmentEvent, Entry, Event};
use crate::indicator::Part;

use super::meaning::{Meaning, says, tells};
use super::void_papers;

/// What these events are called, are about and call for, without a mark or a word of the assessors. Each
/// voids a decision, but what was told of a report changes nothing in it.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    let Event::Assessment(event) = event else { return None };
    if let AssessmentEvent::ResultTold { told } = event {
        return Some(tells(Message::new(
            format!("告知{}评估结果", told.party.printed()),
            format!("{} was told the result of the assessment", told.party.english()),
        )));
    }
    let said = of_work(event).or_else(|| of_report(event))?;
    Some(said.voids_the_decision())
}

fn of_work(event: &AssessmentEvent) -> Option<Meaning> {
    Some(match event {
        AssessmentEvent::SetFrozen { set } => tells(Message::new(
            format!("评估指标确定为{}第{}版", set.id, set.version),
            format!("the assessment is scored by {} version {}", set.id, set.version),
        )),
        AssessmentEvent::AssessmentPlanned { .. } => {
            says("制定评估方案", "the assessment was planned")
                // Where there is no device it is scored by hand. Another plan finds other items to apply.
                .prints(DocumentKind::ScoringForm)
        }
        AssessmentEvent::AssessmentWorkRecorded { record } => tells(Message::new(
            format!("第{}次评估工作：{}", record.number, record.method.printed()),
            format!("work {} of the assessment was recorded", record.number),
        ))
        .about(record.number),
        AssessmentEvent::SheetSaved { .. } => {
            says("评估人员保存评分表", "an assessor saved a sheet")
        }
        AssessmentEvent::SheetSent { .. } => says("评估人员提交评分表", "an assessor sent a sheet"),
        AssessmentEvent::DifferenceSettled { .. } => {
            says("协商评分差异", "a difference of the sheets was talked over")
        }
        AssessmentEvent::VetoProposed { number, .. } => tells(Message::new(
            format!("提请第{number}号一票否决"),
            format!("veto {number} was proposed"),
        ))
        .about(*number),
        AssessmentEvent::VetoDecided { number, .. } => tells(Message::new(
            format!("决定第{number}号一票否决"),
            format!("veto {number} was decided"),
        ))
        .about(*number),
        AssessmentEvent::IntegrationLogged { .. } => {
            says("记录融合情况", "an entry was made in the log of integration")
        }
        AssessmentEvent::EvidenceFiled { number, .. } => tells(Message::new(
            format!("存入第{number}号佐证文件"),
            format!("evidence file {number} was filed"),
        ))
        .about(*number),
        AssessmentEvent::ReportScored { .. } => {
            says("评分汇总", "the scores of the report were summed up")
        }
        _ => return None,
    })
}

/// What becomes of a report.
fn of_report(event: &AssessmentEvent) -> Option<Meaning> {
    Some(match event {
        AssessmentEvent::IncidentConcerns { number, .. } => tells(Message::new(
            format!("第{number}号情形所涉人员"),
            format!("whom incident {number} concerns"),
        ))
        .about(*number),
        AssessmentEvent::SupplementAsked { .. } => says(
            "要求补充评估，原报告不再有效",
            "a supplement was asked for, and the report no longer stands",
        ),
        AssessmentEvent::ReviewRequested { party, .. } => tells(Message::new(
            format!("{}申请复核", party.printed()),
            format!("{} asked for a review", party.english()),
        )),
        AssessmentEvent::ReviewersAppointed { reviewers } => tells(Message::new(
            format!("指派复核人员{}名", reviewers.len()),
            format!("{} reviewers were appointed", reviewers.len()),
        )),
        AssessmentEvent::ReviewDecided { outcome: ReviewOutcome::Upheld, .. } => {
            says("复核维持评估结论", "the review upheld the report")
        }
        AssessmentEvent::ReviewDecided { outcome: ReviewOutcome::SetAside, .. } => says(
            "复核撤销评估结论，由其他人员重新评估",
            "the review set the report aside, and others assess anew",
        ),
        AssessmentEvent::ReportConfirmed { .. } => says(
            "核对签名的评估报告为现行版本",
            "the signed report was found to be the one that was frozen",
        ),
        _ => return None,
    })
}

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    let Event::Assessment(event) = &entry.event else { return };
    fold_report(case, event, entry);
    if let AssessmentEvent::SetFrozen { set } = event {
        case.assessment.scored = Some(Box::new(Scored::begun(set.as_ref().clone())));
    }
    let Some(scored) = &mut case.assessment.scored else { return };
    match event {
        AssessmentEvent::IntegrationLogged { entry } => scored.log.push(entry.clone()),
        AssessmentEvent::SetFrozen { .. }
        | AssessmentEvent::IncidentConcerns { .. }
        | AssessmentEvent::SupplementAsked { .. }
        | AssessmentEvent::ResultTold { .. }
        | AssessmentEvent::ReviewRequested { .. }
        | AssessmentEvent::ReviewersAppointed { .. }
        | AssessmentEvent::ReviewDecided { .. }
        | AssessmentEvent::ConflictDeclared { .. }
        | AssessmentEvent::ReportConfirmed { .. }
        | AssessmentEvent::RecusalRequested { .. }
        | AssessmentEvent::RecusalDecided { .. } => {}
        AssessmentEvent::EvidenceFiled { number, piece, scan } => {
            let (by, on) = (entry.by.clone(), entry.on);
            let (number, piece, scan) = (*number, *piece, scan.clone());
            scored.files.push(EvidenceFile { number, piece, scan, by, on });
        }
        AssessmentEvent::AssessmentPlanned { plan } => scored.plan = Some(plan.clone()),
        AssessmentEvent::AssessmentWorkRecorded { record } => {
            scored.records.push(record.as_ref().clone());
        }
        AssessmentEvent::SheetSaved { part, text, beside } => {
            save(scored, *part, text, *beside, entry);
        }
        AssessmentEvent::SheetSent { part, .. } => {
            let own =
                |sheet: &&mut RaterSheet| sheet.part == *part && sheet.rater.id == entry.by.id;
            if let Some(sheet) = scored.sheets.iter_mut().find(own) {
                sheet.sent_on = Some(entry.on);
            }
        }
        AssessmentEvent::DifferenceSettled { part, item, points, reason } => {
            scored.settlements.push(Settlement {
                part: *part,
                item: item.clone(),
                by: entry.by.clone(),
                on: entry.on,
                points: *points,
                reason: reason.clone(),
            });
        }
        AssessmentEvent::VetoProposed { number, code, facts, evidence, effect_on_child } => {
            scored.vetoes.push(ProposedVeto {
                number: *number,
                code: code.clone(),
                by: entry.by.clone(),
                on: entry.on,
                facts: facts.clone(),
                evidence: evidence.clone(),
                effect_on_child: effect_on_child.clone(),
                decision: None,
            });
        }
        AssessmentEvent::VetoDecided { number, confirmed, reasons } => {
            if let Some(veto) = scored.vetoes.iter_mut().find(|veto| veto.number == *number) {
                let (confirmed, reasons) = (*confirmed, reasons.clone());
                veto.decision = Some(VetoDecision { on: entry.on, confirmed, reasons });
            }
        }
        AssessmentEvent::ReportScored { result } => scored.result = Some(result.as_ref().clone()),
    }
}

/// What becomes of a report: it is supplemented, told, looked at anew by others.
fn fold_report(case: &mut Case, event: &AssessmentEvent, entry: &Entry) {
    let assessment = &mut case.assessment;
    let open = |review: &&mut Review| review.decision.is_none();
    match event {
        AssessmentEvent::IncidentConcerns { number, concerns, sentence } => {
            let incident = case.incidents.iter_mut().find(|incident| incident.number == *number);
            if let Some(incident) = incident {
                incident.concerns.clone_from(concerns);
                incident.sentence = *sentence;
            }
        }
        AssessmentEvent::SupplementAsked { what } => {
            assessment.supplements.push(Supplement { on: entry.on, what: what.clone() });
            void_papers(case, PaperKind::AssessmentReport, None);
        }
        AssessmentEvent::ReportConfirmed { paper, seal_of, .. } => {
            let (on, paper, seal_of) = (entry.on, *paper, seal_of.clone());
            if let Some(report) = &mut assessment.report {
                report.confirmed = Some(ReportConfirmation { on, paper, seal_of });
            }
        }
        AssessmentEvent::ResultTold { told } => assessment.told.push(told.clone()),
        AssessmentEvent::ReviewRequested { party, requested_on, grounds } => {
            let assessors = assessment.assessors.iter();
            assessment.reviews.push(Review {
                party: *party,
                requested_on: *requested_on,
                grounds: grounds.clone(),
                assessed_by: assessors.map(|assessor| assessor.user).collect(),
                reviewers: Vec::new(),
                decision: None,
            });
        }
        AssessmentEvent::ReviewersAppointed { reviewers } => {
            if let Some(review) = assessment.reviews.iter_mut().find(open) {
                review.reviewers.clone_from(reviewers);
            }
        }
        AssessmentEvent::ReviewDecided { outcome, reasons } => {
            let (on, outcome, reasons) = (entry.on, *outcome, reasons.clone());
            if let Some(review) = assessment.reviews.iter_mut().find(open) {
                review.decision = Some(ReviewDecision { on, outcome, reasons });
            }
            if outcome == ReviewOutcome::SetAside {
                // Others assess anew; what the first did stays in the history and counts no more.
                assessment.assessors.clear();
                assessment.appointed_on = None;
                void_papers(case, PaperKind::AssessmentReport, None);
            }
        }
        _ => {}
    }
}

/// What was written on the newest revision takes its place; what was not is kept beside it.
fn save(scored: &mut Scored, part: Part, text: &SheetText, beside: bool, entry: &Entry) {
    let own = |sheet: &&mut RaterSheet| sheet.part == part && sheet.rater.id == entry.by.id;
    let Some(sheet) = scored.sheets.iter_mut().find(own) else {
        scored.sheets.push(RaterSheet {
            part,
            rater: entry.by.clone(),
            revision: 1,
            text: text.clone(),
            beside: Vec::new(),
            sent_on: None,
        });
        return;
    };
    sheet.revision += 1;
    if beside {
        sheet.beside.push(text.clone());
    } else {
        sheet.text = text.clone();
        sheet.beside.clear();
    }
}
