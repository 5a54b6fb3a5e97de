//! Schemas in the form that generators of clients read without losing any.
//!
//! The types say more than a generator understands: a word with a description each becomes one list
//! of words, a variant that stands inside its union gets a name, and a default does not stand beside a
//! reference. What is taken and what is answered stays the same.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::common::{NameClash, SCHEMAS};

/// The end of the name of an answer whose question is called the same.
pub(super) const ANSWER: &str = "Answer";

/// Rewrites every schema of the description.
///
/// # Errors
/// When a variant would be called as another schema is.
pub(super) fn make_plain(schemas: &mut Map<String, Value>) -> Result<(), NameClash> {
    schemas.values_mut().for_each(simplify);
    let names: Vec<String> = schemas.keys().cloned().collect();
    for name in names {
        let variants = schemas.get_mut(&name).map(|union| name_variants(&name, union));
        for (variant, schema) in variants.into_iter().flatten() {
            let schema = with_fields_of_its_base(schema, schemas);
            if schemas.insert(variant.clone(), schema).is_some() {
                return Err(NameClash(variant));
            }
        }
    }
    let unions = schemas.iter().filter(|(_, schema)| schema["discriminator"].is_object());
    let unions: BTreeSet<String> = unions.map(|(name, _)| format!("{SCHEMAS}{name}")).collect();
    schemas.values_mut().for_each(|schema| refer_to_unions(schema, &unions));
    Ok(())
}

/// A reference with a description is written as `allOf` of one. To a union with a discriminator that would
/// say that its variants are derived from it, and a generator would take their tag away.
fn refer_to_unions(schema: &mut Value, unions: &BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            let target = match object.get("allOf").and_then(Value::as_array).map(Vec::as_slice) {
                Some([only]) => only["$ref"].as_str(),
                _ => None,
            };
            if target.is_some_and(|target| unions.contains(target)) {
                let only = object.remove("allOf").unwrap_or_default();
                object.insert("anyOf".to_owned(), only);
            }
            object.values_mut().for_each(|part| refer_to_unions(part, unions));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer_to_unions(item, unions)),
        _ => {}
    }
}

/// Rewrites a schema and all within it.
fn simplify(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            list_words(object);
            if ["$ref", "allOf", "anyOf", "oneOf"].iter().any(|key| object.contains_key(*key)) {
                object.remove("default");
            }
            object.values_mut().for_each(simplify);
        }
        Value::Array(items) => items.iter_mut().for_each(simplify),
        _ => {}
    }
}

/// Words that are described one by one become one list, and their descriptions its description.
fn list_words(object: &mut Map<String, Value>) {
    let Some(words) = object.get("oneOf").and_then(Value::as_array).and_then(|all| words(all))
    else {
        return;
    };
    let said = words.iter().filter_map(|(word, said)| Some((word, said.as_ref()?)));
    let lines = said.map(|(word, said)| format!("- `{word}`: {said}"));
    let own = object.get("description").and_then(Value::as_str).map(str::to_owned);
    let lines = lines.collect::<Vec<_>>().join("\n");
    let said: Vec<String> =
        own.into_iter().chain([lines]).filter(|text| !text.is_empty()).collect();
    let list: Vec<Value> = words.iter().map(|(word, _)| json!(word)).collect();
    object.remove("oneOf");
    object.insert("type".to_owned(), json!("string"));
    object.insert("enum".to_owned(), list.into());
    if !said.is_empty() {
        object.insert("description".to_owned(), said.join("\n\n").into());
    }
}

/// The words of a union with what is said of each, if it is one of words alone.
fn words(choices: &[Value]) -> Option<Vec<(String, Option<String>)>> {
    let mut words = Vec::new();
    for choice in choices {
        let object = choice.as_object().filter(|_| choice["type"] == "string")?;
        let is_plain = object.keys().all(|key| ["type", "enum", "description"].contains(&&**key));
        let listed = choice["enum"].as_array().filter(|_| is_plain)?;
        for word in listed {
            let said = choice["description"].as_str().map(|text| text.replace('\n', " "));
            words.push((word.as_str()?.to_owned(), said));
        }
    }
    Some(words)
}

/// Takes the variants out of a union that a field tells apart, and leaves references to them.
fn name_variants(name: &str, union: &mut Value) -> Vec<(String, Value)> {
    let Some(variants) = union["oneOf"].as_array().cloned() else { return Vec::new() };
    let Some(field) = variants.first().and_then(tag) else { return Vec::new() };
    let words: Option<Vec<String>> =
        variants.iter().map(|variant| word_of(variant, &field)).collect();
    let Some(words) = words else { return Vec::new() };
    let (stem, end) = name.strip_suffix(ANSWER).map_or((name, ""), |stem| (stem, ANSWER));
    let names: Vec<String> =
        words.iter().map(|word| format!("{stem}{}{end}", pascal_case(word))).collect();
    let references = names.iter().map(|name| format!("{SCHEMAS}{name}"));
    let mapping: Map<String, Value> =
        words.into_iter().zip(references.clone().map(Value::from)).collect();
    union["oneOf"] = references.map(|target| json!({ "$ref": target })).collect();
    union["discriminator"] = json!({ "propertyName": field, "mapping": mapping });
    names.into_iter().zip(variants).collect()
}

/// A variant that is a schema with one more field has that schema's fields among its own: of a schema
/// that is a type and part of another a generator makes the types within it twice.
fn with_fields_of_its_base(mut variant: Value, schemas: &Map<String, Value>) -> Value {
    let base = match variant["allOf"].as_array().map(Vec::as_slice) {
        Some([base]) => base["$ref"].as_str().and_then(|target| target.strip_prefix(SCHEMAS)),
        _ => None,
    };
    let base =
        base.and_then(|name| schemas.get(name)).filter(|base| base["properties"].is_object());
    let Some(base) = base.cloned() else { return variant };
    if let (Some(own), Value::Object(fields)) =
        (variant["properties"].as_object_mut(), base["properties"].clone())
    {
        own.extend(fields);
    }
    if let (Some(own), Value::Array(fields)) =
        (variant["required"].as_array_mut(), base["required"].clone())
    {
        own.extend(fields);
    }
    if let Some(object) = variant.as_object_mut() {
        object.remove("allOf");
        if base["description"].is_string() {
            object.entry("description").or_insert(base["description"].clone());
        }
    }
    variant
}

/// The field that tells a variant from the others: it has one word only.
fn tag(variant: &Value) -> Option<String> {
    let fields = variant["properties"].as_object()?;
    fields.keys().find(|field| word_of(variant, field).is_some()).cloned()
}

/// The one word that a required field of a variant may have.
fn word_of(variant: &Value, field: &str) -> Option<String> {
    let is_required = variant["required"].as_array()?.iter().any(|name| name == field);
    let words = variant["properties"][field]["enum"].as_array().filter(|_| is_required)?;
    match words.as_slice() {
        [Value::String(word)] => Some(word.clone()),
        _ => None,
    }
}

/// A word as the name of a type: `birth_parents` is `BirthParents`.
fn pascal_case(word: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    word.split('_').map(part).collect()
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
