//! How editions of the calendar come and go: imported by an administrator, withdrawn with a reason.
//!
//! Every change gets a number and a job that writes into the open cases what it moved.

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Set};

use super::calendar::{self, StoredEdition};
use super::entity::calendar_edition;
use super::tables::insert;
use crate::store::jobs::{self, Task};
use crate::store::log::audit;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{StoreError, Transaction, office};

pub use super::tables::{Holiday, YearTable};

/// What became of a wish to withdraw an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawn {
    /// It was withdrawn, by the change of this number.
    Withdrawn(u32),
    /// There is no such edition.
    Unknown,
    /// It was withdrawn before.
    Before,
}

/// Imports an edition, which is known from this legal day. It replaces the one of its year that is in
/// force, and stands in the place of one that was withdrawn without a successor. Returns its number.
pub async fn import(
    transaction: &Transaction,
    actor: &str,
    table: &YearTable,
) -> Result<u32, StoreError> {
    office::lock(transaction).await?;
    let today = office::load(transaction).await?.today();
    let number = next_number(transaction).await?;
    insert(transaction, number.into(), table, Some(today), Some(actor)).await?;
    let of_the_year = calendar_edition::Column::Year.eq(i64::from(table.year));
    let older = Condition::all()
        .add(of_the_year.clone())
        .add(calendar_edition::Column::Number.lt(i64::from(number)));
    calendar_edition::Entity::update_many()
        .set(withdrawn(number, today, actor, &format!("由{}替代", table.source)))
        .filter(older.clone())
        .filter(calendar_edition::Column::WithdrawnNumber.is_null())
        .exec(transaction)
        .await?;
    calendar_edition::Entity::update_many()
        .col_expr(calendar_edition::Column::ReplacedBy, Expr::value(i64::from(number)))
        .filter(older)
        .filter(calendar_edition::Column::ReplacedBy.is_null())
        .exec(transaction)
        .await?;
    let editions = calendar_edition::Entity::find().filter(of_the_year);
    note(transaction, Chain::Office, editions).await?;
    let after = format!("edition {number} of {}, {} days", table.year, table.days.len());
    finish(transaction, actor, number, after).await?;
    Ok(number)
}

/// Withdraws an edition. Until another is imported its year has no table.
pub async fn withdraw(
    transaction: &Transaction,
    actor: &str,
    edition: u32,
    reason: &str,
) -> Result<Withdrawn, StoreError> {
    office::lock(transaction).await?;
    let today = office::load(transaction).await?.today();
    let stored = calendar::editions(transaction).await?;
    let Some(found) = stored.iter().find(|stored| stored.edition.imported.number == edition) else {
        return Ok(Withdrawn::Unknown);
    };
    if found.edition.withdrawn.is_some() {
        return Ok(Withdrawn::Before);
    }
    let number = next_of(&stored)?;
    calendar_edition::Entity::update_many()
        .set(withdrawn(number, today, actor, reason))
        .filter(calendar_edition::Column::Number.eq(i64::from(edition)))
        .exec(transaction)
        .await?;
    let row = calendar_edition::Entity::find_by_id(i64::from(edition));
    note(transaction, Chain::Office, row).await?;
    let after = format!("edition {edition} of {} withdrawn: {reason}", found.edition.year);
    finish(transaction, actor, number, after).await?;
    Ok(Withdrawn::Withdrawn(number))
}

/// What is written of an edition that is no longer in force.
fn withdrawn(number: u32, on: NaiveDate, by: &str, reason: &str) -> calendar_edition::ActiveModel {
    calendar_edition::ActiveModel {
        withdrawn_number: Set(Some(number.into())),
        withdrawn_on: Set(Some(Stored(on))),
        withdrawn_by: Set(Some(by.to_owned())),
        withdrawn_reason: Set(Some(reason.to_owned())),
        ..Default::default()
    }
}

/// Logs the change and has the open cases looked through.
async fn finish(
    transaction: &Transaction,
    actor: &str,
    number: u32,
    after: String,
) -> Result<(), StoreError> {
    let subject = format!("calendar {number}");
    audit::record_configuration(transaction, actor, &subject, None, after).await?;
    jobs::enqueue(transaction, &Task::MoveDeadlines { change: number }).await
}

async fn next_number(transaction: &Transaction) -> Result<u32, StoreError> {
    next_of(&calendar::editions(transaction).await?)
}

fn next_of(stored: &[StoredEdition]) -> Result<u32, StoreError> {
    let changes = stored
        .iter()
        .map(|stored| &stored.edition)
        .flat_map(|edition| [Some(edition.imported), edition.withdrawn].into_iter().flatten());
    let last = changes.map(|change| change.number).max().unwrap_or(0);
    last.checked_add(1)
        .ok_or_else(|| StoreError::Damaged("the numbers of calendars are used up".to_owned()))
}
