//! The only module that names the database library.
//!
//! Writes take a [`Transaction`] and reads any [`Reader`], so that a write can only join the
//! transaction it belongs to. Ids are stored as text, days as `YYYY-MM-DD`, instants as integer
//! microseconds.

pub mod absences;
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
pub mod idempotency;
pub mod invitations;
pub mod jobs;
pub mod ledger;
pub mod numbers;
pub mod office;
pub mod office_log;
pub mod people;
pub mod persons;
pub mod projection;
pub mod rebuild;
pub mod refresh;
mod seal;
pub mod sessions;
pub mod snapshot;
pub mod soundness;
#[cfg(test)]
pub(crate) mod tests;
pub mod verify;

pub use error::StoreError;
/// Anything that can be read from: the pool or a transaction.
pub use sea_orm::ConnectionTrait as Reader;
/// An open transaction; dropped without `commit`, it rolls back.
pub use sea_orm::DatabaseTransaction as Transaction;

use sea_orm::{DatabaseConnection, Statement, TransactionTrait, Value};

/// The database of one office.
#[derive(Clone)]
pub struct Store {
    connection: DatabaseConnection,
}

impl Store {
    /// Connects and asserts the settings that durability rests on. The schema is left alone.
    pub async fn open(address: &connect::Address) -> Result<Store, StoreError> {
        Ok(Store { connection: connect::connect(address).await? })
    }

    /// Brings the schema up to date, and begins the office's log where there is none yet.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        migrations::apply(&self.connection).await?;
        office_log::adopt(self).await
    }

    /// Whether the schema is the one this program was built for.
    pub async fn is_current(&self) -> Result<bool, StoreError> {
        Ok(migrations::is_current(&self.connection).await?)
    }

    /// The settings of the database with their verdicts, for the operator.
    pub async fn settings(&self) -> Result<Vec<connect::Setting>, StoreError> {
        connect::settings(&self.connection).await
    }

    /// Begins a transaction. Its first statement must be a write, so that writers queue instead
    /// of failing.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        Ok(self.connection.begin().await?)
    }

    /// Reads outside any transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.connection
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
