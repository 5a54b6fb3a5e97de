//! The ledger as a file: made after the request, page by page, so that nobody waits for it at the door.

use uuid::Uuid;

use super::error::JobError;
use crate::app::App;
use crate::clock;
use crate::reading::sheets::{self, Kept, Row};
use crate::store::asker::Scope;
use crate::store::cases::ledger::{self, Cursor, Question, Sort};
use crate::store::desk::parts::{self, Of};
use crate::store::desk::records::{self, Changed, Kind, State};
use crate::store::{StoreError, people};

/// Rows read at a time.
const PAGE: u64 = 1000;
/// Bytes of a part of the file.
const PART: usize = 1024 * 1024;

/// Makes the file of an export. One that was withdrawn meanwhile is not made.
pub(super) async fn export_ledger(app: &App, export: Uuid) -> Result<(), JobError> {
    let reader = app.store.reader();
    let found = records::find(reader, &app.secret, Kind::Export, export).await?;
    let Some(mut record) = found.filter(|record| record.state == State::Open) else {
        return Ok(());
    };
    let mut kept = Kept::read(&record.body)?;
    let mut question = Question {
        // Whoever asked sees the whole office; that was asked of the table of rights before.
        scope: Scope { office: true, registered: true, assigned_to: None },
        procedure: kept.procedure,
        kind: kept.kind,
        file_set: None,
        stages: kept.stage.into_iter().collect(),
        officers: Vec::new(),
        received_from: kept.received_from,
        received_to: kept.received_to,
        overdue_on: None,
        sort: Sort::Received,
        after: None::<Cursor>,
        limit: PAGE,
    };
    let mut rows = Vec::new();
    loop {
        let page = ledger::page(reader, &question).await?;
        let officers = people::names(reader, page.lines.iter().map(|line| line.officer)).await?;
        rows.extend(page.lines.iter().map(|line| Row::of(line, &officers)));
        kept.rows = rows.len() as u64;
        let (Some(next), true) = (page.next, rows.len() < sheets::MOST) else { break };
        question.after = Some(next);
        record.body = kept.written()?;
        let transaction = app.store.begin().await?;
        match records::replace(&transaction, &app.secret, &record).await? {
            Changed::Saved(version) => record.version = version,
            Changed::Stale => return Ok(()),
        }
        transaction.commit().await.map_err(StoreError::from)?;
    }
    let bytes = sheets::file(kept.format, &rows)
        .map_err(|_| StoreError::Setting("the file of an export cannot be made".to_owned()))?;
    let transaction = app.store.begin().await?;
    for (part, bytes) in (0_u32..).zip(bytes.chunks(PART)) {
        let of = Of { record: export, upload: export };
        parts::keep(&transaction, &app.secret, of, part, bytes).await?;
    }
    record.body = kept.written()?;
    record.state = State::Answered;
    record.saved_at = clock::now();
    if records::replace(&transaction, &app.secret, &record).await? != Changed::Stale {
        transaction.commit().await.map_err(StoreError::from)?;
    }
    Ok(())
}
