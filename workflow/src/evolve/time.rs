//! What time alone brought, and what a change of the calendar did.

use chrono::NaiveDate;

use crate::base::calendar::ChangeKind;
use crate::base::deadline_kind::DeadlineKind;
use crate::base::message::Message;
use crate::case::Case;
use crate::case::time::{DeadlinesMoved, Move, NotedEnd, NotedMove, PeriodOutcome};
use crate::event::{Entry, Event};

use super::meaning::{Meaning, tells};

/// What these events are called. They void nothing: the gates ask the calendar themselves.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    let headline = match event {
        Event::DeadlinesMoved(moved) => of_calendar(moved),
        Event::PeriodEnded(ended) => {
            let (zh, en) = match ended.outcome {
                PeriodOutcome::ParentsNotFound => (
                    "公告期于{last_day}届满，无人认领，视为查找不到生父母",
                    "the notice ended on {last_day} unclaimed; the parents count as not found",
                ),
                PeriodOutcome::IntegrationComplete => (
                    "融合期于{last_day}届满",
                    "the days of integration were complete on {last_day}",
                ),
                PeriodOutcome::ReportLapsed => (
                    "评估报告有效期于{last_day}届满，报告失效",
                    "the report was valid until {last_day} and no longer counts",
                ),
            };
            Message::with_days(zh, en, [("last_day", ended.last_day)])
        }
        Event::BecameOverdue(overdue) => {
            let clock = overdue.clock.printed();
            Message::with_days(
                format!("{}于{{last_day}}届满，尚未办结", clock.zh),
                format!("{} ended on {{last_day}} and is overdue", clock.en),
                [("last_day", overdue.last_day)],
            )
        }
        _ => return None,
    };
    Some(tells(headline).of_time())
}

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::PeriodEnded(ended) => {
            note_end(case, (ended.clock, ended.number, ended.last_day), entry.on);
        }
        Event::BecameOverdue(overdue) => {
            note_end(case, (overdue.clock, overdue.number, overdue.last_day), entry.on);
        }
        Event::DeadlinesMoved(moved) => {
            for clock in &moved.moves {
                case.time.moves.push(NotedMove {
                    clock: clock.clock,
                    number: clock.number,
                    change: moved.change,
                });
                // A notice may only become longer.
                if let (DeadlineKind::Notice, Some(notice)) = (clock.clock, &mut case.notice) {
                    notice.last_day = notice.last_day.max(clock.to);
                }
            }
        }
        _ => {}
    }
}

fn note_end(case: &mut Case, end: (DeadlineKind, u32, NaiveDate), noted_on: NaiveDate) {
    let (clock, number, last_day) = end;
    case.time.ends.push(NotedEnd { clock, number, last_day, noted_on });
}

fn of_calendar(moved: &DeadlinesMoved) -> Message {
    let DeadlinesMoved { year, source, .. } = moved;
    let (zh, en) = match moved.how {
        ChangeKind::Imported => ("施行", "was imported"),
        ChangeKind::Withdrawn => ("撤回", "was withdrawn"),
    };
    let mut days = Vec::new();
    let moves = moved.moves.iter().enumerate();
    let (zh_lines, en_lines): (Vec<String>, Vec<String>) =
        moves.map(|(place, moved)| of_move(place, moved, &mut days)).unzip();
    Message::with_days(
        format!("{year}年节假日安排（{source}）{zh}：{}", zh_lines.join("；")),
        format!("the calendar of {year} ({source}) {en}: {}", en_lines.join("; ")),
        days.iter().map(|(name, day)| (name.as_str(), *day)),
    )
}

/// The move of one clock in both languages. Its days stand in the texts by names, and are added.
fn of_move(place: usize, moved: &Move, days: &mut Vec<(String, NaiveDate)>) -> (String, String) {
    let mut named = |name: String, day| {
        let mark = format!("{{{name}}}");
        days.push((name, day));
        mark
    };
    let clock = moved.clock.printed();
    let from = named(format!("from_{place}"), moved.from);
    let to = named(format!("to_{place}"), moved.to);
    let rest = moved.because.iter().enumerate();
    let because: Vec<String> = rest
        .map(|(number, rest)| named(format!("rest_{place}_{number}"), rest.day) + &rest.occasion)
        .collect();
    let (zh, en) = match because.as_slice() {
        [] => (String::new(), String::new()),
        days => (format!("，因{}", days.join("、")), format!(", because of {}", days.join(", "))),
    };
    (
        format!("{}由{from}改至{to}{zh}", clock.zh),
        format!("{} ends on {to} instead of {from}{en}", clock.en),
    )
}
