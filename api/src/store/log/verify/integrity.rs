//! The database's own check of itself: its pages, its indexes, and that what is referred to is there.

use super::readable::noted;
use crate::store::cases::rebuild::{Fault, Finding};
use crate::store::connection::connect;
use crate::store::{Reader, StoreError};

/// Asks the database to check itself.
pub(super) async fn check<R: Reader>(
    reader: &R,
    findings: &mut Vec<Finding>,
    remarks: &mut Vec<String>,
) -> Result<(), StoreError> {
    let integrity = connect::integrity(reader).await;
    let Some(integrity) = noted("database", integrity, findings)? else { return Ok(()) };
    findings.extend(
        integrity
            .faults
            .into_iter()
            .map(|words| Finding { place: "database".to_owned(), fault: Fault::Other(words) }),
    );
    remarks.extend(integrity.remarks);
    let missing = migrations::missing_guards(reader).await.map_err(StoreError::from);
    let missing = noted("database", missing, findings)?.unwrap_or_default();
    if !missing.is_empty() {
        // They guard and are not data: what was done without them is found by what it did.
        remarks.push(format!("guards that refuse changes are off: {}", missing.join(", ")));
    }
    Ok(())
}
