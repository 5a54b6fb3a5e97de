//! Sealing: what is kept so that only who has the key reads it, and nobody moves it elsewhere.

use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};

const NONCE_LENGTH: usize = 12;

/// Something could not be sealed, or was not sealed with this key for this place. Nobody outside
/// learns which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what was sealed cannot be opened")]
pub struct SealError;

impl From<aws_lc_rs::error::Unspecified> for SealError {
    fn from(_: aws_lc_rs::error::Unspecified) -> SealError {
        SealError
    }
}

/// Seals a text under a key (AES-256-GCM with a random nonce). `place` says where it belongs; it opens
/// nowhere else.
///
/// # Errors
/// When the machine's random source fails.
pub fn seal(key: &[u8; 32], place: &[u8], mut text: Vec<u8>) -> Result<Vec<u8>, SealError> {
    let key = RandomizedNonceKey::new(&AES_256_GCM, key)?;
    let nonce = key.seal_in_place_append_tag(Aad::from(place), &mut text)?;
    let mut sealed = nonce.as_ref().to_vec();
    sealed.append(&mut text);
    Ok(sealed)
}

/// Opens what was sealed under this key for this place.
///
/// # Errors
/// For everything else.
pub fn open(key: &[u8; 32], place: &[u8], mut sealed: Vec<u8>) -> Result<Vec<u8>, SealError> {
    let (nonce, text) = sealed.split_at_mut_checked(NONCE_LENGTH).ok_or(SealError)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce)?;
    let key = RandomizedNonceKey::new(&AES_256_GCM, key)?;
    Ok(key.open_in_place(nonce, Aad::from(place), text)?.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_opens_it_and_only_in_its_place() {
        let sealed = seal(&[1; 32], b"here", b"secret".to_vec()).expect("sealed");
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        assert_eq!(open(&[1; 32], b"here", sealed.clone()), Ok(b"secret".to_vec()));
        assert_eq!(open(&[2; 32], b"here", sealed.clone()), Err(SealError));
        assert_eq!(open(&[1; 32], b"there", sealed.clone()), Err(SealError));
        for place in 0..sealed.len() {
            let mut turned = sealed.clone();
            turned[place] ^= 1;
            assert_eq!(open(&[1; 32], b"here", turned), Err(SealError), "byte {place}");
        }
        assert_eq!(open(&[1; 32], b"here", vec![0; 5]), Err(SealError));
        assert_ne!(seal(&[1; 32], b"here", b"secret".to_vec()), Ok(sealed), "no nonce comes twice");
    }
}
