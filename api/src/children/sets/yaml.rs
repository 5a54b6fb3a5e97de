//! A set as a YAML document, in the form in which the interface answers it.

use serde_json::Value;
use workflow::indicator::IndicatorSet;

use super::reading::{FileRule, Misread, Notes, ReadSet};

/// Reads a document.
pub fn read(bytes: &[u8]) -> ReadSet {
    // First as plain values: the parser's own words would repeat what was written.
    let value: Value = match serde_saphyr::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => {
            let line = error.location().map(|location| format!("line {}", location.line()));
            let place = line.unwrap_or_else(|| "file".to_owned());
            return ReadSet::Faulty(vec![Misread::of(FileRule::File, place)]);
        }
    };
    match serde_path_to_error::deserialize::<_, IndicatorSet>(value) {
        Ok(set) => Notes::default().judge(set),
        Err(error) => ReadSet::Faulty(vec![Misread::of(FileRule::Value, error.path().to_string())]),
    }
}
