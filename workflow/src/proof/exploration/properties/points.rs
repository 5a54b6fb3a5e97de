//! Assessment by points: what no history shows, read from the events alone.

use super::History;
use super::days::months_later;
use crate::base::ids::UserId;
use crate::case::PaperKind;
use crate::case::assessment::scored::SheetText;
use crate::case::assessment::work::{ChildSays, MetAs, WorkRecord};
use crate::case::assessment::{Conclusion, VisitMethod};
use crate::event::{AssessmentEvent, Event};
use crate::indicator::{IndicatorSet, Part, Points};

/// What was done last of an assessment by points. Whom a circumstance concerns is told in every case, scored or not.
pub(super) fn newest<'a>(history: &History<'a>) -> Option<&'a AssessmentEvent> {
    match &history.newest().event {
        Event::Assessment(AssessmentEvent::IncidentConcerns { .. }) => None,
        Event::Assessment(event) => Some(event),
        _ => None,
    }
}

pub(super) fn all<'a>(
    history: &History<'a>,
) -> impl Iterator<Item = (UserId, &'a AssessmentEvent)> + use<'a> {
    history.0.iter().filter_map(|told| match &told.event {
        Event::Assessment(event) => Some((told.by.id, event)),
        _ => None,
    })
}

/// The set that was frozen.
pub fn frozen<'a>(history: &History<'a>) -> Option<&'a IndicatorSet> {
    all(history).find_map(|(_, event)| match event {
        AssessmentEvent::SetFrozen { set } => Some(set.as_ref()),
        _ => None,
    })
}

pub(super) fn records<'a>(history: &History<'a>) -> Vec<&'a WorkRecord> {
    let recorded = all(history).filter_map(|(_, event)| match event {
        AssessmentEvent::AssessmentWorkRecorded { record } => Some(record.as_ref()),
        _ => None,
    });
    recorded.collect()
}

fn saved<'a>(history: &History<'a>, whose: UserId, of: Part) -> Vec<&'a SheetText> {
    let saved = all(history).filter_map(|(by, event)| match event {
        AssessmentEvent::SheetSaved { part, text, .. } if by == whose && *part == of => Some(text),
        _ => None,
    });
    saved.collect()
}

fn was_sent(history: &History, whose: UserId, of: Part) -> bool {
    all(history).any(|(by, event)| {
        matches!(event, AssessmentEvent::SheetSent { part, .. } if by == whose && *part == of)
    })
}

fn raters(history: &History) -> Vec<UserId> {
    let appointed = history.0.iter().rev().find_map(|told| match &told.event {
        Event::AssessorsAppointed { assessors } => Some(assessors),
        _ => None,
    });
    appointed.into_iter().flatten().map(|assessor| assessor.user).collect()
}

/// A report of an assessment by points, with what it concludes.
pub(super) fn concludes(history: &History) -> Option<Conclusion> {
    frozen(history)?;
    match &history.newest().event {
        Event::ReportSubmitted { conclusion, .. } => Some(*conclusion),
        _ => None,
    }
}

fn by_no_set(history: &History) -> bool {
    newest(history).is_some() && frozen(history).is_none()
}

fn unplanned(history: &History) -> bool {
    let works = matches!(newest(history), Some(AssessmentEvent::AssessmentWorkRecorded { .. }));
    let planned =
        all(history).any(|(_, event)| matches!(event, AssessmentEvent::AssessmentPlanned { .. }));
    works && !planned
}

fn too_little(history: &History) -> bool {
    let records = records(history);
    let alone = |who| records.iter().any(|record| record.alone && record.people[0].who == who);
    let homes = records.iter().filter(|record| record.method == VisitMethod::HomeVisit).count();
    let around = records
        .iter()
        .filter(|record| record.method == VisitMethod::NeighbourhoodVisit)
        .flat_map(|record| &record.people)
        .count();
    let read = records.iter().any(|record| record.method == VisitMethod::DocumentReview);
    let child = !is_eight(history) || alone(MetAs::Child);
    let enough = alone(MetAs::FirstAdopter)
        && alone(MetAs::SecondAdopter)
        && child
        && homes >= 2
        && around >= 2
        && read;
    concludes(history).is_some() && !enough
}

fn newest_record<'a>(history: &History<'a>) -> Option<&'a WorkRecord> {
    match newest(history)? {
        AssessmentEvent::AssessmentWorkRecorded { record } => Some(record),
        _ => None,
    }
}

fn by_one(history: &History) -> bool {
    newest_record(history).is_some_and(|record| {
        record.method != VisitMethod::DocumentReview && record.assessors.len() < 2
    })
}

fn not_alone(history: &History) -> bool {
    newest_record(history).is_some_and(|record| record.alone && record.people.len() != 1)
}

fn shows_nothing(history: &History) -> bool {
    let (Some(record), Some(set)) = (newest_record(history), frozen(history)) else {
        return false;
    };
    let known = |code: &String| {
        [Part::Capability, Part::Integration].iter().any(|part| set.item(*part, code).is_some())
            || set.veto(code).is_some()
    };
    !record.evidence.iter().all(|piece| piece.items.iter().all(known))
}

fn is_eight(history: &History) -> bool {
    let born = history.application().child.birth_date;
    history.today() >= months_later(born, 96)
}

fn against_the_child(history: &History) -> bool {
    let said = records(history).into_iter().rev().find_map(|record| record.child_says);
    let no = said == Some(ChildSays::SaysNo) && is_eight(history);
    no && (concludes(history) == Some(Conclusion::Capable) || super::decides(history))
}

fn sent<'a>(history: &History<'a>) -> Option<(UserId, Part, u32)> {
    match newest(history)? {
        AssessmentEvent::SheetSent { part, revision } => {
            Some((history.newest().by.id, *part, *revision))
        }
        _ => None,
    }
}

fn sent_unsaved(history: &History) -> bool {
    sent(history).is_some_and(|(by, part, _)| saved(history, by, part).is_empty())
}

fn changed_when_sent(history: &History) -> bool {
    let by = history.newest().by.id;
    match newest(history) {
        Some(AssessmentEvent::SheetSaved { part, .. }) => was_sent(&history.earlier(), by, *part),
        _ => false,
    }
}

fn sent_unfinished(history: &History) -> bool {
    let (Some((by, part, _)), Some(set)) = (sent(history), frozen(history)) else {
        return false;
    };
    let newest = saved(history, by, part).pop();
    let marked =
        |code: &str| newest.is_some_and(|text| text.marks.iter().any(|mark| mark.item == code));
    !set.items(part).all(|item| item.not_applicable_if.is_some() || marked(&item.code))
}

fn sent_as_it_was_before(history: &History) -> bool {
    sent(history)
        .is_some_and(|(by, part, revision)| revision as usize != saved(history, by, part).len())
}

fn settled_too_soon(history: &History) -> bool {
    let Some(AssessmentEvent::DifferenceSettled { part, .. }) = newest(history) else {
        return false;
    };
    !raters(history).into_iter().all(|rater| was_sent(history, rater, *part))
}

/// The points that two give an item, where they differ.
fn differing(history: &History, part: Part, code: &str) -> Option<Vec<Points>> {
    let of = |rater: &UserId| {
        let text = saved(history, *rater, part).pop()?;
        text.marks.iter().find(|mark| mark.item == code).map(|mark| mark.points)
    };
    let points: Vec<Points> = raters(history).iter().filter_map(of).collect();
    points.iter().any(|one| Some(one) != points.first()).then_some(points)
}

fn settled_without_a_reason(history: &History) -> bool {
    let (Some(set), Some(AssessmentEvent::DifferenceSettled { part, item, reason: None, .. })) =
        (frozen(history), newest(history))
    else {
        return false;
    };
    let points = differing(history, *part, item).unwrap_or_default();
    let of_set = set.item(*part, item);
    let mut levels: Vec<_> = points.iter().filter_map(|points| of_set?.level_of(*points)).collect();
    levels.sort_unstable();
    levels.last().zip(levels.first()).is_some_and(|(last, first)| last - first > 1)
}

fn unsettled(history: &History) -> bool {
    let Some(set) = frozen(history).filter(|_| concludes(history).is_some()) else {
        return false;
    };
    let said = |rater: UserId, code: &str| {
        all(history)
            .filter_map(|(by, event)| match event {
                AssessmentEvent::DifferenceSettled { item, points, .. }
                    if by == rater && item == code =>
                {
                    Some(*points)
                }
                _ => None,
            })
            .last()
    };
    set.items(Part::Capability).any(|item| {
        let open = differing(history, Part::Capability, &item.code).is_some();
        let words: Vec<_> =
            raters(history).into_iter().map(|rater| said(rater, &item.code)).collect();
        open && words.iter().any(|word| word.is_none() || Some(word) != words.first())
    })
}

/// What the points say by a sum of one's own: no veto, and eight of ten for each part.
fn against_the_points(history: &History) -> bool {
    let Some(set) = frozen(history) else { return false };
    let vetoed = all(history)
        .any(|(_, event)| matches!(event, AssessmentEvent::VetoDecided { confirmed: true, .. }));
    let least = |part| {
        let sums = raters(history).into_iter().map(|rater| {
            let text = saved(history, rater, part).pop();
            text.map_or(0, |text| {
                text.marks.iter().map(|mark| mark.points.in_halves()).sum::<u32>()
            })
        });
        sums.min().unwrap_or(0)
    };
    let passes = |part| least(part) >= set.pass(part).in_halves();
    let full = passes(Part::Capability) && passes(Part::Integration) && !vetoed;
    concludes(history) == Some(Conclusion::NotCapable) && full
}

fn advice_out_of_place(history: &History) -> bool {
    let advice = all(history)
        .filter_map(|(_, event)| match event {
            AssessmentEvent::ReportScored { result } => Some(result.improvements.len()),
            _ => None,
        })
        .last();
    match concludes(history) {
        Some(Conclusion::Capable) => advice != Some(0),
        Some(Conclusion::NotCapable) => !advice.is_some_and(|named| (1..=5).contains(&named)),
        None => false,
    }
}

/// A report that is signed and filed stands on work that is not added to.
/// More than the hundred megabytes that can still be printed together.
fn too_much_evidence(history: &History) -> bool {
    let sizes = all(history).filter_map(|(_, event)| match event {
        AssessmentEvent::EvidenceFiled { scan, .. } => Some(scan.size),
        _ => None,
    });
    sizes.sum::<u64>() > 100 * 1024 * 1024
}

fn adds_to_a_filed_report(history: &History) -> bool {
    let filed = history.earlier().papers_of_case(PaperKind::AssessmentReport) > 0;
    let is_work = newest(history).is_some_and(|event| {
        // What comes of the report is no work for it: it is supplemented, told, objected to.
        !matches!(
            event,
            AssessmentEvent::SupplementAsked { .. }
                | AssessmentEvent::ResultTold { .. }
                | AssessmentEvent::ReviewRequested { .. }
                | AssessmentEvent::ReviewersAppointed { .. }
                | AssessmentEvent::ReviewDecided { .. }
                | AssessmentEvent::ConflictDeclared { .. }
                | AssessmentEvent::ReportConfirmed { .. }
                | AssessmentEvent::RecusalRequested { .. }
                | AssessmentEvent::RecusalDecided { .. }
        )
    });
    is_work && filed
}

rows! {
    "SEQ-3", "评估办法 8（指标）", "points are given only where a set was frozen at the consent", by_no_set;
    "SEQ-3", "评估办法 9(3)", "the work is planned before it is done", unplanned;
    "SEQ-3", "评估办法 9(3)", "the least work is done before a report", too_little;
    "SEQ-3", "评估办法 6", "two interview and visit", by_one;
    "SEQ-3", "民法典 1104", "who is heard alone is alone", not_alone;
    "SEQ-3", "评估办法 9(4)", "evidence shows an item of the set", shows_nothing;
    "SEQ-3", "民法典 1104", "the no of a child of eight stands above the points", against_the_child;
    "SEQ-3", "评估办法 6", "a sheet that is sent was saved by its own assessor", sent_unsaved;
    "SEQ-3", "评估办法 9(4)", "a sheet that was sent is not changed", changed_when_sent;
    "SEQ-3", "评估办法 8（指标）", "a sheet that is sent has a mark for every item", sent_unfinished;
    "SEQ-3", "评估办法 9(4)", "what is sent is what was last saved", sent_as_it_was_before;
    "SEQ-3", "评估办法 6", "nothing is settled before all have sent", settled_too_soon;
    "SEQ-3", "评估办法 6", "far apart is settled with a reason", settled_without_a_reason;
    "SEQ-3", "评估办法 6", "every difference is settled before a report", unsettled;
    "SEQ-3", "评估办法 9(4)", "the conclusion is not against the points", against_the_points;
    "SEQ-3", "评估办法 9(4)", "advice is given where it fails, and one to five", advice_out_of_place;
    "SEQ-3", "评估办法 9(4)", "nothing is added to the work of a filed report", adds_to_a_filed_report;
    "SEQ-3", "评估办法 9(4)", "the evidence can still be printed together", too_much_evidence;
}
