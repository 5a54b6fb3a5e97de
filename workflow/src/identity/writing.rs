//! One way of writing for each number: the same number typed with another key, another input method or
//! another layout is the same number. A 0 is never guessed from an O.

use serde::{Deserialize, Deserializer};
use unicode_normalization::UnicodeNormalization;

/// Dashes of every kind, as they are typed between the groups of a number: those of Unicode, and what
/// input methods offer in their place.
pub(super) fn is_dash(character: char) -> bool {
    let of_unicode = matches!(
        character,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
    );
    let instead = matches!(
        character,
        '\u{ad}'
            | '\u{2d7}'
            | '\u{2043}'
            | '\u{207b}'
            | '\u{208b}'
            | '\u{2212}'
            | '\u{2500}'
            | '\u{2501}'
            | '\u{2796}'
            | '\u{30fc}'
            | '\u{ff70}'
    );
    of_unicode || instead
}

/// Which bracket a character is, of whatever kind: the opening or the closing one.
pub(super) fn bracket(character: char) -> Option<char> {
    match character {
        '(' | '[' | '{' | '〔' | '【' | '〖' | '［' | '（' | '｛' | '❲' | '⟦' | '﹝' | '「'
        | '『' | '〈' | '《' | '<' => Some('('),
        ')' | ']' | '}' | '〕' | '】' | '〗' | '］' | '）' | '｝' | '❳' | '⟧' | '﹞' | '」'
        | '』' | '〉' | '》' | '>' => Some(')'),
        _ => None,
    }
}

/// Whether a character shows nothing: blanks of every width, and marks that join or split.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{2800}'
                | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
        )
}

/// A number on a document of identity, a code or a receipt in its standard form: half-width, in
/// capitals, without blanks and dashes, with round brackets. This is how it is kept.
pub fn standard_number(typed: &str) -> String {
    let half = typed.nfkc().filter(|character| !is_blank(*character) && !is_dash(*character));
    half.map(|character| bracket(character).unwrap_or(character))
        .flat_map(char::to_uppercase)
        .collect()
}

/// A number that is printed as the law or its own paper writes it, as it is compared: its standard
/// form without brackets, 第 and the closing 号.
pub fn compared_number(typed: &str) -> String {
    let mut compared = String::with_capacity(typed.len());
    let standard = standard_number(typed);
    let mut characters =
        standard.chars().filter(|character| bracket(*character).is_none()).peekable();
    while let Some(character) = characters.next() {
        let ordinal = character == '第' && characters.peek().is_some_and(char::is_ascii_digit);
        if !ordinal {
            compared.push(character);
        }
    }
    match compared.strip_suffix(['号', '號']) {
        Some(number) if !number.is_empty() => number.to_owned(),
        _ => compared,
    }
}

/// Whether two numbers are one, however each was typed.
pub fn is_same_number(one: &str, other: &str) -> bool {
    one == other || compared_number(one) == compared_number(other)
}

/// Whether two numbers, where both are given, are one; where neither is, nothing differs.
pub fn are_same_numbers(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => is_same_number(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Reads a number into its standard form; what was stored in that form stays as it is.
pub(in crate::identity) fn read_number<'de, D: Deserializer<'de>>(
    reader: D,
) -> Result<String, D::Error> {
    String::deserialize(reader).map(|typed| standard_number(&typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        for typed in [
            "50019919800505203x",
            "５００１９９１９８００５０５２０３Ｘ",
            "500199 19800505 203X",
            "500199—19800505–203Ｘ",
            "\u{3000}500199\u{a0}19800505 203x ",
            "500199‑19800505−203x",
            "500199⸺19800505﹣203x",
            "500199➖19800505━203x",
            "\u{202a}50019919800505203X\u{202c}",
            "500199\u{2003}19800505\u{2009}203\u{3164}x",
            "50019919800505203ⅹ",
        ] {
            assert_eq!(standard_number(typed), "50019919800505203X", "{typed}");
        }
        assert_eq!(standard_number("a123456（3）"), "A123456(3)");
        assert_ne!(standard_number("5OO199"), "500199", "an O is no 0");
    }

    #[test]
    fn a_printed_number_is_compared_without_its_dress() {
        for (printed, spellings) in [
            (
                "（2016）渝练收字21993",
                &[
                    "(2016)渝练收字21993",
                    "[2016]渝练收字21993号",
                    "〔2016〕渝练收字第21993号",
                    "【2016】渝练收字 21993",
                    "（２０１６）渝练收字２１９９３號",
                    "﹝2016﹞渝练收字—21993",
                ][..],
            ),
            (
                "渝练收件〔2026〕0001号",
                &["渝练收件[2026]0001号", "渝练收件(2026) 0001", "渝练收件【2026】第0001号"],
            ),
            (
                "YZ2026000901",
                &["yz2026000901", "YZ 2026000901", "ｙｚ－2026－000901", "YZ-2026-000901"],
            ),
            ("FY-2024-17", &["FY-2024-17", "fy2024 17", "ＦＹ－2024-17"]),
        ] {
            for spelling in spellings {
                assert!(is_same_number(printed, spelling), "{printed} {spelling}");
            }
        }
        for (one, other) in [
            ("（2016）渝练收字21993", "（2016）渝练收字21994"),
            ("YZ20260009O1", "YZ2026000901"),
            ("", "号"),
        ] {
            assert!(!is_same_number(one, other), "{one} {other}");
        }
        assert!(are_same_numbers(None, None) && !are_same_numbers(Some("1"), None));
    }
}
