//! What is counted of the cases that were received in a period, and how many days their steps took.

use chrono::NaiveDate;
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use workflow::Stage;
use workflow::case::{ChildKind, Procedure};

use super::entity::rows::case_row;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// So many cases of one month, procedure, kind and stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The month in which they were received, such as 2026-03.
    pub month: String,
    /// Which procedure they carry.
    pub procedure: Procedure,
    /// The kind of child.
    pub kind: ChildKind,
    /// Where they stand now.
    pub stage: Stage,
    /// How many.
    pub number: u64,
}

/// The days on which one case came through its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// 申请
    pub received_on: NaiveDate,
    /// 受理
    pub accepted_on: Option<NaiveDate>,
    /// 登记, or the end without it
    pub concluded_on: Option<NaiveDate>,
    /// 颁证
    pub issued_on: Option<NaiveDate>,
    /// 归档
    pub archived_on: Option<NaiveDate>,
}

/// How many cases were received from a day to a day, both included, by month, procedure, kind and stage.
pub async fn counts(
    reader: &impl Reader,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Counted>, StoreError> {
    // A day begins with its year and month. Both stand in the text: of two parameters PostgreSQL does not
    // know that they are the same.
    let month = || {
        let place = |number: i32| Expr::Constant(number.into());
        let parts = [Expr::col(case_row::Column::ReceivedOn), place(1), place(7)];
        Expr::from(Func::cust("substr").args(parts))
    };
    type Row = (String, Stored<Procedure>, Stored<ChildKind>, Stored<Stage>, i64);
    let rows: Vec<Row> = case_row::Entity::find()
        .select_only()
        .expr_as(month(), "month")
        .column(case_row::Column::Procedure)
        .column(case_row::Column::Kind)
        .column(case_row::Column::Stage)
        .column_as(case_row::Column::CaseId.count(), "found")
        .filter(case_row::Column::ReceivedOn.gte(Stored(from)))
        .filter(case_row::Column::ReceivedOn.lte(Stored(to)))
        .group_by(month())
        .group_by(case_row::Column::Procedure)
        .group_by(case_row::Column::Kind)
        .group_by(case_row::Column::Stage)
        .into_tuple()
        .all(reader)
        .await?;
    let counted = |(month, procedure, kind, stage, found): Row| Counted {
        month,
        procedure: procedure.0,
        kind: kind.0,
        stage: stage.0,
        number: u64::try_from(found).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// The days of every formation that was received from a day to a day.
pub async fn steps(
    reader: &impl Reader,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Steps>, StoreError> {
    type Day = Option<Stored<NaiveDate>>;
    let rows: Vec<(Stored<NaiveDate>, Day, Day, Day, Day)> = case_row::Entity::find()
        .select_only()
        .column(case_row::Column::ReceivedOn)
        .column(case_row::Column::AcceptedOn)
        .column(case_row::Column::ConcludedOn)
        .column(case_row::Column::IssuedOn)
        .column(case_row::Column::ArchivedOn)
        .filter(case_row::Column::Procedure.eq(Stored(Procedure::Formation)))
        .filter(case_row::Column::ReceivedOn.gte(Stored(from)))
        .filter(case_row::Column::ReceivedOn.lte(Stored(to)))
        .into_tuple()
        .all(reader)
        .await?;
    let day = |day: Day| day.map(|day| day.0);
    let steps =
        rows.into_iter().map(|(received_on, accepted, concluded, issued, archived)| Steps {
            received_on: received_on.0,
            accepted_on: day(accepted),
            concluded_on: day(concluded),
            issued_on: day(issued),
            archived_on: day(archived),
        });
    Ok(steps.collect())
}
