//! The code with which a family follows its case: on the receipt, in letters and in the QR code.
//!
//! It is derived from the office's secret, the case and the number of its issue, so it is stored
//! nowhere and no job or log carries it.

use workflow::CaseId;

use crate::secret::{OfficeSecret, Purpose};

/// The first code of a case. A code that was lost is replaced by that of the next issue.
pub const FIRST_ISSUE: u32 = 1;

/// Digits and letters without I, L, O and U, which are mistaken for others.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Eighty bits.
const BYTES: usize = 10;
/// Letters in a group.
const GROUP: usize = 4;

/// The code of a case, in four groups of four letters.
pub fn query_code(secret: &OfficeSecret, case_id: CaseId, issue: u32) -> String {
    let parts: [&[u8]; 2] = [case_id.0.as_bytes(), &issue.to_be_bytes()];
    let derived = secret.derive(Purpose::QueryCode, &parts);
    written(derived.into_iter().take(BYTES))
}

/// The address a family is led to. A fragment is not sent to the server, so the code stays out of
/// every log on the way.
pub fn address(base_address: &str, code: &str) -> String {
    format!("{}/family#{code}", base_address.trim_end_matches('/'))
}

/// Writes five bits as one letter, and a hyphen after each group.
fn written(bytes: impl Iterator<Item = u8>) -> String {
    let bits = bytes.fold(0_u128, |bits, byte| (bits << 8) | u128::from(byte));
    let letters = (BYTES * 8).div_ceil(5);
    let mut code = String::with_capacity(letters + letters / GROUP);
    for place in 0..letters {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        let five = (bits >> (5 * (letters - 1 - place))) & 31;
        let letter = usize::try_from(five).ok().and_then(|five| ALPHABET.get(five));
        code.extend(letter.copied().map(char::from));
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
