//! Vetoes of an assessment by points: what they rest on, and that none waits when it is concluded.

use super::History;
use super::points::{all, concludes, newest, records};
use crate::base::ids::UserId;
use crate::event::{AssessmentEvent, Event};

fn veto_without_evidence(history: &History) -> bool {
    matches!(newest(history), Some(AssessmentEvent::VetoProposed { evidence, .. }) if evidence.is_empty())
}

fn illness_without_a_paper(history: &History) -> bool {
    let Some(AssessmentEvent::VetoProposed { code, evidence, effect_on_child, .. }) =
        newest(history)
    else {
        return false;
    };
    let pieces = records(history).into_iter().flat_map(|record| &record.evidence);
    let paper = pieces.filter(|piece| evidence.contains(&piece.number)).any(|piece| {
        piece.paper.is_some_and(|number| {
            history.has(|event| matches!(event, Event::PaperVerified { number: seen, .. } if *seen == number))
        })
    });
    code == "V6" && !(paper && effect_on_child.is_some())
}

fn proposers(history: &History, wanted: &str) -> usize {
    let mut by: Vec<UserId> = all(history)
        .filter(|(_, event)| {
            matches!(event, AssessmentEvent::VetoProposed { code, .. } if code == wanted)
        })
        .map(|(by, _)| by)
        .collect();
    by.sort();
    by.dedup();
    by.len()
}

fn grave_on_the_word_of_one(history: &History) -> bool {
    let Some(AssessmentEvent::VetoDecided { number: decided, confirmed: true, .. }) =
        newest(history)
    else {
        return false;
    };
    let is_ninth = all(history).any(|(_, event)| {
        matches!(event, AssessmentEvent::VetoProposed { number, code, .. } if number == decided && code == "V9")
    });
    is_ninth && proposers(history, "V9") < 2
}

fn veto_waits(history: &History) -> bool {
    let count = |holds: fn(&AssessmentEvent) -> bool| {
        all(history).filter(|(_, event)| holds(event)).count()
    };
    let proposed = count(|event| matches!(event, AssessmentEvent::VetoProposed { .. }));
    let decided = count(|event| matches!(event, AssessmentEvent::VetoDecided { .. }));
    concludes(history).is_some() && proposed > decided
}

rows! {
    "SEQ-3", "评估办法 11", "a veto rests on evidence", veto_without_evidence;
    "SEQ-3", "评估办法 11(6)", "an illness rests on a verified paper and its effect", illness_without_a_paper;
    "SEQ-3", "评估办法 11(9)", "other grave conduct is proposed by two", grave_on_the_word_of_one;
    "SEQ-3", "评估办法 11", "no veto waits when a report is made", veto_waits;
}
