//! The forms of numbers on documents of identity, each with its source in the rule it serves.

use chrono::NaiveDate;

use super::check_character::check_character;
use super::divisions::is_province;

/// Six digits of area, six of the birth date in the twentieth century, three of sequence (GB 11643-1989).
pub(super) fn is_old_resident_id(number: &str) -> bool {
    let date = number.get(6..12).map(|date| format!("19{date}")).unwrap_or_default();
    are_digits(number, 15)
        && number.get(0..2).is_some_and(is_province)
        && NaiveDate::parse_from_str(&date, "%Y%m%d").is_ok()
}

/// H or M, the holder's eight digits, and where it is written the two that count renewals.
pub(super) fn is_hong_kong_macau_permit(number: &str) -> bool {
    let digits = number.strip_prefix(['H', 'M']);
    digits.is_some_and(|digits| are_digits(digits, 8) || are_digits(digits, 10))
}

/// The holder's eight digits, and on older permits the two that count renewals.
pub(super) fn is_taiwan_permit(number: &str) -> bool {
    are_digits(number, 8) || are_digits(number, 10)
}

/// One or two letters, six digits, and a check character that may stand in brackets.
pub(super) fn is_hong_kong_card(number: &str) -> bool {
    let Some((body, check)) = body_and_check(number) else { return false };
    let letters = body.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = body.get(letters..).unwrap_or_default();
    if !(1..=2).contains(&letters) || !are_digits(digits, 6) {
        return false;
    }
    // A missing first letter counts as a space, whose value is 36.
    let padding = (letters == 1).then_some(36);
    let values = padding.into_iter().chain(body.bytes().map(value));
    let sum: u32 = values.zip((2..=9).rev()).map(|(value, weight)| value * weight).sum();
    let expected = match (11 - sum % 11) % 11 {
        10 => 'A',
        digit => char::from_digit(digit, 10).unwrap_or_default(),
    };
    check == expected
}

/// Seven digits that begin with 1, 5 or 7, and an eighth that may stand in brackets.
pub(super) fn is_macau_card(number: &str) -> bool {
    body_and_check(number).is_some_and(|(body, check)| {
        are_digits(body, 7) && body.starts_with(['1', '5', '7']) && check.is_ascii_digit()
    })
}

/// A letter and nine digits whose weighted sum is divisible by ten.
pub(super) fn is_taiwan_card(number: &str) -> bool {
    // Each letter stands for a number from 10 to 35, in this order.
    const LETTERS: &str = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    let place = number.chars().next().and_then(|letter| LETTERS.find(letter));
    let (Some(place), Some(digits)) = (place, number.get(1..)) else { return false };
    let letter = place as u32 + 10;
    let weights = [8, 7, 6, 5, 4, 3, 2, 1, 1];
    let rest: u32 =
        digits.bytes().map(value).zip(weights).map(|(value, weight)| value * weight).sum();
    are_digits(digits, 9) && (letter / 10 + letter % 10 * 9 + rest).is_multiple_of(10)
}

/// One or two letters and digits, nine characters together: E and eight digits, or older ones.
pub(super) fn is_chinese_passport(number: &str) -> bool {
    let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = number.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters) && are_digits(digits, 9 - letters)
}

/// Up to twenty capital letters and digits.
pub(super) fn is_foreign_passport(number: &str) -> bool {
    (1..=20).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// 9, the province of the first grant, three digits for the state, the birth date, three of sequence and
/// a check character (GA 2102-2023, checked as GB 11643 does); on older cards three letters and twelve
/// digits.
pub(super) fn is_permanent_residence_card(number: &str) -> bool {
    let older = number.split_at_checked(3).is_some_and(|(letters, digits)| {
        letters.bytes().all(|byte| byte.is_ascii_uppercase()) && are_digits(digits, 12)
    });
    let (body, check) = number.split_at_checked(17).unwrap_or_default();
    let newer = are_digits(body, 17)
        && body.starts_with('9')
        && body.get(1..3).is_some_and(is_province)
        && body.get(6..14).is_some_and(is_day)
        && check_character(body.as_bytes()).is_some_and(|fits| check.as_bytes() == [fits]);
    older || newer
}

/// Eight digits that name a day since the middle of the nineteenth century.
fn is_day(date: &str) -> bool {
    date >= "18500101" && NaiveDate::parse_from_str(date, "%Y%m%d").is_ok()
}

fn are_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a digit or a capital letter counts: 0 to 9, 10 to 35.
fn value(byte: u8) -> u32 {
    char::from(byte).to_digit(36).unwrap_or_default()
}

/// A number without its last character, and that character, with or without brackets round it.
fn body_and_check(number: &str) -> Option<(&str, char)> {
    let check = number.strip_suffix(')').unwrap_or(number).chars().next_back()?;
    let end = if number.ends_with(')') { format!("({check})") } else { check.to_string() };
    number.strip_suffix(end.as_str()).map(|body| (body, check))
}
