//! A transaction that believes in nothing but what the database said to each of its statements.
//!
//! After the first error no further statement runs and nothing can be committed, on both databases
//! alike: PostgreSQL answers the `COMMIT` of such a transaction with a friendly `ROLLBACK`, and SQLite
//! may have ended it already and would store the rest without the beginning.

use std::sync::Arc;
use std::time::Instant;

use sea_orm::prelude::async_trait::async_trait;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use tokio::runtime::Handle;
use tokio::sync::Mutex;

use super::connect;
use super::health::Health;
use super::line::Line;
use super::meter::Meter;
use super::pool::Pool;
use super::queue::Turn;
use crate::secret::ring::KeyRing;
use crate::store::{Reader, StoreError};

/// An open transaction; dropped without `commit`, it rolls back.
pub struct Transaction {
    backend: DbBackend,
    open: Mutex<Open>,
    health: Arc<Health>,
    meter: Meter,
    keys: KeyRing,
}

struct Open {
    /// None once it has ended. With it goes the turn to write, where writers queue.
    line: Option<(Line, Option<Turn>)>,
    state: State,
}

enum State {
    /// Every statement so far was answered.
    Sound,
    /// A statement runs; whoever waited for it may have gone.
    Waiting,
    /// A statement failed.
    Failed(StoreError),
}

impl Transaction {
    /// Begins one, unless the office is known not to store.
    pub(in crate::store) async fn begin(pool: &Pool) -> Result<Transaction, StoreError> {
        let health = pool.health.clone();
        health.expect_storing()?;
        let began = Instant::now();
        let turn = pool.turn().await?;
        let mut lines_left = connect::Size::OFFICE.connections;
        let line = loop {
            match Transaction::begin_on_some_line(pool).await? {
                Ok(line) => break line,
                // It led to a server that is gone or takes no writes any more: the next may not.
                Err(StoreError::Unreachable) if lines_left > 0 => lines_left -= 1,
                Err(error) => return Err(error),
            }
        };
        let backend = pool.get_database_backend();
        let open = Open { line: Some((line, turn)), state: State::Sound };
        let meter = pool.meter().clone();
        meter.count_transaction(began.elapsed());
        let keys = pool.keys().clone();
        Ok(Transaction { backend, open: Mutex::new(open), health, meter, keys })
    }

    /// Takes a line and begins on it. The outer error is that there is no line at all.
    async fn begin_on_some_line(pool: &Pool) -> Result<Result<Line, StoreError>, StoreError> {
        let health = &pool.health;
        let taken = health.attend(connect::take(&pool.connection)).await;
        let mut line = heard(health, taken)?;
        #[cfg(test)]
        let begun = match health.faults.strike() {
            Some(fault) => Err(fault.carried()),
            None => line.begin().await,
        };
        #[cfg(not(test))]
        let begun = line.begin().await;
        Ok(heard(health, begun).map(|()| line))
    }

    /// Ends it and keeps what it wrote. Where this fails, nobody knows whether it was kept.
    ///
    /// # Errors
    /// The error of a statement before, after which nothing can be kept, or that of the commit.
    pub async fn commit(mut self) -> Result<(), DbErr> {
        let open = self.open.get_mut();
        if let State::Failed(error) = &open.state {
            return Err(error.clone().carried());
        }
        let Some((mut line, _turn)) = open.line.take() else {
            return Err(ended().carried());
        };
        #[cfg(test)]
        let done = self.health.faults.commit(&mut line).await;
        #[cfg(not(test))]
        let done = line.commit().await;
        if let Err(error) = &done {
            self.health.hear(&StoreError::from(error.clone()));
            line.close();
        }
        done
    }

    /// Ends it and keeps nothing. A connection that cannot even do that is closed, which has the
    /// same effect.
    pub async fn rollback(mut self) {
        let open = self.open.get_mut();
        if let Some((line, _turn)) = open.line.take() {
            give_back(line, &open.state).await;
        }
    }
}

/// Gives a connection back outside any transaction, or closes it.
async fn give_back(mut line: Line, state: &State) {
    let is_sound = match state {
        State::Sound => true,
        State::Waiting => false,
        State::Failed(error) => error.leaves_connection_sound(),
    };
    if !is_sound {
        line.close();
    } else if let Err(error) = line.roll_back().await {
        tracing::debug!(%error, "a connection that could not roll back is closed");
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let open = self.open.get_mut();
        let Some((line, turn)) = open.line.take() else { return };
        let state = std::mem::replace(&mut open.state, State::Waiting);
        match Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    give_back(line, &state).await;
                    drop(turn);
                });
            }
            Err(_) => line.close(),
        }
    }
}

fn ended() -> StoreError {
    StoreError::Database("the transaction has ended".to_owned())
}

fn heard<T>(health: &Health, result: Result<T, DbErr>) -> Result<T, StoreError> {
    result.map_err(|error| {
        let error = StoreError::from(error);
        health.hear(&error);
        error
    })
}

/// Runs one statement on the line of a transaction, unless an earlier one failed.
macro_rules! on_line {
    ($transaction:expr, $text:expr, $line:ident => $answer:expr) => {{
        #[cfg(test)]
        $transaction.health.faults.hear($text);
        $transaction.meter.count_statement();
        let mut open = $transaction.open.lock().await;
        let Open { line, state } = &mut *open;
        if let State::Failed(error) = state {
            return Err(error.clone().carried());
        }
        let Some(($line, _)) = line else { return Err(ended().carried()) };
        *state = State::Waiting;
        #[cfg(test)]
        let answer = match $transaction.health.faults.strike() {
            Some(fault) => Err($transaction.health.faults.break_line($line, fault).await),
            None => $answer.await,
        };
        #[cfg(not(test))]
        let answer = $answer.await;
        *state = match &answer {
            Ok(_) => State::Sound,
            Err(error) => {
                let error = StoreError::from(error.clone());
                $transaction.health.hear(&error);
                State::Failed(error)
            }
        };
        answer
    }};
}

impl Reader for Transaction {
    fn keys(&self) -> &KeyRing {
        &self.keys
    }
}

#[async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        on_line!(self, &statement.sql, line => line.execute(statement))
    }

    async fn execute_unprepared(&self, text: &str) -> Result<ExecResult, DbErr> {
        on_line!(self, text, line => line.run(text))
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        on_line!(self, &statement.sql, line => line.row(statement))
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        on_line!(self, &statement.sql, line => line.rows(statement))
    }
}
