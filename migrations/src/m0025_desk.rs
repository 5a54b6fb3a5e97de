//! What a desk works from: what is next in each case and for whom it waits, and what is not of a case yet
//! (drafts, applications beforehand, appointments, what the public reported), sealed.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Adds to `case_row`, and creates `desk_record` and `desk_part`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, NEXT).await?;
        dialect::run(manager, RECORDS).await
    }
}

/// Rows without a `number_key` are made anew by the next start, and then say what is next.
const NEXT: &[&str] = &[
    "ALTER TABLE case_row ADD COLUMN in_hand BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE case_row ADD COLUMN next_act TEXT",
    "ALTER TABLE case_row ADD COLUMN next_why TEXT NOT NULL DEFAULT 'closed'",
    "ALTER TABLE case_row ADD COLUMN waits_for TEXT NOT NULL DEFAULT 'nobody'",
    "ALTER TABLE case_row ADD COLUMN ready_on TEXT",
    "ALTER TABLE case_row ADD COLUMN incident_open BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE case_row ADD COLUMN lent BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE case_row ADD COLUMN accepted_on TEXT",
    "ALTER TABLE case_row ADD COLUMN concluded_on TEXT",
    "ALTER TABLE case_row ADD COLUMN issued_on TEXT",
    "ALTER TABLE case_row ADD COLUMN archived_on TEXT",
    "CREATE INDEX case_row_in_hand ON case_row (urgent_on, number) WHERE in_hand = TRUE",
    "CREATE INDEX case_row_in_hand_of ON case_row (officer, urgent_on, number)
        WHERE in_hand = TRUE",
    "CREATE INDEX case_row_in_hand_for ON case_row (waits_for, urgent_on, number)
        WHERE in_hand = TRUE",
    "CREATE INDEX case_row_incident ON case_row (urgent_on, number) WHERE incident_open = TRUE",
    "CREATE INDEX case_row_lent ON case_row (urgent_on, number) WHERE lent = TRUE",
    "CREATE INDEX case_row_sorted_by_kind ON case_row (kind, number)",
    "CREATE INDEX case_row_sorted_by_stage ON case_row (stage, number)",
    "CREATE INDEX case_row_sorted_by_officer ON case_row (officer, number)",
    "UPDATE case_row SET number_key = NULL",
];

/// `kind` is what a record is, `owner` the account or the keyed hash of a code whose it is, `subject` what it
/// is about: a case, a time. Who wrote it and what is in it is sealed.
const RECORDS: &[&str] = &[
    "CREATE TABLE desk_record (
        id TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        owner TEXT NOT NULL,
        subject TEXT NOT NULL,
        state TEXT NOT NULL,
        version BIGINT NOT NULL,
        saved_at BIGINT NOT NULL,
        kept_until BIGINT NOT NULL,
        sealed BYTEA NOT NULL
    )",
    "CREATE INDEX desk_record_by_owner ON desk_record (kind, owner, saved_at)",
    "CREATE INDEX desk_record_by_subject ON desk_record (kind, subject)",
    "CREATE INDEX desk_record_by_state ON desk_record (kind, state, saved_at)",
    "CREATE INDEX desk_record_by_end ON desk_record (kept_until)",
    "CREATE TABLE desk_part (
        record TEXT NOT NULL,
        upload TEXT NOT NULL,
        part BIGINT NOT NULL,
        size BIGINT NOT NULL,
        sealed BYTEA NOT NULL,
        PRIMARY KEY (record, upload, part)
    )",
];
