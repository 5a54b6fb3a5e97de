//! What can go wrong below the law: told apart by what the caller can do about it.

use sea_orm::{DbErr, RuntimeErr, SqlErr, SqlxError};

/// A failure of the store. Its text never repeats stored values.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another writer was in the way; the same transaction may succeed when tried again.
    #[error("the database is busy (code {0})")]
    Busy(String),
    /// The database does not answer.
    #[error("the database cannot be reached")]
    Unreachable,
    /// The disk is full.
    #[error("the database has no space left")]
    Full,
    /// A stored row contradicts what this program ever writes.
    #[error("stored data is damaged: {0}")]
    Damaged(String),
    /// A setting that durability rests on is not as it must be.
    #[error("refusing to work with this database: {0}")]
    Setting(String),
    /// A row with this key is there already.
    #[error("a row with this key exists already")]
    Duplicate,
    /// A file that a row names is not there; it is named by its digest.
    #[error("the file {0} is missing")]
    FileMissing(String),
    /// The bytes of a file are not those that were stored; it is named by its digest.
    #[error("the file {0} was altered")]
    FileAltered(String),
    /// A file could not be stored or read.
    #[error("the file store failed: {0}")]
    Files(String),
    /// Anything else the database said.
    #[error("the database refused a statement (code {0})")]
    Database(String),
}

impl StoreError {
    /// Whether the whole transaction may simply be tried again.
    pub fn is_worth_a_retry(&self) -> bool {
        matches!(self, StoreError::Busy(_))
    }
}

impl StoreError {
    /// Whether what is stored is not what was written: a row that contradicts this program, a page or
    /// an index that the database finds damaged, a file that is gone or was altered.
    pub fn is_damage(&self) -> bool {
        match self {
            StoreError::Damaged(_) | StoreError::FileMissing(_) | StoreError::FileAltered(_) => {
                true
            }
            // SQLite: corrupt, not a database, with their extended forms. PostgreSQL: data and index corrupted.
            StoreError::Database(code) => {
                matches!(code.as_str(), "XX001" | "XX002" | "58P01")
                    || code.parse::<i64>().is_ok_and(|code| matches!(code & 0xff, 11 | 26))
            }
            _ => false,
        }
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> StoreError {
        if let Some(SqlErr::UniqueConstraintViolation(_)) = error.sql_err() {
            return StoreError::Duplicate;
        }
        match error {
            DbErr::ConnectionAcquire(_) => StoreError::Unreachable,
            DbErr::Conn(_) => StoreError::Unreachable,
            DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => from_driver(&inner),
            DbErr::Migration(text) | DbErr::Custom(text) => StoreError::Setting(text),
            DbErr::Type(_) | DbErr::Json(_) | DbErr::TryIntoErr { .. } => {
                StoreError::Damaged("a column has an unexpected type".to_owned())
            }
            other => StoreError::Database(variant_name(&other)),
        }
    }
}

fn from_driver(error: &SqlxError) -> StoreError {
    match error {
        SqlxError::Database(inner) => {
            let code = inner.code().map(|code| code.into_owned()).unwrap_or_default();
            match code.as_str() {
                // PostgreSQL: serialization failure, deadlock, lock not available, statement timeout.
                "40001" | "40P01" | "55P03" | "57014" => StoreError::Busy(code),
                // SQLite: busy and locked, with their extended forms.
                "5" | "6" | "261" | "262" | "517" | "773" => StoreError::Busy(code),
                // PostgreSQL: shutting down, crashed, starting up, demoted to read-only.
                "57P01" | "57P02" | "57P03" | "25006" => StoreError::Unreachable,
                // PostgreSQL's and SQLite's words for a full disk.
                "53100" | "13" => StoreError::Full,
                _ => StoreError::Database(code),
            }
        }
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => StoreError::Unreachable,
        SqlxError::ColumnDecode { index, .. } => {
            StoreError::Damaged(format!("column {index} cannot be read"))
        }
        _ => StoreError::Database("driver".to_owned()),
    }
}

/// The name of the error's kind, without the values it may carry.
fn variant_name(error: &DbErr) -> String {
    let text = format!("{error:?}");
    text.chars().take_while(|character| character.is_ascii_alphanumeric()).collect()
}
