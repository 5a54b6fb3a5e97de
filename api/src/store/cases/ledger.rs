//! 收养登记台账: pages of cases, each reader seeing those they may.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};
use workflow::case::{ChildKind, Procedure};
use workflow::identity::writing::compared_number;
use workflow::{CaseId, Stage, UserId};

use super::entity::rows::{assignment, case_row};
use crate::store::asker::Scope;
use crate::store::values::{self, day, procedure, stage};
use crate::store::{Reader, StoreError};

/// How the ledger is sorted; the case's number decides between equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Newest application first.
    Received,
    /// Most urgent first; cases without a running deadline last.
    Deadline,
}

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
    /// The value of the column sorted by; empty where a case has none.
    pub value: String,
    /// 办件编号
    pub number: String,
}

/// One line of the ledger. Names are whole here; what a list shows of them is for its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The case.
    pub case_id: CaseId,
    /// Its version.
    pub version: u32,
    /// 办件编号
    pub number: String,
    /// The kind of child, as a word.
    pub kind: String,
    /// Which procedure it carries.
    pub procedure: Procedure,
    /// How the adoption of the case stands, as a word.
    pub standing: String,
    /// Where it stands.
    pub stage: Stage,
    /// 被收养人
    pub child_name: String,
    /// 收养人
    pub adopter_names: Vec<String>,
    /// 经办人, by account.
    pub officer: UserId,
    /// 经办人, by name.
    pub officer_name: String,
    /// 收件日期
    pub received_on: NaiveDate,
    /// The deadline that ends next: its kind, as a word, and its last day.
    pub next_deadline: Option<(String, NaiveDate)>,
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
    row.map(|row| values::case_id(&row.case_id)).transpose()
}

/// One page.
pub async fn page(reader: &impl Reader, question: &Question) -> Result<Page, StoreError> {
    let (column, order, last) = match question.sort {
        Sort::Received => (case_row::Column::ReceivedOn, Order::Desc, ""),
        // A day after all days sorts cases without a deadline last on both databases.
        Sort::Deadline => (case_row::Column::NextDeadlineOn, Order::Asc, "9999-12-31"),
    };
    let sorted = Expr::col(column).if_null(last);
    let mut query = case_row::Entity::find()
        .filter(filter(question))
        .order_by(sorted.clone(), order.clone())
        .order_by(case_row::Column::Number, order.clone())
        .limit(question.limit.saturating_add(1));
    if let Some(after) = &question.after {
        let number = Expr::col(case_row::Column::Number);
        let (beyond, next) = match order {
            Order::Desc => (sorted.clone().lt(&after.value), number.lt(&after.number)),
            _ => (sorted.clone().gt(&after.value), number.gt(&after.number)),
        };
        let same = sorted.eq(&after.value).and(next);
        query = query.filter(Condition::any().add(beyond).add(same));
    }
    let mut rows = query.all(reader).await?;
    let limit = usize::try_from(question.limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|row| Cursor {
        value: match question.sort {
            Sort::Received => row.received_on.clone(),
            Sort::Deadline => row.next_deadline_on.clone().unwrap_or_else(|| last.to_owned()),
        },
        number: row.number.clone(),
    });
    Ok(Page { lines: rows.into_iter().map(line).collect::<Result<_, _>>()?, next })
}

fn filter(question: &Question) -> Condition {
    let mut all = Condition::all().add_option(scope(question.scope));
    if !question.stages.is_empty() {
        let words = question.stages.iter().map(|stage| stage.word());
        all = all.add(case_row::Column::Stage.is_in(words));
    }
    let text = |day: NaiveDate| day.to_string();
    let file_set = question.file_set.as_ref().map(|number| {
        Condition::any()
            .add(case_row::Column::FileSet.in_subquery(first_of_the_set(number)))
            .add(is_numbered(number))
    });
    let procedure = question.procedure.map(|asked| case_row::Column::Procedure.eq(asked.word()));
    all.add_option(procedure)
        .add_option(file_set)
        .add_option(question.kind.map(|kind| case_row::Column::Kind.eq(kind.word())))
        .add_option(among(case_row::Column::Officer, &question.officers))
        .add_option(question.received_from.map(|day| case_row::Column::ReceivedOn.gte(text(day))))
        .add_option(question.received_to.map(|day| case_row::Column::ReceivedOn.lte(text(day))))
        .add_option(question.overdue_on.map(|day| case_row::Column::NextDeadlineOn.lt(text(day))))
}

/// The number of the case by which a file set is called, as it is written.
fn first_of_the_set(number: &str) -> SelectStatement {
    Query::select()
        .column(case_row::Column::Number)
        .from(case_row::Entity)
        .cond_where(is_numbered(number))
        .to_owned()
}

/// One of these persons, or anybody if none is named.
pub(in crate::store) fn among(column: impl ColumnTrait, persons: &[UserId]) -> Option<SimpleExpr> {
    (!persons.is_empty()).then(|| column.is_in(persons.iter().map(ToString::to_string)))
}

/// None where the whole office may be seen; otherwise any of what the scope names, which is
/// nothing if it names nothing.
pub(in crate::store) fn scope(scope: Scope) -> Option<Condition> {
    if scope.office {
        return None;
    }
    let nothing = Expr::val(1).eq(0);
    let mut any = Condition::any().add(nothing);
    if scope.registered {
        any = any.add(case_row::Column::CertificateNumber.is_not_null());
    }
    if let Some(user) = scope.assigned_to {
        let tasks = Query::select()
            .column(assignment::Column::CaseId)
            .from(assignment::Entity)
            .and_where(assignment::Column::UserId.eq(user.to_string()))
            .and_where(assignment::Column::Ended.eq(false))
            .to_owned();
        any = any.add(case_row::Column::CaseId.in_subquery(tasks));
    }
    Some(any)
}

fn line(row: case_row::Model) -> Result<Line, StoreError> {
    let next_deadline = match (row.next_deadline_kind, row.next_deadline_on) {
        (Some(kind), Some(on)) => Some((kind, day(&on)?)),
        _ => None,
    };
    Ok(Line {
        case_id: values::case_id(&row.case_id)?,
        version: u32::try_from(row.version)
            .map_err(|_| StoreError::Damaged("a case has an impossible version".to_owned()))?,
        number: row.number,
        kind: row.kind,
        procedure: procedure(&row.procedure)?,
        standing: row.standing,
        stage: stage(&row.stage)?,
        child_name: row.child_name,
        adopter_names: row.adopter_names.split('、').map(str::to_owned).collect(),
        officer: values::user_id(&row.officer)?,
        officer_name: row.officer_name,
        received_on: day(&row.received_on)?,
        next_deadline,
        certificate_number: row.certificate_number,
        file_set: row.file_set,
    })
}
