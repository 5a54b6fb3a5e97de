//! Telling the result, a review by others, and a child that comes back: read from the events alone.

use super::History;
use super::days::later;
use super::points::frozen;
use crate::base::ids::UserId;
use crate::case::assessment::after::ReviewOutcome;
use crate::event::{AssessmentEvent, Event};

fn newest<'a>(history: &History<'a>) -> Option<&'a AssessmentEvent> {
    match &history.newest().event {
        Event::Assessment(event) => Some(event),
        _ => None,
    }
}

fn count(history: &History, holds: fn(&AssessmentEvent) -> bool) -> usize {
    history.count(|event| matches!(event, Event::Assessment(event) if holds(event)))
}

/// The day a party was told of the newest report.
fn told_on(history: &History, whom: crate::case::Party) -> Option<chrono::NaiveDate> {
    let reported = history.last(|event| matches!(event, Event::ReportSubmitted { .. }));
    let after = history.0.iter().skip(reported?);
    let mut told = after.filter_map(|told| match &told.event {
        Event::Assessment(AssessmentEvent::ResultTold { told }) if told.party == whom => {
            Some(told.told_on)
        }
        _ => None,
    });
    told.next_back()
}

fn objects_untold(history: &History) -> bool {
    matches!(newest(history), Some(AssessmentEvent::ReviewRequested { party, .. })
        if told_on(history, *party).is_none())
}

/// Ten working days are never more than thirty-one days.
fn objects_late(history: &History) -> bool {
    matches!(newest(history), Some(AssessmentEvent::ReviewRequested { party, requested_on, .. })
        if told_on(history, *party).is_some_and(|told| *requested_on > later(told, 31)))
}

fn assessed_before(history: &History) -> Vec<UserId> {
    let appointed = history.0.iter().filter_map(|told| match &told.event {
        Event::AssessorsAppointed { assessors } => Some(assessors),
        _ => None,
    });
    appointed.flatten().map(|assessor| assessor.user).collect()
}

fn reviewed_by_who_assessed(history: &History) -> bool {
    let assessed = assessed_before(history);
    matches!(newest(history), Some(AssessmentEvent::ReviewersAppointed { reviewers })
        if reviewers.iter().any(|reviewer| assessed.contains(&reviewer.user)))
}

fn assessed_again_by_the_same(history: &History) -> bool {
    let Event::AssessorsAppointed { assessors } = &history.newest().event else {
        return false;
    };
    let aside = |event: &Event| {
        matches!(
            event,
            Event::Assessment(AssessmentEvent::ReviewDecided {
                outcome: ReviewOutcome::SetAside,
                ..
            })
        )
    };
    let before = assessed_before(&history.earlier());
    history.has(aside) && assessors.iter().any(|assessor| before.contains(&assessor.user))
}

fn decided_meanwhile(history: &History) -> bool {
    let asked = count(history, |event| matches!(event, AssessmentEvent::ReviewRequested { .. }));
    let answered = count(history, |event| matches!(event, AssessmentEvent::ReviewDecided { .. }));
    super::decides(history) && asked > answered
}

fn left_nobody_knows_where(history: &History) -> bool {
    let gone = matches!(&history.newest().event,
        Event::IntegrationBrokenOff { broken } if broken.returned.is_none());
    gone && frozen(history).is_some()
}

rows! {
    "SEQ-3", "评估办法 10（复核）", "nobody objects to what they were not told", objects_untold;
    "SEQ-3", "评估复核申请期限", "an objection comes in time", objects_late;
    "SEQ-3", "评估办法 12", "nobody reviews what they assessed", reviewed_by_who_assessed;
    "SEQ-3", "评估办法 12", "what was set aside is assessed by others", assessed_again_by_the_same;
    "SEQ-3", "评估办法 10（复核）", "nothing is decided while a review waits", decided_meanwhile;
    "SEQ-3", "评估办法 8；未成年人保护法 4", "it is known where a child went", left_nobody_knows_where;
}
