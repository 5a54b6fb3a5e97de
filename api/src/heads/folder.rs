//! The folder of the log of heads: a file of leaves, one of checkpoints, one of checkpoints that
//! witnesses cosigned, and the public key. All of them only grow.
//!
//! Leaves are on the disk before the checkpoint over them is written. What a crash leaves at the end of
//! a file is told from what is whole: a leaf by its digest, a note by the empty line that ends it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::leaf::{Leaf, RECORD};
use super::note::{Note, Verifier};

const LEAVES: &str = "leaves";
const CHECKPOINTS: &str = "checkpoints";
const COSIGNED: &str = "cosigned";
const KEY: &str = "key";
const NEXT_KEY: &str = "key.next";
const LOCK: &str = "lock";

/// Why the log of heads cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// The operating system refused.
    #[error("{path}: {error}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        error: io::Error,
    },
    /// The log is not what was written.
    #[error(
        "the log of heads in {path} is damaged: {what}; nothing is added to it: run `guijia verify --heads`, keep the folder, and put it back from a copy"
    )]
    Damaged {
        /// The folder.
        path: PathBuf,
        /// In which way.
        what: String,
    },
}

/// Where a log of heads is kept.
#[derive(Debug, Clone)]
pub struct Folder {
    directory: PathBuf,
}

/// Held by whoever reads or writes; the system gives it back when the program ends.
#[derive(Debug)]
pub struct Held {
    _file: File,
}

/// The checkpoints, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoints {
    /// All of them, as the office signed them.
    pub signed: Vec<Note>,
    /// Those that witnesses signed, too.
    pub cosigned: Vec<Note>,
}

/// What the files hold as far as they are whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The leaves, oldest first.
    pub leaves: Vec<Leaf>,
    /// How many bytes after them are no leaf.
    pub torn_leaves: u64,
    /// The checkpoints, oldest first.
    pub checkpoints: Vec<Note>,
    /// How many bytes after them are no checkpoint.
    pub torn_checkpoints: u64,
    /// The checkpoints that witnesses cosigned, oldest first.
    pub cosigned: Vec<Note>,
}

impl Folder {
    /// The log in a directory, whether there is one or not.
    pub fn at(directory: PathBuf) -> Folder {
        Folder { directory }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.directory
    }

    /// Whether there is a log.
    pub fn exists(&self) -> bool {
        self.directory.is_dir()
    }

    /// Makes the directory, open to its owner only, where there is none.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn make(&self) -> Result<(), FolderError> {
        let made = fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.directory);
        made.map_err(|error| self.failed("", error))
    }

    /// Takes the log for writing. None while another program has it.
    ///
    /// # Errors
    /// When the lock cannot be opened.
    pub fn take(&self) -> Result<Option<Held>, FolderError> {
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(self.directory.join(LOCK))
            .map_err(|error| self.failed(LOCK, error))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Held { _file: file })),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(self.failed(LOCK, error)),
        }
    }

    /// Keeps writers out for as long as somebody reads; waits for the one who writes. Makes no file.
    ///
    /// # Errors
    /// When the lock cannot be opened although it is there.
    pub fn hold_still(&self) -> Result<Option<Held>, FolderError> {
        let file = match File::open(self.directory.join(LOCK)) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failed(LOCK, error)),
        };
        file.lock_shared().map_err(|error| self.failed(LOCK, error))?;
        Ok(Some(Held { _file: file }))
    }

    /// Reads everything.
    ///
    /// # Errors
    /// When a file cannot be read; one that is missing is empty.
    pub fn contents(&self) -> Result<Contents, FolderError> {
        let (leaves, torn_leaves) = whole_leaves(&self.read(LEAVES)?);
        let (checkpoints, torn_checkpoints) = whole_notes(&self.read(CHECKPOINTS)?);
        let (cosigned, _) = whole_notes(&self.read(COSIGNED)?);
        Ok(Contents { leaves, torn_leaves, checkpoints, torn_checkpoints, cosigned })
    }

    /// Reads the checkpoints alone, which are few beside the leaves.
    ///
    /// # Errors
    /// When a file cannot be read; one that is missing is empty.
    pub fn checkpoints(&self) -> Result<Checkpoints, FolderError> {
        let (signed, _) = whole_notes(&self.read(CHECKPOINTS)?);
        let (cosigned, _) = whole_notes(&self.read(COSIGNED)?);
        Ok(Checkpoints { signed, cosigned })
    }

    /// How long the files of leaves and of checkpoints are, in bytes.
    ///
    /// # Errors
    /// When they cannot be looked at.
    pub fn lengths(&self) -> Result<(u64, u64), FolderError> {
        let length = |name: &str| match fs::metadata(self.directory.join(name)) {
            Ok(found) => Ok(found.len()),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(0),
            Err(error) => Err(self.failed(name, error)),
        };
        Ok((length(LEAVES)?, length(CHECKPOINTS)?))
    }

    /// Cuts off so many bytes at the ends of the files of leaves and of checkpoints.
    ///
    /// # Errors
    /// When a file cannot be cut.
    pub fn cut(&self, leaves: u64, checkpoints: u64) -> Result<(), FolderError> {
        for (name, torn) in [(LEAVES, leaves), (CHECKPOINTS, checkpoints)] {
            if torn > 0 {
                self.shorten(name, torn).map_err(|error| self.failed(name, error))?;
            }
        }
        Ok(())
    }

    fn shorten(&self, name: &str, torn: u64) -> io::Result<()> {
        let file = OpenOptions::new().write(true).open(self.directory.join(name))?;
        file.set_len(file.metadata()?.len().saturating_sub(torn))?;
        file.sync_all()
    }

    /// Adds leaves; they are on the disk when this returns.
    ///
    /// # Errors
    /// When they cannot be written; a part of them may be.
    pub fn add_leaves(&self, leaves: &[Leaf]) -> Result<(), FolderError> {
        let records: Vec<u8> = leaves.iter().flat_map(Leaf::record).collect();
        self.add(LEAVES, &records)
    }

    /// Adds a checkpoint.
    ///
    /// # Errors
    /// As for leaves.
    pub fn add_checkpoint(&self, note: &Note) -> Result<(), FolderError> {
        self.add(CHECKPOINTS, format!("{note}\n").as_bytes())
    }

    /// Adds a checkpoint that witnesses cosigned.
    ///
    /// # Errors
    /// As for leaves.
    pub fn add_cosigned(&self, note: &Note) -> Result<(), FolderError> {
        let (_, torn) = whole_notes(&self.read(COSIGNED)?);
        if torn > 0 {
            self.shorten(COSIGNED, torn).map_err(|error| self.failed(COSIGNED, error))?;
        }
        self.add(COSIGNED, format!("{note}\n").as_bytes())
    }

    /// The public key that stands beside the log.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn key(&self) -> Result<Option<Verifier>, FolderError> {
        let text = self.read(KEY)?;
        Ok(std::str::from_utf8(&text).ok().and_then(Verifier::parse))
    }

    /// Puts the public key beside the log where there is none.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_key(&self, key: &Verifier) -> Result<(), FolderError> {
        if self.key()?.is_some() {
            return Ok(());
        }
        // In one step: half a key would be none for ever.
        let keep = || {
            let next = self.directory.join(NEXT_KEY);
            let mut file = File::create(&next)?;
            file.write_all(format!("{key}\n").as_bytes())?;
            file.sync_all()?;
            fs::rename(next, self.directory.join(KEY))?;
            File::open(&self.directory)?.sync_all()
        };
        keep().map_err(|error| self.failed(KEY, error))
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, FolderError> {
        match fs::read(self.directory.join(name)) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    fn add(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let path = self.directory.join(name);
        let add = || {
            let is_new = !path.exists();
            let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(&path)?;
            file.write_all(bytes)?;
            file.sync_all()?;
            if is_new { File::open(&self.directory)?.sync_all() } else { Ok(()) }
        };
        add().map_err(|error| self.failed(name, error))
    }

    fn failed(&self, name: &str, error: io::Error) -> FolderError {
        FolderError::Io { path: self.directory.join(name), error }
    }
}

/// The leaves at the beginning of a file, and how many bytes follow that are none.
fn whole_leaves(bytes: &[u8]) -> (Vec<Leaf>, u64) {
    let (records, _) = bytes.as_chunks::<RECORD>();
    let leaves: Vec<Leaf> = records.iter().map_while(Leaf::read).collect();
    let torn = bytes.len() - leaves.len() * RECORD;
    (leaves, torn as u64)
}

/// The notes at the beginning of a file, each with an empty line after it, and how many bytes follow
/// that are none.
pub(super) fn whole_notes(bytes: &[u8]) -> (Vec<Note>, u64) {
    let mut notes = Vec::new();
    let mut rest = bytes;
    while let Some((note, length)) = first_note(rest) {
        notes.push(note);
        rest = rest.get(length..).unwrap_or_default();
    }
    (notes, rest.len() as u64)
}

/// A note at the beginning: a text, an empty line, signatures, an empty line.
fn first_note(bytes: &[u8]) -> Option<(Note, usize)> {
    let end_of = |from: usize| {
        let pairs = bytes.get(from..)?.windows(2);
        pairs.enumerate().find(|(_, pair)| *pair == b"\n\n").map(|(place, _)| from + place)
    };
    let end = end_of(end_of(0)? + 2)?;
    let written = std::str::from_utf8(bytes.get(..=end)?).ok()?;
    Some((Note::parse(written)?, end + 2))
}
