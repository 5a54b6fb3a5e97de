//! An institution finds the cases of its children by a term of theirs, which older rows lack.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Has the rows of all cases made anew.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, &[ANEW]).await
    }
}

/// A row without this key is made anew when the program begins.
const ANEW: &str = "UPDATE case_row SET number_key = NULL";
