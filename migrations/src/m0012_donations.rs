//! The ledger of gifts, and the holds of the blind check between gifts and cases.

use crate::{append_only, dialect};
use sea_orm_migration::prelude::*;

/// Creates `donation`, `donation_key`, `donation_entry`, `case_party`, `donation_hold` and
/// `donation_hold_log`.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(
            manager,
            &[
                DONATION,
                DONATION_KEY,
                DONATION_BY_KEY,
                DONATION_ENTRY,
                ENTRY_BY_DONATION,
                CASE_PARTY,
                PARTY_BY_CASE,
                HOLD,
                HOLD_BY_STATE,
                HOLD_LOG,
                LOG_BY_HOLD,
            ],
        )
        .await?;
        append_only::protect(manager, "donation_entry").await?;
        append_only::protect(manager, "donation_hold_log").await
    }
}

/// Nothing here refers to a case. The state is what the clerk sees: a gift that is held waits like
/// every other. Amounts are in fen.
const DONATION: &str = "CREATE TABLE donation (
    id TEXT NOT NULL PRIMARY KEY,
    recipient_name TEXT NOT NULL,
    recipient_code TEXT NOT NULL,
    donor_kind TEXT NOT NULL,
    donor_name TEXT NOT NULL,
    gift_kind TEXT NOT NULL CHECK (gift_kind IN ('money', 'goods')),
    amount_fen BIGINT,
    goods TEXT,
    purpose TEXT NOT NULL,
    agreement TEXT,
    state TEXT NOT NULL,
    offered_on TEXT NOT NULL,
    received_on TEXT,
    receipt_number TEXT UNIQUE,
    first_counter TEXT,
    second_counter TEXT,
    account TEXT,
    used_fen BIGINT NOT NULL,
    published_on TEXT,
    CHECK ((gift_kind = 'money' AND amount_fen IS NOT NULL AND goods IS NULL)
        OR (gift_kind = 'goods' AND amount_fen IS NULL AND goods IS NOT NULL))
)";

/// The donor and who stands behind them, under keyed hashes.
const DONATION_KEY: &str = "CREATE TABLE donation_key (
    donation_id TEXT NOT NULL REFERENCES donation (id),
    party_key TEXT NOT NULL,
    tie TEXT NOT NULL,
    PRIMARY KEY (donation_id, party_key, tie)
)";

const DONATION_BY_KEY: &str = "CREATE INDEX donation_key_by_key ON donation_key (party_key)";

/// What was entered of a gift, and by whom. It only grows.
const DONATION_ENTRY: &str = "CREATE TABLE donation_entry (
    id TEXT NOT NULL PRIMARY KEY,
    donation_id TEXT NOT NULL REFERENCES donation (id),
    kind TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    amount_fen BIGINT,
    words TEXT NOT NULL,
    actor TEXT NOT NULL,
    at BIGINT NOT NULL
)";

const ENTRY_BY_DONATION: &str =
    "CREATE INDEX donation_entry_by_donation ON donation_entry (donation_id, id)";

/// The parties of a case under keyed hashes of this check's own, so that they agree with no key of
/// another table. Rows of cases that are older than the table are made by `guijia rebuild`.
const CASE_PARTY: &str = "CREATE TABLE case_party (
    party_key TEXT NOT NULL,
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    party TEXT NOT NULL,
    PRIMARY KEY (party_key, case_id, party)
)";

const PARTY_BY_CASE: &str = "CREATE INDEX case_party_by_case ON case_party (case_id)";

/// One row of direction `donation` for each gift, found to touch a case or not; one of direction
/// `case` for each case that a gift touches. `case_id` is empty in the first and refers to nothing.
const HOLD: &str = "CREATE TABLE donation_hold (
    id TEXT NOT NULL PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('donation', 'case')),
    donation_id TEXT NOT NULL,
    case_id TEXT NOT NULL,
    matched BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'released', 'upheld')),
    created_on TEXT NOT NULL,
    reviewed_by TEXT,
    reviewed_on TEXT,
    reasons TEXT,
    UNIQUE (direction, donation_id, case_id)
)";

const HOLD_BY_STATE: &str = "CREATE INDEX donation_hold_by_state ON donation_hold (state, id)";

/// What became of each hold. It only grows.
const HOLD_LOG: &str = "CREATE TABLE donation_hold_log (
    id TEXT NOT NULL PRIMARY KEY,
    hold_id TEXT NOT NULL,
    what TEXT NOT NULL,
    actor TEXT,
    reasons TEXT,
    at BIGINT NOT NULL
)";

const LOG_BY_HOLD: &str =
    "CREATE INDEX donation_hold_log_by_hold ON donation_hold_log (hold_id, id)";
