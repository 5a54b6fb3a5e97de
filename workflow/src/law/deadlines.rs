//! 期限: which clocks run in a case, until when, and how that was computed.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::assessment::consent_complete_on;
use super::calendar::Calendar;
use super::notice::NOTICE_DAYS;
use super::office_rules::OfficeRules;
use super::periods::{Pause, PausedEnd, last_day, nth_day, paused_end};
use crate::case::Case;
use crate::procedures::has_review_term;
use crate::stage::Stage;

/// What must be done, or has run, by a day.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineKind {
    /// 审查期限三十日 (登记办法 art. 8(1))
    Review,
    /// 公告六十日 (登记办法 art. 8(2))
    Notice,
    /// 评估期限 (评估办法 art. 10)
    Assessment,
    /// 融合期 (评估办法 art. 8)
    Integration,
    /// 颁证, on the day of registration (规范 art. 19)
    Issue,
    /// 归档期限 (档案办法 art. 6)
    Archive,
    /// 回访
    FollowUp,
}

impl DeadlineKind {
    /// The waiting periods: when they have run, something becomes possible, and nothing is overdue.
    /// By the last day of every other clock somebody must have done something.
    pub const WAITING: [DeadlineKind; 2] = [DeadlineKind::Notice, DeadlineKind::Integration];

    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        match self {
            DeadlineKind::Review => "review",
            DeadlineKind::Notice => "notice",
            DeadlineKind::Assessment => "assessment",
            DeadlineKind::Integration => "integration",
            DeadlineKind::Issue => "issue",
            DeadlineKind::Archive => "archive",
            DeadlineKind::FollowUp => "follow_up",
        }
    }
}

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    /// Whether rest days moved its end (民法典 art. 203).
    pub moved_by_rest_days: bool,
}

/// Every clock of the case.
pub fn deadlines(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Vec<Deadline> {
    let mut all = Vec::new();
    all.extend(review(case, calendar));
    all.extend(notice(case));
    all.extend(assessment(case, calendar, rules));
    all.extend(integration(case, rules));
    all.extend(after_registration(case, calendar, rules));
    all
}

/// The stretches that do not count in the review clock: the notice, and the assessment from the
/// day after the applicants' consent to the day the report is filed (SEQ-12).
pub fn review_pauses(case: &Case) -> Vec<Pause> {
    let mut pauses = case.past_pauses.clone();
    pauses.extend(notice_pause(case));
    pauses.extend(assessment_pause(case));
    pauses.sort();
    pauses
}

/// The stretch of the notice that stands.
pub fn notice_pause(case: &Case) -> Option<Pause> {
    let notice = case.notice.as_ref()?;
    Some(Pause { first: nth_day(notice.published_on, 1), last: Some(notice.last_day) })
}

/// The stretch of the assessment that stands.
pub fn assessment_pause(case: &Case) -> Option<Pause> {
    let consented_on = consent_complete_on(case)?;
    let filed_on = case.assessment.report.as_ref().and_then(|report| report.filed_on);
    Some(Pause { first: nth_day(consented_on, 1), last: filed_on })
}

fn state(met: bool) -> DeadlineState {
    if met { DeadlineState::Met } else { DeadlineState::Running }
}

fn review(case: &Case, calendar: &Calendar) -> Option<Deadline> {
    if !has_review_term(case.procedure) {
        return None;
    }
    let acceptance = case.acceptance.as_ref()?;
    let pauses = review_pauses(case);
    let met = !case.stage.is_before_registration();
    let deadline = Deadline {
        kind: DeadlineKind::Review,
        number: 0,
        started_on: acceptance.complete_on,
        due_on: None,
        remaining: None,
        pauses: pauses.clone(),
        state: state(met),
        moved_by_rest_days: false,
    };
    Some(match paused_end(acceptance.complete_on, REVIEW_DAYS, &pauses, calendar) {
        PausedEnd::Due(day) => {
            let moved = !counts_as_last_day(acceptance.complete_on, &pauses, day);
            Deadline { due_on: Some(day), moved_by_rest_days: moved, ..deadline }
        }
        PausedEnd::StandsStill { remaining } if !met => {
            Deadline { remaining: Some(remaining), state: DeadlineState::StandsStill, ..deadline }
        }
        PausedEnd::StandsStill { remaining } => Deadline { remaining: Some(remaining), ..deadline },
    })
}

/// Whether a day is the thirtieth counted day itself, so that no rest day moved the end.
fn counts_as_last_day(start: NaiveDate, pauses: &[Pause], day: NaiveDate) -> bool {
    let counted = start
        .iter_days()
        .skip(1)
        .take_while(|counted| *counted <= day)
        .filter(|counted| !pauses.iter().any(|pause| pause.covers(*counted)))
        .count();
    counted == REVIEW_DAYS as usize
}

/// Days of review (登记办法 art. 8(1)).
pub const REVIEW_DAYS: u32 = 30;

fn notice(case: &Case) -> Option<Deadline> {
    let notice = case.notice.as_ref()?;
    let plain = nth_day(notice.published_on, NOTICE_DAYS);
    let met = !case.stage.is_before_registration() || case.proposal.is_some();
    Some(fixed(DeadlineKind::Notice, 0, notice.published_on, notice.last_day, plain, met))
}

fn assessment(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Option<Deadline> {
    let start = consent_complete_on(case)?;
    let due = last_day(start, rules.assessment_days, calendar);
    let filed = case.assessment.report.as_ref().is_some_and(|report| report.filed_on.is_some());
    let met = filed || !case.stage.is_before_registration();
    let plain = nth_day(start, rules.assessment_days);
    Some(fixed(DeadlineKind::Assessment, 0, start, due, plain, met))
}

fn integration(case: &Case, rules: &OfficeRules) -> Option<Deadline> {
    let integration = case.assessment.integration?;
    let due = nth_day(integration.started_on, rules.integration_days);
    let met = integration.ended_on.is_some() || !case.stage.is_before_registration();
    Some(fixed(DeadlineKind::Integration, 0, integration.started_on, due, due, met))
}

fn after_registration(case: &Case, calendar: &Calendar, rules: &OfficeRules) -> Vec<Deadline> {
    let Some(registration) = &case.registration else {
        return archive_of_a_later_case(case, calendar, rules).into_iter().collect();
    };
    let start = registration.on;
    let archive_due = last_day(start, rules.archive_days, calendar);
    let archive_plain = nth_day(start, rules.archive_days);
    let mut all = vec![
        fixed(DeadlineKind::Issue, 0, start, start, start, case.issue.is_some()),
        fixed(DeadlineKind::Archive, 0, start, archive_due, archive_plain, case.archive.is_some()),
    ];
    all.extend(case.visits.iter().map(|visit| {
        let met = visit.made.is_some() || case.stage == Stage::Closed;
        fixed(DeadlineKind::FollowUp, visit.number, start, visit.due_on, visit.due_on, met)
    }));
    all
}

/// A later procedure is archived like a formation, from the day it was concluded.
fn archive_of_a_later_case(
    case: &Case,
    calendar: &Calendar,
    rules: &OfficeRules,
) -> Option<Deadline> {
    let start = case.later.as_deref()?.outcome.as_ref()?.on;
    let due = last_day(start, rules.archive_days, calendar);
    let plain = nth_day(start, rules.archive_days);
    Some(fixed(DeadlineKind::Archive, 0, start, due, plain, case.archive.is_some()))
}

fn fixed(
    kind: DeadlineKind,
    number: u32,
    started_on: NaiveDate,
    due_on: NaiveDate,
    plain: NaiveDate,
    met: bool,
) -> Deadline {
    Deadline {
        kind,
        number,
        started_on,
        due_on: Some(due_on),
        remaining: None,
        pauses: Vec::new(),
        state: state(met),
        moved_by_rest_days: plain != due_on,
    }
}

/// The last day of a notice, computed once when it is published.
pub fn notice_last_day(published_on: NaiveDate, calendar: &Calendar) -> NaiveDate {
    last_day(published_on, NOTICE_DAYS, calendar)
}
