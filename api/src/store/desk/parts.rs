//! The parts of an upload: each may come again and is then the same, and what has come is known after the
//! connection was cut.

use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::entity::desk_part;
use super::key;
use crate::secret::OfficeSecret;
use crate::store::log::keys::not_sealed;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// Separates these places from all others.
const PART: &[u8] = b"guijia desk part 1";

/// Whose part it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Of {
    /// The record it was uploaded to.
    pub record: Uuid,
    /// The upload.
    pub upload: Uuid,
}

/// Keeps a part; one that came before gives way.
pub async fn keep(
    transaction: &Transaction,
    secret: &OfficeSecret,
    of: Of,
    part: u32,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let number = part.to_be_bytes();
    let place = [PART, of.record.as_bytes(), of.upload.as_bytes(), &number];
    let sealed = key(secret)?.seal(&place, bytes).map_err(not_sealed)?;
    let row = desk_part::ActiveModel {
        record: Set(Stored(of.record)),
        upload: Set(Stored(of.upload)),
        part: Set(i64::from(part)),
        size: Set(i64::try_from(bytes.len()).unwrap_or(i64::MAX)),
        sealed: Set(sealed),
    };
    let key = [desk_part::Column::Record, desk_part::Column::Upload, desk_part::Column::Part];
    let again = OnConflict::columns(key)
        .update_columns([desk_part::Column::Size, desk_part::Column::Sealed])
        .to_owned();
    desk_part::Entity::insert(row).on_conflict(again).exec_without_returning(transaction).await?;
    Ok(())
}

/// Which parts of each upload to a record have come: upload, part, size.
pub async fn received(
    reader: &impl Reader,
    record: Uuid,
) -> Result<Vec<(Uuid, u32, u64)>, StoreError> {
    let rows: Vec<(Stored<Uuid>, i64, i64)> = desk_part::Entity::find()
        .select_only()
        .column(desk_part::Column::Upload)
        .column(desk_part::Column::Part)
        .column(desk_part::Column::Size)
        .filter(desk_part::Column::Record.eq(Stored(record)))
        .order_by_asc(desk_part::Column::Upload)
        .order_by_asc(desk_part::Column::Part)
        .into_tuple()
        .all(reader)
        .await?;
    let damaged = || StoreError::Damaged("a part has an impossible number".to_owned());
    rows.into_iter()
        .map(|(upload, part, size)| {
            let part = u32::try_from(part).map_err(|_| damaged())?;
            Ok((upload.0, part, u64::try_from(size).map_err(|_| damaged())?))
        })
        .collect()
}

/// The bytes of an upload, as far as its parts have come.
pub async fn bytes(
    reader: &impl Reader,
    secret: &OfficeSecret,
    of: Of,
) -> Result<Vec<u8>, StoreError> {
    let rows = desk_part::Entity::find()
        .filter(desk_part::Column::Record.eq(Stored(of.record)))
        .filter(desk_part::Column::Upload.eq(Stored(of.upload)))
        .order_by_asc(desk_part::Column::Part)
        .all(reader)
        .await?;
    let damaged = || StoreError::Damaged("a part cannot be opened".to_owned());
    let key = key(secret)?;
    let mut whole = Vec::new();
    for row in rows {
        let number = u32::try_from(row.part).map_err(|_| damaged())?.to_be_bytes();
        let place = [PART, of.record.as_bytes(), of.upload.as_bytes(), &number];
        whole.extend(key.open(&place, &row.sealed).map_err(|_| damaged())?);
    }
    Ok(whole)
}

/// Takes an upload away.
pub async fn remove(transaction: &Transaction, of: Of) -> Result<(), StoreError> {
    desk_part::Entity::delete_many()
        .filter(desk_part::Column::Record.eq(Stored(of.record)))
        .filter(desk_part::Column::Upload.eq(Stored(of.upload)))
        .exec(transaction)
        .await?;
    Ok(())
}

/// How many bytes lie in the parts of all records.
pub async fn total(reader: &impl Reader) -> Result<u64, StoreError> {
    let total: Option<Option<i64>> = desk_part::Entity::find()
        .select_only()
        .column_as(desk_part::Column::Size.sum().cast_as("BIGINT"), "total")
        .into_tuple()
        .one(reader)
        .await?;
    Ok(total.flatten().and_then(|total| u64::try_from(total).ok()).unwrap_or(0))
}
