//! Second factors of a person: enrolled, confirmed by a code, used one step at a time, removed.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;
use workflow::UserId;

use super::columns::FACTOR_NAME;
use super::entity::second_factor;
use crate::clock::Instant;
use crate::secret::ring::KeyRing;
use crate::store::kept::Row;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// A factor that was not removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// Its identifier.
    pub id: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// What its owner calls it.
    pub name: String,
    /// Its secret, which only the office's secret opens.
    pub sealed_secret: Vec<u8>,
    /// When it was begun.
    pub created_at: Instant,
    /// When its owner showed that it works. One that was never confirmed opens nothing.
    pub confirmed_at: Option<Instant>,
}

/// A factor to begin.
#[derive(Debug, Clone, Copy)]
pub struct NewFactor<'a> {
    /// Its identifier.
    pub id: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// What its owner calls it.
    pub name: &'a str,
    /// Its sealed secret.
    pub sealed_secret: &'a [u8],
}

/// Begins a factor. One that was begun earlier and never confirmed is removed.
pub async fn begin(
    transaction: &Transaction,
    new: NewFactor<'_>,
    now: Instant,
) -> Result<(), StoreError> {
    let unconfirmed = of(new.user).add(second_factor::Column::ConfirmedAt.is_null());
    remove_where(transaction, new.user, unconfirmed, now).await?;
    let row = second_factor::ActiveModel {
        id: Set(Stored(new.id)),
        account_id: Set(Stored(new.user)),
        name: Set(Row::of(transaction.keys(), new.id).seal(FACTOR_NAME, new.name)?),
        sealed_secret: Set(new.sealed_secret.to_vec()),
        created_at: Set(now),
        confirmed_at: Set(None),
        last_step: Set(0),
        removed_at: Set(None),
    };
    second_factor::Entity::insert(row).exec_without_returning(transaction).await?;
    note_factor(transaction, new.user, new.id).await
}

/// The factors of a person in the order in which they were begun.
pub async fn list(reader: &impl Reader, user: UserId) -> Result<Vec<Factor>, StoreError> {
    let factors = second_factor::Entity::find().filter(of(user));
    let rows = factors.order_by_asc(second_factor::Column::CreatedAt).all(reader).await?;
    rows.into_iter().map(|row| read(reader.keys(), row)).collect()
}

/// Whether a person has a factor that works.
pub async fn is_enrolled(reader: &impl Reader, user: UserId) -> Result<bool, StoreError> {
    let confirmed = of(user).add(second_factor::Column::ConfirmedAt.is_not_null());
    let one = second_factor::Entity::find().filter(confirmed).one(reader).await?;
    Ok(one.is_some())
}

/// Everybody who has a factor that works.
pub async fn enrolled(reader: &impl Reader) -> Result<Vec<UserId>, StoreError> {
    let confirmed = Condition::all()
        .add(second_factor::Column::RemovedAt.is_null())
        .add(second_factor::Column::ConfirmedAt.is_not_null());
    let users: Vec<Stored<UserId>> = second_factor::Entity::find()
        .select_only()
        .column(second_factor::Column::AccountId)
        .distinct()
        .filter(confirmed)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(users.into_iter().map(|user| user.0).collect())
}

/// Confirms a factor by a code of this step, which is used up. False where it was confirmed or removed
/// meanwhile.
pub async fn confirm(
    transaction: &Transaction,
    factor: &Factor,
    step: i64,
    now: Instant,
) -> Result<bool, StoreError> {
    let open = of(factor.user)
        .add(second_factor::Column::Id.eq(Stored(factor.id)))
        .add(second_factor::Column::ConfirmedAt.is_null());
    let done = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::ConfirmedAt, Expr::value(now))
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(open)
        .exec(transaction)
        .await?;
    noted(transaction, factor, done.rows_affected).await
}

/// Uses up a step of a confirmed factor, with all before it. False where it was used before, by
/// whichever replica.
pub async fn use_step(
    transaction: &Transaction,
    factor: &Factor,
    step: i64,
) -> Result<bool, StoreError> {
    let unused = of(factor.user)
        .add(second_factor::Column::Id.eq(Stored(factor.id)))
        .add(second_factor::Column::ConfirmedAt.is_not_null())
        .add(second_factor::Column::LastStep.lt(step));
    let done = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(unused)
        .exec(transaction)
        .await?;
    noted(transaction, factor, done.rows_affected).await
}

/// Removes one factor of a person. False where there is none.
pub async fn remove(
    transaction: &Transaction,
    user: UserId,
    id: Uuid,
    now: Instant,
) -> Result<bool, StoreError> {
    let one = of(user).add(second_factor::Column::Id.eq(Stored(id)));
    Ok(remove_where(transaction, user, one, now).await? == 1)
}

/// Removes every factor of a person.
pub async fn remove_all(
    transaction: &Transaction,
    user: UserId,
    now: Instant,
) -> Result<(), StoreError> {
    remove_where(transaction, user, of(user), now).await?;
    Ok(())
}

async fn remove_where(
    transaction: &Transaction,
    user: UserId,
    which: Condition,
    now: Instant,
) -> Result<u64, StoreError> {
    let gone = second_factor::Entity::find().filter(which.clone()).all(transaction).await?;
    let done = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::RemovedAt, Expr::value(now))
        .col_expr(second_factor::Column::SealedSecret, Expr::value(Vec::<u8>::new()))
        .filter(which)
        .exec(transaction)
        .await?;
    for row in gone {
        note_factor(transaction, user, row.id.0).await?;
    }
    Ok(done.rows_affected)
}

/// The factors of a person that were not removed.
fn of(user: UserId) -> Condition {
    Condition::all()
        .add(second_factor::Column::AccountId.eq(Stored(user)))
        .add(second_factor::Column::RemovedAt.is_null())
}

async fn noted(
    transaction: &Transaction,
    factor: &Factor,
    affected: u64,
) -> Result<bool, StoreError> {
    if affected == 0 {
        return Ok(false);
    }
    note_factor(transaction, factor.user, factor.id).await?;
    Ok(true)
}

async fn note_factor(transaction: &Transaction, user: UserId, id: Uuid) -> Result<(), StoreError> {
    note(transaction, Chain::Person(user), second_factor::Entity::find_by_id(id)).await
}

fn read(keys: &KeyRing, row: second_factor::Model) -> Result<Factor, StoreError> {
    Ok(Factor {
        id: row.id.0,
        user: row.account_id.0,
        name: Row::of(keys, row.id.0).open(FACTOR_NAME, row.name)?,
        sealed_secret: row.sealed_secret,
        created_at: row.created_at,
        confirmed_at: row.confirmed_at,
    })
}
