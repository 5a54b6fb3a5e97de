//! Running numbers: unique and without gaps, because the row that counts them is raised inside
//! the transaction that uses the number and stays locked until it ends. A certificate number that a
//! late entry bears is passed over, and the gap names that case.

use chrono::{Datelike, NaiveDate};
use sea_orm::{ConnectionTrait, EntityTrait};
use workflow::CaseId;
use workflow::law::numbers::Series;

use super::entity::numbers::blank_serial;
use crate::store::connection::statement::statement;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// The next number of a series in the year of a legal day.
pub async fn next(
    transaction: &Transaction,
    office: &str,
    series: Series,
    day: NaiveDate,
) -> Result<u32, StoreError> {
    // As text: one statement begins or raises the series and reads it.
    let text = "INSERT INTO number_series (office, series, year, last) VALUES ($1, $2, $3, 1) \
                ON CONFLICT (office, series, year) DO UPDATE SET last = number_series.last + 1 \
                RETURNING last";
    let values = [office.into(), series.word().into(), i64::from(day.year()).into()];
    let row = transaction.query_one_raw(statement(transaction, text, values)).await?;
    let last: i64 = row
        .ok_or_else(|| StoreError::Damaged("a number series gave no number".to_owned()))?
        .try_get("", "last")?;
    u32::try_from(last)
        .map_err(|_| StoreError::Damaged("a number series has run out of range".to_owned()))
}

/// Locks a certificate number, as it is compared, until the transaction ends, so that a registration and a late entry
/// cannot take it at once.
pub async fn lock_certificate(transaction: &Transaction, number: &str) -> Result<(), StoreError> {
    // As text: a row is made or locked, whichever it needs, by one statement.
    let text = "INSERT INTO certificate_number (number) VALUES ($1) \
                ON CONFLICT (number) DO UPDATE SET number = excluded.number";
    transaction.execute_raw(statement(transaction, text, [number.into()])).await?;
    Ok(())
}

/// Notes that the running series passed over a certificate number, and which case bears it.
pub async fn note_skipped(
    transaction: &Transaction,
    number: &str,
    bearer: CaseId,
) -> Result<(), StoreError> {
    // As text: the table of locked numbers has no entity.
    let text = "UPDATE certificate_number SET skipped_for = $2 WHERE number = $1";
    let values = [number.into(), Stored(bearer).into()];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    Ok(())
}

/// Whether a pre-printed serial has been used.
pub async fn is_serial_used(reader: &impl Reader, serial: &str) -> Result<bool, StoreError> {
    Ok(blank_serial::Entity::find_by_id(serial).one(reader).await?.is_some())
}
