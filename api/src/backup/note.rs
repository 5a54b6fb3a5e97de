//! The note a backup leaves in the data directory: when the newest one was made.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::fault::BackupError;
use crate::clock::Instant;

/// The name of the note.
pub const NOTE: &str = "last-backup.json";

/// What is noted of a backup. Where it lies is the operator's matter and may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// When it was begun, in microseconds since 1970 UTC: what came after is not in it.
    pub begun_at: Instant,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// How many scans and documents it lacks, because they were missing or damaged.
    pub losses: u64,
}

/// Leaves the note in the place of the one before, in one step.
///
/// # Errors
/// When it cannot be written.
pub fn leave(data: &Path, note: &Note) -> Result<(), BackupError> {
    let path = data.join(NOTE);
    let staged = data.join(format!("{NOTE}.new"));
    let write = || {
        fs::write(&staged, serde_json::to_vec(note)?)?;
        fs::File::open(&staged)?.sync_all()?;
        fs::rename(&staged, &path)
    };
    write().map_err(BackupError::at(&path))
}

/// Reads the note; none where no backup was made yet.
///
/// # Errors
/// When it is there and cannot be read.
pub fn find(data: &Path) -> Result<Option<Note>, BackupError> {
    let path = data.join(NOTE);
    if !path.exists() {
        return Ok(None);
    }
    let read = || Ok(serde_json::from_slice(&fs::read(&path)?)?);
    read().map(Some).map_err(BackupError::at(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_note_is_found() {
        let data = tempfile::tempdir().expect("a directory");
        assert_eq!(find(data.path()).expect("looked for"), None);
        for begun_at in [1, 2] {
            let note = Note { begun_at, sha256: "ab".to_owned(), losses: 0 };
            leave(data.path(), &note).expect("left");
            assert_eq!(find(data.path()).expect("found"), Some(note));
        }
        fs::write(data.path().join(NOTE), "no note").expect("written");
        assert!(find(data.path()).is_err());
    }
}
