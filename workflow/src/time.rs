//! What happens without anybody: a period ends, a last day passes, a calendar moves an end.
//!
//! Nothing here moves what a person must decide. Each end is written down once, and each change of
//! the calendar once, however often it is asked.

use chrono::NaiveDate;

use crate::base::calendar::Calendar;
use crate::base::deadline_kind::DeadlineKind;
use crate::base::office_rules::OfficeRules;
use crate::case::Case;
use crate::case::time::{BecameOverdue, DeadlinesMoved, Move, PeriodEnded, PeriodOutcome};
use crate::event::Event;
use crate::law::notice::no_claim;
use crate::law::time::deadline::{Deadline, DeadlineState};
use crate::procedures::deadlines;

/// Whether the end of a clock, once it has passed, is still to be written down.
pub fn end_is_to_be_noted(case: &Case, clock: &Deadline) -> bool {
    let Some(last_day) = clock.due_on else {
        return false;
    };
    if case.time.has_end(clock.kind, clock.number, last_day) {
        return false;
    }
    // That the parents count as not found is so even where somebody proposed before it was noted.
    let runs_out_by_itself =
        clock.kind == DeadlineKind::Notice && case.stage.is_before_registration();
    clock.state == DeadlineState::Running || runs_out_by_itself
}

/// What the days up to `today` brought: every end that passed and was not written down yet. A notice
/// with a claim that is open or was found good has no outcome, so it waits.
pub fn what_passed(
    case: &Case,
    calendar: &Calendar,
    rules: &OfficeRules,
    today: NaiveDate,
) -> Vec<Event> {
    let passed = |clock: &Deadline| clock.due_on.is_some_and(|last_day| last_day < today);
    let clocks = deadlines(case, calendar, rules).into_iter();
    clocks
        .filter(|clock| passed(clock) && end_is_to_be_noted(case, clock))
        .filter_map(|clock| what_follows(case, &clock))
        .collect()
}

fn what_follows(case: &Case, clock: &Deadline) -> Option<Event> {
    let (kind, number, last_day) = (clock.kind, clock.number, clock.due_on?);
    let ended =
        |outcome| Event::PeriodEnded(PeriodEnded { clock: kind, number, last_day, outcome });
    match kind {
        DeadlineKind::Notice => {
            no_claim(case).is_none().then(|| ended(PeriodOutcome::ParentsNotFound))
        }
        DeadlineKind::Integration => Some(ended(PeriodOutcome::IntegrationComplete)),
        DeadlineKind::ReportValidity => Some(ended(PeriodOutcome::ReportLapsed)),
        DeadlineKind::Review
        | DeadlineKind::Assessment
        | DeadlineKind::AssessmentReview
        | DeadlineKind::Issue
        | DeadlineKind::Archive
        | DeadlineKind::FollowUp => {
            Some(Event::BecameOverdue(BecameOverdue { clock: kind, number, last_day }))
        }
    }
}

/// What a change of the calendar does to the open clocks of a case; none if it moves no end, or if it
/// was written down before.
pub fn what_moved(
    case: &Case,
    calendar: &Calendar,
    rules: &OfficeRules,
    change: u32,
) -> Option<Event> {
    let (how, edition) = calendar.change(change)?;
    if case.time.has_change(change) {
        return None;
    }
    let before = deadlines(case, &calendar.after(change.checked_sub(1)?), rules);
    let after = deadlines(case, &calendar.after(change), rules);
    let is_open = |clock: &Deadline| clock.state != DeadlineState::Met;
    let moves: Vec<Move> = after
        .into_iter()
        .filter(is_open)
        .filter_map(|now| {
            let same = |was: &&Deadline| (was.kind, was.number) == (now.kind, now.number);
            let from = before.iter().find(same)?.due_on?;
            let to = now.due_on.filter(|to| *to != from)?;
            let because = now.moved_by;
            Some(Move { clock: now.kind, number: now.number, from, to, because })
        })
        .collect();
    (!moves.is_empty()).then(|| {
        Event::DeadlinesMoved(DeadlinesMoved {
            change,
            how,
            year: edition.year,
            source: edition.source.clone(),
            moves,
        })
    })
}
