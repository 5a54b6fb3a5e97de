//! A proof that a leaf is in the log, as C2SP `tlog-proof` has it: a court can check it without the
//! office, and sees no name in it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::checkpoint::{Checkpoint, decimal};
use super::note::{Note, Verifier};
use super::submission::hash;
use super::tree::{self, Hash};

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

/// A proof of one leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The leaf itself, which the standard leaves to whoever uses it.
    pub leaf: Vec<u8>,
    /// Its place, counted from zero.
    pub index: u64,
    /// The way to the root.
    pub path: Vec<Hash>,
    /// The checkpoint, with what witnesses signed.
    pub note: Note,
}

impl Proof {
    /// Reads a proof. None if it is none.
    pub fn parse(text: &str) -> Option<Proof> {
        let (head, note) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        if lines.next()? != FIRST_LINE {
            return None;
        }
        let leaf = STANDARD.decode(lines.next()?.strip_prefix("extra ")?).ok()?;
        let index = decimal(lines.next()?.strip_prefix("index ")?)?;
        let path = lines.map(hash).collect::<Option<Vec<_>>>()?;
        Some(Proof { leaf, index, path, note: Note::parse(note)? })
    }

    /// Whether the leaf is in the log that this key signed.
    pub fn holds(&self, key: &Verifier) -> bool {
        let Some(checkpoint) = Checkpoint::parse(&self.note.text) else { return false };
        let Checkpoint { origin, size, root } = checkpoint;
        origin == key.name
            && self.note.signed_by(key).is_some()
            && tree::includes(&tree::leaf(&self.leaf), self.index, size, &self.path, &root)
    }
}

impl std::fmt::Display for Proof {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let leaf = STANDARD.encode(&self.leaf);
        writeln!(formatter, "{FIRST_LINE}\nextra {leaf}\nindex {}", self.index)?;
        for hash in &self.path {
            writeln!(formatter, "{}", STANDARD.encode(hash))?;
        }
        write!(formatter, "\n{}", self.note)
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::Ed25519KeyPair;

    use super::*;
    use crate::heads::note::{Signer, Use};

    #[test]
    fn a_proof_holds_for_its_leaf_and_its_key_only() {
        let document = Ed25519KeyPair::generate().expect("a key").to_pkcs8().expect("a document");
        let signer = |name| Signer::new(document.as_ref(), name, Use::Note).expect("a signer");
        let own = signer("guijia/x/cases");
        let leaves: Vec<Vec<u8>> = (0..7_u8).map(|number| vec![number; 5]).collect();
        let hashes: Vec<Hash> = leaves.iter().map(|leaf| tree::leaf(leaf)).collect();
        let origin = own.verifier().name.clone();
        let checkpoint = Checkpoint { origin, size: 7, root: tree::root(&hashes) };
        let proof = Proof {
            leaf: leaves[5].clone(),
            index: 5,
            path: tree::inclusion(&hashes, 5).expect("a path"),
            note: checkpoint.signed(&own),
        };
        let read = Proof::parse(&proof.to_string()).expect("a proof");
        assert_eq!(read, proof);
        assert!(read.holds(own.verifier()));
        assert!(!read.holds(signer("guijia/y/cases").verifier()));
        assert!(!Proof { index: 4, ..read.clone() }.holds(own.verifier()));
        assert!(!Proof { leaf: leaves[4].clone(), ..read }.holds(own.verifier()));
        assert_eq!(Proof::parse(&proof.to_string().replace("@v1", "@v2")), None);
    }
}
