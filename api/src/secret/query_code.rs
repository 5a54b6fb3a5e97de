//! The code with which a family follows its case: on the receipt, in letters and in the QR code.
//!
//! It is derived from the office's secret, the case and the number of its issue, so it is stored
//! nowhere and no job or log carries it. What is stored is a keyed hash of it, under which the case
//! is found.

use aws_lc_rs::rand;
use workflow::CaseId;

use crate::secret::{OfficeSecret, Purpose, SecretError};

/// The first code of a case. A code that was lost is replaced by that of the next issue.
pub const FIRST_ISSUE: u32 = 1;

/// Digits and letters without I, L, O and U, which are mistaken for others.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Eighty bits.
const BYTES: usize = 10;
/// Letters of five bits each.
const LETTERS: usize = BYTES * 8 / 5;
/// Letters in a group.
const GROUP: usize = 4;

/// The code of a case, in four groups of four letters.
pub fn query_code(secret: &OfficeSecret, case_id: CaseId, issue: u32) -> String {
    let parts: [&[u8]; 2] = [case_id.0.as_bytes(), &issue.to_be_bytes()];
    let derived = secret.derive(Purpose::QueryCode, &parts);
    written(derived.into_iter().take(BYTES))
}

/// The blind key under which the case of a code is found.
pub fn code_key(secret: &OfficeSecret, code: &str) -> String {
    hex::encode(secret.derive(Purpose::QueryCodeKey, &[code.as_bytes()]))
}

/// A code that belongs to nothing yet.
///
/// # Errors
/// When the random source fails.
pub fn drawn() -> Result<String, SecretError> {
    let mut bytes = [0_u8; BYTES];
    rand::fill(&mut bytes).map_err(|_| SecretError::NotMade)?;
    Ok(written(bytes.into_iter()))
}

/// The code somebody typed, as it is printed; nothing where it can be no code. Small and full-width
/// letters, blanks and hyphens do not matter, and letters that look like digits are taken for them.
pub fn as_printed(typed: &str) -> Option<String> {
    let mut letters = String::with_capacity(LETTERS);
    for character in typed.chars() {
        let plain = half_width(character).to_ascii_uppercase();
        match plain {
            '-' | '—' | '–' => {}
            blank if blank.is_whitespace() => {}
            'O' => letters.push('0'),
            'I' | 'L' => letters.push('1'),
            letter if letter.is_ascii() && ALPHABET.contains(&(letter as u8)) => {
                letters.push(letter)
            }
            _ => return None,
        }
    }
    (letters.len() == LETTERS).then(|| grouped(letters.chars()))
}

/// A full-width letter, digit or sign as the plain one.
pub fn half_width(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    }
}

/// The address a family is led to. A fragment is not sent to the server, so the code stays out of
/// every log on the way.
pub fn address(base_address: &str, code: &str) -> String {
    format!("{}/family#{code}", base_address.trim_end_matches('/'))
}

/// Writes five bits as one letter.
fn written(bytes: impl Iterator<Item = u8>) -> String {
    let bits = bytes.fold(0_u128, |bits, byte| (bits << 8) | u128::from(byte));
    grouped((0..LETTERS).filter_map(|place| {
        let five = (bits >> (5 * (LETTERS - 1 - place))) & 31;
        let letter = usize::try_from(five).ok().and_then(|five| ALPHABET.get(five));
        letter.copied().map(char::from)
    }))
}

/// Puts a hyphen after each group.
fn grouped(letters: impl Iterator<Item = char>) -> String {
    let mut code = String::with_capacity(LETTERS + LETTERS / GROUP);
    for (place, letter) in letters.enumerate() {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        code.push(letter);
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eighty_bits_are_sixteen_letters() {
        assert_eq!(written([0; BYTES].into_iter()), "0000-0000-0000-0000");
        assert_eq!(written([255; BYTES].into_iter()), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        let counted = [0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf];
        assert_eq!(written(counted.into_iter()), "0123-4567-89AB-CDEF");
    }

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let printed = Some("0123-4567-89AB-CDEF".to_owned());
        for typed in [
            "0123-4567-89AB-CDEF",
            "0123456789abcdef",
            " o123 4567 89ab cdef ",
            "０i23－4567—89ＡＢcdef",
        ] {
            assert_eq!(as_printed(typed), printed, "{typed}");
        }
        for wrong in ["", "0123-4567-89AB-CDE", "0123-4567-89AB-CDEF0", "0123-4567-89AB-CDEU", "甲"]
        {
            assert_eq!(as_printed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_code_stands_in_the_fragment() {
        let expected = "https://a.example/family#0123-4567";
        assert_eq!(address("https://a.example", "0123-4567"), expected);
        assert_eq!(address("https://a.example/", "0123-4567"), expected);
    }

    #[test]
    fn another_case_and_another_issue_have_other_codes() {
        let directory = tempfile::tempdir().expect("a directory");
        let keys = directory.path().join("keys");
        OfficeSecret::create(&keys).expect("made");
        let secret = OfficeSecret::load(&keys).expect("read");
        let case = |number| CaseId(uuid::Uuid::from_u128(number));
        let code = query_code(&secret, case(1), FIRST_ISSUE);
        assert_eq!(code.len(), 19);
        assert_eq!(code, query_code(&secret, case(1), FIRST_ISSUE));
        assert_ne!(code, query_code(&secret, case(2), FIRST_ISSUE));
        assert_ne!(code, query_code(&secret, case(1), FIRST_ISSUE + 1));
    }
}
