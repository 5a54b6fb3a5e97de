//! The office's own log: what every row that says what is true was when it was written.
//!
//! Rows of accounts, rules, calendars, absences, gifts, made documents and prints change without an
//! event. Whoever changes one appends to a hash chain, in the same transaction, a digest of each of
//! its columns; [`super::verify`] compares the rows with the newest entries. Each person, gift and
//! case has a chain of its own, so that only writers of the same thing wait for one another.

pub mod access;
mod adopt;
pub(in crate::store) mod columns;
mod entry;
pub(in crate::store) mod links;

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select};

pub use adopt::adopt;
pub use entry::Chain;
pub(in crate::store) use entry::{Note, What};

use super::coverage;
use super::entity::chains::{office_log, office_log_head};
use crate::clock::now;
use crate::store::connection::statement::statement;
use crate::store::plain::Plain;
use crate::store::{StoreError, Transaction};

/// How many entries are written by one statement: SQLite bounds how many values it may have.
const AT_ONCE: usize = 200;

/// Appends what the chosen rows are now, after whatever this transaction wrote to them.
pub(in crate::store) async fn note<E: EntityTrait>(
    transaction: &Transaction,
    chain: Chain,
    rows: Select<E>,
) -> Result<(), StoreError> {
    let rows: Vec<Plain<E>> = rows.into_model().all(transaction).await?;
    append(transaction, chain, of_rows(What::Noted, &rows)?).await
}

/// An entry for each row.
pub(in crate::store) fn of_rows<E: EntityTrait>(
    what: What,
    rows: &[Plain<E>],
) -> Result<Vec<Note>, StoreError> {
    let about = E::default().table_name().to_owned();
    let except = coverage::except(&about);
    let note = |row: &Plain<E>| {
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
    office_log_head::Entity::update_many()
        .col_expr(office_log_head::Column::Position, Expr::value(position))
        .col_expr(office_log_head::Column::Head, Expr::value(head))
        .filter(office_log_head::Column::Chain.eq(name))
        .exec(transaction)
        .await?;
    Ok(before == 0)
}

/// Locks a chain, which is begun if there is none of this name, and says where it ends.
pub(in crate::store) async fn lock(
    transaction: &Transaction,
    name: &str,
) -> Result<(i64, Vec<u8>), StoreError> {
    // As text: one statement begins the chain or locks it, and reads where it ends.
    let text = "INSERT INTO office_log_head (chain, position, head) VALUES ($1, 0, $2) \
                ON CONFLICT (chain) DO UPDATE SET position = office_log_head.position \
                RETURNING position, head";
    let values = [name.into(), links::start(name).into()];
    let row = transaction.query_one_raw(statement(transaction, text, values)).await?;
    let row = row.ok_or_else(|| StoreError::Damaged("a chain gave no head".to_owned()))?;
    Ok((row.try_get("", "position")?, row.try_get("", "head")?))
}
