//! Holds a body against its published schema.
//!
//! serde is friendlier than the schema says: it takes a list where an object is meant, and types
//! that flatten others cannot refuse unknown fields. What serde accepted is walked once more
//! along the schema, so that nothing is taken that the interface description does not offer.

use serde_json::{Map, Value};

use super::strict_json::shown_key;

/// How a value departs from its schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// A field the schema does not know.
    UnknownField,
    /// A value of another type, or none of the alternatives.
    WrongType,
    /// A list or an object where none is meant.
    Nested,
    /// A text that is not written as its format says.
    WrongForm,
}

/// A departure and the path of the value.
pub type Found = (Departure, String);

/// A schema with the definitions it refers to.
#[derive(Debug, Clone)]
pub struct Shape {
    root: Value,
    definitions: Map<String, Value>,
}

impl Shape {
    /// A schema and its definitions.
    pub fn new(root: Value, definitions: Map<String, Value>) -> Shape {
        Shape { root, definitions }
    }

    /// Whether a value has this shape.
    ///
    /// # Errors
    /// The deepest departure found.
    pub fn expect(&self, value: &Value) -> Result<(), Found> {
        self.walk(&self.root, value, "")
    }

    fn walk(&self, schema: &Value, value: &Value, path: &str) -> Result<(), Found> {
        let Some(schema) = schema.as_object() else {
            return Ok(());
        };
        if value.is_null() && schema.get("nullable") == Some(&Value::Bool(true)) {
            return Ok(());
        }
        if !has_type(schema, value) || !is_among(schema, value) {
            let is_nested = value.is_array() || value.is_object();
            let departure = if is_nested { Departure::Nested } else { Departure::WrongType };
            return Err((departure, path.to_owned()));
        }
        if !has_form(schema, value) {
            return Err((Departure::WrongForm, path.to_owned()));
        }
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let name = target.rsplit('/').next().unwrap_or_default();
            if let Some(definition) = self.definitions.get(name) {
                self.walk(definition, value, path)?;
            }
        }
        for part in list(schema, "allOf") {
            self.walk(part, value, path)?;
        }
        for key in ["anyOf", "oneOf"] {
            self.any(list(schema, key), value, path)?;
        }
        match value {
            Value::Object(object) => self.object(schema, object, path),
            Value::Array(items) => match schema.get("items") {
                Some(schema) => items.iter().enumerate().try_for_each(|(index, item)| {
                    self.walk(schema, item, &format!("{path}[{index}]"))
                }),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// One of the alternatives must fit; of the departures the deepest tells most.
    fn any(&self, alternatives: &[Value], value: &Value, path: &str) -> Result<(), Found> {
        let mut deepest: Option<Found> = None;
        for alternative in alternatives {
            match self.walk(alternative, value, path) {
                Ok(()) => return Ok(()),
                Err(found) => {
                    let deeper = deepest.as_ref().is_none_or(|known| found.1.len() > known.1.len());
                    deepest = if deeper { Some(found) } else { deepest };
                }
            }
        }
        deepest.map_or(Ok(()), Err)
    }

    fn object(
        &self,
        schema: &Map<String, Value>,
        object: &Map<String, Value>,
        path: &str,
    ) -> Result<(), Found> {
        let required = list(schema, "required").iter().filter_map(Value::as_str);
        if required.into_iter().any(|name| !object.contains_key(name)) {
            return Err((Departure::WrongType, path.to_owned()));
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties");
        for (name, value) in object {
            let shown = shown_key(name);
            let path = if path.is_empty() { shown.to_owned() } else { format!("{path}.{shown}") };
            match (properties.and_then(|properties| properties.get(name)), others) {
                (Some(schema), _) => self.walk(schema, value, &path)?,
                (None, Some(Value::Bool(false))) => return Err((Departure::UnknownField, path)),
                (None, Some(schema)) => self.walk(schema, value, &path)?,
                (None, None) => {}
            }
        }
        Ok(())
    }
}

fn list<'a>(schema: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    schema.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn has_type(schema: &Map<String, Value>, value: &Value) -> bool {
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    };
    match schema.get("type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}

/// Days, times and identifiers have one spelling each; their readers take several.
fn has_form(schema: &Map<String, Value>, value: &Value) -> bool {
    let format = schema.get("format").and_then(Value::as_str);
    let (Some(format), Some(text)) = (format, value.as_str()) else {
        return true;
    };
    let pattern = match format {
        "date" => "0000-00-00",
        "partial-time" => "00:00:00",
        "uuid" => "ffffffff-ffff-ffff-ffff-ffffffffffff",
        _ => return true,
    };
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, meant)| match meant {
            b'0' => byte.is_ascii_digit(),
            b'f' => byte.is_ascii_hexdigit(),
            _ => byte == meant,
        })
}

fn is_among(schema: &Map<String, Value>, value: &Value) -> bool {
    let listed = schema.get("enum").and_then(Value::as_array);
    listed.is_none_or(|words| words.contains(value))
        && schema.get("const").is_none_or(|word| word == value)
}
