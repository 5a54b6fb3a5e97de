//! Days of rest and make-up working days, in versions, because notices are corrected.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `calendar_year` and `holiday`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[CALENDAR_YEAR, HOLIDAY]).await
    }
}

/// A year's table as loaded. The highest version of a year is in force; older ones stay,
/// because deadlines were computed with them.
const CALENDAR_YEAR: &str = "CREATE TABLE calendar_year (
    year BIGINT NOT NULL,
    version BIGINT NOT NULL CHECK (version >= 1),
    source TEXT NOT NULL,
    provisional BOOLEAN NOT NULL,
    loaded_at BIGINT NOT NULL,
    PRIMARY KEY (year, version)
)";

/// The days on which the notice differs from a plain week of five working days.
const HOLIDAY: &str = "CREATE TABLE holiday (
    year BIGINT NOT NULL,
    version BIGINT NOT NULL,
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rest', 'work')),
    occasion TEXT NOT NULL,
    PRIMARY KEY (year, version, day),
    FOREIGN KEY (year, version) REFERENCES calendar_year (year, version)
)";
