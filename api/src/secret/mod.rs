//! The office's secret, from which every keyed value is derived: blind keys of persons, query codes.
//!
//! It is made once when the office is created, kept in a file that only the service's own user can
//! read, and shared by all replicas. It is never made anew silently: with another secret the same
//! person would no longer be found.

mod cipher;
pub mod derived;
pub mod heads_key;
pub mod keys;
pub mod masters;
pub mod query_code;
pub mod ring;
pub mod sealed_file;
pub mod sealing;
pub mod suite;

use std::fs;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;

use aws_lc_rs::rand;
use hmac::digest::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use keys::KeyError;
use suite::Suite;

const FILE: &str = "office.secret";
const LENGTH: usize = 32;

/// Why the secret cannot be used. The text never repeats it.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The operating system refused.
    #[error("the office's secret cannot be used: {0}")]
    Io(#[from] std::io::Error),
    /// Others can read it.
    #[error("the office's secret is open to others (mode {0:o}); allow only its owner")]
    TooOpen(u32),
    /// The file does not hold a secret.
    #[error("the file of the office's secret is damaged")]
    Damaged,
    /// The random source failed.
    #[error("no secret could be made")]
    NotMade,
    /// The newest master key beside it is for a suite this program does not know.
    #[error("the suite of this office is not known: {0}")]
    Suite(KeyError),
}

/// What a derived value is for; values of different purposes never agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The blind key under which a person's cases are found.
    Person,
    /// The code with which a family follows its case.
    QueryCode,
    /// The blind key under which the case of a code is found.
    QueryCodeKey,
    /// The blind key under which a gift finds the cases of its donor.
    Donor,
    /// The account under which an adoptive parent opens the page of their case.
    FamilyAccount,
    /// What a case is searched by: a number, a name or the beginning of one.
    Term,
    /// The key under which the secret of a second factor is sealed.
    SecondFactor,
    /// The name of a chain in the log of heads.
    Head,
    /// The key of what is of no case yet.
    Desk,
    /// The name under which a public notice is told.
    Notice,
    /// The blind key under which what a code belongs to is found, where it is of no case.
    DeskCode,
    /// The mark by which a backup knows the keys it goes with.
    Backup,
    /// The key of what the office keeps of people and of no case.
    Office,
}

impl Purpose {
    fn label(self) -> &'static [u8] {
        match self {
            Purpose::Person => b"guijia person 1",
            Purpose::QueryCode => b"guijia query code 1",
            Purpose::QueryCodeKey => b"guijia query code key 1",
            Purpose::Donor => b"guijia donor 1",
            Purpose::FamilyAccount => b"guijia family account 1",
            Purpose::Term => b"guijia term 1",
            Purpose::SecondFactor => b"guijia second factor 1",
            Purpose::Head => b"guijia head 1",
            Purpose::Desk => b"guijia desk 1",
            Purpose::Notice => b"guijia notice 1",
            Purpose::DeskCode => b"guijia desk code 1",
            Purpose::Backup => b"guijia backup 1",
            Purpose::Office => b"guijia office 1",
        }
    }
}

/// The secret of an office, with the suite in which the keys that are derived from it seal.
#[derive(Clone)]
pub struct OfficeSecret {
    bytes: [u8; LENGTH],
    suite: Suite,
}

impl OfficeSecret {
    /// Makes the secret of a new office; an existing one is an error.
    pub fn create(directory: &Path) -> Result<(), SecretError> {
        if !directory.exists() {
            fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
        }
        let mut secret = [0_u8; LENGTH];
        rand::fill(&mut secret).map_err(|_| SecretError::NotMade)?;
        Ok(keys::write_new(&directory.join(FILE), &secret)?)
    }

    /// Reads the secret of an office; the newest master key beside it says the suite.
    pub fn load(directory: &Path) -> Result<OfficeSecret, SecretError> {
        let path = directory.join(FILE);
        let mode = fs::metadata(&path)?.permissions().mode() & 0o777;
        if mode & 0o177 != 0 {
            return Err(SecretError::TooOpen(mode));
        }
        let bytes = fs::read(path)?.try_into().map_err(|_| SecretError::Damaged)?;
        let suite = Suite::of_folder(directory).map_err(SecretError::Suite)?;
        Ok(OfficeSecret { bytes, suite })
    }

    /// The suite of the office.
    pub fn suite(&self) -> Suite {
        self.suite
    }

    /// A keyed value of some parts, which cannot be moved from one part to the next.
    pub fn derive(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new(&self.block());
        for part in [purpose.label()].into_iter().chain(parts.iter().copied()) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
impl OfficeSecret {
    /// A secret that every test knows.
    pub fn of_bytes(bytes: [u8; LENGTH]) -> OfficeSecret {
        OfficeSecret { bytes, suite: Suite::default() }
    }

    /// The same secret of an office that seals in this suite.
    pub fn in_suite(self, suite: Suite) -> OfficeSecret {
        OfficeSecret { suite, ..self }
    }
}

impl OfficeSecret {
    /// The secret padded with zeros to the block of SHA-256, which is what HMAC itself does.
    fn block(&self) -> Key<Hmac<Sha256>> {
        let mut block = Key::<Hmac<Sha256>>::default();
        for (place, byte) in block.iter_mut().zip(self.bytes) {
            *place = byte;
        }
        block
    }
}

impl std::fmt::Debug for OfficeSecret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("OfficeSecret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_made_once_and_read_back() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("keys");
        assert!(OfficeSecret::load(&directory).is_err());
        OfficeSecret::create(&directory).expect("made");
        assert!(OfficeSecret::create(&directory).is_err());
        let first = OfficeSecret::load(&directory).expect("read");
        let again = OfficeSecret::load(&directory).expect("read");
        let value = |secret: &OfficeSecret| secret.derive(Purpose::Person, &[b"x"]);
        assert_eq!(value(&first), value(&again));
    }

    #[test]
    fn purposes_and_parts_keep_values_apart() {
        let secret = OfficeSecret::of_bytes([7; LENGTH]);
        let person = secret.derive(Purpose::Person, &[b"ab", b"c"]);
        assert_ne!(person, secret.derive(Purpose::QueryCode, &[b"ab", b"c"]));
        assert_ne!(person, secret.derive(Purpose::Person, &[b"a", b"bc"]));
        assert_ne!(
            person,
            OfficeSecret::of_bytes([8; LENGTH]).derive(Purpose::Person, &[b"ab", b"c"])
        );
    }
}
