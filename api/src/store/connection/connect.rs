//! From an address to a pool, with the settings that durability rests on pinned and then asserted.
//!
//! Besides the triggers in `migrations` this is the only place that asks which database it is.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{
    ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, QueryResult, RuntimeErr,
    Statement,
};
use tokio::time::sleep;

pub use super::address::Address;
use super::line::{Connection, Line};
use super::options::{LOCK_WAIT, of_a_pool, pin_postgres, pin_sqlite};
use crate::store::StoreError;

/// "GUIJ" in ASCII: marks an SQLite file as ours.
const APPLICATION_ID: i64 = 0x4755_494A;

/// One setting as found, for the operator's report and for the check at start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the database's own words.
    pub name: &'static str,
    /// Its value as the database reports it.
    pub value: String,
    /// Whether the value is good enough.
    pub verdict: Verdict,
}

/// What a setting means for us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As it must be.
    Good,
    /// Works, but an operator should know.
    Warning,
    /// Acknowledged acts could be lost: refuse to work.
    Refused,
}

/// How long who found a new file locked lets pass.
const AGAIN: Duration = Duration::from_millis(20);

/// How many connections are open at most, and how long one waits for them.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Size {
    pub(in crate::store) connections: u32,
    pub(in crate::store) patience: Duration,
}

impl Size {
    /// Of an office that works.
    pub(in crate::store) const OFFICE: Size = Size { connections: 16, patience: LOCK_WAIT };
    /// Of one look whether the database is there.
    pub(in crate::store) const GLANCE: Size =
        Size { connections: 1, patience: Duration::from_secs(1) };
}

/// Opens a pool and refuses a database whose settings could lose acknowledged acts.
///
/// SQLite gives a new file its journal under a lock for which it does not wait: whoever opens the file at
/// the same moment is turned away, and tries again here.
pub(in crate::store) async fn connect(
    address: &Address,
    size: Size,
) -> Result<DatabaseConnection, StoreError> {
    let began = Instant::now();
    loop {
        match connect_once(address, size).await {
            Err(StoreError::Busy(_)) if began.elapsed() < size.patience => sleep(AGAIN).await,
            answer => return answer,
        }
    }
}

async fn connect_once(address: &Address, size: Size) -> Result<DatabaseConnection, StoreError> {
    let mut options = of_a_pool(address, size.connections, size.patience);
    // Who begins a transaction asks more than a ping would, and a connection comes back only outside one.
    options.test_before_acquire(false);
    pin_sqlite(&mut options);
    pin_postgres(&mut options);
    let connection = Database::connect(options).await?;
    claim_sqlite_file(&connection).await?;
    let refused: Vec<String> = settings(&connection)
        .await?
        .into_iter()
        .filter(|setting| setting.verdict == Verdict::Refused)
        .map(|setting| format!("{} is {}", setting.name, setting.value))
        .collect();
    if refused.is_empty() { Ok(connection) } else { Err(StoreError::Setting(refused.join(", "))) }
}

/// Takes one connection from a pool.
pub(in crate::store) async fn take(pool: &DatabaseConnection) -> Result<Line, DbErr> {
    let taken = match pool.get_database_backend() {
        DbBackend::Sqlite => {
            pool.get_sqlite_connection_pool().acquire().await.map(Connection::Sqlite)
        }
        _ => pool.get_postgres_connection_pool().acquire().await.map(Connection::Postgres),
    };
    taken.map(Line::new).map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error))))
}

/// Whether the database takes one writer at a time and queues nobody.
pub(in crate::store) fn takes_one_writer(pool: &DatabaseConnection) -> bool {
    pool.get_database_backend() == DbBackend::Sqlite
}

/// Writes our mark into a new SQLite file and refuses a file with another program's mark.
async fn claim_sqlite_file(connection: &DatabaseConnection) -> Result<(), StoreError> {
    if connection.get_database_backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let mark = read(connection, "PRAGMA application_id").await?;
    if mark == APPLICATION_ID.to_string() {
        return Ok(());
    }
    let tables = read(connection, "SELECT count(*) FROM sqlite_schema").await?;
    if mark != "0" || tables != "0" {
        return Err(StoreError::Setting("the file belongs to another program".to_owned()));
    }
    connection.execute_unprepared(&format!("PRAGMA application_id = {APPLICATION_ID}")).await?;
    Ok(())
}

/// Every setting that is looked at, with its verdict.
pub(in crate::store) async fn settings(
    connection: &DatabaseConnection,
) -> Result<Vec<Setting>, StoreError> {
    use Verdict::{Refused, Warning};
    let expected: &[(&'static str, &str, &[&str], Verdict)] =
        match connection.get_database_backend() {
            DbBackend::Sqlite => &[
                ("journal_mode", "PRAGMA journal_mode", &["wal"], Refused),
                ("synchronous", "PRAGMA synchronous", &["2", "3"], Refused),
                ("foreign_keys", "PRAGMA foreign_keys", &["1"], Refused),
                ("recursive_triggers", "PRAGMA recursive_triggers", &["1"], Refused),
                ("trusted_schema", "PRAGMA trusted_schema", &["0"], Warning),
                ("cell_size_check", "PRAGMA cell_size_check", &["1"], Warning),
            ],
            _ => &[
                ("fsync", "SHOW fsync", &["on"], Refused),
                ("full_page_writes", "SHOW full_page_writes", &["on"], Refused),
                (
                    "synchronous_commit",
                    "SHOW synchronous_commit",
                    &["on", "remote_write", "remote_apply"],
                    Refused,
                ),
                ("server_encoding", "SHOW server_encoding", &["UTF8"], Refused),
                (
                    "default_transaction_isolation",
                    "SHOW default_transaction_isolation",
                    &["read committed"],
                    Refused,
                ),
                ("timezone", "SHOW timezone", &["UTC"], Refused),
                ("data_checksums", "SHOW data_checksums", &["on"], Warning),
            ],
        };
    let mut found = Vec::with_capacity(expected.len());
    for &(name, question, good, otherwise) in expected {
        let value = read(connection, question).await?;
        let verdict = if good.contains(&value.as_str()) { Verdict::Good } else { otherwise };
        found.push(Setting { name, value, verdict });
    }
    Ok(found)
}

/// The single value of a one-row answer, as text.
async fn read(connection: &DatabaseConnection, question: &str) -> Result<String, StoreError> {
    let statement = Statement::from_string(connection.get_database_backend(), question);
    let row = connection.query_one_raw(statement).await?;
    let row = row.ok_or_else(|| StoreError::Setting(format!("no answer to {question}")))?;
    if let Ok(text) = row.try_get_by_index::<String>(0) {
        return Ok(text);
    }
    Ok(row.try_get_by_index::<i64>(0)?.to_string())
}

/// How a file is opened to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Look {
    /// One that nobody has open is read as it lies, so that no file of SQLite's own comes up beside it.
    AsItLies,
    /// Like everybody who works in it, who may begin at any moment.
    AmongOthers,
}

/// Opens a database to look at it: nothing is written, and where there is none, none is made.
pub(in crate::store) async fn connect_read_only(
    address: &Address,
    look: Look,
) -> Result<DatabaseConnection, StoreError> {
    let mut options = of_a_pool(address, 1, LOCK_WAIT);
    if address.0.starts_with("sqlite:") {
        let file = SqliteConnectOptions::from_str(&address.0).map_err(|_| {
            StoreError::Setting("the address of the file cannot be read".to_owned())
        })?;
        let file = file.get_filename().to_owned();
        if !file.is_file() {
            return Err(StoreError::Setting("there is no database here; none was made".to_owned()));
        }
        let at_rest = look == Look::AsItLies && !write_ahead_log(&file).exists();
        options.map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .read_only(look == Look::AsItLies)
                .create_if_missing(false)
                .immutable(at_rest)
                .busy_timeout(LOCK_WAIT)
                .pragma("query_only", "ON")
                .pragma("cell_size_check", "ON")
                .pragma("trusted_schema", "OFF")
        });
    }
    options.map_sqlx_postgres_opts(|postgres| {
        postgres.application_name("guijia verify").options([
            ("timezone", "UTC"),
            ("lock_timeout", "10s"),
            ("default_transaction_read_only", "on"),
        ])
    });
    Ok(Database::connect(options).await?)
}

fn write_ahead_log(file: &Path) -> std::path::PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

/// What a database says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::store) struct Integrity {
    pub(in crate::store) faults: Vec<String>,
    pub(in crate::store) remarks: Vec<String>,
}

/// Asks a database to check its pages, its indexes and its references.
pub(in crate::store) async fn integrity(
    reader: &impl ConnectionTrait,
) -> Result<Integrity, StoreError> {
    match reader.get_database_backend() {
        DbBackend::Sqlite => sqlite_integrity(reader).await,
        _ => postgres_integrity(reader).await,
    }
}

async fn sqlite_integrity(reader: &impl ConnectionTrait) -> Result<Integrity, StoreError> {
    let mut found = Integrity::default();
    for row in rows(reader, "PRAGMA integrity_check").await? {
        let words: String = row.try_get_by_index(0)?;
        found.faults.extend((words != "ok").then(|| format!("integrity_check: {words}")));
    }
    for row in rows(reader, "PRAGMA foreign_key_check").await? {
        let (table, parent): (String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(2)?);
        found
            .faults
            .push(format!("a row of {table} refers to a row of {parent} that is not there"));
    }
    if found.faults.is_empty() {
        found.remarks.push("SQLite finds every page and every reference in order".to_owned());
    }
    Ok(found)
}

async fn postgres_integrity(reader: &impl ConnectionTrait) -> Result<Integrity, StoreError> {
    let mut found = Integrity::default();
    for row in rows(reader, "SHOW data_checksums").await? {
        let value: String = row.try_get_by_index(0)?;
        found.remarks.push(match value.as_str() {
            "on" => "data_checksums is on: PostgreSQL refuses a damaged page when it reads it"
                .to_owned(),
            _ => format!(
                "data_checksums is {value}: PostgreSQL does not notice a damaged page by itself"
            ),
        });
    }
    let installed = "SELECT 1 FROM pg_extension WHERE extname = 'amcheck'";
    if rows(reader, installed).await?.is_empty() {
        let words = "amcheck is not installed: indexes were not compared with their tables";
        found.remarks.push(words.to_owned());
        return Ok(found);
    }
    let indexes = "SELECT c.oid::bigint, c.relname::text FROM pg_class c \
                   JOIN pg_index i ON i.indexrelid = c.oid \
                   JOIN pg_am a ON a.oid = c.relam \
                   JOIN pg_namespace n ON n.oid = c.relnamespace \
                   WHERE a.amname = 'btree' AND n.nspname = current_schema() ORDER BY c.relname";
    for row in rows(reader, indexes).await? {
        let (index, name): (i64, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        // A statement that fails would end the transaction in which everything is read.
        reader.execute_unprepared("SAVEPOINT index_check").await?;
        let check = format!("SELECT bt_index_check({index}::oid::regclass, true)");
        if reader.execute_unprepared(&check).await.is_err() {
            found.faults.push(format!(
                "amcheck: the index {name} does not fit its table, or may not be looked at"
            ));
        }
        reader.execute_unprepared("ROLLBACK TO SAVEPOINT index_check").await?;
    }
    found.remarks.push("amcheck looked at every index".to_owned());
    Ok(found)
}

async fn rows(
    reader: &impl ConnectionTrait,
    question: &str,
) -> Result<Vec<QueryResult>, StoreError> {
    let statement = Statement::from_string(reader.get_database_backend(), question);
    Ok(reader.query_all_raw(statement).await?)
}
