//! The access log is written by every act and every read, so its rows are not chained one by one, which
//! would make all of them wait for one another. A seal at intervals chains those that came since.
//!
//! A seal names each row it covers, because rows do not become visible in the order of their ids. With
//! the rows it notes how far the chains of the cases had come in which something was done.

use std::collections::{BTreeMap, BTreeSet, HashSet, VecDeque};

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{Chain, Note, What, append, columns, lock};
use crate::store::log::chain;
use crate::store::log::entity::audit::access_log;
use crate::store::log::entity::chains::{case_key, office_log, office_log_head};
use crate::store::plain::Plain;
use crate::store::{Reader, StoreError, Transaction};

/// How many rows one seal covers at most.
const AT_ONCE: usize = 10_000;
/// Of how many cases one statement asks where their chains end.
const CASES_AT_ONCE: usize = 500;
/// How long after its id was made a row may become visible: no transaction lasts so long.
const LATE_MILLISECONDS: u64 = 3_600_000;
/// Of each row its id and half of its digest, which is still too long to be met by trying.
pub(in crate::store) const HALF: usize = 16;

/// The rows of the access log that no seal covers. They are looked for before the chain is locked: on
/// SQLite whoever locks it holds the one writer, and an hour of reads is long to look at.
pub(in crate::store) struct Waiting {
    /// Where the chain ended before they were looked for.
    position: i64,
    /// The oldest first.
    ids: VecDeque<String>,
}

/// What one seal covers.
pub(in crate::store) struct Portion {
    /// Where the chain has to end for nobody else to have sealed these rows.
    position: i64,
    notes: Vec<Note>,
    rows: u64,
}

impl Waiting {
    /// Looks for them.
    pub(in crate::store) async fn read(reader: &impl Reader) -> Result<Waiting, StoreError> {
        let chain = office_log_head::Entity::find_by_id(Chain::Access.to_string());
        let position = chain.one(reader).await?.map_or(0, |head| head.position);
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
        let is_open = |id: &String| Uuid::parse_str(id).is_ok_and(|id| !covered.contains(&id));
        Ok(Waiting { position, ids: ids.into_iter().filter(is_open).collect() })
    }

    /// Takes the oldest of them, as many as one seal may cover.
    pub(in crate::store) async fn next(
        &mut self,
        reader: &impl Reader,
    ) -> Result<Option<Portion>, StoreError> {
        let ids: BTreeSet<String> = self.ids.drain(..self.ids.len().min(AT_ONCE)).collect();
        let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(None) };
        let mut rows = access_log::Entity::find()
            .filter(access_log::Column::Id.between(first, last))
            .order_by_asc(access_log::Column::Id)
            .all(reader)
            .await?;
        rows.retain(|row| ids.contains(&row.id));
        let mut body = Vec::with_capacity(rows.len() * 2 * HALF);
        for row in &rows {
            let id = Uuid::parse_str(&row.id)
                .map_err(|_| StoreError::Damaged("an access entry has no identifier".to_owned()))?;
            body.extend_from_slice(id.as_bytes());
            body.extend(digest(row)?);
        }
        let about = "access_log".to_owned();
        let mut notes = vec![Note { what: What::Sealed, about, row_key: last.clone(), body }];
        notes.extend(heads(reader, &rows).await?);
        let position = self.position;
        self.position += i64::try_from(notes.len()).unwrap_or(i64::MAX);
        let rows = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        Ok(Some(Portion { position, notes, rows }))
    }
}

/// Seals these rows. Returns how many; nothing where another program sealed since they were looked for.
pub(in crate::store) async fn seal(
    transaction: &Transaction,
    portion: Portion,
) -> Result<Option<u64>, StoreError> {
    let (position, _) = lock(transaction, &Chain::Access.to_string()).await?;
    if position != portion.position {
        return Ok(None);
    }
    append(transaction, Chain::Access, portion.notes).await?;
    Ok(Some(portion.rows))
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
    let cases: BTreeSet<&str> = done.filter_map(|row| row.case_id.as_deref()).collect();
    let cases: Vec<&str> = cases.into_iter().collect();
    let mut heads = Heads::new();
    for some in cases.chunks(CASES_AT_ONCE) {
        let known = case_key::Column::CaseId.is_in(some.iter().copied());
        for key in case_key::Entity::find().filter(known).all(reader).await? {
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
