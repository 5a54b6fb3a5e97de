//! The database of an office, and a way around the program to look into it and to tamper with it.

use std::path::Path;

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database as Connector, DatabaseConnection, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};

/// Which of the two databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The embedded one.
    Sqlite,
    /// A server's, in a throwaway database of its own.
    Postgresql,
}

/// Names the server the tests may make databases on.
const SERVER: &str = "GUIJIA_TEST_POSTGRES";

/// A fresh PostgreSQL database, or none for the embedded one, which the program makes itself.
pub async fn create(backend: Backend) -> Option<String> {
    if backend == Backend::Sqlite {
        return None;
    }
    let server = std::env::var(SERVER).unwrap_or_else(|_| {
        panic!("{SERVER} must name a PostgreSQL server; `make test` starts one")
    });
    Some(create_from(&server, "template1").await)
}

/// A copy of a PostgreSQL database that nobody is connected to.
pub async fn copy(url: &str) -> String {
    let (address, template) = url.rsplit_once('/').expect("an address with a database");
    create_from(&format!("{address}/postgres"), template).await
}

async fn create_from(server: &str, template: &str) -> String {
    let name = format!("guijia_{}", uuid::Uuid::new_v4().simple());
    let administrator = Connector::connect(lasting(server)).await.expect("the server answers");
    let statement = format!("CREATE DATABASE {name} TEMPLATE {template}");
    administrator.execute_unprepared(&statement).await.expect("a database of our own");
    let (address, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{address}/{name}")
}

/// Lines that are never closed for their age, as the program's: the library's task for that may never end.
pub fn lasting(address: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(address);
    options.idle_timeout(None).max_lifetime(None);
    options
}

/// A connection of our own, which knows nothing of the program's rules.
pub struct Database {
    connection: DatabaseConnection,
}

impl Database {
    /// Connects to the database of an office.
    pub async fn connect(url: Option<&str>, directory: &Path) -> Database {
        let embedded = format!("sqlite:{}?mode=rw", directory.join("guijia.sqlite").display());
        let connection = Connector::connect(lasting(url.unwrap_or(&embedded))).await;
        let database = Database { connection: connection.expect("a connection") };
        if url.is_none() {
            // The triggers against INSERT OR REPLACE need it, as on every connection of the program.
            database.change("PRAGMA recursive_triggers = ON").await.expect("a setting");
        }
        database
    }

    /// Closes every connection it has.
    pub async fn close(self) {
        self.connection.close().await.expect("closed");
    }

    /// Runs a statement and says how many rows it changed.
    pub async fn change(&self, statement: &str) -> Result<u64, DbErr> {
        let result = self.connection.execute_unprepared(statement).await?;
        Ok(result.rows_affected())
    }

    /// Runs statements of which the first is a write, all or none.
    pub async fn in_one_transaction(&self, statements: &[String]) -> Result<(), DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let transaction = self.connection.begin_with_options(options).await?;
        for statement in statements {
            transaction.execute_unprepared(statement).await?;
        }
        transaction.commit().await
    }

    /// The first column of every row, as text.
    pub async fn texts(&self, question: &str) -> Vec<String> {
        let rows = self.rows(question).await;
        rows.iter().map(|row| row.try_get_by_index(0).expect("text")).collect()
    }

    /// The first column of every row, as numbers.
    pub async fn numbers(&self, question: &str) -> Vec<i64> {
        let rows = self.rows(question).await;
        rows.iter().map(|row| row.try_get_by_index(0).expect("a number")).collect()
    }

    /// A column of one row, as bytes; `row` names a table and which row of it.
    pub async fn bytes(&self, column: &str, row: &str) -> Vec<u8> {
        let rows = self.rows(&format!("SELECT {column} FROM {row}")).await;
        rows.first().expect("a row").try_get_by_index(0).expect("bytes")
    }

    /// How many rows a table has.
    pub async fn count(&self, table: &str) -> i64 {
        let counted = self.numbers(&format!("SELECT COUNT(*) FROM {table}")).await;
        counted.first().copied().expect("one row")
    }

    async fn rows(&self, question: &str) -> Vec<sea_orm::QueryResult> {
        let backend = self.connection.get_database_backend();
        let statement = Statement::from_string(backend, question);
        self.connection.query_all_raw(statement).await.expect("an answer")
    }

    /// Takes the triggers off a table, as somebody with the database's own password could.
    pub async fn disarm(&self, table: &str) {
        let statements = match self.connection.get_database_backend() {
            sea_orm::DbBackend::Sqlite => vec![
                format!("DROP TRIGGER {table}_refuses_update"),
                format!("DROP TRIGGER {table}_refuses_delete"),
            ],
            _ => vec![format!("ALTER TABLE {table} DISABLE TRIGGER USER")],
        };
        for statement in statements {
            self.change(&statement).await.expect("the triggers come off");
        }
    }
}
