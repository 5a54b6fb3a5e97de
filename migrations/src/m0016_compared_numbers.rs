//! Numbers as they are compared: a case and a certificate are found however their number is typed.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds the compared forms to the ledger.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[NUMBER_KEY, CERTIFICATE_KEY, BY_NUMBER_KEY, BY_CERTIFICATE_KEY])
            .await
    }
}

/// Empty in rows that were made before; the service makes those rows anew when it next starts.
const NUMBER_KEY: &str = "ALTER TABLE case_row ADD COLUMN number_key TEXT";

const CERTIFICATE_KEY: &str = "ALTER TABLE case_row ADD COLUMN certificate_key TEXT";

const BY_NUMBER_KEY: &str = "CREATE INDEX case_row_by_number_key ON case_row (number_key)";

const BY_CERTIFICATE_KEY: &str =
    "CREATE INDEX case_row_by_certificate_key ON case_row (certificate_key)";
