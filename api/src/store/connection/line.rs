//! One connection of the pool, with nothing between it and the program that would count for it.
//!
//! Transactions are begun and ended by plain statements, so that the database itself says whether it
//! was outside one before and is inside one now. The driver counts instead of asking: after an error
//! at which SQLite ends a transaction by itself it takes every later one for a part of the first, and
//! "commits" what is never stored.

use std::sync::Arc;

use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{AssertSqlSafe, Executor, Postgres, Row, Sqlite, query_with, raw_sql};
use sea_orm::{DbErr, ExecResult, QueryResult, RuntimeErr, SqlxError, Statement, Values};
use sea_query_sqlx::SqlxValues;

use crate::store::StoreError;

/// A connection to either database. Dropped, it goes back to the pool, unless nobody knows whether it is
/// inside a transaction.
pub(in crate::store) struct Line {
    connection: Connection,
    /// Whether it is known on which side of a transaction it stands: not while one is begun or ended.
    /// Whoever waits for that may go meanwhile, and the next must not find what was left half done.
    is_known: bool,
}

/// Which database a connection leads to.
pub(in crate::store) enum Connection {
    /// The embedded one.
    Sqlite(PoolConnection<Sqlite>),
    /// A server's.
    Postgres(PoolConnection<Postgres>),
}

impl Line {
    /// A connection that was just taken from the pool, outside any transaction.
    pub(in crate::store) fn new(connection: Connection) -> Line {
        Line { connection, is_known: true }
    }

    /// Begins a transaction, and finds out that it did. SQLite refuses this inside another one; it
    /// takes the lock for writing at once, because a transaction that reads first and writes later
    /// fails under load.
    ///
    /// PostgreSQL only warns inside another one, which began before this message came. After a failover
    /// the connection may lead to the demoted server, which takes no writes. Both are asked in the
    /// message that begins.
    pub(in crate::store) async fn begin(&mut self) -> Result<(), DbErr> {
        let connection = match &mut self.connection {
            Connection::Sqlite(_) => return self.bracket("BEGIN IMMEDIATE").await,
            Connection::Postgres(connection) => connection,
        };
        self.is_known = false;
        let text = "BEGIN; SELECT current_setting('transaction_read_only') = 'off' \
                    AND now() = statement_timestamp()";
        let row = raw_sql(text).fetch_one(&mut **connection).await.map_err(failed)?;
        self.is_known = row.try_get(0).map_err(failed)?;
        if self.is_known { Ok(()) } else { Err(StoreError::Unreachable.carried()) }
    }

    /// Ends the transaction and keeps what it wrote.
    pub(in crate::store) async fn commit(&mut self) -> Result<(), DbErr> {
        self.bracket("COMMIT").await
    }

    /// Ends the transaction and keeps nothing.
    pub(in crate::store) async fn roll_back(&mut self) -> Result<(), DbErr> {
        self.bracket("ROLLBACK").await
    }

    /// Begins or ends a transaction. Where this fails or is not waited for, the line is closed.
    async fn bracket(&mut self, text: &'static str) -> Result<(), DbErr> {
        self.is_known = false;
        self.run(text).await?;
        self.is_known = true;
        Ok(())
    }

    /// Never uses the connection again.
    pub(in crate::store) fn close(mut self) {
        self.is_known = false;
    }

    /// Whether it leads to the embedded database.
    #[cfg(test)]
    pub(in crate::store) fn is_embedded(&self) -> bool {
        matches!(self.connection, Connection::Sqlite(_))
    }

    /// Runs a text as it is.
    pub(in crate::store) async fn run(&mut self, text: &str) -> Result<ExecResult, DbErr> {
        let text = AssertSqlSafe(text.to_owned());
        match &mut self.connection {
            Connection::Sqlite(connection) => connection.execute(text).await.map(ExecResult::from),
            Connection::Postgres(connection) => {
                connection.execute(text).await.map(ExecResult::from)
            }
        }
        .map_err(failed)
    }

    /// Runs a statement with its values.
    pub(in crate::store) async fn execute(
        &mut self,
        statement: Statement,
    ) -> Result<ExecResult, DbErr> {
        let (text, values) = parts(statement);
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                query_with(text, values).execute(&mut **connection).await.map(ExecResult::from)
            }
            Connection::Postgres(connection) => {
                query_with(text, values).execute(&mut **connection).await.map(ExecResult::from)
            }
        }
        .map_err(failed)
    }

    /// The first row of an answer.
    pub(in crate::store) async fn row(
        &mut self,
        statement: Statement,
    ) -> Result<Option<QueryResult>, DbErr> {
        let (text, values) = parts(statement);
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let row = query_with(text, values).fetch_optional(&mut **connection).await;
                row.map(|row| row.map(QueryResult::from))
            }
            Connection::Postgres(connection) => {
                let row = query_with(text, values).fetch_optional(&mut **connection).await;
                row.map(|row| row.map(QueryResult::from))
            }
        }
        .map_err(failed)
    }

    /// Every row of an answer.
    pub(in crate::store) async fn rows(
        &mut self,
        statement: Statement,
    ) -> Result<Vec<QueryResult>, DbErr> {
        let (text, values) = parts(statement);
        match &mut self.connection {
            Connection::Sqlite(connection) => {
                let rows = query_with(text, values).fetch_all(&mut **connection).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
            Connection::Postgres(connection) => {
                let rows = query_with(text, values).fetch_all(&mut **connection).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
        }
        .map_err(failed)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.is_known {
            match &mut self.connection {
                Connection::Sqlite(connection) => connection.close_on_drop(),
                Connection::Postgres(connection) => connection.close_on_drop(),
            }
        }
    }
}

fn parts(statement: Statement) -> (AssertSqlSafe<String>, SqlxValues) {
    let values = statement.values.unwrap_or_else(|| Values(Vec::new()));
    (AssertSqlSafe(statement.sql), SqlxValues(values))
}

fn failed(error: SqlxError) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(Arc::new(error)))
}
