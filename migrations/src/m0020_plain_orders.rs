//! Every order of a list is that of plain columns with an index, so that a page costs the same among a
//! million cases as among ten.

use crate::dialect;
use sea_orm_migration::prelude::*;

/// Gives the ledger and the deadlines the columns and indexes of their orders.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, COLUMNS).await?;
        dialect::run(manager, INDEXES).await
    }
}

/// `urgent_on` is the day of the next deadline, and a day after all days where none runs; it takes the
/// place of `next_deadline_on`, which was empty there and sorted first on one database and last on the
/// other. `case_number` sorts the deadlines of one day, and `registered` tells who may see them, without a
/// look at the ledger.
const COLUMNS: &[&str] = &[
    "ALTER TABLE case_row ADD COLUMN urgent_on TEXT NOT NULL DEFAULT '9999-12-31'",
    "UPDATE case_row SET urgent_on = next_deadline_on WHERE next_deadline_on IS NOT NULL",
    "DROP INDEX case_row_by_deadline",
    "ALTER TABLE case_row DROP COLUMN next_deadline_on",
    "ALTER TABLE deadline ADD COLUMN case_number TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE deadline ADD COLUMN registered BOOLEAN NOT NULL DEFAULT FALSE",
    "UPDATE deadline SET
        case_number =
            coalesce((SELECT number FROM case_row WHERE case_row.case_id = deadline.case_id), ''),
        registered = EXISTS (SELECT 1 FROM case_row
            WHERE case_row.case_id = deadline.case_id AND certificate_number IS NOT NULL)",
];

/// Each filter of the ledger that may leave few rows has both orders below it. Of cases in the order of
/// their receipt those with a deadline have an index of their own, of clocks those that run, and of tasks
/// those that go on: they are few among all that ever were.
const INDEXES: &[&str] = &[
    "CREATE INDEX case_row_by_urgency ON case_row (urgent_on, number)",
    "CREATE INDEX case_row_urgent ON case_row (received_on, number)
        WHERE urgent_on < '9999-12-31'",
    "CREATE INDEX case_row_by_stage_urgency ON case_row (stage, urgent_on, number)",
    "CREATE INDEX case_row_by_officer_urgency ON case_row (officer, urgent_on, number)",
    "CREATE INDEX case_row_by_procedure_urgency ON case_row (procedure, urgent_on, number)",
    "CREATE INDEX case_row_by_kind ON case_row (kind, received_on, number)",
    "CREATE INDEX case_row_by_kind_urgency ON case_row (kind, urgent_on, number)",
    "DROP INDEX deadline_by_day",
    "CREATE INDEX deadline_running ON deadline (due_on, case_number) WHERE state = 'running'",
    "CREATE INDEX deadline_running_of ON deadline (person, due_on, case_number)
        WHERE state = 'running'",
    "DROP INDEX assignment_by_user",
    "CREATE INDEX assignment_going_on ON assignment (user_id, case_id) WHERE ended = FALSE",
];
