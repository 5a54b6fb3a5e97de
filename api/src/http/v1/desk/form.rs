//! What somebody typed and has not sent: it is kept as it is, and nothing of it is read before it is sent.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::clock::{self, HOUR, Instant};
use crate::http::answer::{Kind, Problem};
use crate::store::StoreError;
use crate::store::desk::records::{Changed, Record};

/// How long something is kept after it was saved last.
pub const KEPT: Instant = 30 * 24 * HOUR;
/// The longest form, in bytes.
const LONGEST: usize = 48 * 1024;

/// Refuses what is no form: an object of JSON, not too long.
pub fn expect_form(form: &str) -> Result<(), Problem> {
    let is_object = serde_json::from_str::<Value>(form).is_ok_and(|form| form.is_object());
    if is_object && form.len() <= LONGEST {
        return Ok(());
    }
    Err(Problem::new(Kind::InvalidValues).broken(
        "desk-form",
        Some("/form".to_owned()),
        "表单须为一个 JSON 对象，不超过 48 KB",
        "A form is one object of JSON of at most 48 KB",
    ))
}

/// What is kept of a record, as bytes.
pub fn written(body: &impl Serialize) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(body).map_err(|_| Problem::new(Kind::Internal))
}

/// What was kept of a record.
pub fn read<T: DeserializeOwned>(record: &Record) -> Result<T, Problem> {
    let read = serde_json::from_slice(&record.body);
    read.map_err(|_| StoreError::Damaged("a record on the desk cannot be read".to_owned()).into())
}

/// The version after a change, or that somebody else has saved meanwhile.
pub fn saved(changed: Changed) -> Result<u32, Problem> {
    match changed {
        Changed::Saved(version) => Ok(version),
        Changed::Stale => Err(Problem::new(Kind::Stale)),
    }
}

/// The version somebody has seen.
pub fn seen(if_match: Option<u32>, record: &Record) -> Result<(), Problem> {
    match if_match {
        None => Err(Problem::new(Kind::VersionRequired)),
        Some(version) if version != record.version => Err(Problem::new(Kind::Stale)),
        Some(_) => Ok(()),
    }
}

/// The last day on which something that was saved at an instant is there.
pub fn kept_until(record: &Record) -> Option<chrono::NaiveDate> {
    clock::day_at(record.kept_until)
}
