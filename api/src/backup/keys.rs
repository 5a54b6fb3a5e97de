//! The keys of an office as files: read into a backup, written into an empty place.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use super::fault::BackupError;
use crate::secret::keys::write_new;
use crate::secret::{OfficeSecret, Purpose};

/// A mark by which the secret of an office is known again, and from which it cannot be told.
pub fn mark(secret: &OfficeSecret) -> String {
    hex::encode(secret.derive(Purpose::Backup, &[]))
}

/// Whether a folder holds no key.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn are_absent(directory: &Path) -> Result<bool, BackupError> {
    Ok(!directory.exists() || read_all(directory)?.is_empty())
}

/// Every key with its name, in the order of the names.
///
/// # Errors
/// When the folder or a file cannot be read, or a name is no text.
pub fn read_all(directory: &Path) -> Result<Vec<(String, Vec<u8>)>, BackupError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).map_err(BackupError::at(directory))? {
        let path = entry.map_err(BackupError::at(directory))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let strange = || std::io::Error::other("this is no name of a key");
        let name = name.filter(|name| is_plain(name)).ok_or_else(strange);
        let name = name.map_err(BackupError::at(&path))?;
        found.push((name, fs::read(&path).map_err(BackupError::at(&path))?));
    }
    found.sort();
    Ok(found)
}

/// Writes a key that is not there yet, for its owner alone.
///
/// # Errors
/// When it is there, or cannot be written.
pub fn write(directory: &Path, name: &str, bytes: &[u8]) -> Result<(), BackupError> {
    if !directory.exists() {
        let mut folder = fs::DirBuilder::new();
        folder.mode(0o700).create(directory).map_err(BackupError::at(directory))?;
    }
    let path = directory.join(name);
    write_new(&path, bytes).map_err(BackupError::at(&path))
}

/// Whether a name is that of a file beside others and leads nowhere else.
pub fn is_plain(name: &str) -> bool {
    let is_of_a_name = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
    !name.is_empty() && !name.starts_with('.') && name.bytes().all(is_of_a_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_were_read_and_never_over_others() {
        let data = tempfile::tempdir().expect("a directory");
        let (from, to) = (data.path().join("from"), data.path().join("to"));
        OfficeSecret::create(&from).expect("made");
        assert!(are_absent(&to).expect("looked at"));
        for (name, bytes) in read_all(&from).expect("read") {
            write(&to, &name, &bytes).expect("written");
            assert!(write(&to, &name, &bytes).is_err(), "written over");
        }
        assert!(!are_absent(&to).expect("looked at"));
        let marks = [&from, &to].map(|keys| mark(&OfficeSecret::load(keys).expect("loaded")));
        assert_eq!(marks[0], marks[1]);
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_none() {
        assert!(is_plain("office.secret"));
        for name in ["", ".", "..", ".hidden", "../office.secret", "a/b", "空"] {
            assert!(!is_plain(name), "{name}");
        }
    }
}
