//! What time alone brought, and what a change of the calendar did.

use chrono::NaiveDate;

use crate::base::deadline_kind::DeadlineKind;
use crate::case::Case;
use crate::case::time::{NotedEnd, NotedMove};
use crate::event::{Entry, Event};

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
