//! 期限: which clocks run in a case, until when, and how that was computed.

use super::deadline::{Deadline, DeadlineState};
use crate::base::deadline_kind::DeadlineKind;
use chrono::NaiveDate;

use super::clock::{Clock, Length};
use super::periods::{last_day, nth_day};
use super::working;
use crate::base::calendar::Calendar;
use crate::base::office_rules::OfficeRules;
use crate::base::pause::{Pause, PauseReason};
use crate::base::stage::Stage;
use crate::case::assessment::after::Review;
use crate::case::{Case, PublicNotice};
use crate::law::assessment::consent_complete_on;
use crate::law::notice::NOTICE_DAYS;

/// Every clock of a case whose review takes so many days, where its review has a term.
pub fn deadlines(
    case: &Case,
    review_days: Option<u32>,
    calendar: &Calendar,
    rules: &OfficeRules,
) -> Vec<Deadline> {
    let mut clocks = Vec::new();
    clocks.extend(review_days.and_then(|days| review(case, days, calendar)));
    clocks.extend(notice(case));
    clocks.extend(assessment(case, rules));
    clocks.extend(integration(case, rules));
    clocks.extend(report_validity(case, rules));
    clocks.extend(assessment_reviews(case, rules));
    clocks.extend(after_registration(case, rules));
    clocks.into_iter().map(|clock| deadline(&clock, case, calendar)).collect()
}

/// The clock of a case, computed. One that was met is judged by the calendar as it was known then:
/// it stays as it was.
fn deadline(clock: &Clock, case: &Case, calendar: &Calendar) -> Deadline {
    let last_move = case.time.last_move(clock.kind, clock.number);
    let calendar = match clock.met_on {
        Some(day) => &calendar.known_on(day, last_move),
        None => calendar,
    };
    let end = clock.end(calendar);
    let working_days_due_on = clock.working_days_end(calendar);
    let state = match (&end, clock.met_on) {
        (_, Some(_)) => DeadlineState::Met,
        (Ok(_), None) => DeadlineState::Running,
        (Err(_), None) => DeadlineState::StandsStill,
    };
    Deadline {
        kind: clock.kind,
        number: clock.number,
        started_on: clock.started_on,
        due_on: end.as_ref().ok().map(|end| end.due_on),
        remaining: end.as_ref().err().copied(),
        pauses: clock.pauses.clone(),
        state,
        met_on: clock.met_on,
        moved_by: end.as_ref().map(|end| end.moved_by.clone()).unwrap_or_default(),
        working_days_due_on,
        working: working::steps(clock, &end, working_days_due_on),
    }
}

/// Days of review (登记办法 art. 8(1)).
pub const REVIEW_DAYS: u32 = 30;

/// The day the case left the hands of those who decide: it was registered, concluded or ended
/// otherwise.
fn decided_on(case: &Case) -> Option<NaiveDate> {
    if case.stage.is_before_registration() {
        return None;
    }
    let registered_on = case.registration.as_ref().map(|registration| registration.on);
    let ended_on = case.ending.as_ref().map(|ending| ending.on());
    registered_on.or_else(|| concluded_on(case)).or(ended_on).or(Some(case.last_on))
}

/// The day a later procedure was concluded.
fn concluded_on(case: &Case) -> Option<NaiveDate> {
    Some(case.later.as_deref()?.outcome.as_ref()?.on)
}

/// The stretches that do not count in the review clock: the notice, and the assessment from the
/// day after the applicants' consent to the day the report is filed (SEQ-12).
pub fn review_pauses(case: &Case, calendar: &Calendar) -> Vec<Pause> {
    let mut pauses = case.past_pauses.clone();
    pauses.extend(notice_pause(case, calendar));
    pauses.extend(assessment_pause(case));
    pauses.sort();
    pauses
}

/// The stretch of the notice that stands, to its end by this calendar.
pub fn notice_pause(case: &Case, calendar: &Calendar) -> Option<Pause> {
    let last = deadline(&notice(case)?, case, calendar).due_on;
    let published = case.notice.as_ref()?;
    Some(Pause { last, ..published_pause(published) })
}

/// The stretch of a notice as it was published.
pub fn published_pause(notice: &PublicNotice) -> Pause {
    Pause {
        first: nth_day(notice.published_on, 1),
        last: Some(notice.last_day),
        reason: PauseReason::Notice,
    }
}

/// The stretch of the assessment that stands.
pub fn assessment_pause(case: &Case) -> Option<Pause> {
    let consented_on = consent_complete_on(case)?;
    let began_on = case.assessment.resumed_on.unwrap_or(consented_on);
    let last = case.assessment.report.as_ref().and_then(|report| report.filed_on);
    Some(Pause { first: nth_day(began_on, 1), last, reason: PauseReason::Assessment })
}

fn review(case: &Case, days: u32, calendar: &Calendar) -> Option<Clock> {
    let acceptance = case.acceptance.as_ref()?;
    let met_on = decided_on(case);
    let pauses = review_pauses(case, calendar);
    let length = Length::Days(days);
    let clock =
        Clock { pauses, ..Clock::new(DeadlineKind::Review, acceptance.complete_on, length) };
    Some(Clock { rolls: true, counts_working_days: true, met_on, ..clock })
}

fn notice(case: &Case) -> Option<Clock> {
    let notice = case.notice.as_ref()?;
    let length = Length::Days(NOTICE_DAYS);
    Some(Clock {
        rolls: true,
        // A calendar that became known since may only lengthen the notice.
        not_before: Some(notice.last_day),
        met_on: decided_on(case).or(case.proposal.as_ref().map(|proposal| proposal.on)),
        ..Clock::new(DeadlineKind::Notice, notice.published_on, length)
    })
}

fn assessment(case: &Case, rules: &OfficeRules) -> Option<Clock> {
    let start = consent_complete_on(case)?;
    let filed_on = case.assessment.report.as_ref().and_then(|report| report.filed_on);
    let met_on = filed_on.or(decided_on(case));
    let length = Length::Days(rules.assessment_days);
    Some(Clock { rolls: true, met_on, ..Clock::new(DeadlineKind::Assessment, start, length) })
}

fn integration(case: &Case, rules: &OfficeRules) -> Option<Clock> {
    let integration = case.assessment.integration?;
    let met_on = integration.ended_on.or(decided_on(case));
    let length = Length::Days(rules.integration_days);
    let clock = Clock::new(DeadlineKind::Integration, integration.started_on, length);
    Some(Clock { met_on, ..clock })
}

/// A report counts until the end of its validity; a proposal, an approval and a registration after it
/// need a new one.
fn report_validity(case: &Case, rules: &OfficeRules) -> Option<Clock> {
    let report = case.assessment.report.as_ref()?;
    let length = Length::Months(rules.report_valid_months);
    let clock = Clock::new(DeadlineKind::ReportValidity, report.on, length);
    Some(Clock { met_on: decided_on(case), ..clock })
}

/// Each review of the assessment, by its number, from the day it was asked for to its decision.
fn assessment_reviews(case: &Case, rules: &OfficeRules) -> Vec<Clock> {
    let length = Length::WorkingDays(rules.assessment_work.review_answer_days);
    let clock = |(number, review): (u32, &Review)| {
        let decided = review.decision.as_ref().map(|decision| decision.on);
        let met_on = decided.or(decided_on(case));
        let clock = Clock::new(DeadlineKind::AssessmentReview, review.requested_on, length);
        Clock { number, met_on, ..clock }
    };
    (1..).zip(&case.assessment.reviews).map(clock).collect()
}

fn after_registration(case: &Case, rules: &OfficeRules) -> Vec<Clock> {
    let Some(registration) = &case.registration else {
        return archive_of_a_later_case(case, rules).into_iter().collect();
    };
    let start = registration.on;
    let issued_on = case.issue.as_ref().map(|issue| issue.on);
    let archived_on = case.archive.as_ref().map(|archive| archive.on);
    let issue = Clock::new(DeadlineKind::Issue, start, Length::Until(start));
    let archive = Clock::new(DeadlineKind::Archive, start, Length::Days(rules.archive_days));
    let mut all = vec![
        Clock { met_on: issued_on, ..issue },
        Clock { rolls: true, met_on: archived_on, ..archive },
    ];
    let closed_on = (case.stage == Stage::Closed).then_some(case.last_on);
    all.extend(case.visits.iter().map(|visit| {
        let made_on = visit.made.as_ref().map(|made| made.on);
        let length = Length::Until(visit.due_on);
        let clock = Clock::new(DeadlineKind::FollowUp, start, length);
        Clock { number: visit.number, met_on: made_on.or(closed_on), ..clock }
    }));
    all
}

/// A later procedure is archived like a formation, from the day it was concluded.
fn archive_of_a_later_case(case: &Case, rules: &OfficeRules) -> Option<Clock> {
    let archived_on = case.archive.as_ref().map(|archive| archive.on);
    let length = Length::Days(rules.archive_days);
    let clock = Clock::new(DeadlineKind::Archive, concluded_on(case)?, length);
    Some(Clock { rolls: true, met_on: archived_on, ..clock })
}

/// The last day of a notice, computed when it is published.
pub fn notice_last_day(published_on: NaiveDate, calendar: &Calendar) -> NaiveDate {
    last_day(published_on, NOTICE_DAYS, calendar)
}
