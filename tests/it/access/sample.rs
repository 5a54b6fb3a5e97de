//! A body of the form a schema describes: the required fields, the first of each choice.

use serde_json::{Map, Value, json};

/// The smallest value of this form.
pub fn of(document: &Value, schema: &Value) -> Value {
    if let Some(target) = schema["$ref"].as_str() {
        let target = document.pointer(target.trim_start_matches('#')).expect("what is referred to");
        return of(document, target);
    }
    for choice in ["allOf", "oneOf", "anyOf"] {
        if let Some(first) = schema[choice].get(0) {
            return of(document, first);
        }
    }
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    match (schema["type"].as_str().expect("a type"), schema["format"].as_str()) {
        ("string", Some("date")) => json!("2026-03-02"),
        ("string", Some("partial-time")) => json!("09:00:00"),
        ("string", Some("uuid")) => json!(super::places::UNKNOWN),
        // A text nobody may write: blanks alone. The form is right, the value never is.
        ("string", _) => json!(" "),
        ("integer" | "number", _) => schema["minimum"].as_u64().map_or(json!(0), Value::from),
        ("boolean", _) => json!(false),
        ("array", _) => json!([of(document, &schema["items"])]),
        ("object", _) => {
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            let names = required.iter().filter_map(Value::as_str);
            let fields =
                names.map(|name| (name.to_owned(), of(document, &schema["properties"][name])));
            Value::Object(fields.collect::<Map<String, Value>>())
        }
        (other, _) => panic!("a type nobody has met: {other}"),
    }
}
