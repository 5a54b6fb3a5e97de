//! The ledger as a file: asked for, made by a job, fetched by who asked.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::case::{ChildKind, Procedure};
use workflow::{Role, Stage};

use crate::clock::{self, HOUR, Instant};
use crate::http::answer::output::{Created, Output};
use crate::http::answer::sheet_file::SheetFile;
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::{Caller, Person};
use crate::http::v1::Group;
use crate::reading::sheets::{Kept, SheetFormat};
use crate::store::StoreError;
use crate::store::desk::parts::{self, Of};
use crate::store::desk::records::{self, Kind as RecordKind, Record, State};
use crate::store::jobs::{self, Task};
use crate::store::log::audit::AccessOutcome;

/// How long a file can be fetched.
const FILE_KEPT: Instant = 24 * HOUR;

/// The operations on exports.
pub struct Exports;

/// What is to be exported.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewExport {
    /// The form of the file.
    format: SheetFormat,
    /// Only cases of this procedure.
    procedure: Option<Procedure>,
    /// Only cases of this kind.
    kind: Option<ChildKind>,
    /// Only cases at this stage.
    stage: Option<Stage>,
    /// Only cases received on or after this day.
    received_from: Option<NaiveDate>,
    /// Only cases received on or before this day.
    received_to: Option<NaiveDate>,
}

/// An export.
#[derive(Debug, Serialize, JsonSchema)]
struct ExportAnswer {
    /// Its identifier.
    export: Uuid,
    /// The form of its file.
    format: SheetFormat,
    /// Whether the file is made.
    ready: bool,
    /// Rows so far; of a file at most 100,000.
    rows: u64,
}

#[OpenApi(prefix_path = "/v1/exports", tag = "Group::Cases")]
impl Exports {
    /// Export the ledger as a file, names masked as it shows them; the file is made after the answer
    #[oai(path = "/", method = "post", operation_id = "create_export")]
    async fn create(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<NewExport>,
    ) -> Result<Created<ExportAnswer>, Problem> {
        let person = exporter(&caller)?;
        let NewExport { format, procedure, kind, stage, received_from, received_to } = body.0;
        for (day, field) in [(received_from, "/received_from"), (received_to, "/received_to")] {
            if day.is_some_and(|day| !clock::is_plausible(day)) {
                let (zh, en) = ("日期不合理", "This day cannot be meant");
                let problem = Problem::new(Kind::InvalidValues);
                return Err(problem.broken("input-value", Some(field.to_owned()), zh, en));
            }
        }
        let kept = Kept { format, procedure, kind, stage, received_from, received_to, rows: 0 };
        let now = clock::now();
        let record = Record {
            id: Uuid::now_v7(),
            kind: RecordKind::Export,
            owner: person.asker.actor.id.to_string(),
            subject: String::new(),
            state: State::Open,
            version: 1,
            saved_at: now,
            kept_until: now.saturating_add(FILE_KEPT),
            body: kept.written()?,
        };
        let app = &service.app;
        let transaction = app.store.begin().await?;
        records::add(&transaction, &app.secret, &record).await?;
        jobs::enqueue(&transaction, &Task::ExportLedger { export: record.id }).await?;
        person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        app.work.notify_one();
        let location = format!("/v1/exports/{}", record.id);
        Ok(Created::new(Output::new(told(&record)?), location))
    }

    /// Read how far one's own export is
    #[oai(path = "/:export", method = "get", operation_id = "read_export")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        export: Path<Uuid>,
    ) -> Result<Output<ExportAnswer>, Problem> {
        let record = own(&service, exporter(&caller)?, export.0).await?;
        Ok(Output::new(told(&record)?))
    }

    /// Fetch the file of one's own export
    #[oai(path = "/:export/content", method = "get", operation_id = "read_export_file")]
    async fn fetch(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        export: Path<Uuid>,
    ) -> Result<SheetFile, Problem> {
        let person = exporter(&caller)?;
        let record = own(&service, person, export.0).await?;
        if record.state != State::Answered {
            return Err(Problem::new(Kind::NotReady));
        }
        let app = &service.app;
        let of = Of { record: record.id, upload: record.id };
        let bytes = parts::bytes(app.store.reader(), &app.secret, of).await?;
        person.asker.note(&app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(SheetFile { bytes, format: Kept::read(&record.body)?.format })
    }
}

/// Who sees the whole office.
fn exporter(caller: &Caller) -> Result<&Person, Problem> {
    let person = caller.person();
    let may = [Role::Registrar, Role::Leader, Role::Archivist];
    let may = may.iter().any(|role| person.asker.roles.contains(role));
    if may && person.asker.scope().office { Ok(person) } else { Err(Problem::new(Kind::Forbidden)) }
}

/// An export of this person; another's looks like none.
async fn own(service: &Service, person: &Person, export: Uuid) -> Result<Record, Problem> {
    let app = &service.app;
    let found = records::find(app.store.reader(), &app.secret, RecordKind::Export, export).await?;
    let own = found.filter(|record| record.owner == person.asker.actor.id.to_string());
    own.ok_or_else(|| Problem::new(Kind::NotFound))
}

fn told(record: &Record) -> Result<ExportAnswer, Problem> {
    let kept = Kept::read(&record.body)?;
    let ready = record.state == State::Answered;
    Ok(ExportAnswer { export: record.id, format: kept.format, ready, rows: kept.rows })
}
