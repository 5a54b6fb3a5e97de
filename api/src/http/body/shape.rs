//! Holds a body against its published schema.
//!
//! serde is friendlier than the schema says: it takes a list where an object is meant, and types
//! that flatten others cannot refuse unknown fields. And it stops at the first fault. So a body is walked
//! along its schema before it is read: nothing is taken that the interface description does not offer, and
//! whoever sent it learns of every fault at once.

use serde_json::{Map, Value};

use super::strict_json::shown_key;

/// How a value departs from its schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// A field the schema does not know.
    UnknownField,
    /// A field the schema demands is not there.
    MissingField,
    /// A value of another type, or none of the alternatives.
    WrongType,
    /// A word that is not among those to choose from.
    UnknownWord,
    /// A text that is not written as its format says, or a number out of its bounds.
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

    /// Every departure of a value from this shape, in the order of the schema.
    pub fn departures(&self, value: &Value) -> Vec<Found> {
        let mut found = Vec::new();
        self.walk(&self.root, value, "", &mut found);
        found
    }

    fn walk(&self, schema: &Value, value: &Value, path: &str, found: &mut Vec<Found>) {
        let Some(schema) = schema.as_object() else {
            return;
        };
        if value.is_null() && schema.get("nullable") == Some(&Value::Bool(true)) {
            return;
        }
        if let Some(departure) = departs(schema, value) {
            found.push((departure, path.to_owned()));
            return;
        }
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            let name = target.rsplit('/').next().unwrap_or_default();
            if let Some(definition) = self.definitions.get(name) {
                self.walk(definition, value, path, found);
            }
        }
        for part in list(schema, "allOf") {
            self.walk(part, value, path, found);
        }
        for key in ["anyOf", "oneOf"] {
            self.any(list(schema, key), value, path, found);
        }
        match value {
            Value::Object(object) => self.object(schema, object, path, found),
            Value::Array(items) => {
                if let Some(schema) = schema.get("items") {
                    for (index, item) in items.iter().enumerate() {
                        self.walk(schema, item, &format!("{path}[{index}]"), found);
                    }
                }
            }
            _ => {}
        }
    }

    /// One of the alternatives must fit; of those that do not, the one that is meant tells most: the one
    /// whose own type fits, then the one that departs deepest, then the one that departs least.
    fn any(&self, alternatives: &[Value], value: &Value, path: &str, found: &mut Vec<Found>) {
        let mut nearest: Option<Vec<Found>> = None;
        for alternative in alternatives {
            let mut departures = Vec::new();
            self.walk(alternative, value, path, &mut departures);
            if departures.is_empty() {
                return;
            }
            let is_nearer =
                nearest.as_ref().is_none_or(|known| meant(&departures, path) > meant(known, path));
            nearest = if is_nearer { Some(departures) } else { nearest };
        }
        found.extend(nearest.unwrap_or_default());
    }

    fn object(
        &self,
        schema: &Map<String, Value>,
        object: &Map<String, Value>,
        path: &str,
        found: &mut Vec<Found>,
    ) {
        let required = list(schema, "required").iter().filter_map(Value::as_str);
        let missing = required.filter(|name| !object.contains_key(*name));
        found.extend(missing.map(|name| (Departure::MissingField, below(path, name))));
        let properties = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties");
        for (name, value) in object {
            let path = below(path, shown_key(name));
            match (properties.and_then(|properties| properties.get(name)), others) {
                (Some(schema), _) => self.walk(schema, value, &path, found),
                (None, Some(Value::Bool(false))) => found.push((Departure::UnknownField, path)),
                (None, Some(schema)) => self.walk(schema, value, &path, found),
                (None, None) => {}
            }
        }
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// How sure it is that the alternative with these departures is the one that is meant. A word that says
/// which one it is tells against it, wherever else it fits.
fn meant(departures: &[Found], path: &str) -> (bool, bool, bool, usize) {
    let at_the_word =
        |(departure, at): &Found| *departure == Departure::UnknownWord && at.len() > path.len();
    let fits_itself = !departures.iter().any(|(_, at)| at == path);
    let is_a_word = departures.iter().all(|(departure, _)| *departure == Departure::UnknownWord);
    let few = usize::MAX - departures.len();
    (fits_itself, !departures.iter().any(at_the_word), is_a_word, few)
}

/// How the value itself departs, whatever is in it.
fn departs(schema: &Map<String, Value>, value: &Value) -> Option<Departure> {
    if !has_type(schema, value) {
        return Some(Departure::WrongType);
    }
    if !is_among(schema, value) {
        let are_words = words(schema).any(Value::is_string);
        let is_word = value.is_string() && are_words;
        return Some(if is_word { Departure::UnknownWord } else { Departure::WrongType });
    }
    (!has_form(schema, value) || !is_in_bounds(schema, value)).then_some(Departure::WrongForm)
}

/// What a schema lists to choose from.
fn words(schema: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    list(schema, "enum").iter().chain(schema.get("const"))
}

/// Whether a number is in the bounds of its type. Those of its meaning are asked where it is used, by a rule
/// that names them.
fn is_in_bounds(schema: &Map<String, Value>, value: &Value) -> bool {
    let Some(number) = value.as_f64() else { return true };
    let most = match schema.get("format").and_then(Value::as_str) {
        Some("uint8") => f64::from(u8::MAX),
        Some("uint16") => f64::from(u16::MAX),
        Some("uint32") => f64::from(u32::MAX),
        Some("uint" | "uint64") => f64::INFINITY,
        _ => return true,
    };
    (0.0..=most).contains(&number)
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
    if format == "date" && text.parse::<chrono::NaiveDate>().is_err() {
        return false;
    }
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
