//! Invitations to choose a password: good once, for a while, and only the newest of a person.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Set, sea_query::Expr};
use workflow::UserId;

use super::entity::invitation;
use crate::clock::Instant;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// An invitation as it is kept.
#[derive(Debug, Clone, Copy)]
pub struct NewInvitation<'a> {
    /// SHA-256 of its code.
    pub digest: &'a [u8],
    /// Who is invited.
    pub user: UserId,
    /// Who invites; nobody where the operator does.
    pub by: Option<UserId>,
    /// When it was made.
    pub created_at: Instant,
    /// Until when it can be accepted.
    pub expires_at: Instant,
}

/// Keeps an invitation and makes every older one of the same person worthless.
pub async fn add(transaction: &Transaction, new: NewInvitation<'_>) -> Result<(), StoreError> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::ExpiresAt, Expr::value(new.created_at))
        .filter(invitation::Column::AccountId.eq(Stored(new.user)))
        .filter(invitation::Column::UsedAt.is_null())
        .filter(invitation::Column::ExpiresAt.gt(new.created_at))
        .exec(transaction)
        .await?;
    let row = invitation::ActiveModel {
        digest: Set(new.digest.to_vec()),
        account_id: Set(Stored(new.user)),
        created_by: Set(new.by.map(Stored)),
        created_at: Set(new.created_at),
        expires_at: Set(new.expires_at),
        used_at: Set(None),
    };
    invitation::Entity::insert(row).exec_without_returning(transaction).await?;
    let of_person = invitation::Column::AccountId.eq(Stored(new.user));
    let all = invitation::Entity::find().filter(of_person);
    note(transaction, Chain::Person(new.user), all).await
}

fn open(digest: &[u8], now: Instant) -> Condition {
    Condition::all()
        .add(invitation::Column::Digest.eq(digest))
        .add(invitation::Column::UsedAt.is_null())
        .add(invitation::Column::ExpiresAt.gt(now))
}

/// Whose invitation this is, if it can still be accepted.
pub async fn find(
    reader: &impl Reader,
    digest: &[u8],
    now: Instant,
) -> Result<Option<UserId>, StoreError> {
    let row = invitation::Entity::find().filter(open(digest, now)).one(reader).await?;
    Ok(row.map(|row| row.account_id.0))
}

/// Uses an invitation up. False where it was used or replaced meanwhile.
pub async fn use_up(
    transaction: &Transaction,
    digest: &[u8],
    now: Instant,
) -> Result<bool, StoreError> {
    let used = invitation::Entity::update_many()
        .col_expr(invitation::Column::UsedAt, Expr::value(now))
        .filter(open(digest, now))
        .exec(transaction)
        .await?;
    let row = invitation::Entity::find_by_id(digest.to_vec());
    let found = row.clone().one(transaction).await?;
    let Some(found) = found.filter(|_| used.rows_affected == 1) else { return Ok(false) };
    note(transaction, Chain::Person(found.account_id.0), row).await?;
    Ok(true)
}

/// Removes invitations that ended before an instant.
pub async fn clear(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let over = invitation::Column::ExpiresAt.lt(before);
    let done = invitation::Entity::delete_many().filter(over).exec(writer).await?;
    Ok(done.rows_affected)
}
