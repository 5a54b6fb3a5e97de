//! What is wrong with a log of heads by itself, and against checkpoints that were kept elsewhere.

use std::collections::BTreeMap;

use super::checkpoint::Checkpoint;
use super::folder::{Contents, whole_notes};
use super::leaf::RECORD;
use super::note::{Note, Verifier};
use super::tree::{Growing, Hash};

/// A checkpoint that was kept elsewhere, with where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Where it was found, in words.
    pub from: String,
    /// The checkpoint.
    pub note: Note,
}

/// The checkpoints of a file: one as it was printed or handed out, or several with an empty line after
/// each, whatever program ended its lines. None if there is none in it, or something else.
pub fn kept_in(from: &str, bytes: &[u8]) -> Option<Vec<Kept>> {
    let text = std::str::from_utf8(bytes).ok()?.replace("\r\n", "\n");
    let text = format!("{}\n\n", text.trim());
    let (notes, rest) = whole_notes(text.as_bytes());
    let kept = |note| Kept { from: from.to_owned(), note };
    (rest == 0 && !notes.is_empty()).then(|| notes.into_iter().map(kept).collect())
}

/// The roots of a log at the sizes that are asked for.
struct Roots(BTreeMap<u64, Hash>);

impl Roots {
    fn of(contents: &Contents, asked: impl Iterator<Item = u64>) -> Roots {
        let mut wanted: Vec<u64> = asked.collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut growing = Growing::default();
        let mut roots = BTreeMap::new();
        let mut wanted = wanted.into_iter().peekable();
        let mut note = |growing: &Growing| {
            while wanted.next_if(|size| *size <= growing.size()).is_some() {
                roots.insert(growing.size(), growing.root());
            }
        };
        note(&growing);
        for leaf in &contents.leaves {
            growing.push(leaf.hash());
            note(&growing);
        }
        Roots(roots)
    }
}

/// What is wrong, in words. Without the key nothing is said of signatures.
pub fn faults(contents: &Contents, key: Option<&Verifier>, kept: &[Kept]) -> Vec<String> {
    let own = contents.checkpoints.iter().map(|note| ("its file of checkpoints", note));
    let cosigned =
        contents.cosigned.iter().map(|note| ("a checkpoint that a witness cosigned", note));
    let kept = kept.iter().map(|kept| (kept.from.as_str(), &kept.note));
    let all: Vec<(&str, &Note, Option<Checkpoint>)> = own
        .chain(cosigned)
        .chain(kept)
        .map(|(from, note)| (from, note, Checkpoint::parse(&note.text)))
        .collect();
    let sizes = all.iter().filter_map(|(_, _, said)| said.as_ref().map(|said| said.size));
    let roots = Roots::of(contents, sizes);
    let mut faults: Vec<String> = torn(contents).into_iter().collect();
    for (from, note, said) in &all {
        faults.extend(fault(contents, key, &roots, from, note, said.as_ref()));
    }
    faults.extend(uncovered(contents));
    faults
}

fn torn(contents: &Contents) -> Option<String> {
    let torn = contents.torn_leaves;
    let words = if torn == 0 {
        return None;
    } else if torn < RECORD as u64 {
        format!(
            "{torn} bytes at its end are no leaf: a seal was interrupted, and goes on at the next start"
        )
    } else {
        format!("leaf {} was altered after it was written", contents.leaves.len())
    };
    Some(words)
}

/// What is wrong with one checkpoint.
fn fault(
    contents: &Contents,
    key: Option<&Verifier>,
    roots: &Roots,
    from: &str,
    note: &Note,
    said: Option<&Checkpoint>,
) -> Option<String> {
    let Some(said) = said else { return Some(format!("{from}: this is no checkpoint")) };
    let Checkpoint { origin, size, root } = said;
    if let Some(key) = key {
        if *origin != key.name {
            return Some(format!("{from}: it is of another log, {origin}"));
        }
        if note.signed_by(key).is_none() {
            return Some(format!(
                "{from}: the checkpoint of {size} leaves is not signed by the key of this log"
            ));
        }
    }
    let leaves = contents.leaves.len();
    match roots.0.get(size) {
        Some(found) if found == root => None,
        Some(_) => Some(format!(
            "{from}: the first {size} leaves are not those of the checkpoint; the log was written anew"
        )),
        None => Some(format!(
            "{from}: the checkpoint has {size} leaves and the log {leaves}; the end of the log was cut \
             off, or an older copy put in its place"
        )),
    }
}

/// Leaves without a checkpoint: the file of checkpoints is written after that of leaves.
fn uncovered(contents: &Contents) -> Option<String> {
    let newest = contents.checkpoints.last().and_then(|note| Checkpoint::parse(&note.text));
    let covered = newest.map_or(0, |newest| newest.size);
    let leaves = contents.leaves.len() as u64;
    let without = leaves.checked_sub(covered).filter(|without| *without > 0)?;
    Some(format!(
        "{without} leaves stand under no checkpoint: the end of the file of checkpoints is gone, or a seal \
         was interrupted, which the next start makes good"
    ))
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::Ed25519KeyPair;

    use super::*;
    use crate::heads::leaf::{Kind, Leaf};
    use crate::heads::note::{Signer, Use};

    fn signer() -> Signer {
        let document = Ed25519KeyPair::generate().expect("a key").to_pkcs8().expect("a document");
        Signer::new(document.as_ref(), "guijia/x/cases", Use::Note).expect("a signer")
    }

    fn leaf(chain: u8) -> Leaf {
        Leaf { kind: Kind::Case, at: 5, blind: [chain; 32], version: 1, head: [chain; 32] }
    }

    fn sealed(signer: &Signer, leaves: &[Leaf], sizes: &[u64]) -> Contents {
        let contents = Contents { leaves: leaves.to_vec(), ..Contents::default() };
        let roots = Roots::of(&contents, sizes.iter().copied());
        let checkpoint = |(size, root): (&u64, &Hash)| {
            let origin = signer.verifier().name.clone();
            Checkpoint { origin, size: *size, root: *root }.signed(signer)
        };
        Contents { checkpoints: roots.0.iter().map(checkpoint).collect(), ..contents }
    }

    fn kept(contents: &Contents) -> Kept {
        let note = contents.checkpoints.last().cloned().expect("a checkpoint");
        Kept { from: "kept".to_owned(), note }
    }

    fn found(contents: &Contents, signer: &Signer, kept: &[Kept]) -> String {
        faults(contents, Some(signer.verifier()), kept).join("\n")
    }

    #[test]
    fn an_untouched_log_has_no_fault_against_any_of_its_checkpoints() {
        let signer = signer();
        let leaves: Vec<Leaf> = (0..9).map(leaf).collect();
        let whole = sealed(&signer, &leaves, &[2, 5, 9]);
        for size in 1..=9 {
            let kept = kept(&sealed(&signer, &leaves[..size as usize], &[size]));
            assert_eq!(found(&whole, &signer, &[kept]), "");
        }
    }

    #[test]
    fn a_log_written_anew_with_its_own_key_is_found_against_a_kept_checkpoint_only() {
        let signer = signer();
        let leaves: Vec<Leaf> = (0..9).map(leaf).collect();
        let kept = kept(&sealed(&signer, &leaves, &[9]));
        let mut forged = leaves.clone();
        forged[4] = leaf(77);
        let anew = sealed(&signer, &forged, &[9]);
        assert_eq!(found(&anew, &signer, &[]), "");
        assert!(
            found(&anew, &signer, std::slice::from_ref(&kept))
                .contains("kept: the first 9 leaves are not")
        );
        let shorter = sealed(&signer, &leaves[..5], &[5]);
        let words = found(&shorter, &signer, &[kept]);
        assert!(words.contains("the checkpoint has 9 leaves and the log 5"), "{words}");
    }

    #[test]
    fn lost_ends_and_another_key_are_found() {
        let signer = signer();
        let leaves: Vec<Leaf> = (0..9).map(leaf).collect();
        let mut cut = sealed(&signer, &leaves, &[2, 5, 9]);
        cut.checkpoints.pop();
        assert!(found(&cut, &signer, &[]).contains("4 leaves stand under no checkpoint"));
        let mut shorter = sealed(&signer, &leaves, &[9]);
        shorter.leaves.truncate(8);
        assert!(found(&shorter, &signer, &[]).contains("has 9 leaves and the log 8"));
        let other = self::signer();
        let words = found(&sealed(&other, &leaves, &[9]), &signer, &[]);
        assert!(words.contains("is not signed by the key of this log"), "{words}");
    }

    #[test]
    fn checkpoints_are_read_as_they_are_kept_and_as_they_are_handed_out() {
        let signer = signer();
        let leaves: Vec<Leaf> = (0..3).map(leaf).collect();
        let note = kept(&sealed(&signer, &leaves, &[3])).note;
        for (text, count) in [
            (format!("{note}"), 1),
            (format!("\n{note}\n"), 1),
            (format!("{note}\n{note}"), 2),
            (format!("{note}\n").replace('\n', "\r\n"), 1),
        ] {
            let read = kept_in("here", text.as_bytes()).expect("read");
            assert!(read.len() == count && read.iter().all(|kept| kept.note == note), "{text}");
        }
        assert_eq!(kept_in("here", b"nothing"), None);
        assert_eq!(kept_in("here", b""), None);
    }
}
