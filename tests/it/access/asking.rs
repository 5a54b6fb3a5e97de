//! One request for an operation, and the rows of the access log it left.

use std::collections::BTreeMap;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::json;

use super::callers::Credential;
use super::operations::Described;
use super::places::{Place, UNKNOWN};
use crate::support::database::Database;
use crate::support::papers::scan;
use crate::support::{Answer, Office};

/// Asks for the operation on the case of a place, and on this version where it takes one.
pub async fn ask(
    office: &Office,
    operation: &Described,
    credential: &Credential,
    place: &Place,
    version: &str,
) -> Answer {
    let path = operation
        .path
        .replace("{case}", &place.case)
        .replace("{document}", &place.document)
        .replace("{number}", "1")
        .replace("{page}", "1")
        .replace("{edition}", "1")
        .replace("{set}", "GJ-DEFAULT")
        .replace("{version}", "1")
        .replace("{job}", UNKNOWN)
        .replace("{draft}", UNKNOWN)
        .replace("{export}", UNKNOWN)
        .replace("{report}", UNKNOWN)
        .replace("{upload}", UNKNOWN)
        .replace("{part}", "0")
        .replace("{id}", UNKNOWN);
    let request = office.anonymous(operation.method.clone(), &path);
    let request = match &credential.token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    let request =
        if operation.takes_version { request.header("If-Match", version) } else { request };
    let request = match (&operation.body, operation.id.as_str()) {
        (_, "file_paper") => request
            .query(&[("paper", "identity_card"), ("party", "adopter_1")])
            .header("Content-Type", "application/pdf")
            .body(scan()),
        (_, "file_evidence") => {
            request.query(&[("piece", "1")]).header("Content-Type", "application/pdf").body(scan())
        }
        (_, "list_differences") => request.query(&[("part", "capability")]),
        (_, "import_indicator_set") => {
            request.header("Content-Type", "application/yaml").body("id: none")
        }
        (_, "compare_indicator_sets") => request.query(&[("since", "1")]),
        (_, "move_practice_clock") => request.json(&json!({ "today": office.today().await })),
        (Some(body), _) => request.json(body),
        (None, _) => request,
    };
    Answer::of(request).await
}

/// The headers that may not differ between two answers that say the same.
pub fn headers(answer: &Answer) -> BTreeMap<&str, &[u8]> {
    let each = answer.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    each.filter(|(name, _)| !["x-request-id", "date"].contains(name)).collect()
}

/// How long ago the row of a request that was just answered may be written, on a busy machine.
const NEWEST: Duration = Duration::from_secs(30);

/// What the access log says of the request that was answered so.
pub async fn entries(database: &Database, answer: &Answer) -> Vec<String> {
    let id = answer.header("x-request-id");
    assert!(!id.is_empty(), "no answer without its number");
    // The identifiers of rows are in the order of time: only the newest are looked through.
    let since = UNIX_EPOCH.elapsed().expect("a time").as_millis() - NEWEST.as_millis();
    let since = format!("{:08x}-{:04x}", since >> 16, since & 0xffff);
    let question = format!(
        "SELECT operation || ' ' || COALESCE(case_id, '') || ' ' || outcome \
         FROM access_log WHERE id > '{since}' AND request_id = '{id}'"
    );
    database.texts(&question).await
}
