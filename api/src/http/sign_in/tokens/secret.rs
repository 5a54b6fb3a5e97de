//! Random secrets that are handed out once and kept only as digests.

use aws_lc_rs::rand;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::http::answer::{Kind, Problem};

/// The digest under which a secret is kept.
pub type SecretDigest = [u8; 32];

/// A new secret of 256 bits as text, and its digest.
///
/// # Errors
/// When the machine's random source fails.
pub fn generate() -> Result<(String, SecretDigest), Problem> {
    let mut bytes = [0_u8; 32];
    rand::fill(&mut bytes).map_err(|_| Problem::new(Kind::Internal))?;
    let text = URL_SAFE_NO_PAD.encode(bytes);
    let digest = digest(&text);
    Ok((text, digest))
}

/// The digest of a secret that somebody presents. Secrets are looked up by it, so no comparison
/// of the secret itself can be timed.
pub fn digest(secret: &str) -> SecretDigest {
    Sha256::digest(secret.as_bytes()).into()
}

/// A digest over several texts that cannot be moved from one to the next.
pub fn digest_of(parts: &[&str]) -> SecretDigest {
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
    digest_of_bytes(&parts)
}

/// The same over bytes.
pub fn digest_of_bytes(parts: &[&[u8]]) -> SecretDigest {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}
