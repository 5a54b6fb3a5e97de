//! Compares the rows of a table with the newest entries of the office's log.

use sea_orm::{
    EntityTrait, IdenStatic, Iterable, PrimaryKeyToColumn, QueryOrder, QuerySelect, Select, Value,
};

use super::log::{Log, digests_of};
use super::readable::noted;
use crate::clock::written;
use crate::store::cases::entity::documents::{case_document, document_print};
use crate::store::cases::rebuild::{Fault, Finding, name_of};
use crate::store::gifts::entity::{
    donation, donation_entry, donation_hold, donation_hold_log, donation_key,
};
use crate::store::log::coverage::{self, Cover};
use crate::store::log::entity::audit::configuration_change;
use crate::store::log::office_log::columns::{self, Digests};
use crate::store::office::entity::{calendar_day, calendar_edition, indicator_set, office};
use crate::store::people::entity::{
    absence, account, invitation, recovery_code, second_factor, session,
};
use crate::store::plain::Plain;
use crate::store::staff::entity::{agency, assessor_standing};
use crate::store::{Reader, StoreError};

/// How many rows are read at a time.
const AT_A_TIME: u64 = 1000;

/// Compares every table that the log covers.
pub(super) async fn check(
    reader: &impl Reader,
    log: &mut Log,
    findings: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    table::<office::Entity>(reader, log, findings).await?;
    table::<configuration_change::Entity>(reader, log, findings).await?;
    table::<calendar_edition::Entity>(reader, log, findings).await?;
    table::<calendar_day::Entity>(reader, log, findings).await?;
    table::<account::Entity>(reader, log, findings).await?;
    table::<invitation::Entity>(reader, log, findings).await?;
    table::<session::Entity>(reader, log, findings).await?;
    table::<absence::Entity>(reader, log, findings).await?;
    table::<indicator_set::Entity>(reader, log, findings).await?;
    table::<agency::Entity>(reader, log, findings).await?;
    table::<assessor_standing::Entity>(reader, log, findings).await?;
    table::<donation::Entity>(reader, log, findings).await?;
    table::<donation_key::Entity>(reader, log, findings).await?;
    table::<donation_entry::Entity>(reader, log, findings).await?;
    table::<donation_hold::Entity>(reader, log, findings).await?;
    table::<donation_hold_log::Entity>(reader, log, findings).await?;
    table::<case_document::Entity>(reader, log, findings).await?;
    table::<document_print::Entity>(reader, log, findings).await?;
    table::<second_factor::Entity>(reader, log, findings).await?;
    table::<recovery_code::Entity>(reader, log, findings).await
}

async fn table<E: EntityTrait>(
    reader: &impl Reader,
    log: &mut Log,
    findings: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    let name = E::default().table_name().to_owned();
    let compared = every_row::<E>(reader, &name, log, findings).await;
    let is_read = noted(&name, compared, findings)?.is_some();
    let kept_for_a_while = coverage::TABLES
        .iter()
        .any(|table| table.name == name && table.cover == Cover::OfficeLogWhileKept);
    for (key, at) in log.left_of(&name) {
        // What could not be read is not gone.
        if is_read && !kept_for_a_while {
            let since = written(at);
            let words = format!("row {key} is gone; the office's log has it since {since}");
            findings.push(at_row(reader, &name, &key, words).await?);
        }
    }
    Ok(())
}

async fn every_row<E: EntityTrait>(
    reader: &impl Reader,
    name: &str,
    log: &mut Log,
    findings: &mut Vec<Finding>,
) -> Result<(), StoreError> {
    let mut offset = 0;
    loop {
        let page = in_order::<E>().offset(offset).limit(AT_A_TIME);
        // As they lie: a row that was tampered with need not be one that this program can read.
        let rows: Vec<Plain<E>> = page.into_model().all(reader).await?;
        if rows.is_empty() {
            return Ok(());
        }
        offset += AT_A_TIME;
        for row in &rows {
            if let Some(words) = fault(reader, name, row, log).await? {
                findings.push(at_row(reader, name, &columns::key(row), words).await?);
            }
        }
    }
}

fn in_order<E: EntityTrait>() -> Select<E> {
    let keys = E::PrimaryKey::iter();
    keys.fold(E::find(), |rows, key| rows.order_by_asc(key.into_column()))
}

/// How a row is not what the log says of it; none if it is.
async fn fault<E: EntityTrait>(
    reader: &impl Reader,
    name: &str,
    row: &Plain<E>,
    log: &mut Log,
) -> Result<Option<String>, StoreError> {
    let key = columns::key(row);
    let digests = columns::digests(row, coverage::except(name))?;
    let Some(entry) = log.of_row(name, &key) else {
        let known = name == "case_document" && is_still_to_be_made(row);
        return Ok((!known).then(|| format!("row {key} is not in the office's log")));
    };
    if entry.is(&digests) {
        return Ok(None);
    }
    let written = digests_of(reader, name, &key).await?;
    let found: Digests = read(&digests)?;
    let places: Vec<String> = columns::differing(&written, &found)
        .iter()
        .map(|column| format!("{name}.{column}"))
        .collect();
    if places.is_empty() && !written.is_empty() {
        return Ok(None);
    }
    let places = places.join(", ");
    Ok(Some(format!("{places} of row {key} differs from the office's log of {}", entry.since())))
}

fn read(digests: &[u8]) -> Result<Digests, StoreError> {
    serde_json::from_slice(digests)
        .map_err(|_| StoreError::Damaged("digests cannot be read".to_owned()))
}

/// A document that waits to be made is called for by its event and has nothing to note yet.
fn is_still_to_be_made<E: EntityTrait>(row: &Plain<E>) -> bool {
    row.columns().all(|(column, value)| match column.as_str() {
        "state" => *value == Value::from("waiting"),
        "digest" => *value == Value::String(None),
        "pages" | "size" | "made_at" => *value == Value::BigInt(None),
        _ => true,
    })
}

/// Names the case of a row by its number, and any other row by its table.
async fn at_row(
    reader: &impl Reader,
    name: &str,
    key: &str,
    words: String,
) -> Result<Finding, StoreError> {
    let case_id = key.split(' ').next().filter(|_| name == "case_document");
    let place = match case_id {
        Some(case_id) => format!("{}, {name}", name_of(reader, case_id).await?),
        None => name.to_owned(),
    };
    Ok(Finding { place, fault: Fault::Other(words) })
}
