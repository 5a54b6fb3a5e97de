//! Repeated requests: a caller's own key, the operation and the digest of the body name one act.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use workflow::{CaseId, UserId};

use super::entity::audit::idempotency;
use crate::clock::{self, Instant, SECOND};
use crate::store::cases::entity::rows::case_row;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// What makes two requests the same request.
#[derive(Debug, Clone, Copy)]
pub struct RepeatKey<'a> {
    /// Who asked.
    pub caller: UserId,
    /// For which operation.
    pub operation: &'a str,
    /// The key of the caller's choice.
    pub key: &'a str,
    /// SHA-256 of what was asked.
    pub body_digest: &'a [u8],
    /// Whether the earlier request counts for a moment only, and while nobody acted on its case.
    pub untouched: bool,
}

impl RepeatKey<'_> {
    fn columns(&self) -> (Stored<UserId>, String, String) {
        (Stored(self.caller), self.operation.to_owned(), self.key.to_owned())
    }
}

/// For how long a request that was sent again without a key is the same request.
const MOMENT: Instant = 10 * SECOND;

/// What became of an earlier request with the same key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// There was none, or it was refused.
    None,
    /// It was the same request and succeeded with this case at this version.
    Same {
        /// The case.
        case_id: CaseId,
        /// Its version after the act.
        version: u32,
    },
    /// The key was used for a request with another body.
    Other,
}

/// Looks for an earlier success under the same key.
pub async fn find(reader: &impl Reader, key: &RepeatKey<'_>) -> Result<Earlier, StoreError> {
    let Some(row) = idempotency::Entity::find_by_id(key.columns()).one(reader).await? else {
        return Ok(Earlier::None);
    };
    if row.body_digest != key.body_digest {
        return Ok(Earlier::Other);
    }
    if key.untouched && !is_untouched(reader, &row).await? {
        return Ok(Earlier::None);
    }
    Ok(Earlier::Same {
        case_id: row.case_id.0,
        version: u32::try_from(row.version)
            .map_err(|_| StoreError::Damaged("a kept version is impossible".to_owned()))?,
    })
}

/// Whether a request was made a moment ago and its case is as it left it.
async fn is_untouched(reader: &impl Reader, row: &idempotency::Model) -> Result<bool, StoreError> {
    let case = case_row::Entity::find_by_id(row.case_id).one(reader).await?;
    let as_left = case.is_some_and(|case| case.version == row.version);
    Ok(as_left && clock::now() < row.at.saturating_add(MOMENT))
}

/// Keeps a success inside the transaction of the act. [`StoreError::Duplicate`] means that the
/// same request is being carried out at this moment by somebody else.
pub async fn keep(
    transaction: &Transaction,
    key: &RepeatKey<'_>,
    case_id: CaseId,
    version: u32,
) -> Result<(), StoreError> {
    if key.untouched {
        make_room(transaction, key).await?;
    }
    let row = idempotency::ActiveModel {
        caller: Set(Stored(key.caller)),
        operation: Set(key.operation.to_owned()),
        idempotency_key: Set(key.key.to_owned()),
        body_digest: Set(key.body_digest.to_vec()),
        case_id: Set(Stored(case_id)),
        version: Set(i64::from(version)),
        at: Set(clock::now()),
    };
    idempotency::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(())
}

/// Takes an earlier request away that counts no more. One that came in between still counts.
async fn make_room(transaction: &Transaction, key: &RepeatKey<'_>) -> Result<(), StoreError> {
    let Some(row) = idempotency::Entity::find_by_id(key.columns()).one(transaction).await? else {
        return Ok(());
    };
    if is_untouched(transaction, &row).await? {
        return Err(StoreError::Duplicate);
    }
    let earlier = idempotency::Entity::delete_by_id(key.columns());
    earlier.filter(idempotency::Column::At.eq(row.at)).exec(transaction).await?;
    Ok(())
}

/// Removes keys kept since before an instant: a request is not repeated after so long.
pub async fn clear(writer: &impl Reader, before: Instant) -> Result<u64, StoreError> {
    let old = idempotency::Column::At.lt(before);
    Ok(idempotency::Entity::delete_many().filter(old).exec(writer).await?.rows_affected)
}
