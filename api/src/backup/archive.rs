//! A backup as it is written: entries of a tar, encrypted on their way into the file.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use age::Encryptor;
use age::stream::StreamWriter;
use age::x25519::Recipient;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tar::{Builder, Header};

use super::fault::BackupError;
use super::manifest::{HEAD, Head, MANIFEST, Manifest, Tally};
use crate::clock;
use crate::store::files::FileName;
use crate::store::whole::part::Part;

/// The bytes that reach the disk, with their digest.
struct Hashed {
    file: BufWriter<File>,
    digest: Sha256,
    written: u64,
}

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.digest.update(bytes.get(..count).unwrap_or(bytes));
        self.written += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// A file that is removed unless it is kept.
struct Staged {
    path: PathBuf,
    is_kept: bool,
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.is_kept && fs::remove_file(&self.path).is_err() {
            tracing::warn!("a part of a backup could not be removed: {}", self.path.display());
        }
    }
}

/// A backup that is being made. It stands under another name until it is whole.
pub struct Archive {
    entries: Builder<StreamWriter<Hashed>>,
    tally: Tally,
    parts: u64,
    path: PathBuf,
    staged: Staged,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What is in it.
    pub manifest: Manifest,
    /// Its length in bytes.
    pub length: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

impl Archive {
    /// Begins a backup for some recipients.
    ///
    /// # Errors
    /// When there is a file of its name, none can be written, or there is no recipient.
    pub fn begin(path: &Path, to: &[Recipient], head: &Head) -> Result<Archive, BackupError> {
        if path.exists() {
            return Err(BackupError::Occupied(format!("{} is there already", path.display())));
        }
        let to = to.iter().map(|recipient| -> &dyn age::Recipient { recipient });
        let encryptor = Encryptor::with_recipients(to)
            .map_err(|error| BackupError::Recipient(error.to_string()))?;
        let mut name = path.as_os_str().to_owned();
        name.push(".part");
        let part = PathBuf::from(name);
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).mode(0o600).open(&part);
        let file = file.map_err(BackupError::at(&part))?;
        let staged = Staged { path: part, is_kept: false };
        let hashed = Hashed { file: BufWriter::new(file), digest: Sha256::new(), written: 0 };
        let sealed = encryptor.wrap_output(hashed).map_err(BackupError::at(path))?;
        let entries = Builder::new(sealed);
        let tally = Tally::default();
        let mut archive = Archive { entries, tally, parts: 0, path: path.to_owned(), staged };
        archive.add_json(HEAD, head)?;
        Ok(archive)
    }

    /// Adds rows of a table.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_rows(&mut self, part: &Part) -> Result<(), BackupError> {
        let lines = part.lines()?;
        self.tally.rows(&part.table, part.rows.len(), &lines);
        self.parts += 1;
        self.add(&format!("tables/{}/{:08}.jsonl", part.table, self.parts), &lines)
    }

    /// Adds a scan or document.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_file(&mut self, name: &FileName, bytes: &[u8]) -> Result<(), BackupError> {
        self.tally.file(name, bytes);
        self.add(&format!("files/{}", name.as_str()), bytes)
    }

    /// Adds a key.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add_key(&mut self, name: &str, bytes: &[u8]) -> Result<(), BackupError> {
        self.tally.key(name, bytes);
        self.add(&format!("keys/{name}"), bytes)
    }

    /// Adds the list of everything and gives the file its name, once the disk has all of it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(mut self, losses: Vec<String>) -> Result<Written, BackupError> {
        let manifest = Manifest { contents: std::mem::take(&mut self.tally).contents(), losses };
        self.add_json(MANIFEST, &manifest)?;
        let Archive { entries, path, mut staged, .. } = self;
        let end = || {
            let mut hashed = entries.into_inner()?.finish()?;
            hashed.flush()?;
            hashed.file.get_ref().sync_all()?;
            fs::rename(&staged.path, &path)?;
            staged.is_kept = true;
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                File::open(folder)?.sync_all()?;
            }
            Ok((hashed.written, hex::encode(hashed.digest.finalize())))
        };
        let (length, sha256) = end().map_err(BackupError::at(&path))?;
        Ok(Written { manifest, length, sha256 })
    }

    fn add_json(&mut self, name: &str, value: &impl Serialize) -> Result<(), BackupError> {
        let bytes = serde_json::to_vec_pretty(value).map_err(std::io::Error::from);
        let bytes = bytes.map_err(BackupError::at(&self.path))?;
        self.add(name, &bytes)
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), BackupError> {
        let mut header = Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_mtime(u64::try_from(clock::now() / clock::SECOND).unwrap_or_default());
        let added = self.entries.append_data(&mut header, name, bytes);
        added.map_err(BackupError::at(&self.path))
    }
}
