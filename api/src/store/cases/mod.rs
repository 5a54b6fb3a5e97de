//! A case as its events make it.

pub mod adoption;
pub mod deadlines;
pub mod documents;
pub(in crate::store) mod entity;
pub mod facts;
pub mod histories;
pub mod ledger;
pub mod numbers;
pub mod persons;
pub mod projection;
pub mod rebuild;

use workflow::event::Entry;
use workflow::{Case, CaseId, Effect, effects, evolve};

use sea_orm::EntityTrait;
use uuid::Uuid;

use super::log::events::{self, Act, Head, NewEvent, StoredEvent};
use super::{Reader, StoreError, Transaction};
use entity::rows::query_code;

/// A case with the entries it was folded from, oldest first.
#[derive(Debug, Clone)]
pub struct History {
    /// The entries.
    pub entries: Vec<Entry>,
    /// The case after the last of them.
    pub case: Case,
    /// When the last of them was recorded.
    pub recorded_at: crate::clock::Instant,
}

/// Loads and folds a case; none if there is no such case.
pub async fn load(reader: &impl Reader, case_id: CaseId) -> Result<Option<History>, StoreError> {
    fold(events::load(reader, case_id).await?)
}

/// The case a code opens, by the code's blind key.
pub async fn find_by_code_key(
    reader: &impl Reader,
    code_key: &str,
) -> Result<Option<CaseId>, StoreError> {
    let row = query_code::Entity::find_by_id(code_key).one(reader).await?;
    let id = row.map(|row| Uuid::parse_str(&row.case_id)).transpose();
    let id =
        id.map_err(|_| StoreError::Damaged("a case's identifier cannot be read".to_owned()))?;
    Ok(id.map(CaseId))
}

/// The case as it stood after the event of one version.
pub async fn load_until(
    reader: &impl Reader,
    case_id: CaseId,
    version: i64,
) -> Result<Option<History>, StoreError> {
    fold(events::load_until(reader, case_id, version).await?)
}

fn fold(events: Vec<StoredEvent>) -> Result<Option<History>, StoreError> {
    follow(None, &events)
}

/// A case after more events; none if there is still none.
fn follow(before: Option<History>, events: &[StoredEvent]) -> Result<Option<History>, StoreError> {
    let Some(recorded_at) = events.last().map(|event| event.recorded_at) else {
        return Ok(before);
    };
    let (mut entries, mut case) = match before {
        Some(history) => (history.entries, Some(history.case)),
        None => (Vec::with_capacity(events.len()), None),
    };
    for event in events {
        let entry = read(event)?;
        case = evolve(case, &entry);
        entries.push(entry);
    }
    let case = case.ok_or_else(no_application)?;
    Ok(Some(History { entries, case, recorded_at }))
}

fn read(event: &StoredEvent) -> Result<Entry, StoreError> {
    let entry: Entry = serde_json::from_slice(&event.body).map_err(|_| {
        StoreError::Damaged(format!("event {} ({}) cannot be read", event.version, event.kind))
    })?;
    if entry.event.kind() == event.kind {
        Ok(entry)
    } else {
        Err(StoreError::Damaged(format!("event {} is not a {}", event.version, event.kind)))
    }
}

/// What an event of a case calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// The version of the event.
    pub version: i64,
    /// What it calls for.
    pub effect: Effect,
}

/// Folds entries into a case and collects what they call for.
pub fn fold_on(before: Option<Case>, entries: &[Entry]) -> Result<(Case, Vec<Wanted>), StoreError> {
    let mut current = before;
    let mut wanted = Vec::new();
    for entry in entries {
        let case = evolve(current, entry).ok_or_else(no_application)?;
        let version = i64::from(case.version);
        let effects = effects(&case, entry).into_iter();
        wanted.extend(effects.map(|effect| Wanted { version, effect }));
        current = Some(case);
    }
    Ok((current.ok_or_else(no_application)?, wanted))
}

fn no_application() -> StoreError {
    StoreError::Damaged("a case does not begin with an application".to_owned())
}

/// Appends entries to a case's chain. Returns the new head.
pub async fn append(
    transaction: &Transaction,
    case_id: CaseId,
    head: Head,
    act: Act,
    entries: &[Entry],
) -> Result<Head, StoreError> {
    let bodies = entries.iter().map(written).collect::<Result<Vec<_>, _>>()?;
    events::append(transaction, case_id, head, act, bodies).await
}

fn written(entry: &Entry) -> Result<NewEvent, StoreError> {
    let body = serde_json::to_vec(entry)
        .map_err(|_| StoreError::Damaged("an event cannot be written".to_owned()))?;
    Ok(NewEvent { kind: entry.event.kind(), body })
}
