//! Days of rest and make-up working days, as the State Council's yearly notices give them, in
//! editions. How they come and go is in `editions.rs`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sea_orm::{EntityTrait, QueryOrder};
use workflow::base::calendar::{Calendar, CalendarChange, Edition, SpecialDay};

use super::entity::{calendar_day, calendar_edition};
use crate::clock::Instant;
use crate::store::values::Stored;
use crate::store::{Reader, StoreError};

/// An edition with who brought it and why it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEdition {
    /// What the law needs to know.
    pub edition: Edition,
    /// When it was imported.
    pub imported_at: Instant,
    /// The account that imported it; none for what came with the program.
    pub imported_by: Option<String>,
    /// The account that withdrew it.
    pub withdrawn_by: Option<String>,
    /// Why it was withdrawn.
    pub withdrawn_reason: Option<String>,
    /// The edition that took its place.
    pub replaced_by: Option<u32>,
}

/// The calendar with every edition, as it is known now.
pub async fn in_force(reader: &impl Reader) -> Result<Calendar, StoreError> {
    let stored = editions(reader).await?;
    Ok(Calendar::new(stored.into_iter().map(|stored| stored.edition)))
}

/// Every edition, oldest first.
pub async fn editions(reader: &impl Reader) -> Result<Vec<StoredEdition>, StoreError> {
    let rows = calendar_edition::Entity::find()
        .order_by_asc(calendar_edition::Column::Number)
        .all(reader)
        .await?;
    let mut days: BTreeMap<i64, BTreeMap<NaiveDate, SpecialDay>> = BTreeMap::new();
    for row in calendar_day::Entity::find().all(reader).await? {
        let special = SpecialDay { kind: row.kind.0, occasion: row.occasion };
        days.entry(row.edition).or_default().insert(row.day.0, special);
    }
    rows.into_iter()
        .map(|row| {
            let days = days.remove(&row.number).unwrap_or_default();
            stored(row, days)
        })
        .collect()
}

fn stored(
    row: calendar_edition::Model,
    days: BTreeMap<NaiveDate, SpecialDay>,
) -> Result<StoredEdition, StoreError> {
    let change = |stored: i64, on: Option<Stored<NaiveDate>>| {
        Ok::<_, StoreError>(CalendarChange { number: number(stored)?, on: on.map(|day| day.0) })
    };
    let imported = change(row.number, row.known_from)?;
    let withdrawn = row.withdrawn_number.map(|number| change(number, row.withdrawn_on));
    let year = i32::try_from(row.year)
        .map_err(|_| StoreError::Damaged("a calendar has an impossible year".to_owned()))?;
    Ok(StoredEdition {
        edition: Edition {
            year,
            source: row.source,
            provisional: row.provisional,
            imported,
            withdrawn: withdrawn.transpose()?,
            days,
        },
        imported_at: row.imported_at,
        imported_by: row.imported_by,
        withdrawn_by: row.withdrawn_by,
        withdrawn_reason: row.withdrawn_reason,
        replaced_by: row.replaced_by.map(number).transpose()?,
    })
}

/// Reads the number of a change as stored.
pub(in crate::store) fn number(stored: i64) -> Result<u32, StoreError> {
    u32::try_from(stored)
        .map_err(|_| StoreError::Damaged("a calendar has an impossible number".to_owned()))
}
