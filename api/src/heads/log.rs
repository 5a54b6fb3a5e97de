//! The log of heads as whoever adds to it has it in hand. The folder must be taken meanwhile.

use std::collections::HashMap;

use super::checkpoint::Checkpoint;
use super::folder::{Folder, FolderError};
use super::leaf::Leaf;
use super::note::{Note, Signer};
use super::tree::{self, Growing, Hash};

/// How far one chain was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// How many entries it had.
    pub version: i64,
    /// The hash of the last one.
    pub head: Hash,
}

/// The log, read and found whole.
pub struct Log {
    folder: Folder,
    hashes: Vec<Hash>,
    growing: Growing,
    newest: HashMap<[u8; 32], Sealed>,
    checkpoint: Option<Note>,
    lengths: (u64, u64),
}

impl Log {
    /// Reads the log, cuts off what a crash left at its end, and says how many bytes that were.
    ///
    /// # Errors
    /// When it cannot be read, or is not what its newest checkpoint says.
    pub fn open(folder: &Folder, signer: &Signer) -> Result<(Log, u64), FolderError> {
        let damaged = |what: String| {
            let path = folder.path().to_owned();
            Err(FolderError::Damaged { path, what })
        };
        let contents = folder.contents()?;
        let mut log = Log {
            folder: folder.clone(),
            hashes: Vec::with_capacity(contents.leaves.len()),
            growing: Growing::default(),
            newest: HashMap::new(),
            checkpoint: contents.checkpoints.last().cloned(),
            lengths: (0, 0),
        };
        let newest = match &log.checkpoint {
            Some(note) => match Checkpoint::parse(&note.text) {
                Some(checkpoint) if note.signed_by(signer.verifier()).is_some() => Some(checkpoint),
                _ => {
                    let words = "its newest checkpoint is not signed by the key in `keys`";
                    return damaged(words.to_owned());
                }
            },
            None => None,
        };
        let mut agrees = newest.is_none();
        for leaf in &contents.leaves {
            log.take(leaf);
            agrees |= newest.as_ref().is_some_and(|newest| {
                newest.size == log.growing.size() && newest.root == log.growing.root()
            });
        }
        if !agrees {
            let size = newest.map_or(0, |newest| newest.size);
            let words = format!("its leaves are not those of its newest checkpoint, of {size}");
            return damaged(words);
        }
        folder.cut(contents.torn_leaves, contents.torn_checkpoints)?;
        log.lengths = folder.lengths()?;
        Ok((log, contents.torn_leaves + contents.torn_checkpoints))
    }

    fn take(&mut self, leaf: &Leaf) {
        let hash = leaf.hash();
        self.hashes.push(hash);
        self.growing.push(hash);
        self.newest.insert(leaf.blind, Sealed { version: leaf.version, head: leaf.head });
    }

    /// Whether nobody added to the files since.
    ///
    /// # Errors
    /// When they cannot be looked at.
    pub fn is_current(&self) -> Result<bool, FolderError> {
        Ok(self.folder.lengths()? == self.lengths)
    }

    /// How far a chain was sealed.
    pub fn sealed(&self, blind: &[u8; 32]) -> Option<Sealed> {
        self.newest.get(blind).copied()
    }

    /// Adds leaves and the checkpoint over all of them. Where there is nothing to add and nothing
    /// without a checkpoint, nothing is written.
    ///
    /// # Errors
    /// When they cannot be written; the log has to be read again then.
    pub fn add(&mut self, leaves: &[Leaf], signer: &Signer) -> Result<(), FolderError> {
        if !leaves.is_empty() {
            self.folder.add_leaves(leaves)?;
        }
        leaves.iter().for_each(|leaf| self.take(leaf));
        let checkpoint = Checkpoint {
            origin: signer.verifier().name.clone(),
            size: self.growing.size(),
            root: self.growing.root(),
        };
        if checkpoint.size > self.covered() {
            let note = checkpoint.signed(signer);
            self.folder.add_checkpoint(&note)?;
            self.checkpoint = Some(note);
        }
        self.lengths = self.folder.lengths()?;
        Ok(())
    }

    /// How many leaves the newest checkpoint covers.
    fn covered(&self) -> u64 {
        let newest = self.checkpoint.as_ref().and_then(|note| Checkpoint::parse(&note.text));
        newest.map_or(0, |newest| newest.size)
    }

    /// The newest checkpoint, with the size it covers. None before the first seal.
    pub fn newest(&self) -> Option<(Note, u64)> {
        self.checkpoint.clone().map(|note| (note, self.covered()))
    }

    /// What shows that the log has only grown since it had `old` leaves, up to its newest checkpoint.
    pub fn growth(&self, old: u64) -> Option<Vec<Hash>> {
        let covered = usize::try_from(self.covered()).ok()?;
        tree::consistency(self.hashes.get(..covered)?, usize::try_from(old).ok()?)
    }
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
