//! The algorithms of a suite: the cipher that seals, and the keyed hash that derives keys and nonces.

use aes_gcm::AesGcm;
use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, KeyInit as _, Payload};
use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hmac::{Context, HMAC_SHA256, Key};
use hmac::{Hmac, Mac as _};
use sm3::Sm3;
use sm4::Sm4;

use super::suite::Suite;

/// How many bytes a key has before its parts are derived, whatever the suite.
pub(super) const KEY_LENGTH: usize = 32;

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

/// How many bytes a nonce has, in either suite.
pub(super) const NONCE_LENGTH: usize = 12;
/// How many bytes are added to what is sealed, in either suite.
pub(super) const TAG_LENGTH: usize = 16;
/// SM4 has keys of 128 bits: the first half of what is derived.
const SM4_KEY_LENGTH: usize = 16;

/// A nonce: never twice for two texts under one key.
pub(super) type NonceBytes = [u8; NONCE_LENGTH];

/// SM4 in the mode of RFC 8998. The mode is the one of AES: both have blocks of 128 bits.
type Sm4Gcm = AesGcm<Sm4, U12>;

/// A key in the hands of its cipher.
pub(super) enum Cipher {
    Aes(Box<LessSafeKey>),
    Sm4(Box<Sm4Gcm>),
}

impl Cipher {
    /// Takes a key.
    ///
    /// # Errors
    /// When the library refuses it, which it does for none of this length.
    pub(super) fn of(suite: Suite, key: &[u8; KEY_LENGTH]) -> Result<Cipher, SealError> {
        match suite {
            Suite::Aes256Gcm => {
                let key = UnboundKey::new(&AES_256_GCM, key).map_err(|_| SealError::NotSealed)?;
                Ok(Cipher::Aes(Box::new(LessSafeKey::new(key))))
            }
            Suite::Sm4Gcm => {
                let key = key.first_chunk::<SM4_KEY_LENGTH>().ok_or(SealError::NotSealed)?;
                Ok(Cipher::Sm4(Box::new(Sm4Gcm::new(key.into()))))
            }
        }
    }

    /// Seals bytes, which say nothing of the place they are bound to.
    ///
    /// # Errors
    /// When the library refuses.
    pub(super) fn seal(
        &self,
        nonce: NonceBytes,
        place: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        match self {
            Cipher::Aes(key) => {
                let mut body = Vec::with_capacity(plain.len() + TAG_LENGTH);
                body.extend_from_slice(plain);
                let nonce = Nonce::assume_unique_for_key(nonce);
                key.seal_in_place_append_tag(nonce, Aad::from(place), &mut body)
                    .map_err(|_| SealError::NotSealed)?;
                Ok(body)
            }
            Cipher::Sm4(key) => key
                .encrypt(&nonce.into(), Payload { msg: plain, aad: place })
                .map_err(|_| SealError::NotSealed),
        }
    }

    /// Opens what was sealed with this nonce and for this place.
    ///
    /// # Errors
    /// When the key, the nonce or the place is another, or a byte was altered.
    pub(super) fn open(
        &self,
        nonce: NonceBytes,
        place: &[u8],
        sealed: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        match self {
            Cipher::Aes(key) => {
                let mut body = sealed.to_vec();
                let nonce = Nonce::assume_unique_for_key(nonce);
                let plain = key
                    .open_in_place(nonce, Aad::from(place), &mut body)
                    .map_err(|_| SealError::NotOpened)?
                    .len();
                body.truncate(plain);
                Ok(body)
            }
            Cipher::Sm4(key) => key
                .decrypt(&nonce.into(), Payload { msg: sealed, aad: place })
                .map_err(|_| SealError::NotOpened),
        }
    }
}

/// A keyed hash of 256 bits.
pub(super) enum KeyedHash {
    Sha256(Box<Key>),
    Sm3(Box<Hmac<Sm3>>),
}

impl KeyedHash {
    /// Takes a key.
    ///
    /// # Errors
    /// When the library refuses it, which it does for none of this length.
    pub(super) fn of(suite: Suite, key: &[u8; KEY_LENGTH]) -> Result<KeyedHash, SealError> {
        match suite {
            Suite::Aes256Gcm => Ok(KeyedHash::Sha256(Box::new(Key::new(HMAC_SHA256, key)))),
            Suite::Sm4Gcm => {
                let key = Hmac::new_from_slice(key).map_err(|_| SealError::NotSealed)?;
                Ok(KeyedHash::Sm3(Box::new(key)))
            }
        }
    }

    /// The hash of some parts, one after the other.
    pub(super) fn hash(&self, parts: &[&[u8]]) -> [u8; KEY_LENGTH] {
        match self {
            KeyedHash::Sha256(key) => {
                let mut context = Context::with_key(key);
                parts.iter().for_each(|part| context.update(part));
                let mut hash = [0_u8; KEY_LENGTH];
                for (place, byte) in hash.iter_mut().zip(context.sign().as_ref()) {
                    *place = *byte;
                }
                hash
            }
            KeyedHash::Sm3(key) => {
                let mut hash = Hmac::clone(key);
                parts.iter().for_each(|part| hash.update(part));
                hash.finalize().into_bytes().into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
        hex::decode(text).expect("hexadecimal").try_into().expect("so long")
    }

    /// The first of the two examples of RFC 8998, appendix A.
    #[test]
    fn sm4_seals_as_its_standard_says() {
        let mut key = [0_u8; KEY_LENGTH];
        key[..SM4_KEY_LENGTH]
            .copy_from_slice(&bytes::<SM4_KEY_LENGTH>("0123456789abcdeffedcba9876543210"));
        let cipher = Cipher::of(Suite::Sm4Gcm, &key).expect("a cipher");
        let nonce = bytes("00001234567800000000abcd");
        let place = bytes::<20>("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        let plain = bytes::<64>(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd\
             eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
        );
        let sealed = bytes::<80>(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735\
             d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d\
             83de3541e4c2b58177e065a9bf7b62ec",
        );
        assert_eq!(cipher.seal(nonce, &place, &plain).expect("sealed"), sealed);
        assert_eq!(cipher.open(nonce, &place, &sealed).expect("opened"), plain);
    }

    /// As `openssl dgst -sm3 -mac HMAC` says.
    #[test]
    fn sm3_is_keyed_as_its_standard_says() {
        let hash =
            KeyedHash::of(Suite::Sm4Gcm, &[11; KEY_LENGTH]).expect("a hash").hash(&[b"a", b"bc"]);
        let expected = "4698ad58ddee4c14de1d26a54b4d6a583d287f7c76b047c389409aa8cd8900cc";
        assert_eq!(hex::encode(hash), expected);
    }
}
