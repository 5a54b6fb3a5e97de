//! Deadlines of all cases: what approaches, is due today or has passed, by person and for the office.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::base::deadline_kind::DeadlineKind;
use workflow::law::time::calendar::CalendarWarning;
use workflow::{CaseId, UserId};

use super::ledger::{LARGEST_PAGE, whose};
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::cases::deadlines::{self, Counts, DeadlineQuestion, Due, Nearness};
use crate::store::office::{self, calendar};

/// The operation on all deadlines together.
pub struct Deadlines;

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum DeadlineNearness {
    /// Its last day was before today.
    Overdue,
    /// Its last day is today, until 24:00.
    Due,
    /// Its last day comes soon.
    Approaching,
}

impl From<Nearness> for DeadlineNearness {
    fn from(nearness: Nearness) -> DeadlineNearness {
        match nearness {
            Nearness::Overdue => DeadlineNearness::Overdue,
            Nearness::Due => DeadlineNearness::Due,
            Nearness::Approaching => DeadlineNearness::Approaching,
        }
    }
}

impl From<DeadlineNearness> for Nearness {
    fn from(nearness: DeadlineNearness) -> Nearness {
        match nearness {
            DeadlineNearness::Overdue => Nearness::Overdue,
            DeadlineNearness::Due => Nearness::Due,
            DeadlineNearness::Approaching => Nearness::Approaching,
        }
    }
}

/// A running deadline.
#[derive(Debug, Serialize, JsonSchema)]
struct DeadlineLine {
    /// The case.
    case_id: CaseId,
    /// 办件编号
    number: String,
    /// Which clock.
    #[schemars(with = "DeadlineKind")]
    kind: &'static str,
    /// Its last day.
    due_on: NaiveDate,
    /// Who answers for it.
    person: UserId,
    /// How near it is.
    nearness: DeadlineNearness,
}

impl DeadlineLine {
    fn of(due: Due, today: NaiveDate) -> DeadlineLine {
        let Due { case_id, number, kind, due_on, person } = due;
        let nearness = Nearness::of(due_on, today).into();
        DeadlineLine { case_id, number, kind: kind.word(), due_on, person, nearness }
    }
}

/// How many deadlines of those asked for are how near. Each is counted to 100 and no further: where more
/// are there, the number is 100 and `more_…` beside it is true, to be shown as “100+”.
#[derive(Debug, Serialize, JsonSchema)]
struct DeadlineCounts {
    /// Passed, 0 to 100.
    overdue: u64,
    /// Whether more than 100 have passed.
    more_overdue: bool,
    /// Due today, 0 to 100.
    due: u64,
    /// Whether more than 100 are due today.
    more_due: bool,
    /// Coming soon, 0 to 100.
    approaching: u64,
    /// Whether more than 100 come soon.
    more_approaching: bool,
}

impl From<Counts> for DeadlineCounts {
    fn from(counts: Counts) -> DeadlineCounts {
        let Counts { overdue, due, approaching } = counts;
        DeadlineCounts {
            overdue: overdue.number,
            more_overdue: overdue.more,
            due: due.number,
            more_due: due.more,
            approaching: approaching.number,
            more_approaching: approaching.more,
        }
    }
}

/// The deadlines that are near, and how far their calendar can be relied on.
#[derive(Debug, Serialize, JsonSchema)]
struct DeadlinesAnswer {
    /// Most urgent first.
    deadlines: Vec<DeadlineLine>,
    /// All that the reader may see of the persons asked for, whatever the list shows.
    counts: DeadlineCounts,
    /// Years whose calendar is missing or provisional.
    warnings: Vec<CalendarWarning>,
}

#[OpenApi(prefix_path = "/v1/deadlines", tag = "Group::Cases")]
impl Deadlines {
    /// Deadlines that approach, are due today, or have passed, most urgent first
    #[oai(path = "/", method = "get", operation_id = "list_deadlines")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// Only deadlines this person answers for; to one's own belong those of officers one stands
        /// in for
        person: Query<Option<Uuid>>,
        /// Only `overdue`, `due` or `approaching` ones
        nearness: Query<Option<Word<DeadlineNearness>>>,
    ) -> Result<Output<DeadlinesAnswer>, Problem> {
        let reader = service.app.store.reader();
        let profile = office::load(reader).await?;
        let today = profile.today();
        let soon = Days::new(u64::from(profile.rules.approaching_days));
        let question = DeadlineQuestion {
            scope: caller.asker().scope(),
            persons: whose(&caller, person.0),
            today,
            until: today.checked_add_days(soon).unwrap_or(today),
        };
        let near = nearness.0.map(|word| Nearness::from(word.0));
        let due = deadlines::due(reader, &question, near, LARGEST_PAGE).await?;
        Ok(Output::new(DeadlinesAnswer {
            deadlines: due.into_iter().map(|due| DeadlineLine::of(due, today)).collect(),
            counts: deadlines::counts(reader, &question).await?.into(),
            warnings: calendar::in_force(reader).await?.warnings(today),
        }))
    }
}
