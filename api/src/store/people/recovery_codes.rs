//! Recovery codes: each stands in once for a lost factor. Only their digests are kept.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, Set};
use workflow::UserId;

use super::entity::recovery_code;
use crate::clock::Instant;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// Gives a person new codes; the older ones are worth nothing from now on.
pub async fn replace(
    transaction: &Transaction,
    user: UserId,
    digests: &[[u8; 32]],
    now: Instant,
) -> Result<(), StoreError> {
    spend_all(transaction, user, now).await?;
    let rows = digests.iter().map(|digest| recovery_code::ActiveModel {
        digest: Set(digest.to_vec()),
        account_id: Set(Stored(user)),
        created_at: Set(now),
        spent_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    let new = recovery_code::Entity::find().filter(unspent(user));
    note(transaction, Chain::Person(user), new).await
}

/// Makes every code of a person worth nothing.
pub async fn spend_all(
    transaction: &Transaction,
    user: UserId,
    now: Instant,
) -> Result<(), StoreError> {
    spend(transaction, user, unspent(user), now).await?;
    Ok(())
}

/// Uses a code up. False where the person has none like it, or it was used before.
pub async fn use_up(
    transaction: &Transaction,
    user: UserId,
    digest: &[u8],
    now: Instant,
) -> Result<bool, StoreError> {
    let this = unspent(user).add(recovery_code::Column::Digest.eq(digest));
    Ok(spend(transaction, user, this, now).await? == 1)
}

/// How many codes a person has left.
pub async fn left(reader: &impl Reader, user: UserId) -> Result<u64, StoreError> {
    Ok(recovery_code::Entity::find().filter(unspent(user)).count(reader).await?)
}

async fn spend(
    transaction: &Transaction,
    user: UserId,
    which: Condition,
    now: Instant,
) -> Result<u64, StoreError> {
    let spent = recovery_code::Entity::find().filter(which.clone()).all(transaction).await?;
    let done = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::SpentAt, Expr::value(now))
        .filter(which)
        .exec(transaction)
        .await?;
    for code in spent {
        let row = recovery_code::Entity::find_by_id(code.digest);
        note(transaction, Chain::Person(user), row).await?;
    }
    Ok(done.rows_affected)
}

fn unspent(user: UserId) -> Condition {
    Condition::all()
        .add(recovery_code::Column::AccountId.eq(Stored(user)))
        .add(recovery_code::Column::SpentAt.is_null())
}
