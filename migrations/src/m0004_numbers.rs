//! Running numbers without gaps, and the serials of pre-printed blanks.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `number_series` and `blank_serial`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[NUMBER_SERIES, BLANK_SERIAL]).await
    }
}

/// `last` is the number given last; it rises only inside the transaction that uses the number.
const NUMBER_SERIES: &str = "CREATE TABLE number_series (
    office TEXT NOT NULL,
    series TEXT NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL CHECK (last >= 1),
    PRIMARY KEY (office, series, year)
)";

/// A blank certificate carries a printed serial that is used once, in whatever case.
const BLANK_SERIAL: &str = "CREATE TABLE blank_serial (
    serial TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    used_on TEXT NOT NULL
)";
