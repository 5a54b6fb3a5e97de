//! How editions of the calendar come and go: imported by an administrator, withdrawn with a reason.
//!
//! Every change gets a number and a job that writes into the open cases what it moved.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use workflow::law::calendar::DayKind;

use super::calendar::{self, StoredEdition};
use super::entity::{calendar_day, calendar_edition};
use crate::clock::now;
use crate::store::connection::statement::statement;
use crate::store::jobs::{self, Task};
use crate::store::log::audit;
use crate::store::log::office_log::{Chain, note};
use crate::store::office;
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

/// What became of a wish to withdraw an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawn {
    /// It was withdrawn, by the change of this number.
    Withdrawn(u32),
    /// There is no such edition.
    Unknown,
    /// It was withdrawn before.
    Before,
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

/// Imports an edition, which is known from this legal day. It replaces the one of its year that is in
/// force, and stands in the place of one that was withdrawn without a successor. Returns its number.
pub async fn import(
    transaction: &Transaction,
    actor: &str,
    table: &YearTable,
) -> Result<u32, StoreError> {
    office::lock(transaction).await?;
    let today = office::load(transaction).await?.today();
    let number = next_number(transaction).await?;
    insert(transaction, number.into(), table, Some(today), Some(actor)).await?;
    let replacing = "UPDATE calendar_edition SET withdrawn_number = $1, withdrawn_on = $2, \
                     withdrawn_by = $3, withdrawn_reason = $4 \
                     WHERE year = $5 AND number < $1 AND withdrawn_number IS NULL";
    let values = [
        i64::from(number).into(),
        today.to_string().into(),
        actor.into(),
        format!("由{}替代", table.source).into(),
        i64::from(table.year).into(),
    ];
    transaction.execute_raw(statement(transaction, replacing, values)).await?;
    let succeeding = "UPDATE calendar_edition SET replaced_by = $1 \
                      WHERE year = $2 AND number < $1 AND replaced_by IS NULL";
    let values = [i64::from(number).into(), i64::from(table.year).into()];
    transaction.execute_raw(statement(transaction, succeeding, values)).await?;
    let of_the_year = calendar_edition::Column::Year.eq(i64::from(table.year));
    let editions = calendar_edition::Entity::find().filter(of_the_year);
    note(transaction, Chain::Office, editions).await?;
    let after = format!("edition {number} of {}, {} days", table.year, table.days.len());
    finish(transaction, actor, number, after).await?;
    Ok(number)
}

/// Withdraws an edition. Until another is imported its year has no table.
pub async fn withdraw(
    transaction: &Transaction,
    actor: &str,
    edition: u32,
    reason: &str,
) -> Result<Withdrawn, StoreError> {
    office::lock(transaction).await?;
    let today = office::load(transaction).await?.today();
    let stored = calendar::editions(transaction).await?;
    let Some(found) = stored.iter().find(|stored| stored.edition.imported.number == edition) else {
        return Ok(Withdrawn::Unknown);
    };
    if found.edition.withdrawn.is_some() {
        return Ok(Withdrawn::Before);
    }
    let number = next_of(&stored)?;
    let text = "UPDATE calendar_edition SET withdrawn_number = $1, withdrawn_on = $2, \
                withdrawn_by = $3, withdrawn_reason = $4 WHERE number = $5";
    let values = [
        i64::from(number).into(),
        today.to_string().into(),
        actor.into(),
        reason.into(),
        i64::from(edition).into(),
    ];
    transaction.execute_raw(statement(transaction, text, values)).await?;
    let row = calendar_edition::Entity::find_by_id(i64::from(edition));
    note(transaction, Chain::Office, row).await?;
    let after = format!("edition {edition} of {} withdrawn: {reason}", found.edition.year);
    finish(transaction, actor, number, after).await?;
    Ok(Withdrawn::Withdrawn(number))
}

/// Logs the change and has the open cases looked through.
async fn finish(
    transaction: &Transaction,
    actor: &str,
    number: u32,
    after: String,
) -> Result<(), StoreError> {
    let subject = format!("calendar {number}");
    audit::record_configuration(transaction, actor, &subject, None, after).await?;
    jobs::enqueue(transaction, &Task::MoveDeadlines { change: number }).await
}

async fn next_number(transaction: &Transaction) -> Result<u32, StoreError> {
    next_of(&calendar::editions(transaction).await?)
}

fn next_of(stored: &[StoredEdition]) -> Result<u32, StoreError> {
    let changes = stored
        .iter()
        .map(|stored| &stored.edition)
        .flat_map(|edition| [Some(edition.imported), edition.withdrawn].into_iter().flatten());
    let last = changes.map(|change| change.number).max().unwrap_or(0);
    last.checked_add(1)
        .ok_or_else(|| StoreError::Damaged("the numbers of calendars are used up".to_owned()))
}

async fn insert(
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
        known_from: Set(known_from.map(|day| day.to_string())),
        imported_at: Set(now()),
        imported_by: Set(imported_by.map(str::to_owned)),
        ..Default::default()
    };
    calendar_edition::Entity::insert(row).exec_without_returning(transaction).await?;
    note(transaction, Chain::Office, calendar_edition::Entity::find_by_id(number)).await?;
    let rows = table.days.iter().map(|day| calendar_day::ActiveModel {
        edition: Set(number),
        day: Set(day.date.to_string()),
        kind: Set(word(day.kind).to_owned()),
        occasion: Set(day.occasion.clone()),
    });
    calendar_day::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    let days = calendar_day::Entity::find().filter(calendar_day::Column::Edition.eq(number));
    note(transaction, Chain::Office, days).await
}

fn word(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Rest => "rest",
        DayKind::Work => "work",
    }
}
