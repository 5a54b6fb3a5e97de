//! The log on a disk: it grows, survives what a crash leaves, and refuses what is not its own.

use std::fs;

use aws_lc_rs::signature::Ed25519KeyPair;
use tempfile::TempDir;

use super::*;
use crate::heads::leaf::{Kind, RECORD};
use crate::heads::note::Use;

fn signer() -> Signer {
    let document = Ed25519KeyPair::generate().expect("a key").to_pkcs8().expect("a document");
    Signer::new(document.as_ref(), "guijia/x/cases", Use::Note).expect("a signer")
}

fn leaf(chain: u8, version: i64) -> Leaf {
    Leaf { kind: Kind::Case, at: 5, blind: [chain; 32], version, head: [version as u8; 32] }
}

struct Office {
    _directory: TempDir,
    folder: Folder,
    signer: Signer,
}

impl Office {
    fn new() -> Office {
        let directory = TempDir::new().expect("a directory");
        let folder = Folder::at(directory.path().join("heads"));
        folder.make().expect("made");
        Office { _directory: directory, folder, signer: signer() }
    }

    fn open(&self) -> (Log, u64) {
        Log::open(&self.folder, &self.signer).expect("opened")
    }

    fn sealed_twice() -> Office {
        let office = Office::new();
        let (mut log, _) = office.open();
        log.add(&[leaf(1, 1), leaf(2, 4)], &office.signer).expect("added");
        log.add(&[leaf(1, 3)], &office.signer).expect("added");
        office
    }

    fn damaged(&self) -> String {
        let Err(error) = Log::open(&self.folder, &self.signer) else { panic!("it opened") };
        error.to_string()
    }

    fn shorten(&self, name: &str, by: u64) {
        let file = fs::OpenOptions::new().write(true).open(self.folder.path().join(name));
        let file = file.expect("the file");
        let length = file.metadata().expect("its length").len();
        file.set_len(length - by).expect("cut");
    }
}

#[test]
fn the_log_grows_and_knows_how_far_each_chain_was_sealed() {
    let office = Office::sealed_twice();
    let (log, torn) = office.open();
    assert_eq!(torn, 0);
    assert_eq!(log.sealed(&[1; 32]).map(|sealed| sealed.version), Some(3));
    assert_eq!(log.sealed(&[2; 32]).map(|sealed| sealed.version), Some(4));
    assert_eq!(log.sealed(&[3; 32]), None);
    let (note, size) = log.newest().expect("a checkpoint");
    assert_eq!(size, 3);
    assert!(note.signed_by(office.signer.verifier()).is_some());
    let contents = office.folder.contents().expect("read");
    assert_eq!((contents.leaves.len(), contents.checkpoints.len()), (3, 2));
    let sizes: Vec<Checkpoint> = contents
        .checkpoints
        .iter()
        .map(|note| Checkpoint::parse(&note.text).expect("a checkpoint"))
        .collect();
    let growth = log.growth(2).expect("a path");
    let [before, after] = &sizes[..] else { panic!("two checkpoints") };
    assert!(tree::has_grown((before.size, &before.root), (after.size, &after.root), &growth));
}

#[test]
fn nothing_to_add_is_nothing_written() {
    let office = Office::sealed_twice();
    let (mut log, _) = office.open();
    let before = office.folder.lengths().expect("lengths");
    log.add(&[], &office.signer).expect("added");
    assert_eq!(office.folder.lengths().expect("lengths"), before);
    assert!(log.is_current().expect("looked"));
}

#[test]
fn what_another_added_is_noticed() {
    let office = Office::sealed_twice();
    let (log, _) = office.open();
    let (mut other, _) = office.open();
    other.add(&[leaf(7, 1)], &office.signer).expect("added");
    assert!(!log.is_current().expect("looked"));
}

#[test]
fn a_torn_end_is_cut_off_wherever_the_crash_came_and_the_log_goes_on() {
    for torn in 1..RECORD as u64 {
        let office = Office::sealed_twice();
        let next = leaf(9, 1);
        office.folder.add_leaves(std::slice::from_ref(&next)).expect("added");
        office.shorten("leaves", torn);
        let (mut log, cut) = office.open();
        assert_eq!(cut, RECORD as u64 - torn);
        log.add(&[next], &office.signer).expect("added");
        let (log, cut) = office.open();
        assert_eq!((cut, log.newest().map(|(_, size)| size)), (0, Some(4)));
    }
}

#[test]
fn a_torn_checkpoint_is_cut_off_and_its_leaves_are_covered_by_the_next() {
    let whole = Office::sealed_twice().folder.lengths().expect("lengths").1;
    for kept in [whole - 1, whole - 2, whole - 40, whole - 100] {
        let office = Office::sealed_twice();
        office.shorten("checkpoints", whole - kept);
        let (mut log, cut) = office.open();
        assert!(cut > 0, "{kept}");
        log.add(&[], &office.signer).expect("added");
        let (log, cut) = office.open();
        assert_eq!((cut, log.newest().map(|(_, size)| size)), (0, Some(3)), "{kept}");
    }
}

#[test]
fn a_log_that_is_not_what_its_checkpoint_says_is_refused() {
    let office = Office::sealed_twice();
    office.shorten("leaves", RECORD as u64);
    assert!(office.damaged().contains("its leaves are not those of its newest checkpoint"));
    let office = Office::sealed_twice();
    let path = office.folder.path().join("leaves");
    let mut bytes = fs::read(&path).expect("leaves");
    bytes[40] ^= 1;
    fs::write(&path, bytes).expect("written");
    assert!(office.damaged().contains("its leaves are not those of its newest checkpoint"));
    let office = Office::sealed_twice();
    let other = Office { signer: signer(), ..office };
    assert!(other.damaged().contains("not signed by the key"));
}

#[test]
fn one_program_has_the_log_at_a_time() {
    let office = Office::new();
    let held = office.folder.take().expect("asked").expect("taken");
    assert!(office.folder.take().expect("asked").is_none());
    drop(held);
    assert!(office.folder.take().expect("asked").is_some());
}
