//! 收养登记证字号: one case bears a number, and a number the running series passed over is explained.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `certificate_number`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[CERTIFICATE_NUMBER]).await
    }
}

/// A number is locked by its row before it is looked up. `skipped_for` names the case that bore the
/// number when the running series came to it.
const CERTIFICATE_NUMBER: &str = "CREATE TABLE certificate_number (
    number TEXT NOT NULL PRIMARY KEY,
    skipped_for TEXT REFERENCES case_key (case_id)
)";
