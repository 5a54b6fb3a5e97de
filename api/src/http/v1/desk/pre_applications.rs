//! 预申请 at the office: the list of what families sent, one of them with its photos, and the answer.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::Role;
use workflow::base::text::{PAGE, is_written_well};

use super::form;
use super::reports::expect_staff;
use super::sent_before::{Kept, PreApplication, PreApplicationReply, PreApplicationState, shown};
use crate::clock::{self, HOUR, Instant};
use crate::http::answer::output::{Download, NoContent, Output, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::input::Input;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::store::desk::parts;
use crate::store::desk::records::{self, Kind as RecordKind, Record, State, Which};
use crate::store::log::audit::AccessOutcome;
use crate::store::{StoreError, office};

/// Applications of one answer.
const MOST: u64 = 200;
/// How long one stays that was answered.
const ANSWERED_KEPT: Instant = 60 * 24 * HOUR;

/// The operations of the office on what families sent.
pub struct PreApplications;

/// What families sent.
#[derive(Debug, Serialize, JsonSchema)]
struct PreApplicationsAnswer {
    /// Those nobody has answered yet, then the others; the newest first.
    pre_applications: Vec<PreApplicationLine>,
}

/// One of them.
#[derive(Debug, Serialize, JsonSchema)]
struct PreApplicationLine {
    /// Its identifier.
    id: Uuid,
    /// How it stands.
    state: PreApplicationState,
    /// When it was sent, in Beijing time.
    sent_at: Option<String>,
    /// How many photos it has.
    uploads: usize,
}

#[OpenApi(prefix_path = "/v1/pre-applications", tag = "Group::Cases")]
impl PreApplications {
    /// List what families sent before they come
    #[oai(path = "/", method = "get", operation_id = "list_pre_applications")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
    ) -> Result<Output<PreApplicationsAnswer>, Problem> {
        expect_staff(&caller)?;
        let app = &service.app;
        let mut pre_applications = Vec::new();
        for state in [State::Sent, State::Answered] {
            let asked = Which { states: &[state], ..Which::default() };
            let kind = RecordKind::PreApplication;
            for record in records::list(app.store.reader(), &app.secret, kind, &asked, MOST).await?
            {
                let kept: Kept = form::read(&record)?;
                pre_applications.push(PreApplicationLine {
                    id: record.id,
                    state: record.state.into(),
                    sent_at: kept.sent_at,
                    uploads: kept.photos.len(),
                });
            }
        }
        caller.asker().note(&app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::new(PreApplicationsAnswer { pre_applications }))
    }

    /// Read what a family sent
    #[oai(path = "/:id", method = "get", operation_id = "read_sent_pre_application")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
    ) -> Result<Versioned<PreApplication>, Problem> {
        expect_staff(&caller)?;
        let app = &service.app;
        let record = sent(&service, id.0).await?;
        let received = parts::received(app.store.reader(), record.id).await?;
        caller.asker().note(&app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Output::versioned(shown(&record, &received)?, record.version))
    }

    /// Read a photo that a family sent
    #[oai(path = "/:id/uploads/:upload", method = "get", operation_id = "read_sent_upload")]
    async fn photo(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        upload: Path<Uuid>,
    ) -> Result<Download, Problem> {
        expect_staff(&caller)?;
        let app = &service.app;
        let record = sent(&service, id.0).await?;
        let kept: Kept = form::read(&record)?;
        let photo = kept.photos.into_iter().find(|photo| photo.upload == upload.0);
        let photo = photo.filter(|photo| photo.examined);
        let photo = photo.ok_or_else(|| Problem::new(Kind::NotFound))?;
        let of = parts::Of { record: record.id, upload: photo.upload };
        let bytes = parts::bytes(app.store.reader(), &app.secret, of).await?;
        let (media_type, extension) = match photo.media_type.as_deref() {
            Some("application/pdf") => ("application/pdf", "pdf"),
            Some("image/png") => ("image/png", "png"),
            _ => ("image/jpeg", "jpg"),
        };
        caller.asker().note(&app.store, None, AccessOutcome::Read, &[]).await?;
        Ok(Download {
            bytes,
            media_type,
            file_name: format!("{}.{extension}", photo.paper.printed()),
            digest: photo.digest,
        })
    }

    /// Answer a family what to do; it is no decision
    #[oai(path = "/:id/reply", method = "post", operation_id = "reply_pre_application")]
    async fn reply(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<PreApplicationReply>,
    ) -> Result<NoContent, Problem> {
        let person = caller.holding(Role::Registrar)?;
        if !is_written_well(&body.0.text, PAGE) {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "input-value",
                Some("/text".to_owned()),
                "请写明答复内容，首尾不留空格",
                "Say what the family should do, without blanks at the ends",
            ));
        }
        let app = &service.app;
        let mut record = sent(&service, id.0).await?;
        let on = office::load(app.store.reader()).await?.today();
        let kept: Kept = form::read(&record)?;
        record.body = form::written(&Kept { reply: Some((body.0, on)), ..kept })?;
        record.state = State::Answered;
        record.saved_at = clock::now();
        record.kept_until = record.saved_at.saturating_add(ANSWERED_KEPT);
        let transaction = app.store.begin().await?;
        form::saved(records::replace(&transaction, &app.secret, &record).await?)?;
        person.asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(NoContent)
    }
}

/// What was sent; what a family still writes is nobody else's.
async fn sent(service: &Service, id: Uuid) -> Result<Record, Problem> {
    let app = &service.app;
    let kind = RecordKind::PreApplication;
    let found = records::find(app.store.reader(), &app.secret, kind, id).await?;
    let sent = found.filter(|record| record.state != State::Open);
    sent.ok_or_else(|| Problem::new(Kind::NotFound))
}
