//! What differs between two versions of a set, by the codes of its items.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::set::IndicatorSet;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "IndicatorChange")]
pub struct Change {
    /// Where, by codes and names: `capability.A1.A1.2.max`.
    pub place: String,
    /// What the first set has there; nothing if the place is new.
    pub before: Option<String>,
    /// What the second has there; nothing if the place is gone.
    pub after: Option<String>,
}

/// What differs, in the order of the places.
pub fn changes(before: &IndicatorSet, after: &IndicatorSet) -> Vec<Change> {
    let (mut before, mut after) = (places(before), places(after));
    let mut all: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    all.sort();
    all.dedup();
    let change = |place: String| {
        let (before, after) = (before.remove(&place), after.remove(&place));
        (before != after).then_some(Change { place, before, after })
    };
    all.into_iter().filter_map(change).collect()
}

/// Every value of a set by its place.
fn places(set: &IndicatorSet) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    // A set is plain data, which JSON always has a form for.
    walk(&serde_json::to_value(set).unwrap_or_default(), String::new(), &mut places);
    places
}

fn walk(value: &Value, place: String, places: &mut BTreeMap<String, String>) {
    let below = |name: &str| match place.as_str() {
        "" => name.to_owned(),
        place => format!("{place}.{name}"),
    };
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                // A list of what has codes is told apart by these, so its name only lengthens the place.
                let plain = ["groups", "items"].contains(&name.as_str());
                walk(value, if plain { place.clone() } else { below(name) }, places);
            }
        }
        Value::Array(entries) if entries.iter().any(Value::is_object) => {
            for (number, entry) in entries.iter().enumerate() {
                let code = entry.get("code").or_else(|| entry.get("item")).and_then(Value::as_str);
                walk(entry, below(code.unwrap_or(&(number + 1).to_string())), places);
            }
        }
        Value::Array(entries) => {
            let words: Vec<&str> = entries.iter().filter_map(Value::as_str).collect();
            places.insert(place, words.join(", "));
        }
        Value::String(text) => {
            places.insert(place, text.clone());
        }
        other => {
            places.insert(place, other.to_string());
        }
    }
}
