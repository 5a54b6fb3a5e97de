//! 收养登记台账: pages of cases, each reader seeing those they may.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr, UnionType};
use sea_orm::{
    ColumnTrait, Condition, DbBackend, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select, Statement,
};
use workflow::base::deadline_kind::DeadlineKind;
use workflow::case::{ChildKind, Procedure};
use workflow::identity::writing::compared_number;
use workflow::{CaseId, Stage, UserId};

use super::entity::rows::{assignment, case_row};
pub use super::sort::Sort;
use crate::store::asker::Scope;
use crate::store::connection::statement::first_rows;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// What is asked of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Whose view.
    pub scope: Scope,
    /// Only cases of this procedure.
    pub procedure: Option<Procedure>,
    /// Only cases of this kind.
    pub kind: Option<ChildKind>,
    /// Only cases of the file set that began with the case of this number, that case included.
    pub file_set: Option<String>,
    /// Only cases at these stages; all if empty.
    pub stages: Vec<Stage>,
    /// Only cases of these officers; of all if empty.
    pub officers: Vec<UserId>,
    /// Only cases received on or after this day.
    pub received_from: Option<NaiveDate>,
    /// Only cases received on or before this day.
    pub received_to: Option<NaiveDate>,
    /// Only cases with a deadline that ended before this day.
    pub overdue_on: Option<NaiveDate>,
    /// In which order.
    pub sort: Sort,
    /// After which row.
    pub after: Option<Cursor>,
    /// How many rows.
    pub limit: u64,
}

/// The last row of a page: what the next page begins after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// What is sorted by; a day after all days where a case has no running deadline.
    pub value: String,
    /// 办件编号
    pub number: String,
}

/// One line of the ledger, with names as a list shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The case.
    pub case_id: CaseId,
    /// Its version.
    pub version: u32,
    /// 办件编号
    pub number: String,
    /// The kind of child.
    pub kind: ChildKind,
    /// Which procedure it carries.
    pub procedure: Procedure,
    /// How the adoption of the case stands, as a word.
    pub standing: String,
    /// Where it stands.
    pub stage: Stage,
    /// 被收养人, masked.
    pub child_name: String,
    /// 收养人, masked.
    pub adopter_names: Vec<String>,
    /// 经办人, by account.
    pub officer: UserId,
    /// 收件日期
    pub received_on: NaiveDate,
    /// The deadline that ends next: its kind and its last day.
    pub next_deadline: Option<(DeadlineKind, NaiveDate)>,
    /// 收养登记证字号
    pub certificate_number: Option<String>,
    /// 同案卷宗: the number of the first case of the set.
    pub file_set: Option<String>,
}

/// A page of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
}

/// Rows with this 办件编号, however it is typed. A row from before numbers were compared is found as it
/// stands.
fn is_numbered(number: &str) -> Condition {
    Condition::any()
        .add(case_row::Column::NumberKey.eq(compared_number(number)))
        .add(case_row::Column::Number.eq(number))
}

/// The case of a number.
pub async fn find_by_number(
    reader: &impl Reader,
    number: &str,
) -> Result<Option<CaseId>, StoreError> {
    let row = case_row::Entity::find().filter(is_numbered(number)).one(reader).await?;
    Ok(row.map(|row| row.case_id.0))
}

/// The number of a case.
pub async fn number_of(
    reader: &impl Reader,
    case_id: CaseId,
) -> Result<Option<String>, StoreError> {
    let row = case_row::Entity::find_by_id(Stored(case_id)).one(reader).await?;
    Ok(row.map(|row| row.number))
}

/// One page.
pub async fn page(reader: &impl Reader, question: &Question) -> Result<Page, StoreError> {
    let statement = statement(reader.get_database_backend(), question);
    let mut rows = case_row::Entity::find().from_raw_sql(statement).all(reader).await?;
    let limit = usize::try_from(question.limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| Cursor { value: question.sort.value(row), number: row.number.clone() });
    Ok(Page { lines: rows.into_iter().map(line).collect::<Result<_, _>>()?, next })
}

/// What is asked for one page: a row more than it has, to know whether another follows. Each sort is a
/// walk along an index from the row after which the page begins, and so costs no more far behind than
/// in front.
pub(in crate::store) fn statement(backend: DbBackend, question: &Question) -> Statement {
    let (column, order) = question.sort.walk();
    let place = Expr::tuple([Expr::col(column), Expr::col(case_row::Column::Number)]);
    let beyond = question.after.as_ref().map(|Cursor { value, number }| {
        let last = Expr::tuple([Expr::val(value.as_str()), Expr::val(number.as_str())]);
        if order == Order::Desc { place.lt(last) } else { place.gt(last) }
    });
    let query = case_row::Entity::find()
        .filter(filter(question).add_option(beyond))
        .order_by(column, order.clone())
        .order_by(case_row::Column::Number, order);
    let rows = question.limit.saturating_add(1);
    let of_some_days = question.received_from.is_some() || question.received_to.is_some();
    if question.sort == Sort::Deadline && of_some_days {
        return most_urgent_of_some_days(backend, query, rows);
    }
    first_rows(backend, query.as_query(), rows)
}

/// Of some days no index is in the order of urgency, so all of their cases are sorted: their numbers alone,
/// which one index has, and only the rows of the page are fetched. It is text because the limit stands in
/// the middle of it.
fn most_urgent_of_some_days(
    backend: DbBackend,
    sorted: Select<case_row::Entity>,
    rows: u64,
) -> Statement {
    let numbers = sorted.select_only().column(case_row::Column::Number);
    let mut statement = first_rows(backend, numbers.as_query(), rows);
    statement.sql = format!(
        "SELECT * FROM case_row WHERE number IN ({}) ORDER BY urgent_on, number",
        statement.sql
    );
    statement
}

fn filter(question: &Question) -> Condition {
    let registered = case_row::Column::CertificateNumber.is_not_null();
    let seen = scope(question.scope, case_row::Column::CaseId, registered);
    let mut all = Condition::all().add_option(seen);
    if !question.stages.is_empty() {
        let stages = question.stages.iter().copied().map(Stored);
        all = all.add(case_row::Column::Stage.is_in(stages));
    }
    let file_set = question
        .file_set
        .as_ref()
        .map(|number| case_row::Column::CaseId.in_subquery(of_the_set(number)));
    let procedure = question.procedure.map(|asked| case_row::Column::Procedure.eq(Stored(asked)));
    all.add_option(procedure)
        .add_option(file_set)
        .add_option(question.kind.map(|kind| case_row::Column::Kind.eq(Stored(kind))))
        .add_option(among(case_row::Column::Officer, &question.officers))
        .add_option(question.received_from.map(|day| case_row::Column::ReceivedOn.gte(Stored(day))))
        .add_option(question.received_to.map(|day| case_row::Column::ReceivedOn.lte(Stored(day))))
        .add_option(question.overdue_on.map(|day| case_row::Column::UrgentOn.lt(Stored(day))))
        .add_option(question.overdue_on.map(|_| has_a_deadline()))
}

/// That a deadline runs, in the words of the index of those cases in the order of their receipt.
fn has_a_deadline() -> SimpleExpr {
    Expr::col(case_row::Column::UrgentOn).lt(Expr::Constant(case_row::NEVER.into()))
}

/// The cases of a file set: the one by which it is called, and those that name that one's number as it
/// is written. Found before anything is sorted, each over an index of its own.
fn of_the_set(number: &str) -> SelectStatement {
    let select = |column: case_row::Column, which: Condition| {
        Query::select().column(column).from(case_row::Entity).cond_where(which).to_owned()
    };
    let first = select(case_row::Column::Number, is_numbered(number));
    let others = case_row::Column::FileSet.in_subquery(first);
    select(case_row::Column::CaseId, is_numbered(number))
        .union(UnionType::Distinct, select(case_row::Column::CaseId, Condition::all().add(others)))
        .to_owned()
}

/// One of these persons, or anybody if none is named.
pub(in crate::store) fn among(column: impl ColumnTrait, persons: &[UserId]) -> Option<SimpleExpr> {
    (!persons.is_empty()).then(|| column.is_in(persons.iter().copied().map(Stored)))
}

/// None where the whole office may be seen; otherwise any of what the scope names, which is
/// nothing if it names nothing. `case_id` has the case of a row, `registered` says whether its adoption
/// has formed.
pub(in crate::store) fn scope(
    scope: Scope,
    case_id: impl ColumnTrait,
    registered: SimpleExpr,
) -> Option<Condition> {
    if scope.office {
        return None;
    }
    if !scope.registered && scope.assigned_to.is_none() {
        return Some(Condition::all().add(Expr::Constant(false.into())));
    }
    let assigned = scope.assigned_to.map(|user| case_id.in_subquery(tasks_going_on(user)));
    let registered = scope.registered.then_some(registered);
    Some(Condition::any().add_option(registered).add_option(assigned))
}

/// The cases a person is assessing now. That a task goes on stands in the text, as in the index of those.
fn tasks_going_on(user: UserId) -> SelectStatement {
    let going_on = Expr::col(assignment::Column::Ended).eq(Expr::Constant(false.into()));
    Query::select()
        .column(assignment::Column::CaseId)
        .from(assignment::Entity)
        .and_where(assignment::Column::UserId.eq(Stored(user)))
        .and_where(going_on)
        .to_owned()
}

/// A line of the ledger from its row.
pub(super) fn line(row: case_row::Model) -> Result<Line, StoreError> {
    Ok(Line {
        case_id: row.case_id.0,
        version: u32::try_from(row.version)
            .map_err(|_| StoreError::Damaged("a case has an impossible version".to_owned()))?,
        number: row.number,
        kind: row.kind.0,
        procedure: row.procedure.0,
        standing: row.standing,
        stage: row.stage.0,
        child_name: row.child_name,
        adopter_names: row.adopter_names.split('、').map(str::to_owned).collect(),
        officer: row.officer.0,
        received_on: row.received_on.0,
        next_deadline: row.next_deadline_kind.map(|kind| (kind.0, row.urgent_on.0)),
        certificate_number: row.certificate_number,
        file_set: row.file_set,
    })
}
