//! Which problems each operation may answer with, status by status.
//!
//! Handlers name one type for everything that goes wrong, which alone would describe every status
//! of every operation. What can happen follows from what an operation takes: nobody need sign in for
//! a public one, nothing is stale where no version is sent.

use super::common::operations;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::http::answer::error::Kind;

/// What can befall any request, before its operation is looked at.
const ALWAYS: [Kind; 6] = [
    Kind::Malformed,
    Kind::TooSlow,
    Kind::AddressTooLong,
    Kind::HeadTooLarge,
    Kind::Internal,
    Kind::Unavailable,
];

/// Operations of people who are signed in that make them wait after failures: a thief of a session
/// could otherwise try passwords.
const SLOWED: [&str; 3] = ["change_password", "show_factor", "confirm_factor"];

/// The header whose code alone opens something.
const CODES: [&str; 1] = ["Resume-Code"];

/// Operations whose body may name a case, which may not be there for whoever asks.
const NAMING: [&str; 1] = ["create_draft"];

/// Public operations with a body that ask for nothing secret, so that nothing can be wrong with it.
const OPEN: [&str; 1] = ["check_eligibility"];

/// Puts the statuses of problems in the place of the answer that stands for all of them.
pub fn describe_problems(document: &mut Value) {
    let mut known = Map::new();
    for operation in operations(document) {
        let statuses = by_status(problems_of(operation));
        let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
        let Some(responses) = responses else { continue };
        let Some(any) = responses.remove("default") else { continue };
        for (status, kinds) in statuses {
            let name = together(&kinds, "Or", |kind| format!("{kind:?}"));
            let reference = json!({ "$ref": format!("#/components/responses/{name}") });
            responses.insert(status, reference);
            let described = known.entry(name).or_insert_with(|| any.clone());
            described["description"] =
                together(&kinds, "; ", |kind| kind.row().3.to_owned()).into();
        }
    }
    if let Some(components) = document.get_mut("components").and_then(Value::as_object_mut) {
        components.insert("responses".to_owned(), Value::Object(known));
    }
}

/// What can go wrong with an operation.
fn problems_of(operation: &Value) -> Vec<Kind> {
    let takes = |place: &str, name: Option<&str>| {
        let parameters = operation["parameters"].as_array();
        parameters.into_iter().flatten().any(|parameter| {
            parameter["in"] == place && name.is_none_or(|name| parameter["name"] == name)
        })
    };
    let is_public = operation["security"].as_array().is_none_or(Vec::is_empty);
    let takes_body = operation["requestBody"].is_object();
    let is_act = takes("header", Some("Idempotency-Key"));
    let sends_file = operation["responses"]["200"]["content"]
        .as_object()
        .is_some_and(|content| !content.contains_key("application/json"));

    let is_among =
        |names: &[&str]| operation["operationId"].as_str().is_some_and(|id| names.contains(&id));
    let changes = !operation["responses"]["200"].is_object();

    let mut kinds = Vec::from(ALWAYS);
    if changes || takes_body {
        kinds.push(Kind::StorageFull);
    }
    if !is_public {
        kinds.extend([Kind::SignInRequired, Kind::Forbidden, Kind::FactorRequired]);
    }
    if is_public && takes_body && !is_among(&OPEN) {
        kinds.push(Kind::SignInRequired);
    }
    if (is_public && takes_body) || is_among(&SLOWED) {
        kinds.push(Kind::TooMany);
    }
    // What a code in a header opens is somebody's, as what is named in the address.
    let is_opened_by_a_code = CODES.iter().any(|name| takes("header", Some(name)));
    if takes("path", None) || is_opened_by_a_code || is_among(&NAMING) {
        kinds.push(Kind::NotFound);
    }
    if takes("query", Some("from")) {
        kinds.push(Kind::InvalidValues);
    }
    if takes("path", None) && changes && !takes_body && !is_act {
        kinds.push(Kind::InvalidValues);
    }
    if takes("header", Some("If-Match")) {
        kinds.extend([Kind::Stale, Kind::VersionRequired]);
    }
    if is_act {
        kinds.extend([Kind::KeyReused, Kind::Refused]);
    }
    if takes_body && !is_public && !is_act {
        kinds.push(Kind::Conflict);
    }
    if sends_file {
        kinds.push(Kind::NotReady);
    }
    if takes_body {
        kinds.extend([Kind::TooLarge, Kind::UnsupportedMediaType, Kind::InvalidValues]);
    }
    kinds
}

/// The kinds of each status.
fn by_status(kinds: Vec<Kind>) -> BTreeMap<String, Vec<Kind>> {
    let mut statuses: BTreeMap<String, Vec<Kind>> = BTreeMap::new();
    for kind in kinds {
        statuses.entry(kind.status().as_str().to_owned()).or_default().push(kind);
    }
    statuses
}

fn together(kinds: &[Kind], between: &str, word: impl Fn(&Kind) -> String) -> String {
    kinds.iter().map(word).collect::<Vec<_>>().join(between)
}
