//! What can go wrong with a backup, told apart by what the operator can do about it.

use std::path::{Path, PathBuf};

use crate::secret::SecretError;
use crate::store::StoreError;

/// Why a backup was not made, or is not brought back. The text never repeats stored values.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The operating system refused.
    #[error("{path}: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system says.
        error: std::io::Error,
    },
    /// A recipient is none.
    #[error("`{0}` is no recipient; one begins with age1 and is printed by `age-keygen`")]
    Recipient(String),
    /// A file of identities holds none, or a line that is none.
    #[error("{0} holds no identity, or a line that is none; one begins with AGE-SECRET-KEY-1")]
    Identity(PathBuf),
    /// The file is not encrypted as a backup is, or holds something else.
    #[error("this is no backup of guijia: {0}")]
    Foreign(&'static str),
    /// None of the identities opens it.
    #[error(
        "none of these identities opens the backup: it was made for another recipient, or its \
         first lines were altered"
    )]
    WrongIdentity,
    /// It ends too early.
    #[error("the backup is cut off at byte {0}, or its last part was altered; take another copy")]
    CutOff(u64),
    /// Bytes are not those that were written.
    #[error("the backup was altered before byte {0}; take another copy")]
    Altered(u64),
    /// Its list and what it holds are not the same.
    #[error("the backup is not what its own list says: {0}")]
    Contradicts(String),
    /// It cannot be read by this program.
    #[error(
        "the backup was made by guijia {0}, which is newer than this program; restore it with that one"
    )]
    Newer(String),
    /// Something is in the place to which it would be brought.
    #[error("{0}; nothing was changed. A backup is brought back into an empty place only")]
    Occupied(String),
    /// The keys in the place are those of another office.
    #[error(
        "the keys in {0} are not those this backup goes with: another office's, or older ones; \
         nothing was changed"
    )]
    OtherKeys(PathBuf),
    /// The keys cannot be read.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The database or the files.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl BackupError {
    /// What the operating system says of a file.
    pub fn at(path: &Path) -> impl FnOnce(std::io::Error) -> BackupError {
        let path = path.to_owned();
        |error| BackupError::Io { path, error }
    }
}
