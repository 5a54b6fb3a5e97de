//! The most urgent of the cases that came within some days are found in an index alone.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds an index by the day of receipt, urgency and number.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[BY_RECEIPT_AND_URGENCY]).await
    }
}

const BY_RECEIPT_AND_URGENCY: &str =
    "CREATE INDEX case_row_received_by_urgency ON case_row (received_on, urgent_on, number)";
