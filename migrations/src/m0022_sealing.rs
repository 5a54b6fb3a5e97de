//! The keys with which cases are sealed, the terms by which they are found without being opened, and no whole
//! name in the rows that lists are made of.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates `data_key` and `case_term`, and takes the names out of `case_row`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let statements =
            [DATA_KEY, CASE_TERM, TERMS_OF_CASE, NO_PLACER_NAME, NO_OFFICER_NAME, MADE_ANEW];
        dialect::run(manager, &statements).await
    }
}

/// `scope` is a case, `name` what is sealed with the key calls it, `wrapped` the key under the master key.
const DATA_KEY: &str = "CREATE TABLE data_key (
    scope TEXT NOT NULL PRIMARY KEY,
    suite TEXT NOT NULL,
    name TEXT NOT NULL,
    master TEXT NOT NULL,
    wrapped BYTEA NOT NULL
)";

/// `term` is a keyed hash of a number, a name, the beginning of one, or a telephone.
const CASE_TERM: &str = "CREATE TABLE case_term (
    term BYTEA NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    PRIMARY KEY (term, case_id)
)";

const TERMS_OF_CASE: &str = "CREATE INDEX case_term_by_case ON case_term (case_id)";

const NO_PLACER_NAME: &str = "ALTER TABLE case_row DROP COLUMN placer_name";
const NO_OFFICER_NAME: &str = "ALTER TABLE case_row DROP COLUMN officer_name";

/// Rows without this key are made anew by the next start: with names as lists show them, and with terms.
const MADE_ANEW: &str = "UPDATE case_row SET number_key = NULL";
