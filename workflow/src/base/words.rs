//! Names of enums: all of them, and the word a value without data is written as in JSON.

use serde::Serialize;

/// The word of an enum's variant, as serde writes it; empty for a value that carries data.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// The variants of an enum as an array, for `ALL` of as many as there are.
pub(crate) const fn all<T: Copy, const COUNT: usize>(variants: &[T]) -> [T; COUNT] {
    let mut all = [variants[0]; COUNT];
    let mut place = 1;
    while place < COUNT {
        all[place] = variants[place];
        place += 1;
    }
    all
}
