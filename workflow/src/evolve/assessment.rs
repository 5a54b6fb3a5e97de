//! Plan, work, sheets, differences and vetoes of an assessment that is scored.

use crate::case::Case;
use crate::case::assessment::scored::{
    ProposedVeto, RaterSheet, Scored, Settlement, SheetText, VetoDecision,
};
use crate::event::{AssessmentEvent, Entry, Event};
use crate::indicator::Part;

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    let Event::Assessment(event) = &entry.event else { return };
    if let AssessmentEvent::SetFrozen { set } = event {
        case.assessment.scored = Some(Box::new(Scored::begun(set.as_ref().clone())));
    }
    let Some(scored) = &mut case.assessment.scored else { return };
    match event {
        AssessmentEvent::SetFrozen { .. } => {}
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
