//! The public notices that run: found by their clock.

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::CaseId;
use workflow::base::deadline_kind::DeadlineKind;
use workflow::law::time::deadline::DeadlineState;

use super::entity::rows::deadline;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// The cases whose notice runs on a day, those that end first before the others.
pub async fn running(
    reader: &impl Reader,
    today: NaiveDate,
    limit: u64,
) -> Result<Vec<CaseId>, StoreError> {
    // The state stands in the text, as in the index of the clocks that run.
    let runs = Expr::col((deadline::Entity, deadline::Column::State))
        .eq(Expr::Constant(Stored(DeadlineState::Running).into()));
    let ids: Vec<Stored<CaseId>> = deadline::Entity::find()
        .select_only()
        .column(deadline::Column::CaseId)
        .filter(runs)
        .filter(deadline::Column::DueOn.gte(Stored(today)))
        .filter(deadline::Column::Kind.eq(Stored(DeadlineKind::Notice)))
        .order_by_asc(deadline::Column::DueOn)
        .order_by_asc(deadline::Column::CaseNumber)
        .limit(limit)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(ids.into_iter().map(|id| id.0).collect())
}
