//! Times at which people come: never more at one time than the office receives.

use super::entity::desk_record::Kind;
use super::records::{self, Changed, Record, Which};
use crate::secret::OfficeSecret;
use crate::store::{StoreError, Transaction, office};

/// What became of a wish for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    /// It is booked.
    Booked,
    /// As many come then as the office receives.
    Full,
    /// It was changed meanwhile.
    Stale,
}

/// Books a time. Whoever books waits for whoever is booking, so that the last place is given once.
pub async fn book(
    transaction: &Transaction,
    secret: &OfficeSecret,
    record: &Record,
    at_once: u32,
) -> Result<Booked, StoreError> {
    office::lock(transaction).await?;
    if is_full(transaction, record, at_once).await? {
        return Ok(Booked::Full);
    }
    records::add(transaction, secret, record).await?;
    Ok(Booked::Booked)
}

/// Moves an appointment to the time it now names.
pub async fn change(
    transaction: &Transaction,
    secret: &OfficeSecret,
    record: &Record,
    at_once: u32,
) -> Result<Booked, StoreError> {
    office::lock(transaction).await?;
    if is_full(transaction, record, at_once).await? {
        return Ok(Booked::Full);
    }
    Ok(match records::replace(transaction, secret, record).await? {
        Changed::Saved(_) => Booked::Booked,
        Changed::Stale => Booked::Stale,
    })
}

async fn is_full(
    transaction: &Transaction,
    record: &Record,
    at_once: u32,
) -> Result<bool, StoreError> {
    let then = Which { subject: Some(&record.subject), ..Which::default() };
    Ok(records::count(transaction, Kind::Appointment, &then).await? >= u64::from(at_once))
}
