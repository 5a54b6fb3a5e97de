//! The table of a year as it is kept, and the years that come with the program.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use workflow::base::calendar::DayKind;

use super::entity::{calendar_day, calendar_edition};
use crate::clock::now;
use crate::store::log::office_log::{Chain, note};
use crate::store::values::Stored;
use crate::store::{StoreError, Transaction};

/// The table that comes with the program.
const BUILT_IN: &str = include_str!("../../../calendar/holidays.csv");
const BUILT_IN_SOURCE: &str = "初始数据";

/// One exceptional day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// Rest or work.
    pub kind: DayKind,
    /// The occasion.
    pub occasion: String,
}

/// A year's table as an administrator hands it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTable {
    /// The year.
    pub year: i32,
    /// The notice it comes from.
    pub source: String,
    /// Whether it still has to be compared with the notice.
    pub provisional: bool,
    /// The days, of that year and of the months beside it.
    pub days: Vec<Holiday>,
}

/// The years that come with the program, which are known from the beginning.
pub(in crate::store) async fn add_built_in(transaction: &Transaction) -> Result<(), StoreError> {
    let mut years: BTreeMap<i32, Vec<Holiday>> = BTreeMap::new();
    for holiday in csv::Reader::from_reader(BUILT_IN.as_bytes()).deserialize() {
        let holiday: Holiday = holiday
            .map_err(|error| StoreError::Setting(format!("the table of holidays: {error}")))?;
        years.entry(holiday.date.year()).or_default().push(holiday);
    }
    for (number, (year, days)) in (1..).zip(years) {
        let source = BUILT_IN_SOURCE.to_owned();
        let table = YearTable { year, source, provisional: true, days };
        insert(transaction, number, &table, None, None).await?;
    }
    Ok(())
}

/// Keeps the table of a year as an edition.
pub(super) async fn insert(
    transaction: &Transaction,
    number: i64,
    table: &YearTable,
    known_from: Option<NaiveDate>,
    imported_by: Option<&str>,
) -> Result<(), StoreError> {
    let row = calendar_edition::ActiveModel {
        number: Set(number),
        year: Set(i64::from(table.year)),
        source: Set(table.source.clone()),
        provisional: Set(table.provisional),
        known_from: Set(known_from.map(Stored)),
        imported_at: Set(now()),
        imported_by: Set(imported_by.map(str::to_owned)),
        ..Default::default()
    };
    calendar_edition::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, calendar_edition::Entity::find_by_id(number)).await?;
    let rows = table.days.iter().map(|day| calendar_day::ActiveModel {
        edition: Set(number),
        day: Set(Stored(day.date)),
        kind: Set(Stored(day.kind)),
        occasion: Set(day.occasion.clone()),
    });
    calendar_day::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    let days = calendar_day::Entity::find().filter(calendar_day::Column::Edition.eq(number));
    note(transaction, Chain::Office, days).await
}
