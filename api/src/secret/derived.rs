//! Keys that are derived from the office's secret, for what belongs to no case.
//!
//! They seal in the suite of the office. What they sealed while it had another suite is opened with the key of
//! that one: a text that was altered is opened by none.

use super::sealing::{KeyBytes, SealError, SealingKey};
use super::{OfficeSecret, Purpose};

/// A key of this purpose.
pub struct DerivedKey {
    bytes: KeyBytes,
    seals: SealingKey,
}

impl DerivedKey {
    /// Derives the key of a purpose, and of what these parts name.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn of(
        secret: &OfficeSecret,
        purpose: Purpose,
        parts: &[&[u8]],
    ) -> Result<DerivedKey, SealError> {
        let bytes = KeyBytes::derived(secret.derive(purpose, parts));
        let seals = SealingKey::of(secret.suite(), &bytes)?;
        Ok(DerivedKey { bytes, seals })
    }

    /// Seals bytes for a place.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn seal(&self, place: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.seals.seal(place, plain)
    }

    /// Opens what was sealed for a place.
    ///
    /// # Errors
    /// When the place is another, or a byte was altered.
    pub fn open(&self, place: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let opened = self.seals.open(place, sealed);
        self.seals.suite().others().fold(opened, |opened, other| {
            opened.or_else(|_| SealingKey::of(other, &self.bytes)?.open(place, sealed))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::suite::Suite;
    use super::*;

    fn key(byte: u8, suite: Suite) -> DerivedKey {
        let secret = OfficeSecret::of_bytes([byte; 32]).in_suite(suite);
        DerivedKey::of(&secret, Purpose::Office, &[]).expect("a key")
    }

    #[test]
    fn what_is_sealed_for_one_place_opens_in_no_other_and_with_no_other_secret() {
        let key = |byte| key(byte, Suite::default());
        let sealed = key(7).seal(&[b"a", b"1"], b"words").expect("sealed");
        assert!(!sealed.windows(5).any(|part| part == b"words"));
        assert_eq!(key(7).open(&[b"a", b"1"], &sealed).expect("opened"), b"words");
        assert_eq!(key(7).open(&[b"a", b"2"], &sealed), Err(SealError::NotOpened));
        assert_eq!(key(8).open(&[b"a", b"1"], &sealed), Err(SealError::NotOpened));
    }

    #[test]
    fn what_was_sealed_before_the_suite_was_changed_is_read_after() {
        let [usual, domestic] = [Suite::Aes256Gcm, Suite::Sm4Gcm].map(|suite| key(7, suite));
        let before = usual.seal(&[b"a"], b"words").expect("sealed");
        let after = domestic.seal(&[b"a"], b"words").expect("sealed");
        assert_ne!(before, after);
        for key in [usual, domestic] {
            assert_eq!(key.open(&[b"a"], &before).expect("opened"), b"words");
            assert_eq!(key.open(&[b"a"], &after).expect("opened"), b"words");
            assert_eq!(key.open(&[b"b"], &after), Err(SealError::NotOpened));
        }
    }
}
