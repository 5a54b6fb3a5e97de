//! Statements outside a transaction: each is one of its own, on whichever connection is free.

use std::future::Future;
use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};

use super::connect;
use super::health::Health;
use super::meter::Meter;
use super::queue::{Queue, Turn};
use crate::secret::ring::KeyRing;
use crate::store::{Reader, StoreError};

/// The connections of an office, with an ear for what they say.
#[derive(Clone)]
pub struct Pool {
    pub(in crate::store) connection: DatabaseConnection,
    pub(in crate::store) health: Arc<Health>,
    queue: Queue,
    meter: Meter,
    pub(in crate::store) keys: KeyRing,
}

impl Pool {
    pub(in crate::store) fn new(connection: DatabaseConnection, health: Arc<Health>) -> Pool {
        let queue = Queue::new(connect::takes_one_writer(&connection));
        Pool { connection, health, queue, meter: Meter::default(), keys: KeyRing::default() }
    }

    /// What is asked of the database.
    pub fn meter(&self) -> &Meter {
        &self.meter
    }

    /// Waits for the turn to write, where one has to.
    pub(in crate::store) async fn turn(&self) -> Result<Option<Turn>, StoreError> {
        self.queue.turn().await
    }

    /// Passes an answer on and tells of an error.
    async fn heard<T>(&self, answer: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
        self.meter.count_statement();
        #[cfg(test)]
        if let Some(fault) = self.health.faults.strike() {
            self.health.hear(&fault);
            return Err(fault.carried());
        }
        self.health.expect_answers().map_err(StoreError::carried)?;
        let answer = self.health.attend(answer).await;
        if let Err(error) = &answer {
            self.health.hear(&StoreError::from(error.clone()));
        }
        answer
    }
}

impl Reader for Pool {
    fn keys(&self) -> &KeyRing {
        &self.keys
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Pool {
    fn get_database_backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        #[cfg(test)]
        self.health.faults.hear(&statement.sql);
        self.health.expect_storing().map_err(StoreError::carried)?;
        let _turn = self.turn().await.map_err(StoreError::carried)?;
        self.heard(self.connection.execute_raw(statement)).await
    }

    async fn execute_unprepared(&self, text: &str) -> Result<ExecResult, DbErr> {
        self.health.expect_storing().map_err(StoreError::carried)?;
        let _turn = self.turn().await.map_err(StoreError::carried)?;
        self.heard(self.connection.execute_unprepared(text)).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        #[cfg(test)]
        self.health.faults.hear(&statement.sql);
        // A statement that changes rows and reads them is a write like any other.
        let changes = !statement.sql.trim_start().starts_with("SELECT");
        let _turn = if changes { self.turn().await.map_err(StoreError::carried)? } else { None };
        self.heard(self.connection.query_one_raw(statement)).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        #[cfg(test)]
        self.health.faults.hear(&statement.sql);
        self.heard(self.connection.query_all_raw(statement)).await
    }
}
