//! The access log is written by every act and every read, so its rows are not chained one by one, which
//! would make all of them wait for one another. A seal at intervals chains those that came since.
//!
//! A seal names each row it covers, because rows do not become visible in the order of their ids. With
//! the rows it notes how far the chains of the cases had come in which something was done.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Chain, Note, What, append, columns, lock};
use crate::store::log::chain;
use crate::store::log::entity::audit::access_log;
use crate::store::log::entity::chains::{case_key, office_log};
use crate::store::plain::Plain;
use crate::store::{Reader, StoreError, Transaction};

/// How many rows one seal covers at most.
const AT_ONCE: usize = 10_000;
/// How long after its id was made a row may become visible: no transaction lasts so long.
const LATE_MILLISECONDS: u64 = 3_600_000;
/// Of each row its id and half of its digest, which is still too long to be met by trying.
pub(in crate::store) const HALF: usize = 16;

/// Seals the oldest rows that no seal covers. Returns how many.
pub(in crate::store) async fn seal(transaction: &Transaction) -> Result<u64, StoreError> {
    lock(transaction, &Chain::Access.to_string()).await?;
    let rows = unsealed(transaction).await?;
    let Some(last) = rows.last() else { return Ok(0) };
    let mut body = Vec::with_capacity(rows.len() * 2 * HALF);
    for row in &rows {
        let id = Uuid::parse_str(&row.id)
            .map_err(|_| StoreError::Damaged("an access entry has no identifier".to_owned()))?;
        body.extend_from_slice(id.as_bytes());
        body.extend(digest(row)?);
    }
    let sealed =
        Note { what: What::Sealed, about: "access_log".to_owned(), row_key: last.id.clone(), body };
    let mut notes = vec![sealed];
    notes.extend(heads(transaction, &rows).await?);
    append(transaction, Chain::Access, notes).await?;
    Ok(u64::try_from(rows.len()).unwrap_or(u64::MAX))
}

/// The oldest rows that no seal covers, so many as one seal may cover.
async fn unsealed(reader: &impl Reader) -> Result<Vec<access_log::Model>, StoreError> {
    let floor = newest(reader).await?.and_then(|id| before(&id)).unwrap_or_default();
    let covered = covered_after(reader, &floor).await?;
    let ids: Vec<String> = access_log::Entity::find()
        .select_only()
        .column(access_log::Column::Id)
        .filter(access_log::Column::Id.gt(&floor))
        .order_by_asc(access_log::Column::Id)
        .into_tuple()
        .all(reader)
        .await?;
    // An id this program does not make is left for `verify` to find.
    let ids =
        ids.into_iter().filter(|id| Uuid::parse_str(id).is_ok_and(|id| !covered.contains(&id)));
    let ids: BTreeSet<String> = ids.take(AT_ONCE).collect();
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(Vec::new()) };
    let mut rows = access_log::Entity::find()
        .filter(access_log::Column::Id.between(first, last))
        .order_by_asc(access_log::Column::Id)
        .all(reader)
        .await?;
    rows.retain(|row| ids.contains(&row.id));
    Ok(rows)
}

/// Half of the digest of a row of the access log.
pub(in crate::store) fn digest(row: &access_log::Model) -> Result<Vec<u8>, StoreError> {
    let mut digest =
        chain::of_fields(&[b"guijia access 1", &columns::digests(&Plain::of(row), &[])?]);
    digest.truncate(HALF);
    Ok(digest)
}

/// The newest id any seal covers.
async fn newest(reader: &impl Reader) -> Result<Option<String>, StoreError> {
    let keys = office_log::Entity::find()
        .select_only()
        .column_as(office_log::Column::RowKey.max(), "newest")
        .filter(office_log::Column::About.eq("access_log"));
    Ok(keys.into_tuple::<Option<String>>().one(reader).await?.flatten())
}

/// The smallest id that can have been made an hour before this one; ids begin with their time.
pub(in crate::store) fn before(id: &str) -> Option<String> {
    let (seconds, nanoseconds) = Uuid::parse_str(id).ok()?.get_timestamp()?.to_unix();
    let milliseconds = seconds.saturating_mul(1000) + u64::from(nanoseconds) / 1_000_000;
    let earlier = milliseconds.saturating_sub(LATE_MILLISECONDS);
    Some(format!("{:08x}-{:04x}", earlier >> 16, earlier & 0xffff))
}

/// The ids after a floor that a seal covers already.
async fn covered_after(reader: &impl Reader, floor: &str) -> Result<HashSet<Uuid>, StoreError> {
    let seals = office_log::Entity::find()
        .filter(office_log::Column::About.eq("access_log"))
        .filter(office_log::Column::RowKey.gt(floor))
        .all(reader)
        .await?;
    Ok(seals.iter().flat_map(|seal| rows_of(&seal.body)).map(|(id, _)| id).collect())
}

/// The rows a seal covers, each with the half of its digest.
pub(in crate::store) fn rows_of(body: &[u8]) -> impl Iterator<Item = (Uuid, &[u8])> {
    body.chunks_exact(2 * HALF).filter_map(|row| {
        let (id, digest) = row.split_at_checked(HALF)?;
        Some((Uuid::from_slice(id).ok()?, digest))
    })
}

/// How far the chain of each case had come: its version and its head in hexadecimal.
pub(in crate::store) type Heads = BTreeMap<String, (i64, String)>;

async fn heads(
    reader: &impl Reader,
    rows: &[access_log::Model],
) -> Result<Option<Note>, StoreError> {
    let done = rows.iter().filter(|row| row.outcome == "done");
    let cases: BTreeSet<&String> = done.filter_map(|row| row.case_id.as_ref()).collect();
    let mut heads = Heads::new();
    for case_id in cases {
        let key = case_key::Entity::find_by_id(case_id.as_str()).one(reader).await?;
        if let Some(key) = key {
            heads.insert(key.case_id, (key.version, hex::encode(&key.head)));
        }
    }
    if heads.is_empty() {
        return Ok(None);
    }
    let body = serde_json::to_vec(&heads)
        .map_err(|_| StoreError::Damaged("a seal cannot be written".to_owned()))?;
    let about = "case_key".to_owned();
    Ok(Some(Note { what: What::Heads, about, row_key: String::new(), body }))
}
