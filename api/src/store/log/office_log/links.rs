//! The hash that links the entries of the office's log, by the principles of the chains of cases.

use super::entry::Note;
use crate::clock::Instant;
use crate::store::log::chain;
use crate::store::log::entity::chains::office_log;

/// Separates these hashes from any other use of SHA-256, and names the order of the fields.
const ENTRY_DOMAIN: &[u8] = b"guijia office log 1";
const START_DOMAIN: &[u8] = b"guijia office log chain 1";

/// The hash of an entry, over every column but the hash itself.
pub(in crate::store) fn hash(entry: &office_log::Model) -> Vec<u8> {
    chain::of_fields(&[
        ENTRY_DOMAIN,
        entry.chain.as_bytes(),
        &entry.position.to_be_bytes(),
        entry.what.as_bytes(),
        entry.about.as_bytes(),
        entry.row_key.as_bytes(),
        &entry.body,
        &entry.at.to_be_bytes(),
        &entry.prev_hash,
    ])
}

/// What stands before the first entry of a chain.
pub(in crate::store) fn start(name: &str) -> Vec<u8> {
    chain::of_fields(&[START_DOMAIN, name.as_bytes()])
}

/// Gives an entry its place after the one with this hash.
pub(super) fn link(
    name: &str,
    position: i64,
    previous: Vec<u8>,
    note: Note,
    at: Instant,
) -> office_log::Model {
    let mut row = office_log::Model {
        chain: name.to_owned(),
        position,
        what: note.what.word().to_owned(),
        about: note.about,
        row_key: note.row_key,
        body: note.body,
        at,
        prev_hash: previous,
        hash: Vec::new(),
    };
    row.hash = hash(&row);
    row
}

/// How the next entry of a chain is wrong, read in the order of their places; none if it is as written.
pub(in crate::store) fn damage(
    name: &str,
    position: i64,
    previous: &[u8],
    entry: &office_log::Model,
) -> Option<&'static str> {
    if entry.position != position {
        Some("is missing")
    } else if hash(entry) != entry.hash || entry.chain != name {
        Some("was altered after it was written")
    } else if entry.prev_hash != previous {
        Some("does not follow from the entry before it")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::log::office_log::entry::What;

    fn entry() -> office_log::Model {
        let note = Note {
            what: What::Noted,
            about: "account".to_owned(),
            row_key: "1".to_owned(),
            body: b"{}".to_vec(),
        };
        link("office", 1, start("office"), note, 2)
    }

    #[test]
    fn every_column_of_an_entry_is_inside_its_hash() {
        let changes: [fn(&mut office_log::Model); 8] = [
            |entry| entry.chain = "access".to_owned(),
            |entry| entry.position = 2,
            |entry| entry.what = "adopted".to_owned(),
            |entry| entry.about = "office".to_owned(),
            |entry| entry.row_key = "2".to_owned(),
            |entry| entry.body = b"[]".to_vec(),
            |entry| entry.at = 3,
            |entry| entry.prev_hash = b"other".to_vec(),
        ];
        assert_eq!(damage("office", 1, &start("office"), &entry()), None);
        for (place, change) in changes.into_iter().enumerate() {
            let mut changed = entry();
            change(&mut changed);
            assert_ne!(hash(&changed), hash(&entry()), "change {place}");
            assert!(damage("office", 1, &start("office"), &changed).is_some(), "change {place}");
        }
    }

    #[test]
    fn an_entry_of_another_chain_does_not_fit() {
        assert!(damage("access", 1, &start("access"), &entry()).is_some());
    }
}
