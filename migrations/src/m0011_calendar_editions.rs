//! Calendars in editions, each with its source, who imported it, and why it was withdrawn.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `calendar_edition` and `calendar_day` in place of `calendar_year` and `holiday`, and says
/// of each deadline whether its end is still to be written down.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(
            manager,
            &[
                CALENDAR_EDITION,
                CALENDAR_DAY,
                EDITIONS_SO_FAR,
                DAYS_SO_FAR,
                "DROP TABLE holiday",
                "DROP TABLE calendar_year",
                END_IS_OPEN,
                DEADLINE_BY_OPEN_END,
            ],
        )
        .await
    }
}

/// Changes of the calendar are numbered; an edition bears the number of the change that brought it,
/// and `withdrawn_number` is that of the change that took it away. An edition without `known_from`
/// was known from the beginning and came with the program. Of a year at most one edition is in force.
const CALENDAR_EDITION: &str = "CREATE TABLE calendar_edition (
    number BIGINT NOT NULL PRIMARY KEY CHECK (number >= 1),
    year BIGINT NOT NULL,
    source TEXT NOT NULL,
    provisional BOOLEAN NOT NULL,
    known_from TEXT,
    imported_at BIGINT NOT NULL,
    imported_by TEXT,
    withdrawn_number BIGINT,
    withdrawn_on TEXT,
    withdrawn_by TEXT,
    withdrawn_reason TEXT,
    replaced_by BIGINT REFERENCES calendar_edition (number)
)";

/// The days on which the notice differs from a plain week of five working days.
const CALENDAR_DAY: &str = "CREATE TABLE calendar_day (
    edition BIGINT NOT NULL REFERENCES calendar_edition (number),
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rest', 'work')),
    occasion TEXT NOT NULL,
    PRIMARY KEY (edition, day)
)";

/// Until now only the program itself loaded calendars, one version of each year.
const EDITIONS_SO_FAR: &str = "INSERT INTO calendar_edition \
    (number, year, source, provisional, imported_at) \
    SELECT (SELECT count(DISTINCT earlier.year) FROM calendar_year earlier \
            WHERE earlier.year <= newest.year), \
           newest.year, \
           CASE newest.source WHEN 'built in' THEN '初始数据' ELSE newest.source END, \
           newest.provisional, newest.loaded_at \
    FROM calendar_year newest \
    WHERE newest.version = (SELECT max(version) FROM calendar_year same \
                            WHERE same.year = newest.year)";

const DAYS_SO_FAR: &str = "INSERT INTO calendar_day (edition, day, kind, occasion) \
    SELECT edition.number, holiday.day, holiday.kind, holiday.occasion \
    FROM holiday JOIN calendar_edition edition ON edition.year = holiday.year \
    WHERE holiday.version = (SELECT max(version) FROM calendar_year same \
                             WHERE same.year = holiday.year)";

/// Whether the end of the clock, once passed, is still to be written down in the case. Rows that are
/// older than the column count as open until somebody looks.
const END_IS_OPEN: &str = "ALTER TABLE deadline ADD COLUMN end_open BOOLEAN NOT NULL DEFAULT TRUE";

const DEADLINE_BY_OPEN_END: &str =
    "CREATE INDEX deadline_by_open_end ON deadline (end_open, due_on)";
