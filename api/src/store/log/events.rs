//! The log of a case: lock its key row, append to its chain, load it again.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::chain::{self, Damage};
use super::entity::chains::{case_key, event};
use super::keys;
use super::seal::{self, Place};
use crate::clock::Instant;
use crate::secret::sealing::SealingKey;
use crate::store::connection::statement::statement;
use crate::store::{Reader, StoreError, Transaction};

/// The end of a case's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The number of events.
    pub version: i64,
    /// The hash of the last one.
    pub hash: Vec<u8>,
}

/// Who acted, when, by which command: the same for all events of one command.
#[derive(Debug, Clone, Copy)]
pub struct Act {
    /// The person.
    pub actor: UserId,
    /// The command.
    pub command_id: Uuid,
    /// The real instant.
    pub recorded_at: Instant,
}

/// An event about to be appended: its kind and its body before sealing.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// The kind, kept readable so that an auditor sees what happened without opening the body.
    pub kind: &'static str,
    /// The body.
    pub body: Vec<u8>,
}

/// An event as loaded, its body opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its place in the chain.
    pub version: i64,
    /// Its kind.
    pub kind: String,
    /// Its body.
    pub body: Vec<u8>,
    /// The command that caused it.
    pub command_id: String,
    /// When it was recorded.
    pub recorded_at: Instant,
}

/// When the newest event was recorded; none where there is none yet.
///
/// # Errors
/// When the database cannot be read.
pub async fn newest(reader: &impl Reader) -> Result<Option<Instant>, StoreError> {
    let newest = event::Entity::find().select_only();
    let newest = newest.column_as(event::Column::RecordedAt.max(), "newest");
    Ok(newest.into_tuple::<Option<Instant>>().one(reader).await?.flatten())
}

/// Begins the chain of a new case, which has a key from now on. As the first statement of a transaction it queues writers just
/// as [`lock`] does.
pub async fn begin_chain(transaction: &Transaction, id: CaseId) -> Result<Head, StoreError> {
    let case_id = id.to_string();
    let head = Head { version: 0, hash: chain::start(&case_id) };
    let row = case_key::ActiveModel {
        case_id: Set(case_id),
        version: Set(head.version),
        head: Set(head.hash.clone()),
    };
    case_key::Entity::insert(row).exec_without_returning(transaction).await?;
    keys::make(transaction, id).await?;
    Ok(head)
}

/// Locks a case against other writers until the transaction ends. None if there is no such case.
pub async fn lock(transaction: &Transaction, case_id: CaseId) -> Result<Option<Head>, StoreError> {
    // As text: one statement locks the row and reads it.
    let text = "UPDATE case_key SET version = version WHERE case_id = $1 RETURNING version, head";
    let locking = statement(transaction, text, [case_id.to_string().into()]);
    let row = transaction.query_one_raw(locking).await?;
    row.map(|row| Ok(Head { version: row.try_get("", "version")?, hash: row.try_get("", "head")? }))
        .transpose()
}

/// Appends events after `head`, which this transaction must have locked or begun.
pub async fn append(
    transaction: &Transaction,
    case_id: CaseId,
    head: Head,
    act: Act,
    events: Vec<NewEvent>,
) -> Result<Head, StoreError> {
    let key = keys::of_case(transaction, case_id).await?;
    let case_id = case_id.to_string();
    let mut head = head;
    for new in events {
        let row = link(&case_id, &head, act, new, key.as_deref())?;
        head = Head { version: row.version, hash: row.hash.clone() };
        let row = event::ActiveModel::from(row).reset_all();
        event::Entity::insert(row).exec_without_returning(transaction).await?;
    }
    case_key::Entity::update_many()
        .col_expr(case_key::Column::Version, Expr::value(head.version))
        .col_expr(case_key::Column::Head, Expr::value(head.hash.clone()))
        .filter(case_key::Column::CaseId.eq(case_id))
        .exec(transaction)
        .await?;
    Ok(head)
}

fn link(
    case_id: &str,
    head: &Head,
    act: Act,
    new: NewEvent,
    key: Option<&SealingKey>,
) -> Result<event::Model, StoreError> {
    let version = head.version + 1;
    let sealed = seal::seal(key, Place { case_id, version }, new.body)?;
    let mut row = event::Model {
        case_id: case_id.to_owned(),
        version,
        kind: new.kind.to_owned(),
        body: sealed.bytes,
        codec: sealed.codec.to_owned(),
        key_id: sealed.key_name,
        actor: act.actor.to_string(),
        recorded_at: act.recorded_at,
        command_id: act.command_id.to_string(),
        prev_hash: head.hash.clone(),
        hash: Vec::new(),
    };
    row.hash = chain::hash(&row);
    Ok(row)
}

/// All events of a case, oldest first. Empty if there is no such case; fails if the chain is
/// broken, so that nothing is ever built on damaged events.
pub async fn load(reader: &impl Reader, case_id: CaseId) -> Result<Vec<StoredEvent>, StoreError> {
    let beginning = Known::beginning(case_id);
    Ok(load_after(reader, case_id, &beginning).await?.map_or_else(Vec::new, |(events, _)| events))
}

/// How far the chain of a case is known to be whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The last event that was looked at.
    pub head: Head,
    /// When it was recorded.
    pub recorded_at: Instant,
}

impl Known {
    /// Before the first event.
    pub fn beginning(case_id: CaseId) -> Known {
        let head = Head { version: 0, hash: chain::start(&case_id.to_string()) };
        Known { head, recorded_at: Instant::MIN }
    }
}

/// The events that follow what is known, and how far it is known with them. None if there are none;
/// fails if they do not follow from it.
pub async fn load_after(
    reader: &impl Reader,
    case_id: CaseId,
    known: &Known,
) -> Result<Option<(Vec<StoredEvent>, Known)>, StoreError> {
    let id = case_id.to_string();
    let Known { head: Head { version, hash }, recorded_at } = known;
    let rows = event::Entity::find()
        .filter(event::Column::CaseId.eq(&id))
        .filter(event::Column::Version.gt(*version))
        .order_by_asc(event::Column::Version)
        .all(reader)
        .await?;
    if let Some(damage) = chain::first_damage_after(&id, *version, hash, *recorded_at, &rows) {
        return Err(StoreError::Damaged(damage.to_string()));
    }
    let Some(last) = rows.last() else { return Ok(None) };
    let head = Head { version: last.version, hash: last.hash.clone() };
    let known = Known { head, recorded_at: last.recorded_at };
    // Of a case that is plain no key is asked for.
    let is_sealed = rows.iter().any(|row| seal::is_sealed(&row.codec));
    let key = if is_sealed { keys::of_case(reader, case_id).await? } else { None };
    let events = rows.into_iter().map(|row| opened(row, key.as_deref()));
    Ok(Some((events.collect::<Result<_, _>>()?, known)))
}

/// Where the chain of a case ends. None if there is no such case.
pub async fn head(reader: &impl Reader, case_id: CaseId) -> Result<Option<Head>, StoreError> {
    let key = case_key::Entity::find_by_id(case_id.to_string()).one(reader).await?;
    Ok(key.map(|key| Head { version: key.version, hash: key.head }))
}

fn opened(row: event::Model, key: Option<&SealingKey>) -> Result<StoredEvent, StoreError> {
    let place = Place { case_id: &row.case_id, version: row.version };
    let body = seal::open(key, place, &row.body, &row.codec, &row.key_id)?;
    Ok(StoredEvent {
        version: row.version,
        kind: row.kind,
        body,
        command_id: row.command_id,
        recorded_at: row.recorded_at,
    })
}

/// One case whose stored chain is not what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedChain {
    /// The case.
    pub case_id: String,
    /// Where and how.
    pub damage: Damage,
}

/// How many cases are read at a time while all chains are checked.
const CASES_AT_A_TIME: u64 = 200;

/// Re-hashes every event of every case and compares each chain with its head.
pub async fn check_all(reader: &impl Reader) -> Result<Vec<DamagedChain>, StoreError> {
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let keys = case_key::Entity::find()
            .filter(case_key::Column::CaseId.gt(&after))
            .order_by_asc(case_key::Column::CaseId)
            .limit(CASES_AT_A_TIME)
            .all(reader)
            .await?;
        let Some(last) = keys.last() else {
            return Ok(found);
        };
        let mut events = event::Entity::find()
            .filter(event::Column::CaseId.gt(&after))
            .filter(event::Column::CaseId.lte(&last.case_id))
            .order_by_asc(event::Column::CaseId)
            .order_by_asc(event::Column::Version)
            .all(reader)
            .await?
            .into_iter()
            .peekable();
        for key in &keys {
            let mut rows = Vec::new();
            while let Some(row) = events.next_if(|row| row.case_id == key.case_id) {
                rows.push(row);
            }
            let damage = chain::first_damage(&key.case_id, &rows)
                .or_else(|| chain::head_damage(key, rows.last()));
            if let Some(damage) = damage {
                found.push(DamagedChain { case_id: key.case_id.clone(), damage });
            }
        }
        after.clone_from(&last.case_id);
    }
}
