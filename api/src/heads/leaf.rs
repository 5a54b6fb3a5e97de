//! A leaf of the log of heads: how far one chain had come. It names no case and no person: the chain is
//! named by a value that only the office's secret gives.

use sha2::{Digest, Sha256};

use super::tree::{self, Hash};
use crate::clock::Instant;

/// How many bytes a leaf has.
pub const LENGTH: usize = 1 + 8 + 32 + 8 + 32;
/// How many bytes it takes on disk: the leaf, and part of its digest to know a whole one by.
pub const RECORD: usize = 96;

/// Of which chain a leaf tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The events of a case.
    Case,
    /// A chain of the office's own log.
    OfficeLog,
}

/// How far one chain had come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Of which chain it tells.
    pub kind: Kind,
    /// When it was sealed.
    pub at: Instant,
    /// The keyed name of the chain.
    pub blind: [u8; 32],
    /// How many entries the chain had.
    pub version: i64,
    /// The hash of the last one.
    pub head: Hash,
}

impl Leaf {
    /// The bytes over which the tree runs.
    pub fn bytes(&self) -> Vec<u8> {
        let kind = match self.kind {
            Kind::Case => 1,
            Kind::OfficeLog => 2,
        };
        let mut bytes = Vec::with_capacity(RECORD);
        bytes.push(kind);
        bytes.extend(self.at.to_be_bytes());
        bytes.extend(self.blind);
        bytes.extend(self.version.to_be_bytes());
        bytes.extend(self.head);
        bytes
    }

    /// Its hash in the tree.
    pub fn hash(&self) -> Hash {
        tree::leaf(&self.bytes())
    }

    /// The bytes on disk.
    pub fn record(&self) -> Vec<u8> {
        let mut bytes = self.bytes();
        let check: [u8; 32] = Sha256::digest(&bytes).into();
        bytes.extend(check.into_iter().take(RECORD - LENGTH));
        bytes
    }

    /// Reads the bytes on disk. None if they are not those of a whole leaf.
    pub fn read(record: &[u8; RECORD]) -> Option<Leaf> {
        let (kind, rest) = record.split_first()?;
        let kind = match kind {
            1 => Kind::Case,
            2 => Kind::OfficeLog,
            _ => return None,
        };
        let (at, rest) = rest.split_first_chunk::<8>()?;
        let (blind, rest) = rest.split_first_chunk::<32>()?;
        let (version, rest) = rest.split_first_chunk::<8>()?;
        let (head, _) = rest.split_first_chunk::<32>()?;
        let leaf = Leaf {
            kind,
            at: Instant::from_be_bytes(*at),
            blind: *blind,
            version: i64::from_be_bytes(*version),
            head: *head,
        };
        (leaf.record() == record).then_some(leaf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leaf_is_read_as_it_was_written_and_no_byte_of_it_may_differ() {
        let leaf = Leaf { kind: Kind::Case, at: 7, blind: [1; 32], version: 3, head: [2; 32] };
        let record: [u8; RECORD] = leaf.record().try_into().expect("a record");
        assert_eq!(leaf.bytes().len(), LENGTH);
        assert_eq!(Leaf::read(&record).as_ref(), Some(&leaf));
        for place in 0..RECORD {
            let mut damaged = record;
            damaged[place] ^= 1;
            assert_eq!(Leaf::read(&damaged), None, "byte {place}");
        }
        assert_eq!(Leaf::read(&[0; RECORD]), None);
    }
}
