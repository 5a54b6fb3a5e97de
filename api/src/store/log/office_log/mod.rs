//! The office's own log: what every row that says what is true was when it was written.
//!
//! Rows of accounts, rules, calendars, absences, gifts, made documents and prints change without an
//! event. Whoever changes one appends to a hash chain, in the same transaction, a digest of each of
//! its columns; [`super::verify`] compares the rows with the newest entries. Each person, gift and
//! case has a chain of its own, so that only writers of the same thing wait for one another.

pub mod access;
mod adopt;
pub(in crate::store) mod columns;
pub(in crate::store) mod links;

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, ModelTrait, Select};
use uuid::Uuid;
use workflow::{CaseId, UserId};

pub use adopt::adopt;

use super::coverage;
use super::entity::chains::office_log;
use crate::clock::now;
use crate::store::{StoreError, Transaction, statement};

/// How many entries are written by one statement: SQLite bounds how many values it may have.
const AT_ONCE: usize = 200;

/// Which chain an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chain {
    /// What the whole office shares: itself, its calendars, absences, and which other chains there are.
    Office,
    /// The seals of the access log.
    Access,
    /// An account with its invitations and sessions.
    Person(UserId),
    /// The made documents of a case and their prints.
    Case(CaseId),
    /// A gift with its entries and holds.
    Gift(Uuid),
}

impl Chain {
    /// Whether the chain of the office names this one when it begins. The chain of a case is named by
    /// its events; naming it here would make the acts of all cases wait for one another.
    fn is_announced(self) -> bool {
        matches!(self, Chain::Person(_) | Chain::Gift(_))
    }
}

impl std::fmt::Display for Chain {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Chain::Office => formatter.write_str("office"),
            Chain::Access => formatter.write_str("access"),
            Chain::Person(id) => write!(formatter, "person {id}"),
            Chain::Case(id) => write!(formatter, "case {id}"),
            Chain::Gift(id) => write!(formatter, "gift {id}"),
        }
    }
}

/// What an entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum What {
    /// A row was written, by this program and in this transaction.
    Noted,
    /// A row was there before the log began, and stood so when it did.
    Adopted,
    /// The log began.
    Began,
    /// Another chain began.
    Opened,
    /// Rows of the access log were sealed.
    Sealed,
    /// So far the chains of these cases had come.
    Heads,
}

impl What {
    /// The word in the database.
    pub(in crate::store) fn word(self) -> &'static str {
        match self {
            What::Noted => "noted",
            What::Adopted => "adopted",
            What::Began => "began",
            What::Opened => "opened",
            What::Sealed => "sealed",
            What::Heads => "heads",
        }
    }
}

/// An entry before it has its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Note {
    pub(in crate::store) what: What,
    pub(in crate::store) about: String,
    pub(in crate::store) row_key: String,
    pub(in crate::store) body: Vec<u8>,
}

/// Appends what the chosen rows are now, after whatever this transaction wrote to them.
pub(in crate::store) async fn note<E: EntityTrait>(
    transaction: &Transaction,
    chain: Chain,
    rows: Select<E>,
) -> Result<(), StoreError> {
    let rows = rows.all(transaction).await?;
    append(transaction, chain, of_rows(What::Noted, &rows)?).await
}

/// An entry for each row.
pub(in crate::store) fn of_rows<M: ModelTrait>(
    what: What,
    rows: &[M],
) -> Result<Vec<Note>, StoreError> {
    let about = columns::table::<M>();
    let except = coverage::except(&about);
    let note = |row: &M| {
        Ok(Note {
            what,
            about: about.clone(),
            row_key: columns::key(row),
            body: columns::digests(row, except)?,
        })
    };
    rows.iter().map(note).collect()
}

/// Appends entries to a chain, which stays locked until the transaction ends.
pub(in crate::store) async fn append(
    transaction: &Transaction,
    chain: Chain,
    notes: Vec<Note>,
) -> Result<(), StoreError> {
    if notes.is_empty() {
        return Ok(());
    }
    let opened = extend(transaction, chain, notes).await?;
    if opened && chain.is_announced() {
        let note = Note {
            what: What::Opened,
            about: "office_log".to_owned(),
            row_key: chain.to_string(),
            body: Vec::new(),
        };
        extend(transaction, Chain::Office, vec![note]).await?;
    }
    Ok(())
}

/// Appends, and says whether these were the first entries of their chain.
async fn extend(
    transaction: &Transaction,
    chain: Chain,
    notes: Vec<Note>,
) -> Result<bool, StoreError> {
    let name = chain.to_string();
    let (before, mut head) = lock(transaction, &name).await?;
    let mut position = before;
    let mut rows = Vec::with_capacity(notes.len());
    for note in notes {
        position += 1;
        let row = links::link(&name, position, head, note, now());
        head = row.hash.clone();
        rows.push(office_log::ActiveModel::from(row).reset_all());
    }
    while !rows.is_empty() {
        let later = rows.split_off(rows.len().min(AT_ONCE));
        office_log::Entity::insert_many(rows).exec_without_returning(transaction).await?;
        rows = later;
    }
    let text = "UPDATE office_log_head SET position = $1, head = $2 WHERE chain = $3";
    let values = [position.into(), head.into(), name.into()];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(before == 0)
}

/// Locks a chain, which is begun if there is none of this name, and says where it ends.
pub(in crate::store) async fn lock(
    transaction: &Transaction,
    name: &str,
) -> Result<(i64, Vec<u8>), StoreError> {
    let text = "INSERT INTO office_log_head (chain, position, head) VALUES ($1, 0, $2) \
                ON CONFLICT (chain) DO UPDATE SET position = office_log_head.position \
                RETURNING position, head";
    let values = [name.into(), links::start(name).into()];
    let row = transaction.query_one_raw(statement(transaction, text, values)).await?;
    let row = row.ok_or_else(|| StoreError::Damaged("a chain gave no head".to_owned()))?;
    Ok((row.try_get("", "position")?, row.try_get("", "head")?))
}
