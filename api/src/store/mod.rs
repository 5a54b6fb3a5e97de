//! The only module that names the database library.
//!
//! Writes take a [`Transaction`] and reads any [`Reader`], so that a write can only join the
//! transaction it belongs to. Ids are stored as text, days as `YYYY-MM-DD`, instants as integer
//! microseconds.

pub mod absences;
mod address;
pub mod adoption;
pub mod audit;
pub mod calendar;
pub mod cases;
pub mod chain;
pub mod connect;
pub mod coverage;
pub mod deadlines;
pub mod devices;
pub mod documents;
pub mod donations;
pub mod editions;
mod entity;
mod error;
pub mod events;
pub mod facts;
pub mod files;
mod health;
pub mod idempotency;
pub mod invitations;
pub mod jobs;
mod kept_accesses;
pub mod ledger;
mod line;
pub mod numbers;
pub mod office;
pub mod office_log;
pub mod people;
pub mod persons;
mod pool;
pub mod probe;
pub mod projection;
pub mod rebuild;
pub mod refresh;
mod seal;
pub mod sessions;
pub mod snapshot;
pub mod soundness;
#[cfg(test)]
pub(crate) mod tests;
mod transaction;
pub mod verify;

pub use error::StoreError;
pub use pool::Pool;
/// Anything that can be read from: the pool or a transaction.
pub use sea_orm::ConnectionTrait as Reader;
pub use transaction::Transaction;

use std::sync::Arc;

use sea_orm::{Statement, Value};

/// The database of one office.
#[derive(Clone)]
pub struct Store {
    address: connect::Address,
    pool: Pool,
    kept_accesses: kept_accesses::KeptAccesses,
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
        let pool = Pool { connection, health: Arc::new(health::Health::new()) };
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
