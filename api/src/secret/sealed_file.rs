//! The form of a sealed file: a mark, then parts of 64 KiB that are each sealed with their number and with
//! whether they are the last, under a key of this file alone.
//!
//! A part that is missing, moved, doubled or cut off is found where it is opened, without the rest.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce};

use super::sealing::{SealError, SealingKey};

/// What a sealed file begins with: the name of the form and of the suite.
const MARK: &[u8] = b"guijia sealed file 1 aes256gcm\n";
/// How many bytes are sealed at a time.
const PART: usize = 64 * 1024;

/// Seals the bytes of a file that have this digest.
///
/// # Errors
/// When the library refuses.
pub fn seal(key: &SealingKey, digest: &[u8], plain: &[u8]) -> Result<Vec<u8>, SealError> {
    let key = key.of_file(digest)?;
    let parts = plain.len().div_ceil(PART).max(1);
    let mut sealed = Vec::with_capacity(MARK.len() + plain.len() + parts * AES_256_GCM.tag_len());
    sealed.extend_from_slice(MARK);
    let mut rest = plain;
    for number in 0..parts {
        let (part, later) = rest.split_at(rest.len().min(PART));
        let mut part = part.to_vec();
        let place = nonce(number, later.is_empty())?;
        key.seal_in_place_append_tag(place, Aad::from(MARK), &mut part)
            .map_err(|_| SealError::NotSealed)?;
        sealed.append(&mut part);
        rest = later;
    }
    Ok(sealed)
}

/// Whether bytes begin as a sealed file does.
pub fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// Opens a sealed file whose bytes have this digest.
///
/// # Errors
/// When it is none, or a part of it is not as it was sealed.
pub fn open(key: &SealingKey, digest: &[u8], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
    let key = key.of_file(digest)?;
    let mut rest = sealed.strip_prefix(MARK).ok_or(SealError::NotOpened)?;
    let mut plain = Vec::with_capacity(rest.len());
    for number in 0.. {
        let (part, later) = rest.split_at(rest.len().min(PART + AES_256_GCM.tag_len()));
        plain.extend(opened(&key, nonce(number, later.is_empty())?, part)?);
        if later.is_empty() {
            break;
        }
        rest = later;
    }
    Ok(plain)
}

fn opened(key: &LessSafeKey, nonce: Nonce, part: &[u8]) -> Result<Vec<u8>, SealError> {
    let mut part = part.to_vec();
    let plain = key
        .open_in_place(nonce, Aad::from(MARK), &mut part)
        .map_err(|_| SealError::NotOpened)?
        .len();
    part.truncate(plain);
    Ok(part)
}

/// The key seals one file alone, whose parts are told by their number and by whether they are the last.
fn nonce(number: usize, is_last: bool) -> Result<Nonce, SealError> {
    let mut bytes = [0_u8; NONCE_LEN];
    let number = u64::try_from(number).map_err(|_| SealError::NotSealed)?.to_be_bytes();
    for (place, byte) in bytes.iter_mut().zip(number.into_iter().chain([u8::from(is_last)])) {
        *place = byte;
    }
    Ok(Nonce::assume_unique_for_key(bytes))
}

#[cfg(test)]
mod tests {
    use super::super::sealing::KeyBytes;
    use super::*;

    fn key() -> SealingKey {
        SealingKey::of(&KeyBytes::kept(&[3; 32]).expect("bytes")).expect("a key")
    }

    fn plain(length: usize) -> Vec<u8> {
        (0..length).map(|place| u8::try_from(place % 251).expect("small")).collect()
    }

    #[test]
    fn files_of_any_length_are_opened_as_they_were() {
        for length in [0, 1, PART - 1, PART, PART + 1, 3 * PART, 3 * PART + 5] {
            let sealed = seal(&key(), b"digest", &plain(length)).expect("sealed");
            assert_eq!(
                open(&key(), b"digest", &sealed).expect("opened"),
                plain(length),
                "{length}"
            );
            assert!(open(&key(), b"another", &sealed).is_err());
        }
    }

    #[test]
    fn what_is_cut_off_moved_or_altered_is_not_opened() {
        let sealed = seal(&key(), b"digest", &plain(3 * PART)).expect("sealed");
        let part = PART + AES_256_GCM.tag_len();
        let parts: Vec<&[u8]> = sealed[MARK.len()..].chunks(part).collect();
        let forged = |order: &[usize]| {
            let body = order.iter().flat_map(|place| parts[*place].to_vec());
            MARK.iter().copied().chain(body).collect::<Vec<u8>>()
        };
        assert!(open(&key(), b"digest", &forged(&[0, 1, 2])).is_ok());
        for order in [&[0, 1][..], &[0, 2], &[1, 0, 2], &[0, 1, 1, 2], &[0, 1, 2, 2], &[]] {
            assert!(open(&key(), b"digest", &forged(order)).is_err(), "{order:?}");
        }
        for place in [0, MARK.len(), sealed.len() - 1] {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            assert!(open(&key(), b"digest", &altered).is_err(), "byte {place}");
        }
        assert!(open(&key(), b"digest", &sealed[..sealed.len() - 1]).is_err());
    }
}
