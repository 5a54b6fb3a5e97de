//! An assessment by points: its sheets side by side, and the files of its evidence.

use std::sync::Arc;

use documents::metadata::without_metadata;
use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use uuid::Uuid;
use workflow::case::Case;
use workflow::case::assessment::evidence::EvidenceFile;
use workflow::indicator::Part;
use workflow::law::comparison::{Comparison, compared};
use workflow::rights::Action;
use workflow::steps::file_evidence::FileEvidence;
use workflow::{CaseId, Command};

use super::acts::{Done, Headers, perform};
use super::papers::admit;
use crate::execute::Target;
use crate::http::answer::failures::unreadable;
use crate::http::answer::output::{Download, Output, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::upload::Upload;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;
use crate::store::drawer::Drawer;
use crate::store::files::Digest;

/// The operations on sheets and evidence.
pub struct Assessments;

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Assessments {
    /// The sheets of a part side by side, item by item, once every assessor has sent theirs
    #[oai(
        path = "/:case/assessment/differences",
        method = "get",
        operation_id = "list_differences"
    )]
    async fn differences(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        /// `capability` or `integration`
        part: Query<Word<Part>>,
    ) -> Result<Versioned<Comparison>, Problem> {
        let case_id = CaseId(case.0);
        let history =
            consult(&service.app, caller.asker(), case_id, Action::ReadAssessment).await?;
        let answer = compared(&history.case, part.0.0);
        Ok(Output::versioned(answer, history.case.version))
    }

    /// File a photo, a paper or a note of a recording to the evidence it shows
    #[oai(path = "/:case/assessment/evidence", method = "post", operation_id = "file_evidence")]
    #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
    async fn file(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        /// The piece of evidence, by its number in the assessment
        piece: Query<u32>,
        #[oai(name = "If-Match")] if_match: IfMatch,
        #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
        /// Only decides whether it would be done, and writes nothing
        validate: Query<Option<bool>>,
        body: Upload,
    ) -> Result<Versioned<Done>, Problem> {
        let case_id = CaseId(case.0);
        let validate = validate.0.unwrap_or(false);
        let headers = Headers { if_match, idempotency_key, validate };
        let piece = piece.0;
        let filing = |scan| Command::FileEvidence(FileEvidence { piece, scan });
        let scan = admit(&caller, &service, case_id, &headers, &filing, &body.0).await?;
        if !validate {
            let (files, reader) = (&service.app.files, service.app.store.reader());
            Drawer::of_case(files, reader, case_id).await?.keep(body.0).await?;
        }
        let target = Target::Case(case_id);
        Ok(perform(&caller, &service, target, headers, filing(scan)).await?.into())
    }

    /// Read a file of evidence; a photo without what its camera wrote of position and device
    #[oai(
        path = "/:case/assessment/evidence/:number/content",
        method = "get",
        operation_id = "read_evidence"
    )]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        number: Path<u32>,
    ) -> Result<Download, Problem> {
        let case_id = CaseId(case.0);
        let history =
            consult(&service.app, caller.asker(), case_id, Action::ReadAssessment).await?;
        let (file, digest) = find(&history.case, number.0)?;
        let media_type = file.scan.media_type;
        let name = format!("佐证{}-{}", file.piece, file.number);
        let (files, reader) = (&service.app.files, service.app.store.reader());
        let filed = Drawer::of_case(files, reader, case_id).await?.read(&digest).await;
        let filed = filed.map_err(|error| unreadable(error, &name))?;
        let bytes = without_metadata(media_type, &filed).into_owned();
        Ok(Download {
            digest: Digest::of(&bytes).to_string(),
            bytes,
            media_type: media_type.name(),
            file_name: format!("{name}.{}", media_type.extension()),
        })
    }
}

fn find(case: &Case, number: u32) -> Result<(&EvidenceFile, Digest), Problem> {
    let files = case.assessment.scored.iter().flat_map(|scored| &scored.files);
    let file = files.into_iter().find(|file| file.number == number);
    let found = file.and_then(|file| Some((file, Digest::parse(&file.scan.digest)?)));
    found.ok_or_else(|| Problem::new(Kind::NotFound))
}
