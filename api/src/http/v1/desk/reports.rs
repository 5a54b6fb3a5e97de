//! What the public reported on the notices: looked at by registrars, who make a claim of it or set it aside.

use std::collections::BTreeMap;
use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::base::text::{LINE, is_written_well};
use workflow::{CaseId, Role};

use super::form;
use crate::clock::{self, HOUR, Instant};
use crate::http::answer::output::{NoContent, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::StoreError;
use crate::store::cases;
use crate::store::desk::records::{self, Kind as RecordKind, Record, State, Which};
use crate::store::log::audit::AccessOutcome;

/// What nobody has looked at stays.
pub const FOR_EVER: Instant = Instant::MAX;
/// How long a report stays that was looked at.
const SETTLED_KEPT: Instant = 180 * 24 * HOUR;
/// Reports of one answer.
const MOST: u64 = 200;

/// The operations on reports.
pub struct NoticeReports;

/// What was told, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Told {
    /// Who told it.
    pub name: String,
    /// Where they are reached.
    pub telephone: String,
    /// What they are to the child.
    pub relation: String,
    /// What they told.
    pub says: String,
    /// What became of it.
    pub settled: Option<Settled>,
}

impl Told {
    /// As it is kept.
    pub fn written(&self) -> Result<Vec<u8>, Problem> {
        form::written(self)
    }
}

/// What became of a report.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NoticeReportSettlement")]
pub struct Settled {
    /// What.
    outcome: ReportOutcome,
    /// What was found out, in the registrar's words.
    reason: String,
}

/// What becomes of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "NoticeReportOutcome")]
pub enum ReportOutcome {
    /// A claim was raised in the case.
    Claimed,
    /// It was about nothing that concerns the case.
    SetAside,
}

/// The reports.
#[derive(Debug, Serialize, JsonSchema)]
struct ReportsAnswer {
    /// Those nobody has looked at yet, then the others; the newest first.
    reports: Vec<ReportLine>,
}

/// One report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "NoticeReportLine")]
struct ReportLine {
    /// The report.
    report: Uuid,
    /// The case of the notice.
    case_id: CaseId,
    /// 办件编号
    number: Option<String>,
    /// When it came, in Beijing time.
    received_at: String,
    /// Who told it.
    name: String,
    /// Where they are reached.
    telephone: String,
    /// What they say they are to the child.
    relation: String,
    /// What they told.
    says: String,
    /// What became of it; none while nobody has looked at it.
    settled: Option<Settled>,
}

#[OpenApi(prefix_path = "/v1/notice-reports", tag = "Group::Cases")]
impl NoticeReports {
    /// List what the public reported on the notices
    #[oai(path = "/", method = "get", operation_id = "list_notice_reports")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<ReportsAnswer>, Problem> {
        expect_staff(&caller)?;
        let (app, asker) = (&service.app, caller.asker());
        let reader = app.store.reader();
        let kind = RecordKind::NoticeReport;
        let mut found = Vec::new();
        for state in [State::Sent, State::Answered] {
            let asked = Which { states: &[state], ..Which::default() };
            found.extend(records::list(reader, &app.secret, kind, &asked, MOST).await?);
        }
        asker.note(&app.store, None, AccessOutcome::Read, &[]).await?;
        let mut numbers: BTreeMap<String, Option<String>> = BTreeMap::new();
        let mut reports = Vec::new();
        for record in found {
            let told: Told = form::read(&record)?;
            let case_id = case_of(&record)?;
            if !numbers.contains_key(&record.subject) {
                let number = cases::ledger::number_of(reader, case_id).await?;
                numbers.insert(record.subject.clone(), number);
            }
            reports.push(ReportLine {
                report: record.id,
                case_id,
                number: numbers.get(&record.subject).cloned().flatten(),
                received_at: clock::written(received_at(&record)),
                name: told.name,
                telephone: told.telephone,
                relation: told.relation,
                says: told.says,
                settled: told.settled,
            });
        }
        Ok(Output::new(ReportsAnswer { reports }))
    }

    /// Say what became of a report; a claim itself is raised in the case
    #[oai(path = "/:report/settlement", method = "post", operation_id = "settle_notice_report")]
    async fn settle(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        report: Path<Uuid>,
        body: Input<Settled>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Registrar)?;
        if !is_written_well(&body.0.reason, LINE) {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "input-value",
                Some("/reason".to_owned()),
                "请写明核实情况，不超过200字",
                "Say what was found out, in at most 200 characters",
            ));
        }
        let app = &service.app;
        let kind = RecordKind::NoticeReport;
        let record = records::find(app.store.reader(), &app.secret, kind, report.0).await?;
        let record = record.filter(|record| record.state == State::Sent);
        let mut record = record.ok_or_else(|| Problem::new(Kind::NotFound))?;
        let mut told: Told = form::read(&record)?;
        told.settled = Some(body.0);
        record.body = told.written()?;
        record.state = State::Answered;
        record.kept_until = clock::now().saturating_add(SETTLED_KEPT);
        let transaction = app.store.begin().await?;
        let changed = records::replace(&transaction, &app.secret, &record).await?;
        form::saved(changed)?;
        let case_id = Some(case_of(&record)?);
        person.asker.log(&transaction, case_id, AccessOutcome::Done, &[]).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(NoContent)
    }
}

/// When a report came: its identifier says so, whenever it was looked at.
fn received_at(record: &Record) -> Instant {
    let made = record.id.get_timestamp().map(|made| made.to_unix());
    made.and_then(|(seconds, nanos)| {
        let micros = Instant::try_from(seconds).ok()?.checked_mul(clock::SECOND)?;
        micros.checked_add(Instant::from(nanos / 1000))
    })
    .unwrap_or(record.saved_at)
}

fn case_of(record: &Record) -> Result<CaseId, Problem> {
    let read = Uuid::parse_str(&record.subject).map(CaseId);
    read.map_err(|_| StoreError::Damaged("a report names no case".to_owned()).into())
}

/// Registrars and leaders.
pub fn expect_staff(caller: &Caller) -> Result<(), Problem> {
    let roles = &caller.asker().roles;
    let may = roles.contains(&Role::Registrar) || roles.contains(&Role::Leader);
    if may { Ok(()) } else { Err(Problem::new(Kind::Forbidden)) }
}
