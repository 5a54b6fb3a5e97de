//! The office this database belongs to, its configuration, and its legal day.

pub mod calendar;
pub mod configured;
pub mod editions;
pub(in crate::store) mod entity;
pub mod indicator_sets;
pub mod new_indicator_set;
mod profile;
pub mod tables;

pub use profile::{Mode, Profile, find, load};

use chrono::NaiveDate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;
use workflow::base::office_rules::OfficeRules;

use super::jobs::{self, Task};
use super::log::audit;
use super::log::office_log::{Chain, note};
use super::{Reader, Store, StoreError, Transaction};
use crate::clock::now;
use crate::store::cases::entity::rows::case_row;
use crate::store::connection::statement::statement;
use crate::store::values::Stored;
use entity::office;
use profile::ONLY;

/// Creates the office with the calendars that come with the program.
/// [`StoreError::Duplicate`] means that there is an office already.
pub async fn create(transaction: &Transaction, profile: &Profile) -> Result<(), StoreError> {
    let row = office::ActiveModel {
        id: Set(ONLY),
        name: Set(profile.office.name.clone()),
        division_code: Set(profile.office.division.0.clone()),
        credit_code: Set(profile.credit_code.clone()),
        province_short_name: Set(profile.office.province_short.clone()),
        county_short_name: Set(profile.office.county_short.clone()),
        address: Set(profile.office.address.clone()),
        telephone: Set(profile.office.telephone.clone()),
        base_address: Set(profile.base_address.clone()),
        fonds_code: Set(profile.office.fonds.clone()),
        mode: Set(profile.mode),
        practice_today: Set(profile.practice_today.map(Stored)),
        settings: Set(written(&profile.rules)?),
        created_at: Set(now()),
    };
    office::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, office::Entity::find_by_id(ONLY)).await?;
    tables::add_built_in(transaction).await
}

fn written(rules: &OfficeRules) -> Result<String, StoreError> {
    serde_json::to_string(rules)
        .map_err(|_| StoreError::Damaged("the office's settings cannot be written".to_owned()))
}

/// Queues whoever changes what the whole office shares. As the first statement of a transaction it is
/// the write that everything read afterwards waits for.
pub(super) async fn lock(transaction: &Transaction) -> Result<(), StoreError> {
    let same = office::Column::Settings;
    office::Entity::update_many()
        .col_expr(same, Expr::col(same))
        .filter(office::Column::Id.eq(ONLY))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Changes what the office configures; the change is logged with its author.
pub async fn change_rules(
    transaction: &Transaction,
    actor: &str,
    rules: &OfficeRules,
) -> Result<(), StoreError> {
    // The write comes first so that the value read afterwards is the one it replaces. As text, because
    // one statement writes and reads.
    let locking = "UPDATE office SET settings = settings WHERE id = $1 RETURNING settings";
    let row = transaction.query_one_raw(statement(transaction, locking, [ONLY.into()])).await?;
    let before = row.map(|row| row.try_get::<String>("", "settings")).transpose()?;
    let after = written(rules)?;
    office::Entity::update_many()
        .col_expr(office::Column::Settings, Expr::value(after.clone()))
        .filter(office::Column::Id.eq(ONLY))
        .exec(transaction)
        .await?;
    note(transaction, Chain::Office, office::Entity::find_by_id(ONLY)).await?;
    audit::record_configuration(transaction, actor, "rules", before, after).await
}

/// What became of a wish to move the legal day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// It was moved.
    Moved,
    /// A real office lives by the calendar.
    NotAPracticeOffice,
    /// Something already happened on a later day.
    BeforeNewestAct(NaiveDate),
}

/// Moves the legal day of a practice office, but never before the newest act.
pub async fn move_day(store: &Store, to: NaiveDate) -> Result<Moved, StoreError> {
    let transaction = store.begin().await?;
    let done = office::Entity::update_many()
        .col_expr(office::Column::PracticeToday, Expr::value(Stored(to)))
        .filter(office::Column::Id.eq(ONLY))
        .filter(office::Column::Mode.eq(Mode::Practice))
        .exec(&transaction)
        .await?;
    if done.rows_affected == 0 {
        return Ok(Moved::NotAPracticeOffice);
    }
    if let Some(newest) = newest_day(&transaction).await?.filter(|newest| to < *newest) {
        return Ok(Moved::BeforeNewestAct(newest));
    }
    note(&transaction, Chain::Office, office::Entity::find_by_id(ONLY)).await?;
    let moved = Some(Uuid::now_v7());
    jobs::enqueue(&transaction, &Task::PassTime { on: to, moved }).await?;
    transaction.commit().await?;
    Ok(Moved::Moved)
}

/// The legal day of the newest act in any case.
async fn newest_day(reader: &impl Reader) -> Result<Option<NaiveDate>, StoreError> {
    let newest: Option<Option<Stored<NaiveDate>>> = case_row::Entity::find()
        .select_only()
        .column_as(case_row::Column::LastOn.max(), "newest")
        .into_tuple()
        .one(reader)
        .await?;
    Ok(newest.flatten().map(|day| day.0))
}
