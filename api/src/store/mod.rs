//! The only module that names the database library.
//!
//! Writes take a [`Transaction`] and reads any [`Reader`], so that a write can only join the
//! transaction it belongs to. Ids are stored as text, days as `YYYY-MM-DD`, instants as integer
//! microseconds.

pub mod asker;
pub mod cases;
pub mod connection;
mod error;
pub mod files;
pub mod gifts;
pub mod jobs;
pub mod log;
pub mod office;
pub mod people;
#[cfg(test)]
pub(crate) mod tests;

pub use connection::pool::Pool;
pub use connection::transaction::Transaction;
pub use error::StoreError;
/// Anything that can be read from: the pool or a transaction.
pub use sea_orm::ConnectionTrait as Reader;

use std::sync::Arc;

use sea_orm::{Statement, Value};

use connection::connect;
use connection::health::Health;
use log::kept_accesses::KeptAccesses;
use log::office_log;

/// The database of one office.
#[derive(Clone)]
pub struct Store {
    address: connect::Address,
    pool: Pool,
    kept_accesses: KeptAccesses,
}

impl Store {
    /// Connects and asserts the settings that durability rests on. The schema is left alone.
    pub async fn open(address: &connect::Address) -> Result<Store, StoreError> {
        Store::open_sized(address, connect::Size::OFFICE).await
    }

    async fn open_sized(
        address: &connect::Address,
        size: connect::Size,
    ) -> Result<Store, StoreError> {
        let connection = connect::connect(address, size).await?;
        let pool = Pool { connection, health: Arc::new(Health::new()) };
        Ok(Store { address: address.clone(), pool, kept_accesses: Default::default() })
    }

    /// Brings the schema up to date, and begins the office's log where there is none yet.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        migrations::apply(&self.pool.connection).await?;
        office_log::adopt(self).await
    }

    /// Whether the schema is the one this program was built for.
    pub async fn is_current(&self) -> Result<bool, StoreError> {
        self.pool.health.expect_answers()?;
        Ok(self.pool.health.attend(migrations::is_current(&self.pool.connection)).await?)
    }

    /// What keeps the database from storing, if anything does. Writes are refused meanwhile.
    pub fn trouble(&self) -> Option<StoreError> {
        self.pool.health.trouble()
    }

    /// The settings of the database with their verdicts, for the operator.
    pub async fn settings(&self) -> Result<Vec<connect::Setting>, StoreError> {
        connect::settings(&self.pool.connection).await
    }

    /// Begins a transaction. Its first statement must be a write, so that writers queue instead
    /// of failing.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        Transaction::begin(&self.pool).await
    }

    /// Reads outside any transaction.
    pub fn reader(&self) -> &Pool {
        &self.pool
    }
}

/// A statement with its values; `$1` is the first of them on both databases.
fn statement(
    reader: &impl Reader,
    text: &str,
    values: impl IntoIterator<Item = Value>,
) -> Statement {
    Statement::from_sql_and_values(reader.get_database_backend(), text, values)
}

/// Reads a day as stored.
fn day(text: &str) -> Result<chrono::NaiveDate, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged("a stored day is not a day".to_owned()))
}

/// The word a value without data is written as.
fn word(value: &impl serde::Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Damaged("a value has no word of its own".to_owned())),
    }
}
