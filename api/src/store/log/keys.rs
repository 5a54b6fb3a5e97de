//! The keys with which cases are sealed, as they are kept: each wrapped by a master key of the office.
//!
//! A case has its key from its first event on. One from before there were keys has none, and stays plain
//! until it is moved. Without the master keys chains are still read and compared; what is sealed in them
//! is not opened. A key that is taken away takes the content with it, and leaves the chain.

use std::sync::Arc;

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::CaseId;

use super::entity::keys::data_key;
use crate::secret::masters::{Masters, Wrapped};
use crate::secret::ring::KeyRing;
use crate::secret::sealing::{KeyBytes, SealError, SealingKey};
use crate::secret::suite::Suite;
use crate::store::{Reader, StoreError, Transaction};

/// How many are read at a time, and wrapped anew in one transaction.
const AT_ONCE: u64 = 500;

pub(super) fn masters(keys: &KeyRing) -> Result<&Masters, StoreError> {
    keys.masters().ok_or(StoreError::Locked)
}

/// The key of a case; none if it is still plain.
///
/// # Errors
/// When the master keys are not at hand, or none of them opens it; when the store fails.
pub async fn of_case(
    reader: &impl Reader,
    case_id: CaseId,
) -> Result<Option<Arc<SealingKey>>, StoreError> {
    if let Some(key) = reader.keys().opened(case_id) {
        return Ok(Some(key));
    }
    let row = data_key::Entity::find_by_id(case_id.to_string()).one(reader).await?;
    let Some(row) = row else { return Ok(None) };
    let key = Arc::new(opened(reader.keys(), &row)?);
    reader.keys().keep(case_id, key.clone());
    Ok(Some(key))
}

/// Makes the key of a case that has none.
///
/// # Errors
/// When it has one; when the master keys are not at hand; when the store fails.
pub async fn make(
    transaction: &Transaction,
    case_id: CaseId,
) -> Result<Arc<SealingKey>, StoreError> {
    let masters = masters(transaction.keys())?;
    let bytes = KeyBytes::draw().map_err(not_sealed)?;
    let key = Arc::new(SealingKey::of(masters.suite(), &bytes).map_err(not_sealed)?);
    let scope = case_id.to_string();
    let Wrapped { master, bytes } = masters.wrap(&scope, &bytes).map_err(not_sealed)?;
    let (suite, name) = (key.suite().word().to_owned(), key.name().to_owned());
    let row = data_key::Model { scope, suite, name, master, wrapped: bytes };
    let row = data_key::ActiveModel::from(row).reset_all();
    data_key::Entity::insert(row).exec_without_returning(transaction).await?;
    transaction.keys().keep(case_id, key.clone());
    Ok(key)
}

fn opened(keys: &KeyRing, row: &data_key::Model) -> Result<SealingKey, StoreError> {
    let suite = Suite::of_word(&row.suite).ok_or_else(damaged)?;
    let key = SealingKey::of(suite, &bytes(keys, row)?).map_err(|_| damaged())?;
    if key.name() == row.name { Ok(key) } else { Err(damaged()) }
}

pub(super) fn bytes(keys: &KeyRing, row: &data_key::Model) -> Result<KeyBytes, StoreError> {
    let wrapped = Wrapped { master: row.master.clone(), bytes: row.wrapped.clone() };
    masters(keys)?.unwrap(&row.scope, &wrapped).map_err(|_| damaged())
}

fn damaged() -> StoreError {
    StoreError::Damaged("a key is none that the master keys of this office open".to_owned())
}

pub(in crate::store) fn not_sealed(error: SealError) -> StoreError {
    StoreError::Setting(error.to_string())
}

/// Whether anything in this database is sealed.
pub async fn any(reader: &impl Reader) -> Result<bool, StoreError> {
    Ok(data_key::Entity::find().one(reader).await?.is_some())
}

/// Every key that is kept, by its scope, and, where the master keys are at hand, whether they open it.
pub async fn check_all(
    reader: &impl Reader,
    mut seen: impl FnMut(&str, bool),
) -> Result<(), StoreError> {
    let keys = reader.keys();
    let mut after = String::new();
    loop {
        let rows = page(reader, &after).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        for row in &rows {
            let is_sound = keys.masters().is_none() || opened(keys, row).is_ok();
            seen(&row.scope, is_sound);
        }
        after.clone_from(&last.scope);
    }
}

/// The next keys after this scope.
pub(super) async fn page(
    reader: &impl Reader,
    after: &str,
) -> Result<Vec<data_key::Model>, StoreError> {
    let rows = data_key::Entity::find()
        .filter(data_key::Column::Scope.gt(after))
        .order_by_asc(data_key::Column::Scope)
        .limit(AT_ONCE);
    Ok(rows.all(reader).await?)
}
