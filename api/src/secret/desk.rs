//! The key of what is of no case yet: one for the whole office, derived from its secret.

use super::sealing::{KeyBytes, SealError, SealingKey};
use super::{OfficeSecret, Purpose};

fn key(secret: &OfficeSecret) -> Result<SealingKey, SealError> {
    SealingKey::of(&KeyBytes::derived(secret.derive(Purpose::Desk, &[])))
}

/// Seals bytes for a place.
///
/// # Errors
/// When the library refuses.
pub fn seal(secret: &OfficeSecret, place: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
    key(secret)?.seal(place, plain)
}

/// Opens what was sealed for a place.
///
/// # Errors
/// When the place is another, or a byte was altered.
pub fn open(secret: &OfficeSecret, place: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    key(secret)?.open(place, sealed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_for_one_place_opens_in_no_other_and_with_no_other_secret() {
        let secret = OfficeSecret::of_bytes([7; 32]);
        let sealed = seal(&secret, &[b"a", b"1"], b"words").expect("sealed");
        assert!(!sealed.windows(5).any(|part| part == b"words"));
        assert_eq!(open(&secret, &[b"a", b"1"], &sealed).expect("opened"), b"words");
        assert_eq!(open(&secret, &[b"a", b"2"], &sealed), Err(SealError::NotOpened));
        let other = OfficeSecret::of_bytes([8; 32]);
        assert_eq!(open(&other, &[b"a", b"1"], &sealed), Err(SealError::NotOpened));
    }
}
