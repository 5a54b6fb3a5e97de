//! What is sealed, and how: by the algorithms of a suite, under a key of its own for each case, and others of
//! the office for what belongs to no case.
//!
//! The nonce is not drawn but derived from what is sealed and from where it stands. The same bytes in the
//! same place are then always the same sealed bytes, so that rows can be compared without being opened,
//! and two different ones never share a nonce, whatever was rolled back or tried again.

use aws_lc_rs::rand;

pub use super::cipher::SealError;
use super::cipher::{Cipher, KEY_LENGTH, KeyedHash, NONCE_LENGTH};
use super::suite::Suite;

/// A key before it is used: what is wrapped and kept.
pub struct KeyBytes([u8; KEY_LENGTH]);

impl KeyBytes {
    /// Draws a key.
    ///
    /// # Errors
    /// When the random source fails.
    pub fn draw() -> Result<KeyBytes, SealError> {
        let mut bytes = [0_u8; KEY_LENGTH];
        rand::fill(&mut bytes).map_err(|_| SealError::NotMade)?;
        Ok(KeyBytes(bytes))
    }

    /// A key as it was kept.
    ///
    /// # Errors
    /// When these bytes are none.
    pub fn kept(bytes: &[u8]) -> Result<KeyBytes, SealError> {
        Ok(KeyBytes(bytes.try_into().map_err(|_| SealError::NotOpened)?))
    }

    /// A key that is derived from another secret.
    pub fn derived(bytes: [u8; KEY_LENGTH]) -> KeyBytes {
        KeyBytes(bytes)
    }

    /// The key as it is kept.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A key in use. Its parts are derived, so that what seals never derives a nonce.
pub struct SealingKey {
    suite: Suite,
    name: String,
    sealing: Cipher,
    nonces: KeyedHash,
    files: KeyedHash,
}

impl SealingKey {
    /// Makes the parts of a key.
    ///
    /// # Errors
    /// When the library refuses the key, which it does for none of this length.
    pub fn of(suite: Suite, bytes: &KeyBytes) -> Result<SealingKey, SealError> {
        let whole = KeyedHash::of(suite, &bytes.0)?;
        let part = |label: &[u8]| whole.hash(&[label]);
        let name = hex::encode(part(b"guijia key name 1"));
        Ok(SealingKey {
            suite,
            name: name.chars().take(NAME_LENGTH).collect(),
            sealing: Cipher::of(suite, &part(b"guijia sealing 1"))?,
            nonces: KeyedHash::of(suite, &part(b"guijia nonces 1"))?,
            files: KeyedHash::of(suite, &part(b"guijia files 1"))?,
        })
    }

    /// The name of the key: no other key has it, and it tells nothing of this one. What is sealed names its
    /// key, so that one put in its place is known as such.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// With what it seals.
    pub fn suite(&self) -> Suite {
        self.suite
    }

    /// Seals bytes for the place these parts name.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn seal(&self, place: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let place = joined(place);
        let nonce = *self
            .nonces
            .hash(&[&place, plain])
            .first_chunk::<NONCE_LENGTH>()
            .ok_or(SealError::NotSealed)?;
        let mut sealed = nonce.to_vec();
        sealed.append(&mut self.sealing.seal(nonce, &place, plain)?);
        Ok(sealed)
    }

    /// Opens what was sealed for the place these parts name.
    ///
    /// # Errors
    /// When the key or the place is another, or a byte was altered.
    pub fn open(&self, place: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, body) =
            sealed.split_first_chunk::<NONCE_LENGTH>().ok_or(SealError::NotOpened)?;
        self.sealing.open(*nonce, &joined(place), body)
    }

    /// The key of a file whose bytes have this digest.
    pub(super) fn of_file(&self, digest: &[u8]) -> Result<Cipher, SealError> {
        Cipher::of(self.suite, &self.files.hash(&[digest]))
    }
}

impl std::fmt::Debug for SealingKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("SealingKey").field(&self.name).finish()
    }
}

/// Half of a hash in hexadecimal.
const NAME_LENGTH: usize = 32;

/// Parts with their lengths, so that none of their bytes can move to the next.
fn joined(parts: &[&[u8]]) -> Vec<u8> {
    let mut place = Vec::with_capacity(parts.iter().map(|part| part.len() + 8).sum());
    for part in parts {
        place.extend((part.len() as u64).to_be_bytes());
        place.extend_from_slice(part);
    }
    place
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    fn key(suite: Suite, byte: u8) -> SealingKey {
        SealingKey::of(suite, &KeyBytes([byte; KEY_LENGTH])).expect("a key")
    }

    #[test]
    fn what_is_sealed_is_opened_by_its_key_at_its_place_alone() {
        let plain = "王小明".as_bytes();
        for suite in Suite::VARIANTS.iter().copied() {
            let sealed = key(suite, 1).seal(&[b"event", b"7"], plain).expect("sealed");
            let open = |key: SealingKey, place: &[&[u8]], sealed: &[u8]| key.open(place, sealed);
            assert_eq!(open(key(suite, 1), &[b"event", b"7"], &sealed).expect("opened"), plain);
            let not_opened = Err(SealError::NotOpened);
            assert_eq!(open(key(suite, 2), &[b"event", b"7"], &sealed), not_opened);
            assert_eq!(open(key(suite, 1), &[b"event7", b""], &sealed), not_opened);
            for other in suite.others() {
                assert_eq!(open(key(other, 1), &[b"event", b"7"], &sealed), not_opened);
            }
            assert!(!sealed.windows(3).any(|part| plain.windows(3).any(|plain| plain == part)));
            for place in 0..sealed.len() {
                let mut altered = sealed.clone();
                altered[place] ^= 1;
                let opened = open(key(suite, 1), &[b"event", b"7"], &altered);
                assert_eq!(opened, not_opened, "{suite:?}, byte {place}");
            }
            assert_eq!(open(key(suite, 1), &[], b"short"), not_opened);
        }
    }

    /// What lies in the databases of offices, worked out by another library: whoever changes how parts are derived
    /// leaves it unreadable.
    #[test]
    fn what_was_sealed_before_is_opened_for_ever() {
        for (suite, sealed) in [
            (
                Suite::Aes256Gcm,
                "841b470e7d809cdcd76fd27df902c1df098a63c02a5b039a4b725320956151a9cf",
            ),
            (Suite::Sm4Gcm, "d8aba00f54caf7463513f204ae7274aee197bdec435cbd14f664d13e8a7a39f797"),
        ] {
            let again = key(suite, 1).seal(&[b"event", b"7"], b"words").expect("sealed");
            assert_eq!(hex::encode(again), sealed, "{suite:?}");
        }
    }

    #[test]
    fn the_same_is_sealed_the_same_and_another_never_with_its_nonce() {
        for suite in Suite::VARIANTS.iter().copied() {
            let key = key(suite, 1);
            let seal = |place: &[u8], plain: &[u8]| key.seal(&[place], plain).expect("sealed");
            assert_eq!(seal(b"a", b"x"), seal(b"a", b"x"));
            let nonce = |sealed: Vec<u8>| sealed[..NONCE_LENGTH].to_vec();
            let nonces = [seal(b"a", b"x"), seal(b"a", b"y"), seal(b"b", b"x")].map(nonce);
            assert!(nonces[0] != nonces[1] && nonces[0] != nonces[2] && nonces[1] != nonces[2]);
        }
    }

    #[test]
    fn a_key_has_a_name_of_its_own_that_is_no_part_of_it() {
        let [usual, domestic] = [Suite::Aes256Gcm, Suite::Sm4Gcm];
        assert_eq!(key(usual, 1).name(), key(usual, 1).name());
        assert_ne!(key(usual, 1).name(), key(usual, 2).name());
        assert_ne!(key(usual, 1).name(), key(domestic, 1).name());
        assert_eq!(key(domestic, 1).name().len(), NAME_LENGTH);
        let drawn = KeyBytes::draw().expect("a key");
        let again = KeyBytes::kept(drawn.as_bytes()).expect("kept");
        let name = |bytes| SealingKey::of(usual, bytes).expect("a key").name().to_owned();
        assert_eq!(name(&drawn), name(&again));
        assert!(KeyBytes::kept(b"short").is_err());
    }
}
