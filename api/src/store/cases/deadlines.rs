//! The deadlines of all cases: what approaches, is due or has passed, and whose clocks must be looked at.

use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, Func, Query};
use sea_orm::{
    ColumnTrait, Condition, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, Statement, StatementBuilder,
};
use workflow::base::deadline_kind::DeadlineKind;
use workflow::law::time::deadline::DeadlineState;
use workflow::{CaseId, UserId};

use super::entity::rows::deadline;
use super::ledger::{among, scope};
use crate::store::asker::Scope;
use crate::store::connection::statement::first_rows;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// Its last day was before today.
    Overdue,
    /// Its last day is today.
    Due,
    /// Its last day comes soon.
    Approaching,
}

impl Nearness {
    /// How near a last day is.
    pub fn of(due_on: NaiveDate, today: NaiveDate) -> Nearness {
        match due_on.cmp(&today) {
            std::cmp::Ordering::Less => Nearness::Overdue,
            std::cmp::Ordering::Equal => Nearness::Due,
            std::cmp::Ordering::Greater => Nearness::Approaching,
        }
    }
}

/// What is asked of the deadlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineQuestion {
    /// Whose view.
    pub scope: Scope,
    /// Only what these persons answer for; everybody's if empty.
    pub persons: Vec<UserId>,
    /// The legal day.
    pub today: NaiveDate,
    /// The last day that counts as near.
    pub until: NaiveDate,
}

/// Counted up to so many and no further: who reads more than that looks into the list.
pub const COUNTED: u64 = 100;

/// How many deadlines are of one nearness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// At most [`COUNTED`].
    pub number: u64,
    /// Whether there are more than that.
    pub more: bool,
}

/// How many deadlines are how near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Passed.
    pub overdue: Count,
    /// Due today.
    pub due: Count,
    /// Coming soon.
    pub approaching: Count,
}

/// A running deadline of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The case.
    pub case_id: CaseId,
    /// 办件编号
    pub number: String,
    /// Which clock.
    pub kind: DeadlineKind,
    /// Its last day.
    pub due_on: NaiveDate,
    /// Who answers for it.
    pub person: UserId,
}

impl DeadlineQuestion {
    /// The running deadlines that are so near, or that are near at all.
    fn select(&self, nearness: Option<Nearness>) -> Select<deadline::Entity> {
        let due_on = deadline::Column::DueOn;
        let today = Stored(self.today);
        let near = match nearness {
            None => Condition::all(),
            Some(Nearness::Overdue) => Condition::all().add(due_on.lt(today)),
            Some(Nearness::Due) => Condition::all().add(due_on.eq(today)),
            Some(Nearness::Approaching) => Condition::all().add(due_on.gt(today)),
        };
        let registered = deadline::Column::Registered.eq(true);
        let seen = scope(self.scope, deadline::Column::CaseId, registered);
        let persons = among(deadline::Column::Person, &self.persons);
        deadline::Entity::find()
            .filter(Condition::all().add_option(seen))
            .filter(runs())
            .filter(deadline::Column::Kind.is_not_in(DeadlineKind::WAITING.map(Stored)))
            .filter(due_on.lte(Stored(self.until)))
            .filter(near)
            .apply_if(persons, |query, these| query.filter(these))
    }
}

/// That a clock runs stands in the text, as in the indexes of the clocks that run: whether a value fits
/// them cannot be known before it is given.
fn runs() -> Expr {
    Expr::col((deadline::Entity, deadline::Column::State))
        .eq(Expr::Constant(Stored(DeadlineState::Running).into()))
}

/// Running deadlines, most urgent first.
pub async fn due(
    reader: &impl Reader,
    question: &DeadlineQuestion,
    nearness: Option<Nearness>,
    limit: u64,
) -> Result<Vec<Due>, StoreError> {
    let statement = due_statement(reader.get_database_backend(), question, nearness, limit);
    let rows = deadline::Entity::find().from_raw_sql(statement).all(reader).await?;
    let of_row = |row: deadline::Model| {
        Some(Due {
            case_id: row.case_id.0,
            number: row.case_number,
            kind: row.kind.0,
            due_on: row.due_on?.0,
            person: row.person.0,
        })
    };
    Ok(rows.into_iter().filter_map(of_row).collect())
}

pub(in crate::store) fn due_statement(
    backend: DbBackend,
    question: &DeadlineQuestion,
    nearness: Option<Nearness>,
    limit: u64,
) -> Statement {
    let query = question
        .select(nearness)
        .order_by_asc(deadline::Column::DueOn)
        .order_by_asc(deadline::Column::CaseNumber);
    first_rows(backend, query.as_query(), limit)
}

/// How many there are of each, whatever the list shows.
pub async fn counts(
    reader: &impl Reader,
    question: &DeadlineQuestion,
) -> Result<Counts, StoreError> {
    let statement = counts_statement(reader.get_database_backend(), question);
    let counted = Counted::find_by_statement(statement).one(reader).await?;
    let Counted { overdue, due, approaching } =
        counted.ok_or_else(|| StoreError::Damaged("the deadlines cannot be counted".to_owned()))?;
    let count = |found: i64| {
        let found = u64::try_from(found).unwrap_or_default();
        Count { number: Ord::min(found, COUNTED), more: found > COUNTED }
    };
    Ok(Counts { overdue: count(overdue), due: count(due), approaching: count(approaching) })
}

#[derive(FromQueryResult)]
struct Counted {
    overdue: i64,
    due: i64,
    approaching: i64,
}

/// Asks for all three at once; each is counted to one beyond the last number that is told.
pub(in crate::store) fn counts_statement(
    backend: DbBackend,
    question: &DeadlineQuestion,
) -> Statement {
    let count = |nearness| {
        let near = question.select(Some(nearness)).select_only().column(deadline::Column::CaseId);
        let near = near.limit(COUNTED.saturating_add(1)).into_query();
        let count = Func::count(Expr::col(Asterisk));
        let count = Query::select().expr(count).from_subquery(near, Alias::new("near")).to_owned();
        Expr::SubQuery(None, Box::new(count.into()))
    };
    let counts = Query::select()
        .expr_as(count(Nearness::Overdue), Alias::new("overdue"))
        .expr_as(count(Nearness::Due), Alias::new("due"))
        .expr_as(count(Nearness::Approaching), Alias::new("approaching"))
        .to_owned();
    StatementBuilder::build(&counts, &backend)
}

/// The cases with a clock that is not met.
pub async fn with_open_clocks(reader: &impl Reader) -> Result<Vec<CaseId>, StoreError> {
    cases(reader, deadline::Column::State.ne(Stored(DeadlineState::Met)).into()).await
}

/// The cases with an end before this day that is still to be written down.
pub async fn with_passed_ends(
    reader: &impl Reader,
    today: NaiveDate,
) -> Result<Vec<CaseId>, StoreError> {
    let open = deadline::Column::EndOpen.eq(true);
    let passed = deadline::Column::DueOn.lt(Stored(today));
    cases(reader, Condition::all().add(open).add(passed)).await
}

async fn cases(reader: &impl Reader, which: Condition) -> Result<Vec<CaseId>, StoreError> {
    let ids: Vec<Stored<CaseId>> = deadline::Entity::find()
        .select_only()
        .column(deadline::Column::CaseId)
        .distinct()
        .filter(which)
        .order_by_asc(deadline::Column::CaseId)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}
