//! What can go wrong below the law: told apart by what the caller can do about it.

use std::sync::Arc;

use sea_orm::{DbErr, RuntimeErr, SqlErr, SqlxError, SqlxSqliteError};

/// A failure of the store. Its text never repeats stored values.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another writer was in the way; the same transaction may succeed when tried again.
    #[error("the database is busy (code {0})")]
    Busy(String),
    /// The database does not answer.
    #[error("the database cannot be reached")]
    Unreachable,
    /// It answers, and lets nobody in under this address: another user or password, no such database.
    #[error("the database turns the connection away (code {0})")]
    TurnedAway(String),
    /// The disk is full.
    #[error("the database has no space left")]
    Full,
    /// The disk or the file does not take what is written: an I/O error, a file that is read-only.
    #[error("the database cannot be written to (code {0})")]
    Unwritable(String),
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
    /// What is sealed cannot be opened, because the office's master keys are not at hand.
    #[error("what is sealed cannot be opened: the office's master keys are not at hand")]
    Locked,
    /// Anything else the database said.
    #[error("the database refused a statement (code {0})")]
    Database(String),
}

impl StoreError {
    /// Whether the whole transaction may simply be tried again.
    pub fn is_worth_a_retry(&self) -> bool {
        matches!(self, StoreError::Busy(_))
    }

    /// Whether the database answers but does not store: what is there can still be read.
    pub fn keeps_from_writing(&self) -> bool {
        matches!(self, StoreError::Full | StoreError::Unwritable(_))
    }

    /// Whether it passes without anybody changing the request.
    pub fn passes(&self) -> bool {
        self.keeps_from_writing() || self.is_gone() || matches!(self, StoreError::Busy(_))
    }

    /// Whether there is no connection to be had.
    pub(super) fn is_gone(&self) -> bool {
        matches!(self, StoreError::Unreachable | StoreError::TurnedAway(_))
    }

    /// Whether a connection that said this is still where the program thinks it is. Everything that
    /// is not known to leave it alone may have ended its transaction.
    pub(super) fn leaves_connection_sound(&self) -> bool {
        matches!(self, StoreError::Busy(_) | StoreError::Duplicate)
    }

    /// A stored value that cannot be read back as what it is.
    pub(super) fn unreadable(what: &str) -> StoreError {
        StoreError::Damaged(format!("a stored {what} cannot be read"))
    }

    /// The error in the words of the library, for places that can only speak those.
    pub(super) fn carried(self) -> DbErr {
        DbErr::Conn(RuntimeErr::SqlxError(Arc::new(SqlxError::Configuration(Box::new(self)))))
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
            DbErr::Conn(RuntimeErr::SqlxError(inner)) => match from_driver(&inner) {
                StoreError::Database(code) if turns_away(&code) => StoreError::TurnedAway(code),
                // Whatever else is said while connecting, there is no connection.
                StoreError::Database(_) => StoreError::Unreachable,
                known => known,
            },
            DbErr::Conn(_) => StoreError::Unreachable,
            DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => from_driver(&inner),
            DbErr::Migration(text) | DbErr::Custom(text) => StoreError::Setting(text),
            DbErr::TryIntoErr { into, .. } => StoreError::unreadable(into),
            DbErr::Type(_) | DbErr::Json(_) => {
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
            if inner.try_downcast_ref::<SqlxSqliteError>().is_some() {
                from_sqlite(code)
            } else {
                from_postgresql(code)
            }
        }
        SqlxError::Configuration(inner) => match inner.downcast_ref::<StoreError>() {
            Some(carried) => carried.clone(),
            None => StoreError::Setting("the address cannot be used".to_owned()),
        },
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

/// SQLite's codes in their extended forms: the lowest byte says what kind it is.
fn from_sqlite(code: String) -> StoreError {
    match code.parse::<u32>().map(|code| code & 0xff) {
        // Busy and locked.
        Ok(5 | 6) => StoreError::Busy(code),
        Ok(13) => StoreError::Full,
        // No memory, read-only, I/O error, the file cannot be opened.
        Ok(7 | 8 | 10 | 14) => StoreError::Unwritable(code),
        Ok(11 | 26) => StoreError::Damaged(format!("the file is damaged (code {code})")),
        _ => StoreError::Database(code),
    }
}

/// PostgreSQL's codes: the first two characters are the class.
fn from_postgresql(code: String) -> StoreError {
    match code.as_str() {
        // Serialization failure, deadlock, lock not available, statement timeout.
        "40001" | "40P01" | "55P03" | "57014" => StoreError::Busy(code),
        "53100" => StoreError::Full,
        // Out of memory, I/O error.
        "53200" | "58030" => StoreError::Unwritable(code),
        // Shutting down, crashed, starting up, demoted to read-only, no connection to spare.
        "57P01" | "57P02" | "57P03" | "57P05" | "25006" | "53300" => StoreError::Unreachable,
        // The transaction was ended because nothing came for too long.
        "25P03" | "25P04" => StoreError::Unreachable,
        connection if connection.starts_with("08") => StoreError::Unreachable,
        _ => StoreError::Database(code),
    }
}

/// No such user, a wrong password, no such database, no right to connect.
fn turns_away(code: &str) -> bool {
    code.starts_with("28") || matches!(code, "3D000" | "42501")
}

/// The name of the error's kind, without the values it may carry.
fn variant_name(error: &DbErr) -> String {
    let text = format!("{error:?}");
    text.chars().take_while(|character| character.is_ascii_alphanumeric()).collect()
}
