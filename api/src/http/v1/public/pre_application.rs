//! 预申请 for a family without an account: a form that is saved as it is typed, photos that are uploaded in
//! parts and go on after the line was cut, and the sending. It is found again by its code alone.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{OpenApi, param::Path};
use schemars::JsonSchema;
use serde::Deserialize;
use uuid::Uuid;
use workflow::case::{PaperKind, Party};

use crate::clock;
use crate::http::answer::output::{Created, NoContent, Opened, Output, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::{IfMatch, ResumeCode};
use crate::http::body::input::Input;
use crate::http::body::upload::Part;
use crate::http::door::paced::Paced;
use crate::http::service::Service;
use crate::http::sign_in::caller::Anonymous;
use crate::http::v1::Group;
use crate::http::v1::desk::code;
use crate::http::v1::desk::form::{self, KEPT, expect_form, seen};
use crate::http::v1::desk::sent_before::{
    Kept, LARGEST_PHOTO, MOST_PHOTOS, Photo, PreApplication, UploadProgress, shown,
};
use crate::store::StoreError;
use crate::store::desk::parts;
use crate::store::desk::records::{self, Kind as RecordKind, Record, State};

/// Bytes that lie in all uploads together; beyond them no more are taken.
const ROOM: u64 = 2 * 1024 * 1024 * 1024;

/// The operations of a family before it comes.
pub struct PreApplicationOfFamily;

/// The form as the client writes it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PreApplicationForm {
    /// An object of JSON, in a text of at most 48 KB. It is not read before the office does.
    form: String,
}

/// A photo to be uploaded.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewUpload {
    /// Which paper it shows.
    paper: PaperKind,
    /// Whose, where it is of one party.
    party: Option<Party>,
    /// How many bytes it has, at most 8 MB.
    size: u64,
    /// The SHA-256 digest of its bytes in hexadecimal.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    digest: String,
}

#[OpenApi(prefix_path = "/v1/public", tag = "Group::Eligibility")]
impl PreApplicationOfFamily {
    /// Begin an application beforehand; the answer has the code by which it is found again
    #[oai(path = "/pre-applications", method = "post", operation_id = "create_pre_application")]
    async fn begin(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        body: Input<PreApplicationForm>,
    ) -> Result<Opened<PreApplication>, Problem> {
        expect_form(&body.0.form)?;
        let code = code::draw()?;
        let now = clock::now();
        let record = Record {
            id: Uuid::now_v7(),
            kind: RecordKind::PreApplication,
            owner: code::owner(&service, &code),
            subject: String::new(),
            state: State::Open,
            version: 1,
            saved_at: now,
            kept_until: now.saturating_add(KEPT),
            body: form::written(&Kept { form: body.0.form, ..Kept::default() })?,
        };
        let app = &service.app;
        let transaction = app.store.begin().await?;
        records::add(&transaction, &app.secret, &record).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        let made = PreApplication { resume_code: Some(code), ..shown(&record, &[])? };
        Ok(Created::new(Output::versioned(made, 1), "/v1/public/pre-application"))
    }

    /// Read the application of a code, with how far its uploads are and what the office answered
    #[oai(path = "/pre-application", method = "get", operation_id = "read_pre_application")]
    async fn read(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
    ) -> Result<Versioned<PreApplication>, Problem> {
        let record = code::belonging(&service, RecordKind::PreApplication, &resume_code).await?;
        answer(&service, &record).await
    }

    /// Save the form of the application of a code
    #[oai(path = "/pre-application", method = "put", operation_id = "save_pre_application")]
    async fn save(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
        #[oai(name = "If-Match")] if_match: IfMatch,
        body: Input<PreApplicationForm>,
    ) -> Result<Versioned<PreApplication>, Problem> {
        expect_form(&body.0.form)?;
        let (mut record, kept) = open(&service, &resume_code).await?;
        seen(if_match.0, &record)?;
        record.body = form::written(&Kept { form: body.0.form, ..kept })?;
        save(&service, &mut record).await?;
        answer(&service, &record).await
    }

    /// Announce a photo; its parts follow
    #[oai(path = "/pre-application/uploads", method = "post", operation_id = "create_upload")]
    async fn announce(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
        body: Input<NewUpload>,
    ) -> Result<Created<UploadProgress>, Problem> {
        let (mut record, mut kept) = open(&service, &resume_code).await?;
        let NewUpload { paper, party, size, digest } = body.0;
        if !(1..=LARGEST_PHOTO).contains(&size) || kept.photos.len() >= MOST_PHOTOS {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "upload-too-many",
                Some("/size".to_owned()),
                "照片每张不超过 8 MB，最多 40 张",
                "A photo has at most 8 MB, and there are at most 40",
            ));
        }
        let total = parts::total(service.app.store.reader()).await?;
        if total.saturating_add(size) > ROOM {
            return Err(Problem::new(Kind::StorageFull));
        }
        let upload = Uuid::now_v7();
        let photo = Photo { upload, paper, party, size, digest, examined: false, media_type: None };
        let progress = photo.progress(&[]);
        kept.photos.push(photo);
        record.body = form::written(&kept)?;
        save(&service, &mut record).await?;
        let location = format!("/v1/public/pre-application/uploads/{upload}");
        Ok(Created::new(Output::new(progress), location))
    }

    /// Upload one part of a photo; the same part may come again
    #[oai(
        path = "/pre-application/uploads/:upload/parts/:part",
        method = "put",
        operation_id = "save_upload_part"
    )]
    #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
    async fn part(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
        upload: Path<Uuid>,
        part: Path<u32>,
        body: Part,
    ) -> Result<Output<UploadProgress>, Problem> {
        let (mut record, mut kept) = open(&service, &resume_code).await?;
        let app = &service.app;
        let photo = kept.photos.iter_mut().find(|photo| photo.upload == upload.0);
        let photo = photo.ok_or_else(|| Problem::new(Kind::NotFound))?;
        let expected = photo.bytes_of(part.0).ok_or_else(|| Problem::new(Kind::NotFound))?;
        if body.0.len() as u64 != expected {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "upload-part",
                None,
                format!("第{}段应为{expected}字节", part.0),
                format!("part {} has {expected} bytes", part.0),
            ));
        }
        let of = parts::Of { record: record.id, upload: photo.upload };
        let transaction = app.store.begin().await?;
        parts::keep(&transaction, &app.secret, of, part.0, &body.0).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        let received = parts::received(app.store.reader(), record.id).await?;
        let progress = photo.progress(&received);
        if photo.examined || (progress.received.len() as u64) < progress.parts {
            return Ok(Output::new(progress));
        }
        examine(&service, of, photo).await?;
        let progress = photo.progress(&received);
        record.body = form::written(&kept)?;
        save(&service, &mut record).await?;
        Ok(Output::new(progress))
    }

    /// Take a photo away
    #[oai(
        path = "/pre-application/uploads/:upload",
        method = "delete",
        operation_id = "remove_upload"
    )]
    async fn take_away(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
        upload: Path<Uuid>,
    ) -> Result<NoContent, Problem> {
        let (mut record, mut kept) = open(&service, &resume_code).await?;
        let before = kept.photos.len();
        kept.photos.retain(|photo| photo.upload != upload.0);
        if kept.photos.len() == before {
            return Err(Problem::new(Kind::NotFound));
        }
        record.body = form::written(&kept)?;
        save(&service, &mut record).await?;
        let transaction = service.app.store.begin().await?;
        parts::remove(&transaction, parts::Of { record: record.id, upload: upload.0 }).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(NoContent)
    }

    /// Send the application of a code to the office, which answers what to do
    #[oai(
        path = "/pre-application/submission",
        method = "post",
        operation_id = "submit_pre_application"
    )]
    async fn submit(
        &self,
        _anonymous: Anonymous,
        _paced: Paced,
        service: Data<&Arc<Service>>,
        #[oai(name = "Resume-Code")] resume_code: ResumeCode,
    ) -> Result<Versioned<PreApplication>, Problem> {
        let (mut record, mut kept) = open(&service, &resume_code).await?;
        if kept.photos.iter().any(|photo| !photo.examined) {
            return Err(Problem::new(Kind::InvalidValues).broken(
                "upload-not-whole",
                None,
                "有照片还没有传完，请传完或者删去后再提交",
                "A photo is not uploaded whole; finish it or take it away first",
            ));
        }
        kept.sent_at = Some(clock::written(clock::now()));
        record.body = form::written(&kept)?;
        record.state = State::Sent;
        save(&service, &mut record).await?;
        answer(&service, &record).await
    }
}

async fn answer(service: &Service, record: &Record) -> Result<Versioned<PreApplication>, Problem> {
    let received = parts::received(service.app.store.reader(), record.id).await?;
    Ok(Output::versioned(shown(record, &received)?, record.version))
}

/// What the family still writes. What was sent stays as it is.
async fn open(service: &Service, code: &ResumeCode) -> Result<(Record, Kept), Problem> {
    let record = code::belonging(service, RecordKind::PreApplication, code).await?;
    if record.state != State::Open {
        return Err(Problem::new(Kind::Conflict)
            .detail("已经提交，不能再修改", "It was sent and is not changed any more"));
    }
    let kept = form::read(&record)?;
    Ok((record, kept))
}

async fn save(service: &Service, record: &mut Record) -> Result<(), Problem> {
    record.saved_at = clock::now();
    record.kept_until = record.saved_at.saturating_add(KEPT);
    let app = &service.app;
    let transaction = app.store.begin().await?;
    let changed = records::replace(&transaction, &app.secret, record).await?;
    record.version = form::saved(changed)?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// Looks into a photo that has come whole, in a child process. One that is none is forgotten, and may be sent
/// anew.
async fn examine(service: &Service, of: parts::Of, photo: &mut Photo) -> Result<(), Problem> {
    let app = &service.app;
    let bytes = parts::bytes(app.store.reader(), &app.secret, of).await?;
    let admitted = if photo.is(&bytes) { app.intake.admit(&bytes).await.ok() } else { None };
    if let Some(scan) = admitted {
        photo.examined = true;
        photo.media_type = Some(scan.media_type.name().to_owned());
        return Ok(());
    }
    let transaction = app.store.begin().await?;
    parts::remove(&transaction, of).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Err(Problem::new(Kind::InvalidValues).broken(
        "upload-damaged",
        None,
        "照片没有传好，或者不是能打开的 JPEG、PNG、PDF，请重新上传",
        "The photo did not come whole, or is no JPEG, PNG or PDF that opens; upload it anew",
    ))
}
