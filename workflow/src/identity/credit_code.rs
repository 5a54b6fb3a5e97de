//! 统一社会信用代码 (GB 32100-2015): eighteen characters with a check character.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An organisation's unified social credit code as it was given.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct CreditCode(pub String);

/// The alphabet leaves out I, O, S, V and Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

impl CreditCode {
    /// Whether the code has the right form and its check character fits.
    pub fn is_valid(&self) -> bool {
        let values: Option<Vec<usize>> =
            self.0.bytes().map(|byte| ALPHABET.iter().position(|known| *known == byte)).collect();
        let Some(values) = values.filter(|values| values.len() == 18) else {
            return false;
        };
        let sum: usize = values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
        values.last() == Some(&((31 - sum % 31) % 31))
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
