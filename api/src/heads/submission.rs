//! What a log sends to a witness, as C2SP `tlog-witness` has it: the size the witness saw last, what
//! shows that the log has only grown since, and the checkpoint.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::checkpoint::decimal;
use super::note::Note;
use super::tree::Hash;

/// More hashes than any tree needs.
const LONGEST_PATH: usize = 63;

/// A checkpoint for a witness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// How many leaves the witness saw last.
    pub old: u64,
    /// What shows that the log has only grown since.
    pub path: Vec<Hash>,
    /// The checkpoint.
    pub note: Note,
}

impl Submission {
    /// Reads a request. None if it is none.
    pub fn parse(body: &str) -> Option<Submission> {
        let (head, note) = body.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let old = decimal(lines.next()?.strip_prefix("old ")?)?;
        let path = lines.map(hash).collect::<Option<Vec<_>>>()?;
        (path.len() <= LONGEST_PATH).then_some(Submission { old, path, note: Note::parse(note)? })
    }
}

/// A hash in a line of its own.
pub(super) fn hash(line: &str) -> Option<Hash> {
    STANDARD.decode(line).ok()?.try_into().ok()
}

impl std::fmt::Display for Submission {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(formatter, "old {}", self.old)?;
        for hash in &self.path {
            writeln!(formatter, "{}", STANDARD.encode(hash))?;
        }
        write!(formatter, "\n{}", self.note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    const EXAMPLE: &str = "old 20852014\n\
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n\
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n\
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\
        \n\
        example.com/behind-the-sofa\n\
        20852163\n\
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\
        \n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n";

    #[test]
    fn the_example_of_the_specification_is_read_and_written_as_it_is() {
        let read = Submission::parse(EXAMPLE).expect("a request");
        assert_eq!((read.old, read.path.len(), read.note.signatures.len()), (20_852_014, 4, 2));
        assert_eq!(read.to_string(), EXAMPLE);
    }

    #[test]
    fn a_first_submission_has_no_path() {
        let (_, note) = EXAMPLE.split_once("\n\n").expect("a note");
        let first = Submission::parse(&format!("old 0\n\n{note}")).expect("a request");
        assert!(first.path.is_empty());
    }

    #[test]
    fn what_is_no_request_is_not_read() {
        for bad in [
            EXAMPLE.replace("old 2", "old 02"),
            EXAMPLE.replace("old ", "new "),
            EXAMPLE.replace("jrJZ", "jr"),
            EXAMPLE.replace("— ", "- "),
            EXAMPLE.trim_end().to_owned(),
            String::new(),
            format!(
                "old 1\n{}\n{}",
                "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n".repeat(64),
                { EXAMPLE.split_once("\n\n").expect("a note").1 }
            ),
        ] {
            assert_eq!(Submission::parse(&bad), None, "{bad}");
        }
    }
}
