//! What is signed of a day: how many entries there are, and the digest of the file.

use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::secret::keys::{PublicKey, Signer};

/// What a file of a day holds, as it is signed. The text begins with what it is, so that no signature
/// under anything else of the office is one under this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The unified social credit code of the office.
    pub office: String,
    /// The day.
    pub day: NaiveDate,
    /// How many entries there are.
    pub entries: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// The file beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// The unified social credit code of the office.
    pub office: String,
    /// The day.
    pub day: NaiveDate,
    /// How many entries there are.
    pub entries: u64,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// Which key signed.
    pub key: String,
    /// The signature (Ed25519) in Base64, over the text of [`Statement`].
    pub signature: String,
}

impl Statement {
    fn text(&self) -> String {
        let Statement { office, day, entries, sha256 } = self;
        format!("guijia accesses 1\n{office}\n{day}\n{entries}\n{sha256}\n")
    }

    /// Signs it.
    pub fn sign(self, signer: &Signer) -> Signed {
        let signature = STANDARD.encode(signer.sign(self.text().as_bytes()));
        let Statement { office, day, entries, sha256 } = self;
        Signed { office, day, entries, sha256, key: signer.id.clone(), signature }
    }
}

impl Signed {
    /// What was signed.
    pub fn statement(&self) -> Statement {
        Statement {
            office: self.office.clone(),
            day: self.day,
            entries: self.entries,
            sha256: self.sha256.clone(),
        }
    }

    /// Whether one of these keys signed it.
    pub fn is_signed_by(&self, keys: &[PublicKey]) -> bool {
        let Ok(signature) = STANDARD.decode(&self.signature) else { return false };
        let text = self.statement().text();
        keys.iter().any(|key| {
            let key = UnparsedPublicKey::new(&ED25519, &key.bytes);
            key.verify(text.as_bytes(), &signature).is_ok()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::keys;

    #[test]
    fn a_statement_holds_for_its_key_and_as_it_was_signed() {
        let data = tempfile::tempdir().expect("a directory");
        let (ours, theirs) = (data.path().join("ours"), data.path().join("theirs"));
        keys::create(&ours).expect("a key");
        keys::create(&theirs).expect("a key");
        let statement = Statement {
            office: "11500225009330010P".to_owned(),
            day: "2026-11-28".parse().expect("a day"),
            entries: 3,
            sha256: "ab".repeat(32),
        };
        let signed = statement.clone().sign(&keys::signer(&ours).expect("a signer"));
        let known = keys::public_keys(&ours).expect("keys");
        assert!(signed.is_signed_by(&known));
        keys::add(&ours).expect("a newer key");
        assert!(signed.is_signed_by(&keys::public_keys(&ours).expect("keys")), "an older key");
        assert!(!signed.is_signed_by(&keys::public_keys(&theirs).expect("keys")));
        let fewer = Signed { entries: 2, ..signed.clone() };
        let another_day = Signed { day: "2026-11-27".parse().expect("a day"), ..signed.clone() };
        let unsigned = Signed { signature: "AAAA".to_owned(), ..signed };
        for altered in [fewer, another_day, unsigned] {
            assert!(!altered.is_signed_by(&known), "{altered:?}");
        }
    }
}
