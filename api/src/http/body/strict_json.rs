//! Reads JSON without forgiveness: no key twice, no hidden characters, no deep nests.
//!
//! The ordinary reader keeps the last of two equal keys and lets through characters that one
//! database stores and the other refuses. This one says where it stopped.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// How deep objects and lists may nest.
pub const DEPTH_LIMIT: usize = 32;

/// Why a text was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON, or not UTF-8.
    NotJson,
    /// An object names one key twice.
    DuplicateKey,
    /// It nests deeper than [`DEPTH_LIMIT`].
    TooDeep,
    /// A text holds a character that nobody types: control, direction, invisible.
    ForbiddenCharacter,
}

/// Where and why reading stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Why.
    pub fault: Fault,
    /// The path of the value, empty for the whole.
    pub path: String,
}

/// Reads one JSON value and nothing after it.
///
/// # Errors
/// The first fault met.
pub fn read(bytes: &[u8]) -> Result<Value, Finding> {
    let scan = Scan::default();
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = Strict(&scan).deserialize(&mut reader);
    let finished = value.and_then(|value| reader.end().map(|()| value));
    finished.map_err(|_| {
        scan.finding.take().unwrap_or(Finding { fault: Fault::NotJson, path: String::new() })
    })
}

/// Whether a character may stand in a text that people read, print and compare.
pub fn is_printable(character: char) -> bool {
    let code = u32::from(character);
    let hidden = matches!(code,
        0x00..=0x08 | 0x0B..=0x1F | 0x7F..=0x9F   // controls but tab and line feed
        | 0xAD | 0x061C | 0x180B..=0x180E | 0x200B..=0x200F // marks that change the direction or show nothing
        | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF     // which drawing of a character is meant
        | 0x2028..=0x202E | 0x2060..=0x206F
        | 0xFEFF | 0xFFF9..=0xFFFB
        | 0xE0000..=0xE007F                       // tags
        | 0xFDD0..=0xFDEF                         // noncharacters
    );
    !hidden && code & 0xFFFE != 0xFFFE
}

/// A text as it is taken: what tables and other programs leave in it when it is pasted. A tabulator is a
/// blank, each line ends in one way, a byte order mark at its beginning and the mark that makes a sign a
/// picture say nothing.
fn tidied(text: &str) -> Cow<'_, str> {
    let left =
        |character: char| matches!(character, '\t' | '\r' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}');
    if !text.contains(left) {
        return Cow::Borrowed(text);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    Cow::Owned(lines.replace(['\u{fe0e}', '\u{fe0f}'], ""))
}

/// A key as it may stand in a path: our own field names do, anything else is not repeated.
pub fn shown_key(key: &str) -> &str {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let begins_as_a_word = key.starts_with(|first: char| first.is_ascii_lowercase());
    if begins_as_a_word && key.len() <= 40 && key.bytes().all(plain) { key } else { "?" }
}

#[derive(Default)]
struct Scan {
    depth: Cell<usize>,
    path: RefCell<Vec<String>>,
    finding: RefCell<Option<Finding>>,
}

impl Scan {
    /// Notes the fault and gives the reader an error to stop with.
    fn stop<E: Error>(&self, fault: Fault) -> E {
        let path = self.path.borrow().concat();
        let path = path.strip_prefix('.').unwrap_or(&path).to_owned();
        self.finding.replace(Some(Finding { fault, path }));
        E::custom("")
    }

    fn text<E: Error>(&self, text: &str) -> Result<(), E> {
        if text.chars().all(is_printable) {
            Ok(())
        } else {
            Err(self.stop(Fault::ForbiddenCharacter))
        }
    }

    fn enter<E: Error>(&self) -> Result<(), E> {
        self.depth.set(self.depth.get() + 1);
        if self.depth.get() > DEPTH_LIMIT {
            return Err(self.stop(Fault::TooDeep));
        }
        Ok(())
    }

    fn leave(&self) {
        self.depth.set(self.depth.get() - 1);
    }

    fn step(&self, step: String) {
        self.path.borrow_mut().push(step);
    }

    fn back(&self) {
        self.path.borrow_mut().pop();
    }
}

struct Strict<'a>(&'a Scan);

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        let tidy = tidied(value);
        self.0.text(&tidy)?;
        Ok(Value::from(tidy.as_ref()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.0.enter()?;
        let mut list = Vec::new();
        loop {
            self.0.step(format!("[{}]", list.len()));
            let Some(item) = items.next_element_seed(Strict(self.0))? else {
                break;
            };
            list.push(item);
            self.0.back();
        }
        self.0.back();
        self.0.leave();
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        self.0.enter()?;
        let mut object = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            self.0.step(format!(".{}", shown_key(&key)));
            self.0.text(&key)?;
            if object.contains_key(&key) {
                return Err(self.0.stop(Fault::DuplicateKey));
            }
            let value = entries.next_value_seed(Strict(self.0))?;
            object.insert(key, value);
            self.0.back();
        }
        self.0.leave();
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (Fault, String) {
        let finding = read(text.as_bytes()).expect_err("this text must not be accepted");
        (finding.fault, finding.path)
    }

    #[test]
    fn ordinary_json_is_read_as_it_stands() {
        let text = r#"{"name":"欧阳𠮷","list":[1,-2,3.5,true,null],"inner":{"a":"b\nc"}}"#;
        assert_eq!(read(text.as_bytes()), Ok(serde_json::from_str(text).expect("it is JSON")));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            " ",
            "{",
            "{}x",
            "{} {}",
            "nul",
            "NaN",
            "1e400",
            "'a'",
            "{\"a\":1,}",
            "\u{feff}{}",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\u{1}\"",
            "// c\n{}",
        ] {
            assert_eq!(fault(text).0, Fault::NotJson, "{text:?}");
        }
        assert_eq!(read(b"\"\xff\"").map_err(|finding| finding.fault), Err(Fault::NotJson));
        assert_eq!(read(b"{\0\"\0a").map_err(|finding| finding.fault), Err(Fault::NotJson));
    }

    #[test]
    fn a_key_may_stand_only_once_even_when_written_otherwise() {
        assert_eq!(fault(r#"{"a":1,"a":1}"#), (Fault::DuplicateKey, "a".to_owned()));
        assert_eq!(fault(r#"{"a":1,"\u0061":2}"#), (Fault::DuplicateKey, "a".to_owned()));
        assert_eq!(
            fault(r#"{"list":[{},{"b":{"c":1,"c":2}}]}"#),
            (Fault::DuplicateKey, "list[1].b.c".to_owned())
        );
    }

    #[test]
    fn what_pasting_leaves_in_a_text_is_made_plain() {
        for (written, read_as) in [
            ("a\\tb", "a b"),
            ("a\\r\\nb\\rc", "a\nb\nc"),
            ("\u{feff}a", "a"),
            ("☑\u{fe0f}a", "☑a"),
        ] {
            let read = read(format!("\"{written}\"").as_bytes());
            assert_eq!(read, Ok(Value::from(read_as)), "{written}");
        }
    }

    #[test]
    fn hidden_characters_are_refused_written_or_escaped() {
        for character in [
            "\\u0000",
            "\\u001b",
            "\u{7f}",
            "\u{85}",
            "\u{202e}",
            "\\u2066",
            "\u{200b}",
            "\u{feff}",
            "\u{200d}",
            "\u{e0100}",
            "\u{ad}",
            "\u{ffff}",
            "\\ufdd0",
            "\u{1fffe}",
        ] {
            let text = format!("{{\"name\":\"甲{character}乙\"}}");
            assert_eq!(fault(&text), (Fault::ForbiddenCharacter, "name".to_owned()), "{text:?}");
        }
        assert_eq!(fault("{\"a\\u0000\":1}"), (Fault::ForbiddenCharacter, "?".to_owned()));
    }

    #[test]
    fn only_words_are_shown_as_keys() {
        assert_eq!(shown_key("resident_id"), "resident_id");
        for key in ["", "500199198301020017", "__proto__", "Name", "王小明", "a b"] {
            assert_eq!(shown_key(key), "?", "{key}");
        }
    }

    #[test]
    fn depth_ends_at_the_limit() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(nested(DEPTH_LIMIT).as_bytes()).is_ok());
        assert_eq!(fault(&nested(DEPTH_LIMIT + 1)).0, Fault::TooDeep);
        assert_eq!(fault(&"[".repeat(60_000)).0, Fault::TooDeep);
    }
}
