//! 统一社会信用代码 (GB 32100-2015): registering authority and kind, division, organisation code
//! (GB 11714) with its own check character, check character of the whole.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::divisions::is_province;
use super::writing::read_number;

/// What is wrong with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreditCodeFault {
    /// Not eighteen characters.
    Length,
    /// A character that no code has; I, O, S, V and Z are left out.
    Characters,
    /// A check character does not fit, of the whole or of the organisation code inside.
    CheckCharacter,
    /// Its division is of no province.
    Division,
}

/// An organisation's unified social credit code, read into its standard form.
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct CreditCode(#[serde(deserialize_with = "read_number")] pub String);

/// The alphabet leaves out I, O, S, V and Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const ORGANISATION_WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
/// What the division of a code is where the whole country registered the organisation.
const NATIONAL: &str = "10";

impl CreditCode {
    /// Whether nothing is wrong with it.
    pub fn is_valid(&self) -> bool {
        self.fault().is_none()
    }

    /// What is wrong with it, if anything: its form, its division, which is of a known province or
    /// national, or one of its check characters.
    pub fn fault(&self) -> Option<CreditCodeFault> {
        if self.0.chars().count() != 18 {
            return Some(CreditCodeFault::Length);
        }
        let values: Option<Vec<usize>> =
            self.0.bytes().map(|byte| ALPHABET.iter().position(|known| *known == byte)).collect();
        let Some(values) = values else {
            return Some(CreditCodeFault::Characters);
        };
        let sum: usize = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
        if values.last() != Some(&((31 - sum % 31) % 31)) {
            return Some(CreditCodeFault::CheckCharacter);
        }
        if !self.names_a_division() {
            return Some(CreditCodeFault::Division);
        }
        (!self.organisation_code_fits()).then_some(CreditCodeFault::CheckCharacter)
    }

    /// Places 3 to 8 are a code of GB/T 2260. It may be abolished since, as in identity numbers.
    fn names_a_division(&self) -> bool {
        let code = self.0.get(2..8).unwrap_or_default();
        let province = code.get(0..2).unwrap_or_default();
        code.bytes().all(|byte| byte.is_ascii_digit())
            && (province == NATIONAL || is_province(province))
    }

    /// Places 9 to 17 are an organisation code, whose last character checks the eight before it.
    fn organisation_code_fits(&self) -> bool {
        let Some((body, check)) = self.0.get(8..17).and_then(|code| code.split_at_checked(8))
        else {
            return false;
        };
        let value =
            |byte: u8| usize::from(byte - if byte.is_ascii_digit() { b'0' } else { b'A' - 10 });
        let values = body.bytes().map(value);
        let sum: usize =
            values.zip(ORGANISATION_WEIGHTS).map(|(value, weight)| value * weight).sum();
        let expected = match 11 - sum % 11 {
            11 => '0',
            10 => 'X',
            digit => char::from_digit(digit as u32, 10).unwrap_or_default(),
        };
        check.starts_with(expected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_of_public_bodies_are_valid() {
        for code in ["11320922014374281Y", "11320000014000802N", "113417310032624877"] {
            assert!(CreditCode(code.to_owned()).is_valid(), "{code}");
        }
    }

    /// The check character of the whole fits in each of these, what is inside does not.
    #[test]
    fn the_division_and_the_organisation_code_inside_are_checked() {
        let valid = "115001990099000139";
        assert!(CreditCode(valid.to_owned()).is_valid());
        for body in ["11500199009900012", "11990199009900013", "11A00199009900013"] {
            let values =
                body.bytes().filter_map(|byte| ALPHABET.iter().position(|known| *known == byte));
            let sum: usize = values.zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
            let check = ALPHABET.get((31 - sum % 31) % 31).copied().expect("a character");
            assert!(!CreditCode(format!("{body}{}", char::from(check))).is_valid(), "{body}");
        }
    }

    #[test]
    fn a_changed_or_short_code_is_not() {
        for code in [
            "11320922014374281X",
            "1132092201437428",
            "",
            "I1320922014374281Y",
            "11320922014374281y",
        ] {
            assert!(!CreditCode(code.to_owned()).is_valid(), "{code}");
        }
    }
}
