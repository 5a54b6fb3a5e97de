//! What an account is found by is a keyed hash of its login; the login itself lies sealed beside it.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds to `account`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[SEALED_LOGIN]).await
    }
}

/// Empty where the login lies plain still, of the time before.
const SEALED_LOGIN: &str = "ALTER TABLE account ADD COLUMN sealed_login TEXT NOT NULL DEFAULT ''";
