//! The checkpoint of C2SP `tlog-checkpoint`: which log, how many leaves, under which root.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::note::{Note, Signer};
use super::tree::Hash;

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub origin: String,
    /// How many leaves it has.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

impl Checkpoint {
    /// Reads the text of a note. Lines after the third say nothing to this program.
    pub fn parse(text: &str) -> Option<Checkpoint> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let root = STANDARD.decode(root).ok()?.try_into().ok()?;
        let is_whole = !origin.is_empty() && lines.all(|line| !line.is_empty());
        is_whole.then_some(Checkpoint { origin: origin.to_owned(), size: decimal(size)?, root })
    }

    /// Signs it.
    pub fn signed(&self, signer: &Signer) -> Note {
        let text = self.to_string();
        let signature = signer.sign(&text, 0);
        Note { text, signatures: vec![signature] }
    }
}

impl std::fmt::Display for Checkpoint {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Checkpoint { origin, size, root } = self;
        writeln!(formatter, "{origin}\n{size}\n{}", STANDARD.encode(root))
    }
}

/// A number without a sign and without zeros in front.
pub(super) fn decimal(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heads::note::tests::COSIGNED;

    #[test]
    fn a_checkpoint_of_others_is_read_and_written_as_it_was() {
        let note = Note::parse(COSIGNED).expect("a note");
        let checkpoint = Checkpoint::parse(&note.text).expect("a checkpoint");
        assert_eq!(checkpoint.origin, "arche2025h1.staging.ct.transparency.dev");
        assert_eq!(checkpoint.size, 1_432_088_532);
        assert_eq!(checkpoint.to_string(), note.text);
    }

    #[test]
    fn what_is_no_checkpoint_is_not_read() {
        let root = STANDARD.encode([7; 32]);
        let good = format!("log\n12\n{root}\n");
        assert!(Checkpoint::parse(&good).is_some());
        assert!(Checkpoint::parse(&format!("{good}an extension\n")).is_some());
        for bad in [
            format!("log\n012\n{root}\n"),
            format!("log\n+12\n{root}\n"),
            format!("log\n-1\n{root}\n"),
            format!("\n12\n{root}\n"),
            format!("log\n12\n{root}"),
            format!("{good}\n"),
            "log\n12\nAAAA\n".to_owned(),
            "log\n12\n".to_owned(),
        ] {
            assert_eq!(Checkpoint::parse(&bad), None, "{bad:?}");
        }
    }
}
