//! 公告 for anybody: the notices that run, and a way to come forward. What somebody reports is no claim; a
//! registrar speaks with them and makes it one.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::base::text::{LINE, PAGE, is_written_well};
use workflow::identity::telephone::{can_be_called, standard_telephone};
use workflow::public::notice::{RunningNotice, running};
use workflow::{CaseId, Message};

use crate::clock;
use crate::http::answer::output::{Created, Output};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::door::paced::Paced;
use crate::http::service::Service;
use crate::http::sign_in::caller::Anonymous;
use crate::http::v1::Group;
use crate::http::v1::desk::reports::{FOR_EVER, Told};
use crate::secret::Purpose;
use crate::store::cases::notices;
use crate::store::desk::records::{self, Kind as RecordKind, Record, State, Which};
use crate::store::{StoreError, office};

/// Notices of one answer: a county has a few.
const MOST: u64 = 100;
/// Reports on one notice that nobody has looked at yet, beyond which no more are taken.
const MOST_REPORTS: u64 = 100;

/// The operations on public notices.
pub struct Notices;

/// The notices that run.
#[derive(Debug, Serialize, JsonSchema)]
struct NoticesAnswer {
    /// Those that end first before the others.
    notices: Vec<PublishedNotice>,
    /// Whether there are more.
    more: bool,
}

/// A notice, under a name of its own.
#[derive(Debug, Serialize, JsonSchema)]
struct PublishedNotice {
    /// What it is called in this interface; it tells nothing of the case.
    notice: String,
    /// What the newspaper printed.
    #[serde(flatten)]
    printed: RunningNotice,
}

/// What somebody tells who may know the child.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoticeReport {
    /// Their name.
    name: String,
    /// Where they are reached.
    telephone: String,
    /// What they are to the child, in their own words.
    relation: String,
    /// What they want to tell.
    says: String,
}

/// That a report has come.
#[derive(Debug, Serialize, JsonSchema)]
struct ReportReceived {
    /// What happens now.
    next: Message,
}

/// The name under which the notice of a case is told.
fn name_of(service: &Service, case_id: CaseId) -> String {
    let derived = service.app.secret.derive(Purpose::Notice, &[case_id.0.as_bytes()]);
    hex::encode(derived.get(..16).unwrap_or(&derived))
}

/// The notices that run today, each with its case.
async fn all(service: &Service) -> Result<Vec<(CaseId, RunningNotice)>, StoreError> {
    let reader = service.app.store.reader();
    let today = office::load(reader).await?.today();
    let mut found = Vec::new();
    for case_id in notices::running(reader, today, MOST + 1).await? {
        let history = service.app.store.histories().read(reader, case_id).await?;
        let notice = history.and_then(|history| running(&history.case, today));
        found.extend(notice.map(|notice| (case_id, notice)));
    }
    Ok(found)
}

#[OpenApi(prefix_path = "/v1/public/notices", tag = "Group::Eligibility")]
impl Notices {
    /// List the public notices that run: children whose parents are searched for
    #[oai(path = "/", method = "get", operation_id = "list_notices")]
    async fn list(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<NoticesAnswer>, Problem> {
        let mut found = all(&service).await?;
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        let more = found.len() > most;
        found.truncate(most);
        let notices = found.into_iter().map(|(case_id, printed)| PublishedNotice {
            notice: name_of(&service, case_id),
            printed,
        });
        Ok(Output::new(NoticesAnswer { notices: notices.collect(), more }))
    }

    /// Come forward as somebody who may know the child of a notice
    #[oai(path = "/:notice/reports", method = "post", operation_id = "create_notice_report")]
    async fn report(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        notice: Path<String>,
        body: Input<NoticeReport>,
    ) -> Result<Created<ReportReceived>, Problem> {
        let told = read(body.0)?;
        let mut found = all(&service).await?.into_iter();
        let case = found.find(|(case_id, _)| name_of(&service, *case_id) == notice.0);
        let (case_id, _) = case.ok_or_else(|| Problem::new(Kind::NotFound))?;
        let app = &service.app;
        let subject = case_id.to_string();
        let waiting = Which { subject: Some(&subject), states: &[State::Sent], owner: None };
        let reader = app.store.reader();
        if records::count(reader, RecordKind::NoticeReport, &waiting).await? >= MOST_REPORTS {
            return Err(Problem::new(Kind::TooMany));
        }
        let id = Uuid::now_v7();
        let record = Record {
            id,
            kind: RecordKind::NoticeReport,
            owner: String::new(),
            subject,
            state: State::Sent,
            version: 1,
            saved_at: clock::now(),
            // It stays until somebody has looked at it.
            kept_until: FOR_EVER,
            body: told.written()?,
        };
        let transaction = app.store.begin().await?;
        records::add(&transaction, &app.secret, &record).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        let next = Message::new(
            "已经收到。登记机关的工作人员会打电话联系您；着急的话，请直接打公告上的电话。",
            "We have it. An officer will call you; if it is urgent, call the number of the notice.",
        );
        let answer = Output::new(ReportReceived { next });
        Ok(Created::new(answer, format!("/v1/public/notices/{}", notice.0)))
    }
}

/// What was told, if every field says something.
fn read(told: NoticeReport) -> Result<Told, Problem> {
    let fields = [
        ("/name", is_written_well(&told.name, LINE)),
        ("/telephone", can_be_called(&standard_telephone(&told.telephone))),
        ("/relation", is_written_well(&told.relation, LINE)),
        ("/says", is_written_well(&told.says, PAGE)),
    ];
    let wrong: Vec<&str> =
        fields.into_iter().filter(|(_, is_well)| !is_well).map(|(field, _)| field).collect();
    if wrong.is_empty() {
        let NoticeReport { name, telephone, relation, says } = told;
        return Ok(Told { name, telephone, relation, says, settled: None });
    }
    Err(wrong.into_iter().fold(Problem::new(Kind::InvalidValues), |problem, field| {
        problem.broken(
            "input-value",
            Some(field.to_owned()),
            "请如实填写，首尾不留空格",
            "Say it here, without blanks at the ends",
        )
    }))
}
