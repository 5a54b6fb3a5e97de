//! With which algorithms an office seals, as its newest master key says.
//!
//! AES and SHA-256 are usual. SM4 (GB/T 32907) and SM3 (GB/T 32905) are for an office that is graded under
//! GB/T 39786, which asks for approved domestic algorithms. A suite is told by its word wherever something
//! sealed says how, so that what was sealed in one is read by an office that has gone over to the other.

use std::path::Path;

use strum::VariantArray;

use super::keys::{KeyError, files_ending};

/// How the file of a master key ends.
pub(super) const MASTER: &str = "master";

/// The algorithms that are used together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray, clap::ValueEnum)]
pub enum Suite {
    /// AES-256-GCM, with keys and nonces derived by HMAC-SHA-256.
    #[default]
    #[value(name = "aes256gcm")]
    Aes256Gcm,
    /// SM4-GCM (RFC 8998), with keys and nonces derived by HMAC-SM3.
    #[value(name = "sm4gcm")]
    Sm4Gcm,
}

impl Suite {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Suite::Aes256Gcm => "aes256gcm",
            Suite::Sm4Gcm => "sm4gcm",
        }
    }

    /// The suite that has this word.
    pub fn of_word(word: &str) -> Option<Suite> {
        Suite::VARIANTS.iter().copied().find(|suite| suite.word() == word)
    }

    /// How the bodies of events are encoded that are sealed with it.
    pub fn codec(self) -> &'static str {
        match self {
            Suite::Aes256Gcm => "json aes256gcm",
            Suite::Sm4Gcm => "json sm4gcm",
        }
    }

    /// The others.
    pub(super) fn others(self) -> impl Iterator<Item = Suite> {
        Suite::VARIANTS.iter().copied().filter(move |suite| *suite != self)
    }

    /// The suite of the newest master key in a folder; the usual one where there is none yet.
    ///
    /// # Errors
    /// When the folder cannot be read, or that key is for a suite this program does not know.
    pub fn of_folder(directory: &Path) -> Result<Suite, KeyError> {
        let newest = files_ending(directory, MASTER)?.pop();
        newest.map_or(Ok(Suite::default()), |path| Suite::of_master(&path))
    }

    /// The suite of a master key: `NAME.master` is of the usual one, `NAME.sm4gcm.master` says its own.
    pub(super) fn of_master(path: &Path) -> Result<Suite, KeyError> {
        let name = path.file_stem().unwrap_or_default();
        let Some(word) = Path::new(name).extension() else { return Ok(Suite::default()) };
        let suite = word.to_str().and_then(Suite::of_word);
        suite.ok_or_else(|| KeyError::Damaged(path.to_owned()))
    }

    /// What the name of a master key ends with.
    pub(super) fn master_ending(self) -> String {
        match self {
            Suite::Aes256Gcm => MASTER.to_owned(),
            Suite::Sm4Gcm => format!("{}.{MASTER}", self.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_master_key_says_its_suite_by_its_name() {
        for suite in Suite::VARIANTS.iter().copied() {
            assert_eq!(Suite::of_word(suite.word()), Some(suite));
            assert_eq!(suite.codec(), format!("json {}", suite.word()));
            let path = format!("keys/0190.{}", suite.master_ending());
            assert_eq!(Suite::of_master(Path::new(&path)).expect("known"), suite);
        }
        let strange = Suite::of_master(Path::new("keys/0190.rot13.master"));
        assert!(matches!(strange, Err(KeyError::Damaged(_))));
    }
}
