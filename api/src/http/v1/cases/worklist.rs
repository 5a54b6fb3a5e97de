//! The worklist: what is next in each case, why, and for whom it waits, in the order of legal urgency.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Query};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::law::time::periods::nth_working_day;
use workflow::next::{WaitsFor, title, why};
use workflow::{Act, Message, Role, UserId};

use super::ledger::{LARGEST_PAGE, LedgerLine, unknown_word};
use crate::http::answer::Problem;
use crate::http::answer::output::Output;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1;
use crate::store::cases::deadlines::Count;
use crate::store::cases::worklist::{self, Group, WorkLine, WorkQuestion};
use crate::store::office::{self, calendar};
use crate::store::people;

/// Rows of a group where the request does not say.
const ROWS: u64 = 50;
/// Within so many working days a deadline counts as near.
const NEAR: u32 = 3;

/// The operation on the work of the day.
pub struct Worklist;

/// A group of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum WorkGroup {
    /// The last day of a deadline has passed.
    Overdue,
    /// The last day of a deadline comes within three working days.
    Soon,
    /// The other cases in hand, of the reader and of those they stand in for.
    Mine,
    /// The other cases in hand, of others.
    Others,
    /// The leader is next: told to leaders.
    WaitingForLeader,
    /// An incident is open.
    Incidents,
    /// Issued, and the volume is not closed.
    ToFile,
    /// The volume is out for reading.
    Loans,
}

impl WorkGroup {
    const ALL: [WorkGroup; 8] = [
        WorkGroup::Overdue,
        WorkGroup::Soon,
        WorkGroup::Mine,
        WorkGroup::Others,
        WorkGroup::WaitingForLeader,
        WorkGroup::Incidents,
        WorkGroup::ToFile,
        WorkGroup::Loans,
    ];

    fn stored(self) -> Group {
        match self {
            WorkGroup::Overdue => Group::Overdue,
            WorkGroup::Soon => Group::Soon,
            WorkGroup::Mine => Group::Mine,
            WorkGroup::Others => Group::Others,
            WorkGroup::WaitingForLeader => Group::Leader,
            WorkGroup::Incidents => Group::Incidents,
            WorkGroup::ToFile => Group::ToFile,
            WorkGroup::Loans => Group::Loans,
        }
    }
}

/// The work of the day.
#[derive(Debug, Serialize, JsonSchema)]
struct WorklistAnswer {
    /// The legal day.
    today: NaiveDate,
    /// The third working day from it, up to which a deadline counts as near.
    soon_until: NaiveDate,
    /// The groups the reader has, in the order of urgency. A case stands in one of `overdue`, `soon`, `mine`
    /// and `others` at most.
    groups: Vec<WorkGroupAnswer>,
}

/// A group with its lines.
#[derive(Debug, Serialize, JsonSchema)]
struct WorkGroupAnswer {
    /// Which.
    group: WorkGroup,
    /// How many cases it has, 0 to 100.
    count: u64,
    /// Whether there are more than 100, to be shown as “100+”.
    more: bool,
    /// Its lines, most urgent first. Of `others` none, unless that group is asked for.
    rows: Vec<WorkRow>,
}

/// A case and what is next in it.
#[derive(Debug, Serialize, JsonSchema)]
struct WorkRow {
    /// The case as the ledger shows it.
    case: LedgerLine,
    /// Whether the reader, or somebody they stand in for, is the officer.
    is_mine: bool,
    /// The deadline that ends next.
    clock: Option<WorkClock>,
    /// What is next.
    next: WorkStep,
    /// For whom the case waits on this day.
    waits_for: WaitsFor,
}

/// A clock in one line.
#[derive(Debug, Serialize, JsonSchema)]
struct WorkClock {
    /// Which clock.
    kind: &'static str,
    /// Its name.
    title: Message,
    /// Its last day.
    due_on: NaiveDate,
    /// How many days are left; below 0 it has passed.
    days_left: i64,
}

/// What is next.
#[derive(Debug, Serialize, JsonSchema)]
struct WorkStep {
    /// The act; none where no one act is.
    act: Option<Act>,
    /// Its name.
    title: Option<Message>,
    /// Why.
    why: Message,
    /// Where days alone are waited for: the first day on which they have passed.
    ready_on: Option<NaiveDate>,
}

impl WorkRow {
    fn of(
        found: WorkLine,
        officers: &BTreeMap<UserId, String>,
        question: &WorkQuestion,
    ) -> WorkRow {
        let today = question.today;
        let clock = found.line.next_deadline.map(|(kind, due_on)| WorkClock {
            kind: kind.word(),
            title: kind.printed(),
            due_on,
            days_left: (due_on - today).num_days(),
        });
        let waits = found.waits_for == WaitsFor::Time;
        let over = found.ready_on.is_some_and(|ready_on| ready_on <= today);
        WorkRow {
            is_mine: question.mine.contains(&found.line.officer),
            clock,
            next: WorkStep {
                act: found.act,
                title: found.act.map(title),
                why: why(&found.why).unwrap_or_else(|| Message::new("", "")),
                ready_on: found.ready_on.filter(|_| !over),
            },
            // What only time was waited for is the office's turn as soon as that has passed.
            waits_for: if waits && over { WaitsFor::Us } else { found.waits_for },
            case: LedgerLine::of(found.line, officers),
        }
    }
}

#[OpenApi(prefix_path = "/v1", tag = "v1::Group::Cases")]
impl Worklist {
    /// What is next in each case, why, and for whom it waits, most urgent first
    #[oai(path = "/worklist", method = "get", operation_id = "read_worklist")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// Only this group, with its lines: `overdue`, `soon`, `mine`, `others`, `waiting_for_leader`,
        /// `incidents`, `to_file` or `loans`
        group: Query<Option<Word<WorkGroup>>>,
        /// Lines of a group, 1 to 200
        limit: Query<Option<u64>>,
    ) -> Result<Output<WorklistAnswer>, Problem> {
        let only = group.0.map(|Word(group)| group);
        let limit = limit.0.unwrap_or(ROWS);
        if !(1..=LARGEST_PAGE).contains(&limit) {
            return Err(unknown_word("limit"));
        }
        let reader = service.app.store.reader();
        let today = office::load(reader).await?.today();
        let calendar = calendar::in_force(reader).await?;
        let question = WorkQuestion {
            scope: caller.asker().scope(),
            mine: caller.person().acts_for(),
            today,
            soon: nth_working_day(today, NEAR, &[], &calendar).unwrap_or(today),
        };
        let leads = caller.asker().roles.contains(&Role::Leader);
        let told = WorkGroup::ALL.into_iter().filter(|group| {
            only.is_none_or(|only| only == *group)
                && (leads || *group != WorkGroup::WaitingForLeader)
        });
        let told: Vec<WorkGroup> = told.collect();
        let stored: Vec<Group> = told.iter().map(|group| group.stored()).collect();
        let counts = worklist::counts(reader, &question, &stored).await?;
        let mut groups = Vec::new();
        for (group, Count { number, more }) in told.into_iter().zip(counts) {
            let folded = group == WorkGroup::Others && only.is_none();
            let lines = if folded || number == 0 {
                Vec::new()
            } else {
                worklist::lines(reader, &question, group.stored(), limit).await?
            };
            let officers = people::names(reader, lines.iter().map(|one| one.line.officer)).await?;
            let rows = lines.into_iter().map(|one| WorkRow::of(one, &officers, &question));
            groups.push(WorkGroupAnswer { group, count: number, more, rows: rows.collect() });
        }
        Ok(Output::new(WorklistAnswer { today, soon_until: question.soon, groups }))
    }
}
