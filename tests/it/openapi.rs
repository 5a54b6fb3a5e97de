//! The description of the interface: checked in, complete, closed.

use serde_json::Value;

use crate::support::program;

/// Operations that nobody has to sign in for. This list may only shrink.
const PUBLIC: [&str; 9] = [
    "accept_invitation",
    "check_eligibility",
    "create_family_session",
    "create_practice_session",
    "create_session",
    "read_health",
    "read_readiness",
    "refresh_session",
    "verify_certificate",
];

/// One operation of the description.
struct Operation {
    id: String,
    method: String,
    path: String,
    description: Value,
}

async fn described() -> (String, Value) {
    let printed = program::run(&["openapi"]).await;
    assert_eq!(printed.code, Some(0), "{}", printed.complained);
    let document = serde_json::from_str(&printed.said).expect("JSON");
    (printed.said, document)
}

fn operations(document: &Value) -> Vec<Operation> {
    let paths = document["paths"].as_object().expect("paths");
    let all = paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().cloned().unwrap_or_default();
        methods.into_iter().map(|(method, description)| Operation {
            id: description["operationId"].as_str().unwrap_or_default().to_owned(),
            method,
            path: path.clone(),
            description,
        })
    });
    all.collect()
}

#[tokio::test]
async fn what_is_checked_in_is_what_the_program_says() {
    let (printed, _) = described().await;
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi.json");
    let kept = std::fs::read_to_string(file).expect("openapi.json is checked in");
    assert!(kept.trim() == printed.trim(), "openapi.json is out of date: run `make openapi`");
}

#[tokio::test]
async fn every_operation_has_a_name_of_verb_and_resource() {
    let (_, document) = described().await;
    let mut names: Vec<String> = operations(&document).into_iter().map(|one| one.id).collect();
    assert!(names.len() > 40, "only {} operations", names.len());
    for name in &names {
        let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(plain && name.contains('_'), "{name:?} is not verb_resource");
    }
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "two operations have one name");
}

#[tokio::test]
async fn every_operation_but_the_listed_ones_needs_somebody_signed_in() {
    let (_, document) = described().await;
    for operation in operations(&document) {
        let secured =
            operation.description["security"].as_array().is_some_and(|all| !all.is_empty());
        let public = PUBLIC.contains(&operation.id.as_str());
        assert_ne!(secured, public, "{} {} {}", operation.method, operation.path, operation.id);
    }
}

#[tokio::test]
async fn every_body_sent_is_closed() {
    let (_, document) = described().await;
    for operation in operations(&document) {
        let body = &operation.description["requestBody"]["content"]["application/json"]["schema"];
        expect_closed(&document, body, &operation.id, 0);
    }
}

/// Follows a schema to every object in it.
fn expect_closed(document: &Value, schema: &Value, place: &str, depth: u32) {
    assert!(depth < 20, "{place} is too deep");
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.trim_start_matches("#/components/schemas/");
        let target = &document["components"]["schemas"][name];
        assert!(target.is_object(), "{place} refers to {name}, which is not there");
        return expect_closed(document, target, &format!("{place} > {name}"), depth + 1);
    }
    if let Some(properties) = schema["properties"].as_object() {
        assert_eq!(schema["additionalProperties"], false, "{place} takes unknown fields");
        for (name, property) in properties {
            expect_closed(document, property, &format!("{place}.{name}"), depth + 1);
        }
    }
    expect_closed_parts(document, schema, place, depth);
}

fn expect_closed_parts(document: &Value, schema: &Value, place: &str, depth: u32) {
    if schema["items"].is_object() {
        expect_closed(document, &schema["items"], &format!("{place}[]"), depth + 1);
    }
    for choice in ["oneOf", "anyOf", "allOf"] {
        for part in schema[choice].as_array().into_iter().flatten() {
            expect_closed(document, part, place, depth + 1);
        }
    }
}

#[tokio::test]
async fn every_act_takes_the_version_and_a_key() {
    let (_, document) = described().await;
    let reads_or_opens = |one: &Operation| one.method != "post" || !one.path.contains("{case}");
    for operation in operations(&document) {
        if reads_or_opens(&operation) || operation.id == "print_document" {
            continue;
        }
        let is_required = |header: &str| {
            let parameters = operation.description["parameters"].as_array().expect("parameters");
            let taken = parameters.iter().find(|parameter| parameter["name"] == header);
            taken.unwrap_or_else(|| panic!("{} does not take {header}", operation.id))["required"]
                .clone()
        };
        assert_eq!(is_required("If-Match"), true, "{}", operation.id);
        assert_eq!(is_required("Idempotency-Key"), false, "{}", operation.id);
        let answer = &operation.description["responses"]["200"];
        assert_eq!(answer["headers"]["ETag"]["required"], true, "{}", operation.id);
    }
}

#[tokio::test]
async fn every_schema_is_one_that_generators_of_clients_read() {
    let (_, document) = described().await;
    let (mut words, mut unions) = (0, 0);
    for (name, schema) in document["components"]["schemas"].as_object().expect("schemas") {
        expect_readable(name, schema);
        words += usize::from(schema["enum"].is_array());
        unions += usize::from(schema["discriminator"].is_object());
    }
    println!("{words} lists of words, {unions} unions with a discriminator");
    assert!(words > 60 && unions > 10, "{words} lists of words, {unions} unions");
}

/// No default stands beside a reference, words are one list, and variants have names.
fn expect_readable(place: &str, schema: &Value) {
    let joins = ["$ref", "allOf", "anyOf", "oneOf"];
    if joins.iter().any(|key| !schema[*key].is_null()) {
        assert!(schema["default"].is_null(), "{place} has a default beside a reference");
    }
    for choice in schema["oneOf"].as_array().into_iter().flatten() {
        assert!(choice["$ref"].is_string(), "{place} has a variant without a name");
        assert!(schema["discriminator"].is_object(), "{place} has no discriminator");
    }
    for (key, part) in schema.as_object().into_iter().flatten() {
        expect_readable(&format!("{place} > {key}"), part);
    }
    for part in schema.as_array().into_iter().flatten() {
        expect_readable(place, part);
    }
}
