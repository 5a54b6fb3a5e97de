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
    Ok(())
}
