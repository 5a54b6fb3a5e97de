//! What cannot be read is a finding, and keeps nothing else from being looked at.

use crate::store::StoreError;
use crate::store::cases::rebuild::{Fault, Finding};

/// Takes a failure that says that stored data is damaged as a finding, and hands on every other.
pub(super) fn noted<T>(
    place: &str,
    result: Result<T, StoreError>,
    findings: &mut Vec<Finding>,
) -> Result<Option<T>, StoreError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_damage() => {
            let words = format!("it cannot be read to its end: {error}");
            findings.push(Finding { place: place.to_owned(), fault: Fault::Other(words) });
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
