//! A database opened to be looked at: one transaction that cannot write and sees one moment.

use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, IsolationLevel, QueryResult, Statement, TransactionTrait,
};

use super::connect::{self, Look};
use crate::secret::ring::KeyRing;
use crate::store::{Reader, StoreError};

/// The database as it is at one moment.
pub struct Snapshot {
    transaction: DatabaseTransaction,
    keys: KeyRing,
}

impl Snapshot {
    /// Opens a database for reading. Makes no file, and refuses a schema that is not this program's.
    ///
    /// # Errors
    /// When there is no database, when it cannot be reached, or when its schema is older or newer.
    pub async fn open(address: &connect::Address) -> Result<Snapshot, StoreError> {
        let connection = connect::connect_read_only(address, Look::AsItLies).await?;
        let is_current = migrations::is_current(&connection).await;
        let is_newer =
            is_current.as_ref().is_err_and(|error| matches!(error, sea_orm::DbErr::Custom(_)));
        if is_newer {
            let words = "its schema is newer than this program; use the version that wrote it";
            return Err(StoreError::Setting(words.to_owned()));
        }
        if !is_current? {
            let words = "its schema is older than this program; run `guijia migrate` first";
            return Err(StoreError::Setting(words.to_owned()));
        }
        Snapshot::of(connection).await
    }

    /// Opens a database to copy the whole of it while others work in it, whatever its schema.
    ///
    /// # Errors
    /// When there is no database, or when it cannot be reached.
    pub(in crate::store) async fn open_among_others(
        address: &connect::Address,
    ) -> Result<Snapshot, StoreError> {
        Snapshot::of(connect::connect_read_only(address, Look::AmongOthers).await?).await
    }

    async fn of(connection: DatabaseConnection) -> Result<Snapshot, StoreError> {
        let one_moment = Some(IsolationLevel::RepeatableRead);
        let transaction =
            connection.begin_with_config(one_moment, Some(AccessMode::ReadOnly)).await?;
        Ok(Snapshot { transaction, keys: KeyRing::default() })
    }
}

impl Reader for Snapshot {
    fn keys(&self) -> &KeyRing {
        &self.keys
    }
}

#[async_trait]
impl ConnectionTrait for Snapshot {
    fn get_database_backend(&self) -> DbBackend {
        self.transaction.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.transaction.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, text: &str) -> Result<ExecResult, DbErr> {
        self.transaction.execute_unprepared(text).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.transaction.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.transaction.query_all_raw(statement).await
    }
}
