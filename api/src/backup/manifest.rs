//! What a backup says of itself: the head it begins with and the list it ends with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::store::files::FileName;

/// The name of the first entry.
pub const HEAD: &str = "guijia-backup.json";
/// The name of the last entry.
pub const MANIFEST: &str = "manifest.json";
/// How the entries are laid out; another number is another layout.
pub const FORMAT: u32 = 1;

/// What a backup begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The layout of the entries.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When it was begun, to the second, in Asia/Shanghai.
    pub made_at: String,
    /// The migrations that made the database, oldest first.
    pub schema: Vec<String>,
    /// The office's unified social credit code; none where no office was founded.
    pub credit_code: Option<String>,
    /// The office's name.
    pub office: Option<String>,
    /// `real` or `practice`.
    pub mode: Option<String>,
    /// A mark of the office's secret, from which the secret cannot be told; none where it was not there.
    pub keys_mark: Option<String>,
}

/// What a backup ends with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Everything in it.
    pub contents: Contents,
    /// What was missing or damaged when it was made, by digest, and is therefore not in it.
    pub losses: Vec<String>,
}

/// Everything in a backup.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Each table that has rows. Those of `case_key` and `office_log_head` are the ends of all chains.
    pub tables: BTreeMap<String, Counted>,
    /// Scans and documents; the digest runs over their names, each with its length.
    pub files: Counted,
    /// Their length in bytes.
    pub bytes: u64,
    /// The keys; the digest runs over their names and bytes.
    pub keys: Counted,
}

/// How many, and the digest of all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// How many.
    pub count: u64,
    /// SHA-256 in hexadecimal; empty where there is none.
    pub sha256: String,
}

/// Counts what goes into a backup, or comes out of it.
#[derive(Default)]
pub struct Tally {
    tables: BTreeMap<String, Running>,
    files: Running,
    bytes: u64,
    keys: Running,
}

#[derive(Default)]
struct Running {
    count: u64,
    digest: Sha256,
}

impl Running {
    fn add(&mut self, count: u64, bytes: &[u8]) {
        self.count += count;
        self.digest.update(bytes);
    }

    fn ended(self) -> Counted {
        match self.count {
            0 => Counted::default(),
            count => Counted { count, sha256: hex::encode(self.digest.finalize()) },
        }
    }
}

impl Tally {
    /// Counts rows of a table, written as lines.
    pub fn rows(&mut self, table: &str, count: usize, lines: &[u8]) {
        self.tables.entry(table.to_owned()).or_default().add(count as u64, lines);
    }

    /// Counts a scan or document.
    pub fn file(&mut self, name: &FileName, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.files.add(1, format!("{} {}\n", name.as_str(), bytes.len()).as_bytes());
    }

    /// Counts a key.
    pub fn key(&mut self, name: &str, bytes: &[u8]) {
        self.keys.add(1, format!("{name} {}\n", bytes.len()).as_bytes());
        self.keys.add(0, bytes);
    }

    /// Everything that was counted.
    pub fn contents(self) -> Contents {
        let tables = self.tables.into_iter().map(|(name, table)| (name, table.ended()));
        Contents {
            tables: tables.collect(),
            files: self.files.ended(),
            bytes: self.bytes,
            keys: self.keys.ended(),
        }
    }
}

impl Contents {
    /// How many rows a table has.
    pub fn rows(&self, table: &str) -> u64 {
        self.tables.get(table).map_or(0, |table| table.count)
    }

    /// Names the first thing that differs from what was found; none if nothing does.
    pub fn differs_from(&self, found: &Contents) -> Option<String> {
        let names = self.tables.keys().chain(found.tables.keys());
        let mut differing = names.filter(|name| self.tables.get(*name) != found.tables.get(*name));
        if let Some(name) = differing.next() {
            return Some(format!(
                "{name} is listed with {} rows and has {}, or other ones",
                self.rows(name),
                found.rows(name)
            ));
        }
        let parts = [("files", &self.files, &found.files), ("keys", &self.keys, &found.keys)];
        let mut differing = parts.into_iter().filter(|(_, listed, found)| listed != found);
        differing.next().map(|(name, listed, found)| {
            format!(
                "{} {name} are listed and {} are there, or other ones",
                listed.count, found.count
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::files::Digest;

    fn tally() -> Tally {
        let mut tally = Tally::default();
        tally.rows("event", 2, b"one\ntwo\n");
        tally.file(&FileName::plain(&Digest::of(b"scan")), b"scan");
        tally.key("office.secret", b"secret");
        tally
    }

    #[test]
    fn the_same_things_give_the_same_list_however_they_are_parted() {
        let mut other = Tally::default();
        other.rows("event", 1, b"one\n");
        other.rows("event", 1, b"two\n");
        other.file(&FileName::plain(&Digest::of(b"scan")), b"scan");
        other.key("office.secret", b"secret");
        assert_eq!(tally().contents().differs_from(&other.contents()), None);
    }

    #[test]
    fn whatever_differs_is_named() {
        let listed = tally().contents();
        let mut other = tally();
        other.rows("event", 1, b"three\n");
        let words = listed.differs_from(&other.contents()).expect("another row");
        assert!(words.starts_with("event is listed with 2 rows and has 3"), "{words}");
        let mut other = tally();
        other.rows("account", 1, b"one\n");
        let words = listed.differs_from(&other.contents()).expect("another table");
        assert!(words.starts_with("account is listed with 0 rows"), "{words}");
        let mut other = tally();
        other.file(&FileName::plain(&Digest::of(b"more")), b"more");
        let words = listed.differs_from(&other.contents()).expect("another file");
        assert!(words.starts_with("1 files are listed and 2 are there"), "{words}");
        let mut other = tally();
        other.key("other.ed25519", b"key");
        let words = listed.differs_from(&other.contents()).expect("another key");
        assert!(words.starts_with("1 keys are listed and 2 are there"), "{words}");
    }
}
