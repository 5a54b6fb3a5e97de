//! A backup as it is read: piece by piece, each proved before it is handed on, and the whole by its list.

use std::io::Read;
use std::path::PathBuf;

use age::x25519::Identity;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::fault::BackupError;
use super::keys;
use super::manifest::{FORMAT, HEAD, Head, MANIFEST, Manifest, Tally};
use super::sealed::{self, Progress};
use crate::store::files::FileName;
use crate::store::whole::part::Part;
use crate::store::whole::target::{self, Age};

/// How many pieces wait at most for whoever takes them; each has up to 20 MB.
const WAITING: usize = 4;

/// One piece of a backup, in the order in which they come.
#[derive(Debug)]
pub enum Piece {
    /// What it begins with.
    Head(Head),
    /// Rows of a table.
    Rows(Part),
    /// A scan or document under its digest.
    File(FileName, Vec<u8>),
    /// A key under its name.
    Key(String, Vec<u8>),
    /// The list it ends with; everything before was as listed.
    End(Manifest),
}

/// What is handed to whoever takes the pieces.
type Handed = Result<Piece, BackupError>;

/// A backup that was read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What it begins with.
    pub head: Head,
    /// What it ends with.
    pub manifest: Manifest,
}

/// Reads a backup on a thread of its own. The last piece is its list, or what is wrong with it.
pub fn pieces(path: PathBuf, identities: Vec<Identity>) -> Receiver<Handed> {
    let (sender, receiver) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let ended = match sealed::open(&path, &identities) {
            Ok((opened, progress)) => Walk { sender: &sender, progress }.through(opened),
            Err(error) => Err(error),
        };
        if let Err(error) = ended {
            // Nobody waits for it where the taker has gone.
            let _ = sender.blocking_send(Err(error));
        }
    });
    receiver
}

/// Reads a whole backup and keeps nothing of it but what it says of itself.
///
/// # Errors
/// Whatever is wrong with it.
pub async fn prove(path: PathBuf, identities: Vec<Identity>) -> Result<Proof, BackupError> {
    let mut pieces = pieces(path, identities);
    let mut head = None;
    while let Some(piece) = pieces.recv().await {
        match piece? {
            Piece::Head(found) => head = Some(found),
            Piece::End(manifest) => {
                let head = head.ok_or(BackupError::Foreign("it has no head"))?;
                return Ok(Proof { head, manifest });
            }
            Piece::Rows(_) | Piece::File(..) | Piece::Key(..) => {}
        }
    }
    Err(BackupError::Foreign("it has no list"))
}

/// A walk through the entries of a backup.
struct Walk<'sender> {
    sender: &'sender Sender<Handed>,
    progress: Progress,
}

impl Walk<'_> {
    fn through(&self, opened: impl Read) -> Result<(), BackupError> {
        let mut archive = tar::Archive::new(opened);
        let mut tally = Tally::default();
        let manifest = self.entries(&mut archive, &mut tally)?;
        // The encryption vouches for the end of the file only once it was read.
        std::io::copy(&mut archive.into_inner(), &mut std::io::sink())
            .map_err(|_| self.progress.fault())?;
        let manifest = manifest.ok_or_else(|| {
            BackupError::Contradicts("it has no list at its end: it was never finished".to_owned())
        })?;
        match manifest.contents.differs_from(&tally.contents()) {
            Some(what) => Err(BackupError::Contradicts(what)),
            None => self.hand(Piece::End(manifest)),
        }
    }

    /// Hands on every entry but the list, which is given.
    fn entries(
        &self,
        archive: &mut tar::Archive<impl Read>,
        tally: &mut Tally,
    ) -> Result<Option<Manifest>, BackupError> {
        let mut manifest = None;
        let mut is_first = true;
        for entry in archive.entries().map_err(|_| self.progress.fault())? {
            let mut entry = entry.map_err(|error| self.fault(&error))?;
            let path = entry.path_bytes();
            let name = String::from_utf8_lossy(&path).into_owned();
            drop(path);
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(|error| self.fault(&error))?;
            if is_first != (name == HEAD) || manifest.is_some() {
                return Err(BackupError::Foreign("its entries are not in their order"));
            }
            is_first = false;
            match piece(&name, bytes, tally)? {
                Piece::End(found) => manifest = Some(found),
                piece => self.hand(piece)?,
            }
        }
        Ok(manifest)
    }

    /// Hands a piece on; a taker who has gone wants no more.
    fn hand(&self, piece: Piece) -> Result<(), BackupError> {
        let gone = |_| BackupError::Foreign("nobody takes it");
        self.sender.blocking_send(Ok(piece)).map_err(gone)
    }

    /// What an error of reading means: the encryption found it, or what it holds is no archive.
    fn fault(&self, error: &std::io::Error) -> BackupError {
        match error.kind() {
            std::io::ErrorKind::Other => BackupError::Foreign("what it holds is no archive"),
            _ => self.progress.fault(),
        }
    }
}

/// What an entry is, counted.
fn piece(name: &str, bytes: Vec<u8>, tally: &mut Tally) -> Result<Piece, BackupError> {
    let strange = || BackupError::Foreign("it holds an entry that is none of a backup");
    let parts: Vec<&str> = name.split('/').collect();
    match parts.as_slice() {
        [HEAD] => {
            let head = serde_json::from_slice(&bytes);
            head_of(head.map_err(|_| BackupError::Foreign("its head cannot be read"))?)
        }
        [MANIFEST] => {
            let manifest = serde_json::from_slice(&bytes);
            Ok(Piece::End(manifest.map_err(|_| BackupError::Foreign("its list cannot be read"))?))
        }
        ["tables", table, _] => {
            let part = Part::read(table, &bytes)?;
            tally.rows(table, part.rows.len(), &bytes);
            Ok(Piece::Rows(part))
        }
        ["files", name] => {
            let name = FileName::parse(name).ok_or_else(strange)?;
            if !name.may_hold(&bytes) {
                let words = format!("the file {} is another", name.digest());
                return Err(BackupError::Contradicts(words));
            }
            tally.file(&name, &bytes);
            Ok(Piece::File(name, bytes))
        }
        ["keys", name] if keys::is_plain(name) => {
            tally.key(name, &bytes);
            Ok(Piece::Key((*name).to_owned(), bytes))
        }
        _ => Err(strange()),
    }
}

/// A head of a layout and a schema that this program knows.
fn head_of(head: Head) -> Result<Piece, BackupError> {
    if head.format == FORMAT && target::age(&head.schema) != Age::Newer {
        Ok(Piece::Head(head))
    } else {
        Err(BackupError::Newer(head.program))
    }
}
