//! A witness: it keeps the newest checkpoint of one log and cosigns a newer one only if the log has done
//! nothing but grow. Whoever runs the office's database cannot make it forget.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::checkpoint::Checkpoint;
use super::note::{Note, Signer, Verifier};
use super::submission::Submission;
use super::tree;

/// Where the newest checkpoint is kept, with the witness's own signature.
const FILE: &str = "checkpoint";
const NEXT: &str = "checkpoint.next";

/// A witness of one log.
pub struct Witness {
    origin: String,
    keys: Vec<Verifier>,
    signer: Signer,
    directory: PathBuf,
    newest: Mutex<Option<Checkpoint>>,
}

/// Why a checkpoint is not cosigned.
#[derive(Debug)]
pub enum Refusal {
    /// The request is none.
    Malformed,
    /// The log is not one that this witness keeps.
    UnknownLog,
    /// No key of the log signed it.
    UnknownKey,
    /// The old size is not that of the newest checkpoint that was cosigned, which is this.
    NotTheNewest(u64),
    /// It does not follow from the newest checkpoint that was cosigned.
    NotGrown,
    /// It could not be kept, so that nothing was signed.
    NotKept(io::Error),
}

impl Witness {
    /// A witness with what it kept in a directory.
    ///
    /// # Errors
    /// When what it kept cannot be read, or is no checkpoint of this log that it signed itself.
    pub fn open(
        origin: String,
        keys: Vec<Verifier>,
        signer: Signer,
        directory: PathBuf,
    ) -> io::Result<Witness> {
        let newest = match fs::read_to_string(directory.join(FILE)) {
            Ok(text) => {
                let note = Note::parse(&text)
                    .filter(|note| note.signed_by(signer.verifier()).is_some())
                    .and_then(|note| Checkpoint::parse(&note.text))
                    .filter(|checkpoint| checkpoint.origin == origin);
                let words = "it is no checkpoint of this log that this witness signed";
                Some(note.ok_or_else(|| io::Error::new(ErrorKind::InvalidData, words))?)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(Witness { origin, keys, signer, directory, newest: Mutex::new(newest) })
    }

    /// Its public key, for whoever checks what it signed.
    pub fn key(&self) -> &Verifier {
        self.signer.verifier()
    }

    /// Cosigns a checkpoint at a time in seconds since 1970, and gives the signature line. It is kept
    /// before anything is answered, and one request is dealt with at a time, so that of two the later
    /// never takes back what the earlier was told.
    ///
    /// # Errors
    /// [`Refusal`]; nothing was signed then.
    pub fn cosign(&self, body: &str, now: u64) -> Result<String, Refusal> {
        let Submission { old, path, note } = Submission::parse(body).ok_or(Refusal::Malformed)?;
        let asked = Checkpoint::parse(&note.text).ok_or(Refusal::Malformed)?;
        if asked.origin != self.origin {
            return Err(Refusal::UnknownLog);
        }
        if !self.keys.iter().any(|key| note.signed_by(key).is_some()) {
            return Err(Refusal::UnknownKey);
        }
        if old > asked.size {
            return Err(Refusal::Malformed);
        }
        let mut newest = self.newest.lock().unwrap_or_else(PoisonError::into_inner);
        let (size, root) = match &*newest {
            Some(newest) => (newest.size, newest.root),
            None => (0, tree::root(&[])),
        };
        let is_another = asked.size == size && asked.root != root;
        if old != size || is_another {
            return Err(Refusal::NotTheNewest(size));
        }
        if !tree::has_grown((size, &root), (asked.size, &asked.root), &path) {
            return Err(Refusal::NotGrown);
        }
        let signature = self.signer.sign(&note.text, now);
        let mut signatures = note.signatures;
        // What others signed is not this witness's to keep.
        signatures.retain(|own| {
            let alone = Note { text: note.text.clone(), signatures: vec![own.clone()] };
            self.keys.iter().any(|key| alone.signed_by(key).is_some())
        });
        signatures.push(signature.clone());
        self.keep(&Note { text: note.text, signatures }).map_err(Refusal::NotKept)?;
        *newest = Some(asked);
        Ok(signature.to_string())
    }

    /// Puts a checkpoint in the place of the one before it, in one step.
    fn keep(&self, note: &Note) -> io::Result<()> {
        let next = self.directory.join(NEXT);
        let mut file = File::create(&next)?;
        file.write_all(note.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(next, self.directory.join(FILE))?;
        File::open(&self.directory)?.sync_all()
    }
}

#[cfg(test)]
#[path = "witness_tests.rs"]
mod tests;
