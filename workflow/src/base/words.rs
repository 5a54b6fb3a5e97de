//! The word a value without data is written as in JSON.

use serde::Serialize;

/// The word of an enum's variant, as serde writes it; empty for a value that carries data.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
