//! 期限: which clocks run in a case, until when, and how that was computed.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::clock::{Clock, Length};
use super::periods::{last_day, nth_day};
use crate::base::calendar::{Calendar, RestDay};
pub use crate::base::deadline_kind::DeadlineKind;
use crate::base::message::Message;
use crate::base::office_rules::OfficeRules;
use crate::base::pause::{Pause, PauseReason};
use crate::base::stage::Stage;
use crate::case::{Case, PublicNotice};
use crate::law::assessment::consent_complete_on;
use crate::law::notice::NOTICE_DAYS;
use crate::procedures::has_review_term;

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    /// It runs.
    Running,
    /// It stands still.
    StandsStill,
    /// What it waited for was done, or the case ended.
    Met,
}

impl DeadlineState {
    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        match self {
            DeadlineState::Running => "running",
            DeadlineState::StandsStill => "stands_still",
            DeadlineState::Met => "met",
        }
    }
}

/// One clock of a case with its working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Deadline {
    /// Which clock.
    pub kind: DeadlineKind,
    /// Distinguishes clocks of one kind, such as the visits; 0 where there is one.
    pub number: u32,
    /// The day from which it counts; that day itself is not counted (民法典 art. 201).
    pub started_on: NaiveDate,
    /// Its last day, until 24:00; absent while it stands still.
    pub due_on: Option<NaiveDate>,
    /// Days left while it stands still.
    pub remaining: Option<u32>,
    /// Stretches in which it stood still.
    pub pauses: Vec<Pause>,
    /// How it stands.
    pub state: DeadlineState,
    /// The day it was met. It is judged by the calendar that was known then, whatever came after.
    pub met_on: Option<NaiveDate>,
    /// The rest days that moved its end (民法典 art. 203); empty where none did.
    pub moved_by: Vec<RestDay>,
    /// The day the same number of working days would end, where catalogues print them. Information
    /// only: the day in `due_on` binds.
    pub working_days_due_on: Option<NaiveDate>,
    /// How the end was computed, step by step.
    pub working: Vec<Message>,
}

/// Every clock of the case.
pub fn deadlines(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Vec<Deadline> {
    let mut clocks = Vec::new();
    clocks.extend(review(case, calendar));
    clocks.extend(notice(case));
    clocks.extend(assessment(case, rules));
    clocks.extend(integration(case, rules));
    clocks.extend(report_validity(case, rules));
    clocks.extend(after_registration(case, rules));
    clocks.into_iter().map(|clock| clock.deadline(case, calendar)).collect()
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
    let last = notice(case)?.deadline(case, calendar).due_on;
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

fn review(case: &Case, calendar: &Calendar) -> Option<Clock> {
    if !has_review_term(case.procedure) {
        return None;
    }
    let acceptance = case.acceptance.as_ref()?;
    let met_on = decided_on(case);
    let pauses = review_pauses(case, calendar);
    let length = Length::Days(REVIEW_DAYS);
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
