//! Seals what is from before there were keys: case by case, each in one transaction.
//!
//! The chain runs over the stored bytes, so that of a moved case is written anew, and the office's log says
//! where it ends now. A case whose chain is damaged is not touched. Whoever is ended in between begins again
//! where they were: a case is plain or sealed, never both, and plain files are removed only when no case is
//! plain any more. Nobody may be at work in the office meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use workflow::CaseId;

use super::chain;
use super::entity::chains::{case_key, event, office_log};
use super::events::{self, Head};
use super::keys;
use super::moved::End;
use super::office_log::access::Heads;
use super::office_log::{Chain, Note, What, append};
use super::seal::{self, Place};
use crate::heads::leaf::Kind;
use crate::secret::sealing::SealingKey;
use crate::store::cases::entity::documents::case_document;
use crate::store::cases::entity::rows::{case_paper, evidence_file};
use crate::store::cases::rebuild::name_of;
use crate::store::connection::compaction;
use crate::store::drawer::Drawer;
use crate::store::files::{Digest, FileStore};
use crate::store::values::Text;
use crate::store::{Reader, Store, StoreError, Transaction};

/// How the key of an entry begins that says where a sealed chain ends.
const SEALED: &str = "sealed ";
/// How many events are written by one statement: SQLite bounds how many values it may have.
const AT_ONCE: usize = 50;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moved {
    /// Cases that were sealed now.
    pub cases: u64,
    /// Files that were sealed with them.
    pub files: u64,
    /// Cases that stayed plain, each by its number, with the reason.
    pub left: Vec<(String, String)>,
    /// Plain files that were removed.
    pub removed: u64,
}

/// Seals every case that is plain, and then leaves nothing plain behind in the database's own files.
///
/// # Errors
/// When the master keys are not at hand; when the store or the files fail. What was sealed stays so.
pub async fn seal_all(store: &Store, files: &FileStore) -> Result<Moved, StoreError> {
    let mut moved = Moved::default();
    for case_id in plain_cases(store.reader()).await? {
        match seal_case(store, files, case_id).await {
            Ok(Some(count)) => {
                moved.cases += 1;
                moved.files += count;
            }
            Ok(None) => {}
            Err(error) if error.is_damage() => {
                let number = name_of(store.reader(), &case_id.to_string()).await?;
                moved.left.push((number, error.to_string()));
            }
            Err(error) => return Err(error),
        }
    }
    if moved.left.is_empty() {
        moved.removed = files.remove_plain().await?;
        compaction::rewrite(&store.pool.connection).await?;
    }
    Ok(moved)
}

/// Where the chains of the cases ended when they were sealed, as the office's log says.
///
/// # Errors
/// When the database cannot be read, or what it says is no end of a chain.
pub async fn ends(reader: &impl Reader) -> Result<Vec<End>, StoreError> {
    let entries = office_log::Entity::find()
        .filter(office_log::Column::Chain.eq(Chain::Access.to_string()))
        .filter(office_log::Column::RowKey.starts_with(SEALED))
        .order_by_asc(office_log::Column::Position)
        .all(reader)
        .await?;
    let unread = || StoreError::Damaged("an end of a chain cannot be read".to_owned());
    let mut ends = Vec::new();
    for entry in entries {
        let heads: Heads = serde_json::from_slice(&entry.body).map_err(|_| unread())?;
        for (name, (version, head)) in heads {
            let head = hex::decode(head).ok().and_then(|head| head.try_into().ok());
            ends.push(End { kind: Kind::Case, name, version, head: head.ok_or_else(unread)? });
        }
    }
    Ok(ends)
}

async fn plain_cases(reader: &impl Reader) -> Result<Vec<CaseId>, StoreError> {
    let ids: Vec<String> = event::Entity::find()
        .select_only()
        .column(event::Column::CaseId)
        .distinct()
        .filter(event::Column::KeyId.eq(""))
        .order_by_asc(event::Column::CaseId)
        .into_tuple()
        .all(reader)
        .await?;
    Ok(ids.iter().filter_map(|id| CaseId::read(id)).collect())
}

/// Seals one case with its files. None if somebody else has; otherwise how many files were sealed.
async fn seal_case(
    store: &Store,
    files: &FileStore,
    case_id: CaseId,
) -> Result<Option<u64>, StoreError> {
    let transaction = store.begin().await?;
    let sealed = in_transaction(&transaction, files, case_id).await;
    match sealed {
        Ok(Some(count)) => {
            transaction.commit().await?;
            Ok(Some(count))
        }
        other => {
            transaction.rollback().await;
            store.reader().keys().forget(case_id);
            other
        }
    }
}

async fn in_transaction(
    transaction: &Transaction,
    files: &FileStore,
    case_id: CaseId,
) -> Result<Option<u64>, StoreError> {
    let Some(head) = events::lock(transaction, case_id).await? else { return Ok(None) };
    let rows = rows_of(transaction, case_id).await?;
    if rows.iter().all(|row| seal::is_sealed(&row.codec)) {
        return Ok(None);
    }
    let id = case_id.to_string();
    let key_row = case_key::Model { case_id: id.clone(), version: head.version, head: head.hash };
    let damage =
        chain::first_damage(&id, &rows).or_else(|| chain::head_damage(&key_row, rows.last()));
    if let Some(damage) = damage {
        return Err(StoreError::Damaged(damage.to_string()));
    }
    let key = keys::make(transaction, case_id).await?;
    let count = seal_files(transaction, files, case_id, &key).await?;
    let rows = sealed_chain(&id, rows, &key)?;
    let head = rows.last().map(|row| Head { version: row.version, hash: row.hash.clone() });
    let head = head.ok_or_else(|| StoreError::Damaged("a case has no events".to_owned()))?;
    put_in_place(transaction, &id, rows).await?;
    note_head(transaction, &id, &head).await?;
    Ok(Some(count))
}

async fn rows_of(
    transaction: &Transaction,
    case_id: CaseId,
) -> Result<Vec<event::Model>, StoreError> {
    Ok(event::Entity::find()
        .filter(event::Column::CaseId.eq(case_id.to_string()))
        .order_by_asc(event::Column::Version)
        .all(transaction)
        .await?)
}

/// The same events, each sealed and linked to the one before.
fn sealed_chain(
    case_id: &str,
    rows: Vec<event::Model>,
    key: &SealingKey,
) -> Result<Vec<event::Model>, StoreError> {
    let mut before = chain::start(case_id);
    let seal_row = |mut row: event::Model| {
        let place = Place { case_id, version: row.version };
        let sealed = seal::seal(Some(key), place, std::mem::take(&mut row.body))?;
        row.body = sealed.bytes;
        row.codec = sealed.codec.to_owned();
        row.key_id = sealed.key_name;
        row.prev_hash.clone_from(&before);
        row.hash = chain::hash(&row);
        before.clone_from(&row.hash);
        Ok(row)
    };
    rows.into_iter().map(seal_row).collect()
}

/// Puts the sealed events in the place of the plain ones. What keeps them from being changed is lifted inside
/// this transaction alone.
async fn put_in_place(
    transaction: &Transaction,
    case_id: &str,
    rows: Vec<event::Model>,
) -> Result<(), StoreError> {
    migrations::append_only::lift(transaction, "event").await?;
    event::Entity::delete_many()
        .filter(event::Column::CaseId.eq(case_id))
        .exec(transaction)
        .await?;
    let mut rows = rows;
    while !rows.is_empty() {
        let later = rows.split_off(rows.len().min(AT_ONCE));
        let some = rows.into_iter().map(|row| event::ActiveModel::from(row).reset_all());
        event::Entity::insert_many(some).exec_without_returning(transaction).await?;
        rows = later;
    }
    Ok(migrations::append_only::lower(transaction, "event").await?)
}

/// Writes where the chain ends now, in the case's key row and in the office's log.
async fn note_head(
    transaction: &Transaction,
    case_id: &str,
    head: &Head,
) -> Result<(), StoreError> {
    case_key::Entity::update_many()
        .col_expr(case_key::Column::Head, Expr::value(head.hash.clone()))
        .filter(case_key::Column::CaseId.eq(case_id))
        .exec(transaction)
        .await?;
    let heads = BTreeMap::from([(case_id, (head.version, hex::encode(&head.hash)))]);
    let body = serde_json::to_vec(&heads)
        .map_err(|_| StoreError::Damaged("an entry cannot be written".to_owned()))?;
    let note = Note {
        what: What::Heads,
        about: "case_key".to_owned(),
        row_key: format!("{SEALED}{case_id}"),
        body,
    };
    append(transaction, Chain::Access, vec![note]).await
}

/// Lays a sealed copy of each file of the case beside the plain one.
async fn seal_files(
    transaction: &Transaction,
    files: &FileStore,
    case_id: CaseId,
    key: &std::sync::Arc<SealingKey>,
) -> Result<u64, StoreError> {
    let id = case_id.to_string();
    let papers: Vec<String> = case_paper::Entity::find()
        .select_only()
        .column(case_paper::Column::Digest)
        .filter(case_paper::Column::CaseId.eq(&id))
        .into_tuple()
        .all(transaction)
        .await?;
    let evidence: Vec<String> = evidence_file::Entity::find()
        .select_only()
        .column(evidence_file::Column::Digest)
        .filter(evidence_file::Column::CaseId.eq(&id))
        .into_tuple()
        .all(transaction)
        .await?;
    let documents: Vec<String> = case_document::Entity::find()
        .select_only()
        .column(case_document::Column::Digest)
        .filter(case_document::Column::CaseId.eq(&id))
        .filter(case_document::Column::Digest.is_not_null())
        .into_tuple()
        .all(transaction)
        .await?;
    let digests: BTreeSet<String> = papers.into_iter().chain(evidence).chain(documents).collect();
    let (plain, sealed) =
        (Drawer::new(files, case_id, None), Drawer::new(files, case_id, Some(key.clone())));
    let mut count = 0;
    for digest in &digests {
        let digest = Digest::parse(digest)
            .ok_or_else(|| StoreError::Damaged("a file has no digest for a name".to_owned()))?;
        sealed.keep(plain.read(&digest).await?).await?;
        count += 1;
    }
    Ok(count)
}
