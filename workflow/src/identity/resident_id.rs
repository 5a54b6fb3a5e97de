//! 公民身份号码 (GB 11643-1999): area, birth date, sequence, check character.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::check_character::check_character;
use super::divisions::is_province;
use super::forms;
use super::writing::read_number;

/// 性别, as the identity number's sequence tells it: odd for male, even for female.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男
    Male,
    /// 女
    Female,
}

impl Sex {
    /// The word printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            Sex::Male => "男",
            Sex::Female => "女",
        }
    }
}

/// What is wrong with an identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResidentIdFault {
    /// Not eighteen characters.
    Length,
    /// Not seventeen digits and a check character (a digit or an X).
    Characters,
    /// It is the number of a foreigner's permanent residence card, which begins with 9.
    PermanentResidence,
    /// Its first two digits have never begun the code of a province.
    Area,
    /// The eight digits of the birth date name no day.
    BirthDate,
    /// The check character does not fit (ISO 7064 MOD 11-2).
    CheckCharacter,
}

/// A citizen's identity number as it was given. It may be wrong until [`ResidentId::parts`] has
/// been asked, so that every fault of a form is reported at once. It is read into its standard form:
/// width, case, blanks and dashes are how it was typed, not another number.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct ResidentId(#[serde(deserialize_with = "read_number")] pub String);

/// What a valid identity number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResidentIdParts {
    /// The area where the number was given. It may be abolished since: numbers never change
    /// (居民身份证法 art. 3), so it is not looked up in today's table; only its province is known.
    pub area: u32,
    /// 出生日期
    pub birth_date: NaiveDate,
    /// 性别
    pub sex: Sex,
}

impl ResidentIdParts {
    /// Whether the holder is a resident of Hong Kong, Macau or Taiwan (areas 810000, 820000, 830000).
    pub fn is_from_hong_kong_macau_or_taiwan(&self) -> bool {
        matches!(self.area, 810_000 | 820_000 | 830_000)
    }
}

impl ResidentId {
    /// Reads the number.
    ///
    /// # Errors
    /// The first fault found: form, area, birth date, check character.
    pub fn parts(&self) -> Result<ResidentIdParts, ResidentIdFault> {
        let bytes = self.0.as_bytes();
        let (digits, check) = match bytes {
            [digits @ .., check] if digits.len() == 17 => (digits, *check),
            _ if self.0.chars().count() == 18 => return Err(ResidentIdFault::Characters),
            _ => return Err(ResidentIdFault::Length),
        };
        if !digits.iter().all(u8::is_ascii_digit) || !(check.is_ascii_digit() || check == b'X') {
            return Err(ResidentIdFault::Characters);
        }
        if forms::is_permanent_residence_card(&self.0) {
            return Err(ResidentIdFault::PermanentResidence);
        }
        if !self.0.get(0..2).is_some_and(is_province) {
            return Err(ResidentIdFault::Area);
        }
        let number = |from: usize, to: usize| -> u32 {
            let part = digits.iter().skip(from).take(to - from);
            part.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
        };
        let year = i32::try_from(number(6, 10)).unwrap_or(0);
        let birth_date = NaiveDate::from_ymd_opt(year, number(10, 12), number(12, 14))
            .filter(|_| year >= 1850)
            .ok_or(ResidentIdFault::BirthDate)?;
        if check_character(digits) != Some(check) {
            return Err(ResidentIdFault::CheckCharacter);
        }
        let sex = if number(16, 17) % 2 == 1 { Sex::Male } else { Sex::Female };
        Ok(ResidentIdParts { area: number(0, 6), birth_date, sex })
    }

    /// The number that begins with these seventeen digits, for invented people of the practice
    /// office and of tests.
    pub fn with_check_character(seventeen: &str) -> Option<ResidentId> {
        let digits = seventeen.as_bytes();
        let check = check_character(digits).filter(|_| digits.iter().all(u8::is_ascii_digit))?;
        Some(ResidentId(format!("{seventeen}{}", char::from(check))))
    }

    /// The number with its birth date and sequence covered, for lists.
    pub fn masked(&self) -> String {
        let mut characters: Vec<char> = self.0.chars().collect();
        let length = characters.len();
        for character in characters.iter_mut().take(length.saturating_sub(2)).skip(4) {
            *character = '*';
        }
        characters.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Result<ResidentIdParts, ResidentIdFault> {
        ResidentId(text.to_owned()).parts()
    }

    #[test]
    fn the_standards_own_samples_are_read() {
        let first = parts("11010519491231002X").expect("the sample of GB 11643");
        assert_eq!(first.birth_date, NaiveDate::from_ymd_opt(1949, 12, 31).expect("a date"));
        assert_eq!(first.sex, Sex::Female);
        let second = parts("440524188001010014").expect("the sample of GB 11643");
        assert_eq!(second.sex, Sex::Male);
    }

    #[test]
    fn every_fault_has_its_name() {
        assert_eq!(parts("110105194912310021"), Err(ResidentIdFault::CheckCharacter));
        assert_eq!(parts("11010519491331002X"), Err(ResidentIdFault::BirthDate));
        assert_eq!(parts("11010519491231002x"), Err(ResidentIdFault::Characters));
        assert_eq!(parts("990105194912310025"), Err(ResidentIdFault::Area));
        assert_eq!(parts("110105491231002"), Err(ResidentIdFault::Length));
        assert_eq!(parts("１1010519491231002X"), Err(ResidentIdFault::Characters));
        assert_eq!(parts(""), Err(ResidentIdFault::Length));
        assert_eq!(parts("931156198506080195"), Err(ResidentIdFault::PermanentResidence));
    }

    #[test]
    fn a_number_is_read_into_its_standard_form() {
        for typed in ["11010519491231002x", "１１０１０５ 19491231-002Ｘ"] {
            let read: ResidentId = serde_json::from_value(typed.into()).expect("a text");
            assert_eq!(read.0, "11010519491231002X");
        }
    }

    /// Codes are abolished and split, numbers never change.
    #[test]
    fn a_number_of_an_abolished_area_is_read() {
        for (seventeen, area) in [
            ("33010319800101001", 330_103),
            ("51023019650714002", 510_230),
            ("81000019830102001", 810_000),
            ("82000019830102001", 820_000),
            ("83000019830102001", 830_000),
        ] {
            let number = ResidentId::with_check_character(seventeen).expect("seventeen digits");
            let parts = number.parts().expect("a valid number");
            assert_eq!(parts.area, area);
            assert_eq!(parts.is_from_hong_kong_macau_or_taiwan(), area >= 810_000);
        }
    }

    #[test]
    fn a_masked_number_keeps_only_its_ends() {
        assert_eq!(ResidentId("11010519491231002X".into()).masked(), "1101************2X");
    }
}
