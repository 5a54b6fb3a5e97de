//! Devices from which a person has signed in before. Only the digest of a device's value is kept.

use sea_orm::{EntityTrait, Set};
use workflow::UserId;

use super::entity::known_device;
use crate::clock::Instant;
use crate::store::connection::statement::statement;
use crate::store::{Reader, StoreError, Transaction};

/// Whether this person has signed in from this device.
pub async fn is_known(
    reader: &impl Reader,
    digest: &[u8],
    user: UserId,
) -> Result<bool, StoreError> {
    let row = known_device::Entity::find_by_id(digest.to_vec()).one(reader).await?;
    Ok(row.is_some_and(|row| row.account_id == user.to_string()))
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
        account_id: Set(user.to_string()),
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
    let text = "UPDATE known_device SET used_at = $1 WHERE digest = $2";
    let values = [now.into(), digest.to_vec().into()];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(())
}

/// Forgets every device of a person: whoever had the old password may have used one of them.
pub async fn forget_all(transaction: &Transaction, user: UserId) -> Result<(), StoreError> {
    let text = "DELETE FROM known_device WHERE account_id = $1";
    transaction.execute_raw(statement(transaction, text, [user.to_string().into()])).await?;
    Ok(())
}

/// Forgets devices not used since an instant.
pub async fn clear(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let text = "DELETE FROM known_device WHERE used_at < $1";
    Ok(writer.execute_raw(statement(writer, text, [before.into()])).await?.rows_affected())
}
