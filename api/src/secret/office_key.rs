//! The key of what the office keeps of people and of no case: who works here, who gave. It is derived from the
//! office's secret.

use super::sealing::{KeyBytes, SealError, SealingKey};
use super::{OfficeSecret, Purpose};

/// The key of an office.
pub struct OfficeKey(SealingKey);

impl OfficeKey {
    /// Derives the key.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn of(secret: &OfficeSecret) -> Result<OfficeKey, SealError> {
        let bytes = KeyBytes::derived(secret.derive(Purpose::Office, &[]));
        Ok(OfficeKey(SealingKey::of(&bytes)?))
    }

    /// Seals bytes for a place.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn seal(&self, place: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.0.seal(place, plain)
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// When the place is another, or a byte was altered.
    pub fn open(&self, place: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.0.open(place, sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> OfficeKey {
        OfficeKey::of(&OfficeSecret::of_bytes([byte; 32])).expect("a key")
    }

    #[test]
    fn what_is_sealed_for_one_place_opens_in_no_other_and_with_no_other_secret() {
        let sealed = key(7).seal(&[b"a", b"1"], b"words").expect("sealed");
        assert!(!sealed.windows(5).any(|part| part == b"words"));
        assert_eq!(key(7).open(&[b"a", b"1"], &sealed).expect("opened"), b"words");
        assert_eq!(key(7).open(&[b"a", b"2"], &sealed), Err(SealError::NotOpened));
        assert_eq!(key(8).open(&[b"a", b"1"], &sealed), Err(SealError::NotOpened));
    }
}
