//! Devices from which a person has signed in before. Only the digest of a device's value is kept.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use workflow::UserId;

use super::entity::known_device;
use crate::clock::Instant;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// Whether this person has signed in from this device.
pub async fn is_known(
    reader: &impl Reader,
    digest: &[u8],
    user: UserId,
) -> Result<bool, StoreError> {
    let row = known_device::Entity::find_by_id(digest.to_vec()).one(reader).await?;
    Ok(row.is_some_and(|row| row.account_id == Stored(user)))
}

/// Remembers a device.
pub async fn add(
    transaction: &Transaction,
    digest: &[u8],
    user: UserId,
    now: Instant,
) -> Result<(), StoreError> {
    let row = known_device::ActiveModel {
        digest: Set(digest.to_vec()),
        account_id: Set(Stored(user)),
        created_at: Set(now),
        used_at: Set(now),
    };
    known_device::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Notes that a device was used.
pub async fn touch(
    transaction: &Transaction,
    digest: &[u8],
    now: Instant,
) -> Result<(), StoreError> {
    known_device::Entity::update_many()
        .col_expr(known_device::Column::UsedAt, Expr::value(now))
        .filter(known_device::Column::Digest.eq(digest.to_vec()))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Forgets every device of a person: whoever had the old password may have used one of them.
pub async fn forget_all(transaction: &Transaction, user: UserId) -> Result<(), StoreError> {
    known_device::Entity::delete_many()
        .filter(known_device::Column::AccountId.eq(Stored(user)))
        .exec(transaction)
        .await?;
    Ok(())
}

/// Forgets devices not used since an instant.
pub async fn clear(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let unused = known_device::Column::UsedAt.lt(before);
    let done = known_device::Entity::delete_many().filter(unused).exec(writer).await?;
    Ok(done.rows_affected)
}
