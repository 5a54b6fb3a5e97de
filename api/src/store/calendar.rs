//! Days of rest and make-up working days, as the State Council's yearly notices give them.
//!
//! Each year is stored in versions; the newest is in force. The table that comes with the program
//! is provisional until the office confirms it against the notice.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::Deserialize;
use workflow::law::calendar::{Calendar, DayKind};

use super::entity::configuration::{calendar_year, holiday};
use super::{Reader, StoreError, Transaction, day, statement};
use crate::clock::now;

/// The table that comes with the program.
const BUILT_IN: &str = include_str!("../../calendar/holidays.csv");
const BUILT_IN_SOURCE: &str = "built in";

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

/// A year's table as an office loads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearTable {
    /// The year.
    pub year: i32,
    /// The number of the notice, or where the table comes from.
    pub source: String,
    /// Whether it still has to be compared with the notice.
    pub provisional: bool,
    /// The days.
    pub days: Vec<Holiday>,
}

/// Reads days from the lines `date,kind,occasion`.
pub fn parse(text: &str) -> Result<Vec<Holiday>, StoreError> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| StoreError::Setting(format!("the table of holidays: {error}")))
}

/// The years that come with the program.
pub fn built_in() -> Result<Vec<YearTable>, StoreError> {
    let mut years: BTreeMap<i32, Vec<Holiday>> = BTreeMap::new();
    for holiday in parse(BUILT_IN)? {
        years.entry(holiday.date.year()).or_default().push(holiday);
    }
    let table = |(year, days)| YearTable {
        year,
        source: BUILT_IN_SOURCE.to_owned(),
        provisional: true,
        days,
    };
    Ok(years.into_iter().map(table).collect())
}

/// Adds a version of a year's table, which is in force from now on. Returns the version.
pub async fn add(transaction: &Transaction, table: &YearTable) -> Result<i64, StoreError> {
    if table.days.iter().any(|holiday| holiday.date.year() != table.year) {
        return Err(StoreError::Setting("a holiday lies outside the year of its table".to_owned()));
    }
    let year = i64::from(table.year);
    let newest = calendar_year::Entity::find()
        .filter(calendar_year::Column::Year.eq(year))
        .order_by_desc(calendar_year::Column::Version)
        .one(transaction)
        .await?;
    let version = newest.map_or(1, |row| row.version + 1);
    let row = calendar_year::ActiveModel {
        year: Set(year),
        version: Set(version),
        source: Set(table.source.clone()),
        provisional: Set(table.provisional),
        loaded_at: Set(now()),
    };
    calendar_year::Entity::insert(row).exec_without_returning(transaction).await?;
    let rows = table.days.iter().map(|day| holiday::ActiveModel {
        year: Set(year),
        version: Set(version),
        day: Set(day.date.to_string()),
        kind: Set(word(day.kind).to_owned()),
        occasion: Set(day.occasion.clone()),
    });
    holiday::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    Ok(version)
}

/// The calendar in force: of each year its newest version.
pub async fn in_force(reader: &impl Reader) -> Result<Calendar, StoreError> {
    let text = "SELECT holiday.day, holiday.kind FROM holiday JOIN \
                (SELECT year, max(version) AS version FROM calendar_year GROUP BY year) newest \
                ON holiday.year = newest.year AND holiday.version = newest.version";
    let rows = reader.query_all_raw(statement(reader, text, [])).await?;
    let mut days = Vec::with_capacity(rows.len());
    for row in rows {
        let date = day(&row.try_get::<String>("", "day")?)?;
        let kind = match row.try_get::<String>("", "kind")?.as_str() {
            "rest" => DayKind::Rest,
            "work" => DayKind::Work,
            _ => {
                return Err(StoreError::Damaged("a holiday has an unknown kind".to_owned()));
            }
        };
        days.push((date, kind));
    }
    Ok(Calendar::new(days))
}

fn word(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Rest => "rest",
        DayKind::Work => "work",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_has_three_years() {
        let years: Vec<i32> = built_in().expect("a table").iter().map(|table| table.year).collect();
        assert_eq!(years, [2024, 2025, 2026]);
    }
}
