//! Values as the tables hold them: ids as text, days as `YYYY-MM-DD`, words of the law.
//!
//! What cannot be read back was altered by somebody else, and is damage.

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::case::Procedure;
use workflow::{CaseId, Stage, UserId};

use super::StoreError;

/// Reads a day as stored.
pub(super) fn day(text: &str) -> Result<NaiveDate, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged("a stored day is not a day".to_owned()))
}

/// The word a value without data is written as.
pub(super) fn word(value: &impl serde::Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        _ => Err(StoreError::Damaged("a value has no word of its own".to_owned())),
    }
}

/// Reads an identifier as stored.
pub(super) fn identifier(text: &str) -> Result<Uuid, StoreError> {
    Uuid::parse_str(text)
        .map_err(|_| StoreError::Damaged("an identifier cannot be read".to_owned()))
}

/// Reads a case's id as stored.
pub(super) fn case_id(text: &str) -> Result<CaseId, StoreError> {
    Uuid::parse_str(text)
        .map(CaseId)
        .map_err(|_| StoreError::Damaged("a case's identifier cannot be read".to_owned()))
}

/// Reads an account's id as stored.
pub(super) fn user_id(text: &str) -> Result<UserId, StoreError> {
    Uuid::parse_str(text)
        .map(UserId)
        .map_err(|_| StoreError::Damaged("an account's identifier cannot be read".to_owned()))
}

/// Reads a stage as stored.
pub(super) fn stage(word: &str) -> Result<Stage, StoreError> {
    Stage::ALL
        .into_iter()
        .find(|stage| stage.word() == word)
        .ok_or_else(|| StoreError::Damaged("a case has an unknown stage".to_owned()))
}

/// Reads a procedure as stored.
pub(super) fn procedure(word: &str) -> Result<Procedure, StoreError> {
    Procedure::ALL
        .into_iter()
        .find(|procedure| procedure.word() == word)
        .ok_or_else(|| StoreError::Damaged("a case has an unknown procedure".to_owned()))
}
