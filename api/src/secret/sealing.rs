//! What is sealed, and how: AES-256-GCM under a key of its own for each case, and one of the office for
//! what belongs to no case.
//!
//! The nonce is not drawn but derived from what is sealed and from where it stands. The same bytes in the
//! same place are then always the same sealed bytes, so that rows can be compared without being opened,
//! and two different ones never share a nonce, whatever was rolled back or tried again.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use aws_lc_rs::rand;

/// How many bytes a key has.
pub const KEY_LENGTH: usize = 32;
/// The word for this suite wherever something sealed says how.
pub const SUITE: &str = "aes256gcm";

/// Why something cannot be sealed or opened. The text repeats nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The random source failed.
    #[error("no key could be made")]
    NotMade,
    /// The library refused, which it does for lengths nobody has.
    #[error("something could not be sealed")]
    NotSealed,
    /// The key is another, or the bytes are not those that were sealed there.
    #[error("something sealed cannot be opened with this key")]
    NotOpened,
}

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
    name: String,
    sealing: LessSafeKey,
    nonces: hmac::Key,
    files: hmac::Key,
}

impl SealingKey {
    /// Makes the parts of a key.
    ///
    /// # Errors
    /// When the library refuses the key, which it does for none of this length.
    pub fn of(bytes: &KeyBytes) -> Result<SealingKey, SealError> {
        let whole = hmac::Key::new(hmac::HMAC_SHA256, bytes.as_bytes());
        let part = |label: &[u8]| hmac::sign(&whole, label);
        let sealing = UnboundKey::new(&AES_256_GCM, part(b"guijia sealing 1").as_ref())
            .map_err(|_| SealError::NotSealed)?;
        let name = hex::encode(part(b"guijia key name 1").as_ref());
        Ok(SealingKey {
            name: name.chars().take(NAME_LENGTH).collect(),
            sealing: LessSafeKey::new(sealing),
            nonces: hmac::Key::new(hmac::HMAC_SHA256, part(b"guijia nonces 1").as_ref()),
            files: hmac::Key::new(hmac::HMAC_SHA256, part(b"guijia files 1").as_ref()),
        })
    }

    /// The name of the key: no other key has it, and it tells nothing of this one. What is sealed names its
    /// key, so that one put in its place is known as such.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Seals bytes for the place these parts name.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn seal(&self, place: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let place = joined(place);
        let mut nonces = hmac::Context::with_key(&self.nonces);
        nonces.update(&place);
        nonces.update(plain);
        let mut sealed = Vec::with_capacity(NONCE_LEN + plain.len() + AES_256_GCM.tag_len());
        sealed.extend(nonces.sign().as_ref().iter().take(NONCE_LEN));
        let nonce = Nonce::try_assume_unique_for_key(&sealed).map_err(|_| SealError::NotSealed)?;
        let mut body = plain.to_vec();
        self.sealing
            .seal_in_place_append_tag(nonce, Aad::from(&place), &mut body)
            .map_err(|_| SealError::NotSealed)?;
        sealed.append(&mut body);
        Ok(sealed)
    }

    /// Opens what was sealed for the place these parts name.
    ///
    /// # Errors
    /// When the key or the place is another, or a byte was altered.
    pub fn open(&self, place: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, body) = sealed.split_at_checked(NONCE_LEN).ok_or(SealError::NotOpened)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| SealError::NotOpened)?;
        let mut body = body.to_vec();
        let plain = self
            .sealing
            .open_in_place(nonce, Aad::from(joined(place)), &mut body)
            .map_err(|_| SealError::NotOpened)?
            .len();
        body.truncate(plain);
        Ok(body)
    }

    /// The key of a file whose bytes have this digest.
    pub(super) fn of_file(&self, digest: &[u8]) -> Result<LessSafeKey, SealError> {
        let key = hmac::sign(&self.files, digest);
        let key = UnboundKey::new(&AES_256_GCM, key.as_ref()).map_err(|_| SealError::NotSealed)?;
        Ok(LessSafeKey::new(key))
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
    use super::*;

    fn key(byte: u8) -> SealingKey {
        SealingKey::of(&KeyBytes([byte; KEY_LENGTH])).expect("a key")
    }

    #[test]
    fn what_is_sealed_is_opened_by_its_key_at_its_place_alone() {
        let plain = "王小明".as_bytes();
        let sealed = key(1).seal(&[b"event", b"7"], plain).expect("sealed");
        assert_eq!(key(1).open(&[b"event", b"7"], &sealed).expect("opened"), plain);
        assert_eq!(key(2).open(&[b"event", b"7"], &sealed), Err(SealError::NotOpened));
        assert_eq!(key(1).open(&[b"event7", b""], &sealed), Err(SealError::NotOpened));
        assert!(!sealed.windows(3).any(|part| plain.windows(3).any(|plain| plain == part)));
        for place in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            let opened = key(1).open(&[b"event", b"7"], &altered);
            assert_eq!(opened, Err(SealError::NotOpened), "byte {place}");
        }
        assert_eq!(key(1).open(&[], b"short"), Err(SealError::NotOpened));
    }

    #[test]
    fn the_same_is_sealed_the_same_and_another_never_with_its_nonce() {
        let seal = |place: &[u8], plain: &[u8]| key(1).seal(&[place], plain).expect("sealed");
        assert_eq!(seal(b"a", b"x"), seal(b"a", b"x"));
        let nonce = |sealed: Vec<u8>| sealed[..NONCE_LEN].to_vec();
        let nonces = [seal(b"a", b"x"), seal(b"a", b"y"), seal(b"b", b"x")].map(nonce);
        assert!(nonces[0] != nonces[1] && nonces[0] != nonces[2] && nonces[1] != nonces[2]);
    }

    #[test]
    fn a_key_has_a_name_of_its_own_that_is_no_part_of_it() {
        assert_eq!(key(1).name(), key(1).name());
        assert_ne!(key(1).name(), key(2).name());
        assert_eq!(key(1).name().len(), NAME_LENGTH);
        let drawn = KeyBytes::draw().expect("a key");
        let again = KeyBytes::kept(drawn.as_bytes()).expect("kept");
        let name = |bytes| SealingKey::of(bytes).expect("a key").name().to_owned();
        assert_eq!(name(&drawn), name(&again));
        assert!(KeyBytes::kept(b"short").is_err());
    }
}
