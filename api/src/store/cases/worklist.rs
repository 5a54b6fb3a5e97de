//! The worklist: what is next in the cases in hand, in the order of legal urgency. Each group is a walk along
//! an index of the ledger, and no case is opened for it.

use chrono::NaiveDate;
use sea_orm::sea_query::{Alias, Asterisk, Expr, ExprTrait, Func, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, DbBackend, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select, Statement, StatementBuilder,
};
use workflow::next::WaitsFor;
use workflow::{Act, Stage, UserId};

use super::deadlines::{COUNTED, Count};
use super::entity::rows::case_row;
use super::ledger::{self, Line, scope};
use crate::store::asker::Scope;
use crate::store::connection::statement::first_rows;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// A group of the list. A case stands in one of the first four at most; the others show it once more, to
/// those whom they concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The last day of a deadline has passed.
    Overdue,
    /// The last day of a deadline comes within three working days.
    Soon,
    /// In hand, of the one who asks.
    Mine,
    /// In hand, of others.
    Others,
    /// The leader is next.
    Leader,
    /// An incident is open.
    Incidents,
    /// Issued, and the volume is not closed.
    ToFile,
    /// The volume is out for reading.
    Loans,
}

/// Whose list, of which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkQuestion {
    /// Whose view.
    pub scope: Scope,
    /// The one who asks, and those they stand in for.
    pub mine: Vec<UserId>,
    /// The legal day.
    pub today: NaiveDate,
    /// The third working day from today.
    pub soon: NaiveDate,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkLine {
    /// The case as the ledger shows it.
    pub line: Line,
    /// The act that is next.
    pub act: Option<Act>,
    /// Why, in a word.
    pub why: String,
    /// For whom the case waits.
    pub waits_for: WaitsFor,
    /// Where it waits for days alone: until when.
    pub ready_on: Option<NaiveDate>,
}

/// A condition that stands in the text of a statement, as in the index it is for.
fn is_so(column: case_row::Column) -> SimpleExpr {
    Expr::col(column).eq(Expr::Constant(true.into()))
}

impl WorkQuestion {
    fn select(&self, group: Group) -> Select<case_row::Entity> {
        let registered = case_row::Column::CertificateNumber.is_not_null();
        let seen = scope(self.scope, case_row::Column::CaseId, registered);
        case_row::Entity::find()
            .filter(Condition::all().add_option(seen))
            .filter(self.belongs_to(group))
    }

    fn belongs_to(&self, group: Group) -> Condition {
        let urgent_on = case_row::Column::UrgentOn;
        let all = Condition::all();
        let mine = || case_row::Column::Officer.is_in(self.mine.iter().copied().map(Stored));
        let later = || {
            Condition::all()
                .add(is_so(case_row::Column::InHand))
                .add(urgent_on.gt(Stored(self.soon)))
        };
        match group {
            Group::Overdue => all.add(urgent_on.lt(Stored(self.today))),
            Group::Soon => {
                all.add(urgent_on.gte(Stored(self.today))).add(urgent_on.lte(Stored(self.soon)))
            }
            Group::Mine => later().add(mine()),
            Group::Others => later().add(mine().not()),
            Group::Leader => all
                .add(is_so(case_row::Column::InHand))
                .add(case_row::Column::WaitsFor.eq(Stored(WaitsFor::Leader))),
            Group::Incidents => all.add(is_so(case_row::Column::IncidentOpen)),
            Group::ToFile => all.add(case_row::Column::Stage.eq(Stored(Stage::Issued))),
            Group::Loans => all.add(is_so(case_row::Column::Lent)),
        }
    }
}

/// The lines of a group, most urgent first.
pub async fn lines(
    reader: &impl Reader,
    question: &WorkQuestion,
    group: Group,
    limit: u64,
) -> Result<Vec<WorkLine>, StoreError> {
    let statement = lines_statement(reader.get_database_backend(), question, group, limit);
    let rows = case_row::Entity::find().from_raw_sql(statement).all(reader).await?;
    let read = |row: case_row::Model| {
        Ok(WorkLine {
            act: row.next_act.map(|act| act.0),
            why: row.next_why.clone(),
            waits_for: row.waits_for.0,
            ready_on: row.ready_on.map(|day| day.0),
            line: ledger::line(row)?,
        })
    };
    rows.into_iter().map(read).collect()
}

pub(in crate::store) fn lines_statement(
    backend: DbBackend,
    question: &WorkQuestion,
    group: Group,
    limit: u64,
) -> Statement {
    let query = question
        .select(group)
        .order_by_asc(case_row::Column::UrgentOn)
        .order_by_asc(case_row::Column::Number);
    first_rows(backend, query.as_query(), limit)
}

#[derive(FromQueryResult)]
struct Counted {
    group: String,
    found: i64,
}

/// How many cases are in each of these groups, in their order; counted to 100 and no further.
pub async fn counts(
    reader: &impl Reader,
    question: &WorkQuestion,
    groups: &[Group],
) -> Result<Vec<Count>, StoreError> {
    let statement = counts_statement(reader.get_database_backend(), question, groups);
    let Some(statement) = statement else { return Ok(Vec::new()) };
    let counted = Counted::find_by_statement(statement).all(reader).await?;
    let of_place = |place: usize| {
        let place = place.to_string();
        let one = counted.iter().find(|one| one.group == place)?;
        let found = u64::try_from(one.found).unwrap_or_default();
        Some(Count { number: Ord::min(found, COUNTED), more: found > COUNTED })
    };
    let all = (0..groups.len()).map(of_place).collect::<Option<Vec<Count>>>();
    all.ok_or_else(|| StoreError::Damaged("the worklist cannot be counted".to_owned()))
}

/// Asks for all at once; each is counted to one beyond the last number that is told.
pub(in crate::store) fn counts_statement(
    backend: DbBackend,
    question: &WorkQuestion,
    groups: &[Group],
) -> Option<Statement> {
    let mut counts = groups.iter().enumerate().map(|(place, group)| {
        // In an order that an index has, so that no plan reads all the rows for the first hundred.
        let rows = question.select(*group).select_only().column(case_row::Column::CaseId);
        let rows = rows.order_by_asc(case_row::Column::UrgentOn);
        let rows = rows.limit(COUNTED.saturating_add(1)).into_query();
        Query::select()
            .expr_as(Expr::Constant(place.to_string().into()), Alias::new("group"))
            .expr_as(Func::count(Expr::col(Asterisk)), Alias::new("found"))
            .from_subquery(rows, Alias::new("counted"))
            .to_owned()
    });
    let mut all = counts.next()?;
    for count in counts {
        all.union(sea_orm::sea_query::UnionType::All, count);
    }
    Some(StatementBuilder::build(&all, &backend))
}
