//! The key of what the office keeps of people and of no case: who works here, who gave. Derived from the
//! office's secret, as is the blind key under which a login is found.

use super::sealing::{KeyBytes, SealError, SealingKey};
use super::{OfficeSecret, Purpose};

/// The key of an office.
pub struct OfficeKey {
    sealing: SealingKey,
    secret: OfficeSecret,
}

impl OfficeKey {
    /// Derives the key.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn of(secret: &OfficeSecret) -> Result<OfficeKey, SealError> {
        let bytes = KeyBytes::derived(secret.derive(Purpose::Office, &[]));
        Ok(OfficeKey { sealing: SealingKey::of(&bytes)?, secret: secret.clone() })
    }

    /// Seals bytes for a place.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn seal(&self, place: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.sealing.seal(place, plain)
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// When the place is another, or a byte was altered.
    pub fn open(&self, place: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.sealing.open(place, sealed)
    }

    /// Under what the account of a login is found.
    pub fn of_login(&self, login: &str) -> String {
        hex::encode(self.secret.derive(Purpose::Login, &[login.as_bytes()]))
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

    #[test]
    fn a_login_is_found_by_the_same_text_in_the_same_office_alone() {
        assert_eq!(key(7).of_login("gu.lin"), key(7).of_login("gu.lin"));
        assert_ne!(key(7).of_login("gu.lin"), key(7).of_login("gu.li"));
        assert_ne!(key(7).of_login("gu.lin"), key(8).of_login("gu.lin"));
    }
}
