//! The form of a sealed file: a mark, then parts of 64 KiB that are each sealed with their number and with
//! whether they are the last, under a key of this file alone.
//!
//! A part that is missing, moved, doubled or cut off is found where it is opened, without the rest.

use strum::VariantArray;

use super::cipher::{NONCE_LENGTH, NonceBytes, TAG_LENGTH};
use super::sealing::{SealError, SealingKey};
use super::suite::Suite;

/// How many bytes are sealed at a time.
const PART: usize = 64 * 1024;

/// What a sealed file begins with: the name of the form and of the suite.
fn mark(suite: Suite) -> &'static [u8] {
    match suite {
        Suite::Aes256Gcm => b"guijia sealed file 1 aes256gcm\n",
        Suite::Sm4Gcm => b"guijia sealed file 1 sm4gcm\n",
    }
}

/// Seals the bytes of a file that have this digest.
///
/// # Errors
/// When the library refuses.
pub fn seal(key: &SealingKey, digest: &[u8], plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let mark = mark(key.suite());
    let key = key.of_file(digest)?;
    let parts = plain.len().div_ceil(PART).max(1);
    let mut sealed = Vec::with_capacity(mark.len() + plain.len() + parts * TAG_LENGTH);
    sealed.extend_from_slice(mark);
    let mut rest = plain;
    for number in 0..parts {
        let (part, later) = rest.split_at(rest.len().min(PART));
        sealed.append(&mut key.seal(nonce(number, later.is_empty())?, mark, part)?);
        rest = later;
    }
    Ok(sealed)
}

/// Whether bytes begin as a sealed file does.
pub fn is_one(bytes: &[u8]) -> bool {
    Suite::VARIANTS.iter().any(|suite| bytes.starts_with(mark(*suite)))
}

/// Opens a sealed file whose bytes have this digest.
///
/// # Errors
/// When it is none, or a part of it is not as it was sealed.
pub fn open(key: &SealingKey, digest: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let mark = mark(key.suite());
    let mut rest = sealed.strip_prefix(mark).ok_or(SealError::NotOpened)?;
    let key = key.of_file(digest)?;
    let mut plain = Vec::with_capacity(rest.len());
    for number in 0.. {
        let (part, later) = rest.split_at(rest.len().min(PART + TAG_LENGTH));
        plain.append(&mut key.open(nonce(number, later.is_empty())?, mark, part)?);
        if later.is_empty() {
            break;
        }
        rest = later;
    }
    Ok(plain)
}

/// The key seals one file alone, whose parts are told by their number and by whether they are the last.
fn nonce(number: usize, is_last: bool) -> Result<NonceBytes, SealError> {
    let mut bytes = [0_u8; NONCE_LENGTH];
    let number = u64::try_from(number).map_err(|_| SealError::NotSealed)?.to_be_bytes();
    for (place, byte) in bytes.iter_mut().zip(number.into_iter().chain([u8::from(is_last)])) {
        *place = byte;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::sealing::KeyBytes;
    use super::*;

    fn key(suite: Suite) -> SealingKey {
        SealingKey::of(suite, &KeyBytes::kept(&[3; 32]).expect("bytes")).expect("a key")
    }

    fn plain(length: usize) -> Vec<u8> {
        (0..length).map(|place| u8::try_from(place % 251).expect("small")).collect()
    }

    #[test]
    fn files_of_any_length_are_opened_as_they_were() {
        for suite in Suite::VARIANTS.iter().copied() {
            for length in [0, 1, PART - 1, PART, PART + 1, 3 * PART, 3 * PART + 5] {
                let sealed = seal(&key(suite), b"digest", &plain(length)).expect("sealed");
                assert!(is_one(&sealed));
                let opened = open(&key(suite), b"digest", &sealed).expect("opened");
                assert_eq!(opened, plain(length), "{suite:?}, {length}");
                assert!(open(&key(suite), b"another", &sealed).is_err());
            }
        }
    }

    #[test]
    fn what_is_cut_off_moved_or_altered_is_not_opened() {
        for suite in Suite::VARIANTS.iter().copied() {
            let key = key(suite);
            let mark = mark(suite);
            let sealed = seal(&key, b"digest", &plain(3 * PART)).expect("sealed");
            let parts: Vec<&[u8]> = sealed[mark.len()..].chunks(PART + TAG_LENGTH).collect();
            let forged = |order: &[usize]| {
                let body = order.iter().flat_map(|place| parts[*place].to_vec());
                mark.iter().copied().chain(body).collect::<Vec<u8>>()
            };
            assert!(open(&key, b"digest", &forged(&[0, 1, 2])).is_ok());
            for order in [&[0, 1][..], &[0, 2], &[1, 0, 2], &[0, 1, 1, 2], &[0, 1, 2, 2], &[]] {
                assert!(open(&key, b"digest", &forged(order)).is_err(), "{order:?}");
            }
            for place in [0, mark.len(), sealed.len() - 1] {
                let mut altered = sealed.clone();
                altered[place] ^= 1;
                assert!(open(&key, b"digest", &altered).is_err(), "byte {place}");
            }
            assert!(open(&key, b"digest", &sealed[..sealed.len() - 1]).is_err());
        }
    }
}
