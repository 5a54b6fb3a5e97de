//! Telephone numbers as people write them: with an area code in brackets, a country code, an extension.

use unicode_normalization::UnicodeNormalization;

use super::writing::{bracket, is_blank, is_dash};

/// Fewest and most digits of a number with all its parts.
const DIGITS: std::ops::RangeInclusive<usize> = 5..=20;
/// Longest number with its marks.
const LONGEST: usize = 40;
/// What comes before an extension.
const EXTENSION: [char; 3] = ['转', '轉', '#'];

/// A telephone number in half-width characters, with one kind of dash and of bracket and single blanks.
pub fn standard_telephone(typed: &str) -> String {
    let half = typed.nfkc().map(|character| match character {
        blank if is_blank(blank) && !matches!(blank, '\n' | '\r') => ' ',
        dash if is_dash(dash) => '-',
        other => bracket(other).unwrap_or(other),
    });
    let half: String = half.collect();
    half.split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A telephone number as it is compared: the digits before an extension, without the country code 86 and
/// the 0 before an area code. Nothing where there are fewer digits than any number has.
pub fn compared_telephone(typed: &str) -> String {
    let standard = standard_telephone(typed);
    let main = standard.split_once(EXTENSION).map_or(standard.as_str(), |(main, _)| main);
    let abroad = main.trim_start_matches(['(', ' ']).starts_with('+');
    let digits: String = main.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < *DIGITS.start() || main.chars().any(char::is_alphabetic) {
        return String::new();
    }
    let national = match (abroad, digits.strip_prefix("0086"), digits.strip_prefix("86")) {
        (_, Some(national), _) => national,
        (true, None, Some(national)) => national,
        _ => digits.as_str(),
    };
    national.trim_start_matches('0').to_owned()
}

/// Whether a number can be called: digits in plenty, a + only before them, brackets that close, an
/// extension after 转, and nothing else but hyphens and blanks.
pub fn can_be_called(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let known =
        |character: char| character.is_ascii_digit() || matches!(character, '-' | ' ' | '(' | ')');
    let (main, extension) = match number.split_once(EXTENSION) {
        Some((main, extension)) => (main, Some(extension.trim())),
        None => (number, None),
    };
    let plus_before = main.trim_start_matches(['(', ' ']);
    let local = plus_before.strip_prefix('+').unwrap_or(plus_before);
    let in_main = local.chars().filter(char::is_ascii_digit).count();
    DIGITS.contains(&digits)
        && number.chars().count() <= LONGEST
        && in_main >= *DIGITS.start()
        && local.chars().all(known)
        && brackets_close(main)
        && extension.is_none_or(|digits| {
            (1..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
}

fn brackets_close(number: &str) -> bool {
    let mut open = false;
    number.chars().all(|character| {
        let fits = match character {
            '(' => !open,
            ')' => open,
            _ => return true,
        };
        open = character == '(';
        fits
    }) && !open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_as_people_write_it() {
        for (typed, kept) in [
            ("(023)40000001", "(023)40000001"),
            ("（０２３）４００００００１", "(023)40000001"),
            ("【023】40000001", "(023)40000001"),
            ("+86 138 0013 8000", "+86 138 0013 8000"),
            (" 13800138000", "13800138000"),
            ("＋86－13800138000", "+86-13800138000"),
            ("023—40000001转8012", "023-40000001转8012"),
            ("(+86)13800138000", "(+86)13800138000"),
            ("023-40000001 转 12", "023-40000001 转 12"),
            ("12345", "12345"),
        ] {
            let standard = standard_telephone(typed);
            assert_eq!(standard, kept);
            assert!(can_be_called(&standard), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_called_is_none() {
        for typed in [
            "-----",
            "",
            "1234",
            "023-CALLME",
            "(023 40000001",
            "023)40000001(",
            "138001380001234567890",
            "13800+138000",
            "转12345",
            "023-40000001转",
            "023-40000001转abc",
            "023-40000001\n1",
            "电话13800138000",
        ] {
            assert!(!can_be_called(&standard_telephone(typed)), "{typed}");
        }
    }
}
