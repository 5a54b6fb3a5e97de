//! What a witness cosigns, what it refuses and how, and that it remembers.

use aws_lc_rs::signature::Ed25519KeyPair;
use tempfile::TempDir;

use super::*;
use crate::heads::note::{Signed, Use};
use crate::heads::tree::Hash;

const ORIGIN: &str = "guijia/x/cases";

fn document() -> Vec<u8> {
    let pair = Ed25519KeyPair::generate().expect("a key");
    pair.to_pkcs8().expect("a document").as_ref().to_vec()
}

fn leaves(count: u8) -> Vec<Hash> {
    (0..count).map(|number| tree::leaf(&[number])).collect()
}

struct Scene {
    directory: TempDir,
    log: Signer,
    document: Vec<u8>,
}

impl Scene {
    fn new() -> Scene {
        let log = Signer::new(&document(), ORIGIN, Use::Note).expect("a signer");
        Scene { directory: TempDir::new().expect("a directory"), log, document: document() }
    }

    fn witness(&self) -> Witness {
        let signer = Signer::new(&self.document, "upper.office", Use::Cosignature).expect("a key");
        let keys = vec![self.log.verifier().clone()];
        let directory = self.directory.path().to_owned();
        Witness::open(ORIGIN.to_owned(), keys, signer, directory).expect("a witness")
    }

    fn body(&self, old: u64, leaves: &[Hash]) -> String {
        let path = tree::consistency(leaves, old as usize).unwrap_or_default();
        self.body_with(old, leaves, path)
    }

    fn body_with(&self, old: u64, leaves: &[Hash], path: Vec<Hash>) -> String {
        let root = tree::root(leaves);
        let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size: leaves.len() as u64, root };
        Submission { old, path, note: checkpoint.signed(&self.log) }.to_string()
    }
}

#[test]
fn a_log_that_grows_is_cosigned_and_the_cosignature_is_verified() {
    let scene = Scene::new();
    let witness = scene.witness();
    for (old, new) in [(0, 3), (3, 3), (3, 10), (10, 11)] {
        let body = scene.body(old, &leaves(new));
        let line = witness.cosign(&body, 1000).expect("cosigned");
        let (_, note) = body.split_once("\n\n").expect("a note");
        let note = Note::parse(&format!("{note}{line}")).expect("a note");
        assert_eq!(note.signed_by(witness.key()), Some(Signed { at: Some(1000) }));
    }
}

#[test]
fn it_remembers_across_a_restart_and_refuses_what_is_older() {
    let scene = Scene::new();
    scene.witness().cosign(&scene.body(0, &leaves(9)), 1).expect("cosigned");
    let witness = scene.witness();
    for (old, new) in [(0, 9), (0, 4), (3, 12), (4, 4)] {
        let refusal = witness.cosign(&scene.body(old, &leaves(new)), 2);
        assert!(matches!(refusal, Err(Refusal::NotTheNewest(9))), "{old} {new}: {refusal:?}");
    }
    witness.cosign(&scene.body(9, &leaves(12)), 3).expect("cosigned");
}

#[test]
fn a_split_view_and_a_wrong_path_are_refused() {
    let scene = Scene::new();
    let witness = scene.witness();
    witness.cosign(&scene.body(0, &leaves(9)), 1).expect("cosigned");
    let mut other = leaves(9);
    other[2] = tree::leaf(b"forged");
    let refusal = witness.cosign(&scene.body(9, &other), 2);
    assert!(matches!(refusal, Err(Refusal::NotTheNewest(9))), "{refusal:?}");
    other.push(tree::leaf(b"more"));
    let refusal = witness.cosign(&scene.body(9, &other), 2);
    assert!(matches!(refusal, Err(Refusal::NotGrown)), "{refusal:?}");
    let refusal = witness.cosign(&scene.body_with(9, &leaves(12), Vec::new()), 2);
    assert!(matches!(refusal, Err(Refusal::NotGrown)), "{refusal:?}");
}

#[test]
fn strangers_are_refused() {
    let scene = Scene::new();
    let witness = scene.witness();
    let refused = |body: &str| witness.cosign(body, 1).expect_err("a refusal");
    assert!(matches!(refused("old 0\n"), Refusal::Malformed));
    assert!(matches!(refused(&scene.body(5, &leaves(3))), Refusal::Malformed));
    let thief = Signer::new(&document(), ORIGIN, Use::Note).expect("a signer");
    let stranger = Scene { log: thief, ..Scene::new() };
    assert!(matches!(refused(&stranger.body(0, &leaves(3))), Refusal::UnknownKey));
    let elsewhere = scene.body(0, &leaves(3)).replace(ORIGIN, "guijia/y/cases");
    assert!(matches!(refused(&elsewhere), Refusal::UnknownLog));
}

#[test]
fn of_two_who_ask_at_once_nobody_is_told_less_than_was_kept() {
    let scene = Scene::new();
    let witness = scene.witness();
    witness.cosign(&scene.body(0, &leaves(3)), 1).expect("cosigned");
    let bodies: Vec<String> = (4..20).map(|size| scene.body(3, &leaves(size))).collect();
    let cosigned = std::thread::scope(|scope| {
        let asked: Vec<_> =
            bodies.iter().map(|body| scope.spawn(|| witness.cosign(body, 2).is_ok())).collect();
        asked.into_iter().map(|one| one.join().expect("an answer")).collect::<Vec<_>>()
    });
    assert_eq!(cosigned.iter().filter(|is| **is).count(), 1, "one of them was first");
}

#[test]
fn what_cannot_be_kept_is_not_cosigned() {
    let scene = Scene::new();
    let witness = scene.witness();
    fs::remove_dir_all(scene.directory.path()).expect("gone");
    let refusal = witness.cosign(&scene.body(0, &leaves(3)), 1);
    assert!(matches!(refusal, Err(Refusal::NotKept(_))), "{refusal:?}");
}

#[test]
fn what_it_kept_is_not_taken_from_another() {
    let scene = Scene::new();
    scene.witness().cosign(&scene.body(0, &leaves(9)), 1).expect("cosigned");
    let other = Scene { document: document(), ..scene };
    let signer = Signer::new(&other.document, "upper.office", Use::Cosignature).expect("a key");
    let opened =
        Witness::open(ORIGIN.to_owned(), Vec::new(), signer, other.directory.path().into());
    assert!(opened.is_err());
}
