//! Which characters cannot be printed. Asked when a name is taken in, long before it is printed.

use crate::press::Press;

/// The characters of `text` that no face of the press can draw, each once, in order.
///
/// A line break is no character to draw; every other control character is reported, because it
/// has no place in a name or an answer.
pub fn missing(press: &Press, text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for character in text.chars() {
        let drawable = character == '\n' || press.shelf().covers(character);
        if !drawable && !found.contains(&character) {
            found.push(character);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_names_can_be_drawn() {
        let press = Press::new(Vec::new());
        for name in [
            "欧阳龘",
            "胤禛",
            "㛃",
            "𠅤",
            "𬭎",
            "阿依古丽·买买提",
            "O'Brien-Smith",
            "刘𡛼",
            "刘𤥶",
            "☑是 ☐否 ☒",
        ] {
            assert_eq!(missing(&press, name), Vec::<char>::new(), "{name}");
        }
    }

    #[test]
    fn what_no_face_has_is_named_once() {
        let press = Press::new(Vec::new());
        assert_eq!(missing(&press, "张\u{e000}\u{e000}三\u{7}"), vec!['\u{e000}', '\u{7}']);
    }
}
