//! The interface description: operations from poem-openapi, schemas from schemars.
//!
//! Bodies are ordinary serde types, so their schemas come from `schemars`. Each body registers
//! a carrier under a name of its own; [`document`] unpacks the carriers into
//! `components.schemas` and points every reference at the unpacked schema.

mod acts;
mod answers;
mod common;
mod course;
mod files;
mod plain;

use std::collections::{BTreeMap, BTreeSet};

use poem_openapi::{
    ApiResponse, OpenApi, OpenApiService,
    registry::{
        MetaHeader, MetaMediaType, MetaResponse, MetaResponses, MetaSchema, MetaSchemaRef, Registry,
    },
};
use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde_json::{Map, Value, json};

use common::{SCHEMAS, operations};

use super::problem::{Document, Problem};
use crate::http::body::shape::Shape;

pub use common::NameClash;
pub use course::InOrder;

/// Whether a schema describes what is sent in or what is answered: a field with a default may
/// be left out of a question but always stands in an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// A request's body.
    Question,
    /// A response's body.
    Answer,
}

/// Puts the schema of `T`, and all it refers to, into the registry.
pub fn register<T: JsonSchema>(registry: &mut Registry, direction: Direction) {
    registry.schemas.entry(carrier::<T>(direction)).or_insert_with(|| {
        let (schema, definitions) = generate::<T>(direction);
        MetaSchema {
            example: Some(json!({ "schema": schema, "definitions": definitions })),
            ..MetaSchema::new("object")
        }
    });
}

/// The shape a body of type `T` must have when it is sent in.
pub fn shape<T: JsonSchema>() -> Shape {
    let (schema, definitions) = generate::<T>(Direction::Question);
    Shape::new(schema.to_value(), definitions)
}

fn generate<T: JsonSchema>(direction: Direction) -> (Schema, Map<String, Value>) {
    let settings = SchemaSettings::openapi3();
    let settings = match direction {
        Direction::Question => {
            settings.for_deserialize().with_transform(RecursiveTransform(close as fn(&mut Schema)))
        }
        Direction::Answer => settings.for_serialize(),
    };
    let mut generator = settings.into_generator();
    let schema = generator.subschema_for::<T>();
    (schema, generator.take_definitions(true))
}

/// Every object that is sent in has its fields and no others, and what is never null is not null
/// where it is left out either.
fn close(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if object.get("default") == Some(&Value::Null) && !object.contains_key("nullable") {
        object.remove("default");
    }
    let joined = ["allOf", "anyOf", "oneOf"].iter().any(|key| object.contains_key(*key));
    if object.contains_key("properties") && !joined {
        object.entry("additionalProperties").or_insert(Value::Bool(false));
    }
}

/// The reference by which an operation names the body `T`.
pub fn reference<T: JsonSchema>(direction: Direction) -> MetaSchemaRef {
    MetaSchemaRef::Reference(carrier::<T>(direction))
}

fn carrier<T: JsonSchema>(direction: Direction) -> String {
    format!("{direction:?}.{}", T::schema_name())
}

/// The whole description as JSON.
///
/// # Errors
/// When two different types would stand under one name.
pub fn document<T: OpenApi + 'static>(service: &OpenApiService<T, ()>) -> Result<Value, NameClash> {
    let mut document: Value = serde_json::from_str(&service.spec()).unwrap_or_default();
    let registered = document
        .pointer_mut("/components/schemas")
        .map(Value::take)
        .and_then(|schemas| match schemas {
            Value::Object(schemas) => Some(schemas),
            _ => None,
        })
        .unwrap_or_default();

    let mut unpacked = Unpacked::default();
    for (name, schema) in registered {
        unpacked.take(name, schema)?;
    }
    let (mut schemas, targets) = unpacked.joined();
    plain::make_plain(&mut schemas)?;
    redirect(&mut document, &targets);
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.insert("schemas".to_owned(), Value::Object(schemas));
    }
    answers::describe_problems(&mut document);
    for operation in operations(&mut document) {
        files::name_bytes(operation);
        acts::show_examples(operation);
        course::place(operation);
    }
    course::list_groups(&mut document);
    spell_days(&mut document);
    Ok(document)
}

/// A day in a query is written as a day in a body; the framework has a name of its own for it.
fn spell_days(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if object.get("format").and_then(Value::as_str) == Some("naive-date") {
                object.insert("format".to_owned(), json!("date"));
            }
            object.values_mut().for_each(spell_days);
        }
        Value::Array(items) => items.iter_mut().for_each(spell_days),
        _ => {}
    }
}

/// The schemas of both directions, and where each carrier's reference must point.
#[derive(Default)]
struct Unpacked {
    questions: BTreeMap<String, Value>,
    answers: BTreeMap<String, Value>,
    carriers: Vec<(String, Direction, String)>,
}

impl Unpacked {
    /// Unpacks one registered schema; one that is no carrier is kept under its name.
    fn take(&mut self, name: String, mut schema: Value) -> Result<(), NameClash> {
        let (direction, plain) = match name.split_once('.') {
            Some(("Question", plain)) => (Direction::Question, plain.to_owned()),
            Some(("Answer", plain)) => (Direction::Answer, plain.to_owned()),
            _ => return self.insert(Direction::Question, name, schema),
        };
        let carried = schema["example"].take();
        if let Value::Object(definitions) = carried["definitions"].clone() {
            for (name, definition) in definitions {
                self.insert(direction, name, definition)?;
            }
        }
        let root = carried["schema"].clone();
        let target = match root["$ref"].as_str().and_then(|target| target.strip_prefix(SCHEMAS)) {
            Some(target) => target.to_owned(),
            None => {
                self.insert(direction, plain.clone(), root)?;
                plain
            }
        };
        self.carriers.push((name, direction, target));
        Ok(())
    }

    fn insert(
        &mut self,
        direction: Direction,
        name: String,
        schema: Value,
    ) -> Result<(), NameClash> {
        let side = match direction {
            Direction::Question => &mut self.questions,
            Direction::Answer => &mut self.answers,
        };
        match side.get(&name) {
            Some(present) if *present != schema => Err(NameClash(name)),
            _ => {
                side.insert(name, schema);
                Ok(())
            }
        }
    }

    /// Joins both sides. An answer whose schema differs from the question of the same name, or
    /// that refers to such a one, is called `…Answer`.
    fn joined(self) -> (Map<String, Value>, BTreeMap<String, String>) {
        let mut differing = BTreeSet::new();
        loop {
            let found = self.answers.iter().find(|(name, schema)| {
                !differing.contains(*name)
                    && self.questions.get(*name).is_some_and(|question| {
                        question != *schema || refers_to_any(schema, &differing)
                    })
            });
            match found {
                Some((name, _)) => differing.insert(name.clone()),
                None => break,
            };
        }
        let renamed: BTreeMap<String, String> = differing
            .iter()
            .map(|name| (name.clone(), format!("{name}{}", plain::ANSWER)))
            .collect();

        let mut schemas: Map<String, Value> = self.questions.into_iter().collect();
        for (name, mut schema) in self.answers {
            redirect(&mut schema, &renamed);
            let name = renamed.get(&name).cloned().unwrap_or(name);
            schemas.insert(name, schema);
        }
        let targets = self.carriers.into_iter().map(|(carrier, direction, target)| {
            let target = match direction {
                Direction::Answer => renamed.get(&target).cloned().unwrap_or(target),
                Direction::Question => target,
            };
            (carrier, target)
        });
        (schemas, targets.collect())
    }
}

fn refers_to_any(schema: &Value, names: &BTreeSet<String>) -> bool {
    match schema {
        Value::Object(object) => object.iter().any(|(key, value)| {
            let target = value.as_str().and_then(|target| target.strip_prefix(SCHEMAS));
            (key == "$ref" && target.is_some_and(|target| names.contains(target)))
                || refers_to_any(value, names)
        }),
        Value::Array(items) => items.iter().any(|item| refers_to_any(item, names)),
        _ => false,
    }
}

/// Rewrites every reference to a name of the table.
fn redirect(value: &mut Value, targets: &BTreeMap<String, String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.iter_mut() {
                let target = value.as_str().and_then(|target| target.strip_prefix(SCHEMAS));
                match target.and_then(|target| targets.get(target)) {
                    Some(target) if key == "$ref" => *value = json!(format!("{SCHEMAS}{target}")),
                    _ => redirect(value, targets),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| redirect(item, targets)),
        _ => {}
    }
}

/// A response of one status with a JSON body of type `T`.
pub fn json_response<T: JsonSchema>(
    status: u16,
    description: &'static str,
    headers: Vec<MetaHeader>,
) -> MetaResponse {
    MetaResponse {
        description,
        status: Some(status),
        status_range: None,
        content: vec![MetaMediaType {
            content_type: "application/json",
            schema: reference::<T>(Direction::Answer),
        }],
        headers,
    }
}

/// A header that every answer of one kind has.
pub fn header(name: &str, description: &str, pattern: Option<&str>) -> MetaHeader {
    let schema = MetaSchema { pattern: pattern.map(str::to_owned), ..MetaSchema::new("string") };
    MetaHeader {
        name: name.to_owned(),
        description: Some(description.to_owned()),
        required: true,
        deprecated: false,
        schema: MetaSchemaRef::Inline(Box::new(schema)),
    }
}

impl ApiResponse for Problem {
    fn meta() -> MetaResponses {
        let response = MetaResponse {
            description: "A problem: what went wrong, with every rule broken",
            status: None,
            status_range: None,
            content: vec![MetaMediaType {
                content_type: "application/problem+json",
                schema: reference::<Document<'static>>(Direction::Answer),
            }],
            headers: vec![],
        };
        MetaResponses { responses: vec![response] }
    }

    fn register(registry: &mut Registry) {
        register::<Document<'static>>(registry, Direction::Answer);
    }
}

#[cfg(test)]
#[path = "openapi_tests.rs"]
mod tests;
