//! 姓名 in one way of writing: Han characters with the minority dot, or the Latin letters of a passport.
//! What only looks alike is made the same or is refused.

use unicode_normalization::UnicodeNormalization;

use super::writing::{is_blank, is_dash};

/// Longest name, in characters.
const LONGEST: usize = 50;
/// 间隔号, the one dot of names.
const DOT: char = '·';

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// It is empty.
    Empty,
    /// It is longer than fifty characters.
    Long,
    /// It begins or ends with a blank.
    Ends,
    /// A letter is neither Han nor Latin; many look like Latin ones.
    Script,
    /// A character has no place in a name.
    Character,
    /// A dot, hyphen, apostrophe or blank stands where no letters are joined.
    Joint,
}

impl NameFault {
    /// What is wrong, in Chinese and English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            NameFault::Empty => ("姓名不能为空", "it is empty"),
            NameFault::Long => ("超过五十字", "it is longer than fifty characters"),
            NameFault::Ends => ("首尾有空白", "it begins or ends with a blank"),
            NameFault::Script => (
                "含有汉字、拉丁字母以外的文字或者形近字符，请按身份证件重新输入",
                "a letter is neither Han nor Latin or only looks alike; type it as the document shows it",
            ),
            NameFault::Character => (
                "含有数字、标点或者部首等不能用于姓名的字符",
                "a digit, a mark or a radical has no place in a name",
            ),
            NameFault::Joint => (
                "间隔号只能在字之间，连字符、撇号、空格只能用于外文姓名的字母之间",
                "a dot stands between parts; hyphen, apostrophe and blank stand between Latin letters only",
            ),
        }
    }
}

/// A name in one way of writing: compatibility characters as the characters they stand for, one kind of
/// dot, hyphen and apostrophe, no blanks in or beside Han characters, single blanks between words. Blanks
/// at its ends stay, so that they are refused as everywhere.
pub fn standard_name(typed: &str) -> String {
    let (start, inner) = typed.split_at(typed.len() - typed.trim_start().len());
    let (inner, end) = inner.split_at(inner.trim_end().len());
    let marked = inner.chars().map(one_mark).collect::<String>();
    let characters: Vec<char> = marked.nfkc().map(one_mark).collect();
    let is_han_name = characters.iter().copied().any(is_han);
    let mut name = String::with_capacity(typed.len());
    name.push_str(start);
    let mut blank = false;
    for (place, character) in characters.iter().copied().enumerate() {
        let character = match character {
            '.' if is_han_name => DOT,
            other => other,
        };
        if character == ' ' {
            blank = true;
            continue;
        }
        let before = name.chars().next_back();
        if blank && place > 0 && is_word(character) && before.is_some_and(is_word) {
            name.push(' ');
        }
        blank = false;
        name.push(character);
    }
    name.push_str(end);
    name
}

/// The name of a person or of an organisation: only a person's has one way of writing.
pub fn standard_any_name(typed: &str) -> String {
    let standard = standard_name(typed);
    if name_fault(&standard).is_none() { standard } else { typed.to_owned() }
}

/// A name as it is compared: without blanks, in capitals, with one kind of dot.
pub fn compared_name(typed: &str) -> String {
    let name = standard_name(typed.trim());
    let kept = name.chars().filter(|character| !is_blank(*character));
    kept.map(|character| if character == '.' { DOT } else { character })
        .flat_map(char::to_uppercase)
        .collect()
}

/// What is wrong with a name in its standard form, if anything.
pub fn name_fault(name: &str) -> Option<NameFault> {
    if name.trim().is_empty() {
        return Some(NameFault::Empty);
    }
    if name.trim() != name {
        return Some(NameFault::Ends);
    }
    if name.chars().count() > LONGEST {
        return Some(NameFault::Long);
    }
    let known = |character: char| is_han(character) || is_latin(character) || is_joint(character);
    if let Some(other) = name.chars().find(|character| !known(*character)) {
        let letter = other.is_alphabetic() && !is_private(other);
        return Some(if letter { NameFault::Script } else { NameFault::Character });
    }
    let parts_hold = name.split(DOT).all(part_holds) && standard_name(name) == name;
    (!parts_hold).then_some(NameFault::Joint)
}

/// Han characters alone, or Latin words with their hyphens, apostrophes and dots. A part may have both
/// kinds of letters, as some registered names do, and then has no other mark.
fn part_holds(part: &str) -> bool {
    let has_han = part.chars().any(is_han);
    if has_han {
        return part.chars().all(|character| is_han(character) || is_latin(character));
    }
    let characters: Vec<char> = part.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| characters.get(place)).copied();
    let letter = |place: Option<usize>| at(place).is_some_and(is_latin);
    !characters.is_empty()
        && characters.iter().enumerate().all(|(place, character)| {
            let (before, after) = (place.checked_sub(1), Some(place + 1));
            match character {
                '-' => (letter(before) || at(before) == Some('.')) && letter(after),
                '.' => letter(before),
                // Between letters, or before a word as in 't Hooft.
                '\'' => letter(before) || letter(after),
                ' ' => at(before).is_some_and(|mark| mark != '-'),
                _ => true,
            }
        })
}

/// The marks of names, each in its one spelling; other blanks than line ends are the plain one.
fn one_mark(character: char) -> char {
    match character {
        '•' | '‧' | '∙' | '⋅' | '・' | '･' | '᛫' | '⸱' | '\u{387}' => DOT,
        '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '＇' | 'ʹ' | 'ˈ' => '\'',
        '\n' | '\r' => character,
        blank if is_blank(blank) => ' ',
        dash if is_dash(dash) => '-',
        other => other,
    }
}

fn is_word(character: char) -> bool {
    is_latin(character) || matches!(character, '.' | '\'')
}

fn is_joint(character: char) -> bool {
    matches!(character, DOT | '-' | '\'' | ' ' | '.')
}

fn is_private(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF0000..)
}

/// A unified ideograph or 〇; not a radical, a stroke or a compatibility form.
fn is_han(character: char) -> bool {
    matches!(u32::from(character),
        0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xFA0E | 0xFA0F | 0xFA11 | 0xFA13 | 0xFA14 | 0xFA1F | 0xFA21 | 0xFA23 | 0xFA24
        | 0xFA27..=0xFA29
        | 0x20000..=0x2A6DF | 0x2A700..=0x2EE5D | 0x30000..=0x323AF)
}

/// A letter of the Latin script as passports show it, without those of phonetic writing.
fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic()
        || matches!(u32::from(character),
            0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0x17F | 0x18F | 0x192 | 0x1A0 | 0x1A1 | 0x1AF | 0x1B0
            | 0x1CD..=0x1DC | 0x1E4..=0x1ED | 0x1F4 | 0x1F5 | 0x1F8..=0x21B | 0x21E | 0x21F
            | 0x226..=0x233 | 0x259 | 0x1E00..=0x1EF9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_in_one_way() {
        for (typed, kept) in [
            ("阿依古丽 · 买买提", "阿依古丽·买买提"),
            ("阿依古丽•买买提", "阿依古丽·买买提"),
            ("阿依古丽・买买提", "阿依古丽·买买提"),
            ("阿依古丽‧买买提", "阿依古丽·买买提"),
            ("阿依古丽．买买提", "阿依古丽·买买提"),
            ("阿依古丽.买买提", "阿依古丽·买买提"),
            ("阿依古丽･买买提", "阿依古丽·买买提"),
            ("刘 强", "刘强"),
            ("刘\u{3000}强", "刘强"),
            ("刘\u{a0}强", "刘强"),
            ("李\u{2f804}", "李你"),
            ("\u{f90a}小满", "金小满"),
            ("⼈望", "人望"),
            ("ＭＡＲＹ", "MARY"),
            ("Jean－Paul  Martin", "Jean-Paul Martin"),
            ("O’Brien", "O'Brien"),
            ("José", "José"),
            ("欧阳龘", "欧阳龘"),
            ("刘𡛼", "刘𡛼"),
            ("Ｊ. Martin", "J. Martin"),
        ] {
            assert_eq!(standard_name(typed), kept, "{typed}");
            assert_eq!(name_fault(kept), None, "{kept}");
        }
    }

    #[test]
    fn names_of_passports_are_names() {
        for name in [
            "Jean-Paul Martin",
            "O'Brien",
            "Anna Maria d'Este",
            "van 't Hoff",
            "Nguyễn Thị Hạnh",
            "Müller",
            "J. R. Smith",
            "J.-P. Martin",
            "İnci Işık",
            "Şerban",
            "赵C",
            "让·马丁",
            "Jean·Martin",
        ] {
            assert_eq!(name_fault(&standard_name(name)), None, "{name}");
        }
    }

    #[test]
    fn what_only_looks_alike_and_what_joins_nothing_is_refused() {
        for (typed, fault) in [
            ("", NameFault::Empty),
            ("   ", NameFault::Empty),
            (" 刘强", NameFault::Ends),
            ("刘强\u{3000}", NameFault::Ends),
            ("М\u{410}RY", NameFault::Script),
            ("\u{410}nna", NameFault::Script),
            ("Αnna", NameFault::Script),
            ("ⲔARL", NameFault::Script),
            ("ɑnna", NameFault::Script),
            ("刘强2", NameFault::Character),
            ("刘\u{2ea0}", NameFault::Character),
            ("刘\u{e000}", NameFault::Character),
            ("刘\n强", NameFault::Character),
            ("刘😀", NameFault::Character),
            ("刘强·", NameFault::Joint),
            ("·刘强", NameFault::Joint),
            ("阿··买", NameFault::Joint),
            ("刘-强", NameFault::Joint),
            ("Jean--Paul", NameFault::Joint),
            ("Jean-", NameFault::Joint),
            ("-Jean", NameFault::Joint),
            ("<b>刘</b>", NameFault::Character),
        ] {
            assert_eq!(name_fault(&standard_name(typed)), Some(fault), "{typed:?}");
        }
        assert_eq!(name_fault(&"严".repeat(51)), Some(NameFault::Long));
    }

    #[test]
    fn names_are_compared_however_they_are_typed() {
        assert_eq!(compared_name(" 阿依 古丽•买买提 "), compared_name("阿依古丽·买买提"));
        assert_eq!(compared_name("jean-paul martin"), compared_name("Jean‐Paul Martin"));
        assert_ne!(compared_name("秦望舒"), compared_name("秦望"));
    }
}
