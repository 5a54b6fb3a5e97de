//! The office this database belongs to: exactly one row.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates the table `office`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[OFFICE]).await
    }
}

/// The check on `id` keeps the table to one row. `practice_today` is the legal day of a
/// practice office; a real office has none and lives by the calendar.
const OFFICE: &str = "CREATE TABLE office (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    division_code TEXT NOT NULL,
    credit_code TEXT NOT NULL,
    province_short_name TEXT NOT NULL,
    county_short_name TEXT NOT NULL,
    address TEXT NOT NULL,
    telephone TEXT NOT NULL,
    base_address TEXT NOT NULL,
    fonds_code TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('real', 'practice')),
    practice_today TEXT,
    settings TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CHECK (mode = 'practice' OR practice_today IS NULL)
)";
