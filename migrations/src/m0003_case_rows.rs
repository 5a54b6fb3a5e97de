//! Rows projected from the events of a case: the ledger, its papers, documents, deadlines and people.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Creates the tables that lists, searches and other cases read.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, TABLES).await?;
        dialect::run(manager, INDEXES).await
    }
}

const TABLES: &[&str] = &[
    CASE_ROW,
    CASE_PAPER,
    CASE_DOCUMENT,
    DOCUMENT_PRINT,
    DEADLINE,
    PERSON_KEY,
    CASE_PERSON,
    ASSIGNMENT,
];

/// The ledger's row (收养登记台账).
const CASE_ROW: &str = "CREATE TABLE case_row (
    case_id TEXT NOT NULL PRIMARY KEY REFERENCES case_key (case_id),
    version BIGINT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    child_name TEXT NOT NULL,
    adopter_names TEXT NOT NULL,
    placer_name TEXT NOT NULL,
    officer TEXT NOT NULL,
    officer_name TEXT NOT NULL,
    received_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    next_deadline_kind TEXT,
    next_deadline_on TEXT,
    certificate_number TEXT UNIQUE
)";

const CASE_PAPER: &str = "CREATE TABLE case_paper (
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    number BIGINT NOT NULL,
    paper TEXT NOT NULL,
    party TEXT NOT NULL,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL,
    pages BIGINT NOT NULL,
    size BIGINT NOT NULL,
    filed_on TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (case_id, number)
)";

/// A document the system prints, named by the event that calls for it. It waits until the press
/// has made it; from then on its bytes are found under their digest. No party is an empty text.
const CASE_DOCUMENT: &str = "CREATE TABLE case_document (
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    party TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'ready')),
    digest TEXT,
    pages BIGINT,
    size BIGINT,
    made_at BIGINT,
    PRIMARY KEY (case_id, version, kind, party),
    CHECK (state = 'waiting' OR (digest IS NOT NULL AND pages IS NOT NULL AND size IS NOT NULL))
)";

const DOCUMENT_PRINT: &str = "CREATE TABLE document_print (
    id TEXT NOT NULL PRIMARY KEY,
    case_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    party TEXT NOT NULL,
    printed_by TEXT NOT NULL,
    printed_at BIGINT NOT NULL,
    FOREIGN KEY (case_id, version, kind, party)
        REFERENCES case_document (case_id, version, kind, party)
)";

/// `due_on` is empty while the clock stands still; `number` tells deadlines of one kind apart;
/// `person` is who answers for it.
const DEADLINE: &str = "CREATE TABLE deadline (
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    due_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('running', 'stands_still', 'met')),
    person TEXT NOT NULL,
    PRIMARY KEY (case_id, kind, number)
)";

/// The row locked before a rule looks at other cases of the same person.
const PERSON_KEY: &str = "CREATE TABLE person_key (
    person_key TEXT NOT NULL PRIMARY KEY
)";

/// Who takes part in which case; how that case stands is told by its row in the ledger.
const CASE_PERSON: &str = "CREATE TABLE case_person (
    person_key TEXT NOT NULL REFERENCES person_key (person_key),
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    party TEXT NOT NULL,
    PRIMARY KEY (person_key, case_id, party)
)";

/// Who is appointed to assess a case, and whether the task still goes on.
const ASSIGNMENT: &str = "CREATE TABLE assignment (
    case_id TEXT NOT NULL REFERENCES case_key (case_id),
    user_id TEXT NOT NULL,
    ended BOOLEAN NOT NULL,
    PRIMARY KEY (case_id, user_id)
)";

const INDEXES: &[&str] = &[
    "CREATE INDEX case_row_by_received ON case_row (received_on, number)",
    "CREATE INDEX case_row_by_deadline ON case_row (next_deadline_on, number)",
    "CREATE INDEX case_row_by_stage ON case_row (stage, received_on, number)",
    "CREATE INDEX case_row_by_officer ON case_row (officer, received_on, number)",
    "CREATE INDEX deadline_by_day ON deadline (state, due_on, case_id)",
    "CREATE INDEX case_person_by_case ON case_person (case_id)",
    "CREATE INDEX assignment_by_user ON assignment (user_id)",
    "CREATE INDEX document_print_by_document ON document_print (case_id, version, kind, party)",
];
