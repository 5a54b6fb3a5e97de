//! The database of an office: opened, brought up to date, and handed to who reads and writes.

use std::sync::Arc;

use super::cases::histories::Histories;
use super::connection::connect;
use super::connection::health::Health;
use super::connection::pool::Pool;
use super::connection::transaction::Transaction;
use super::error::StoreError;
use super::log::gathered::Gathered;
use super::log::kept_accesses::KeptAccesses;
use super::log::office_log;
use super::log::office_log::access::{self, Waiting};
use super::office::configured::Configuration;

/// The database of one office.
#[derive(Clone)]
pub struct Store {
    pub(super) address: connect::Address,
    pub(super) pool: Pool,
    pub(super) kept_accesses: KeptAccesses,
    pub(super) gathered: Gathered,
    histories: Histories,
    configuration: Configuration,
}

impl Store {
    /// Connects and asserts the settings that durability rests on. The schema is left alone.
    pub async fn open(address: &connect::Address) -> Result<Store, StoreError> {
        Store::open_sized(address, connect::Size::OFFICE).await
    }

    pub(super) async fn open_sized(
        address: &connect::Address,
        size: connect::Size,
    ) -> Result<Store, StoreError> {
        let connection = connect::connect(address, size).await?;
        let pool = Pool::new(connection, Arc::new(Health::new()));
        Ok(Store {
            address: address.clone(),
            pool,
            kept_accesses: KeptAccesses::default(),
            gathered: Gathered::default(),
            histories: Histories::default(),
            configuration: Configuration::default(),
        })
    }

    /// Brings the schema up to date, and begins the office's log where there is none yet.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        migrations::apply(&self.pool.connection).await?;
        office_log::adopt(self.begin().await?).await
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

    /// Seals every row of the access log that came since the last seal. Returns how many.
    pub async fn seal_accesses(&self) -> Result<u64, StoreError> {
        let mut sealed = 0;
        let mut waiting = Waiting::read(self.reader()).await?;
        while let Some(portion) = waiting.next(self.reader()).await? {
            let transaction = self.begin().await?;
            if let Some(count) = access::seal(&transaction, portion).await? {
                transaction.commit().await?;
                sealed += count;
            } else {
                // Another program has sealed them.
                transaction.rollback().await;
                waiting = Waiting::read(self.reader()).await?;
            }
        }
        Ok(sealed)
    }

    /// The cases that were read and found whole.
    pub fn histories(&self) -> &Histories {
        &self.histories
    }

    /// The office and its calendar.
    pub fn configuration(&self) -> &Configuration {
        &self.configuration
    }

    /// Reads outside any transaction.
    pub fn reader(&self) -> &Pool {
        &self.pool
    }
}
