//! Who withdrew and who was asked to: read from the events alone.

use super::History;
use crate::base::ids::UserId;
use crate::event::{AssessmentEvent, Event};

fn newest<'a>(history: &History<'a>) -> Option<&'a AssessmentEvent> {
    match &history.newest().event {
        Event::Assessment(event) => Some(event),
        _ => None,
    }
}

/// Who was asked to withdraw under a number.
fn asked_about(history: &History, wanted: u32) -> Option<UserId> {
    history.0.iter().rev().find_map(|told| match &told.event {
        Event::Assessment(AssessmentEvent::RecusalRequested { number, assessor, .. })
            if *number == wanted =>
        {
            Some(*assessor)
        }
        _ => None,
    })
}

fn withdrawn(history: &History) -> Vec<UserId> {
    let gone = history.0.iter().filter_map(|told| match &told.event {
        Event::Assessment(AssessmentEvent::ConflictDeclared { .. }) => Some(told.by.id),
        Event::Assessment(AssessmentEvent::RecusalDecided { number, recused: true, .. }) => {
            asked_about(history, *number)
        }
        _ => None,
    });
    gone.collect()
}

fn appointed(event: &Event) -> Vec<UserId> {
    match event {
        Event::AssessorsAppointed { assessors } => assessors.iter(),
        Event::Assessment(AssessmentEvent::ReviewersAppointed { reviewers }) => reviewers.iter(),
        _ => return Vec::new(),
    }
    .map(|person| person.user)
    .collect()
}

fn comes_back(history: &History) -> bool {
    let gone = withdrawn(&history.earlier());
    appointed(&history.newest().event).iter().any(|user| gone.contains(user))
}

fn withdraws_from_nothing(history: &History) -> bool {
    let takes_part =
        |user: UserId| history.0.iter().any(|told| appointed(&told.event).contains(&user));
    match newest(history) {
        Some(AssessmentEvent::ConflictDeclared { .. }) => !takes_part(history.newest().by.id),
        Some(AssessmentEvent::RecusalRequested { assessor, .. }) => !takes_part(*assessor),
        _ => false,
    }
}

/// A request about somebody whom nobody has replaced since is not decided.
fn waits(history: &History) -> bool {
    (0..history.0.len()).any(|place| {
        let Event::Assessment(AssessmentEvent::RecusalRequested { number, assessor, .. }) =
            &history.0[place].event
        else {
            return false;
        };
        let answered = |event: &Event| {
            matches!(event, Event::Assessment(AssessmentEvent::RecusalDecided { number: of, .. })
                if of == number)
        };
        let after = || history.0[place + 1..].iter();
        let left = after().any(|told| {
            told.by.id == *assessor
                && matches!(told.event, Event::Assessment(AssessmentEvent::ConflictDeclared { .. }))
        });
        let replaced = after().any(|told| !appointed(&told.event).is_empty());
        !left && !replaced && !after().any(|told| answered(&told.event))
    })
}

fn concluded_meanwhile(history: &History) -> bool {
    let concludes = matches!(history.newest().event, Event::ReportSubmitted { .. })
        || matches!(newest(history), Some(AssessmentEvent::ReviewDecided { .. }))
        || super::decides(history);
    concludes && waits(history)
}

fn decides_of_oneself(history: &History) -> bool {
    matches!(newest(history), Some(AssessmentEvent::RecusalDecided { number, .. })
        if asked_about(history, *number) == Some(history.newest().by.id))
}

rows! {
    "SEQ-3", "评估办法 12", "who withdrew is not appointed again", comes_back;
    "SEQ-3", "评估办法 12", "who withdraws was appointed", withdraws_from_nothing;
    "SEQ-3", "评估办法 12", "nothing is concluded while a party's request that somebody withdraw waits", concluded_meanwhile;
    "SEQ-3", "评估办法 12", "nobody decides whether they withdraw themselves", decides_of_oneself;
}
