//! An assessment by points: its sheets side by side, and the files of its evidence.

use std::sync::Arc;

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

use super::acts::{Done, Headers};
use super::scans::{hand_out, take_in};
use crate::http::answer::output::{Download, Output, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::upload::Upload;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;
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
        let piece = piece.0;
        let headers = Headers { if_match, idempotency_key, validate: validate.0.unwrap_or(false) };
        let filing = |scan| Command::FileEvidence(FileEvidence { piece, scan });
        take_in(&caller, &service, CaseId(case.0), headers, &filing, body).await
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
        let name = format!("佐证{}-{}", file.piece, file.number);
        hand_out(&service, case_id, file.scan.media_type, &digest, &name).await
    }
}

fn find(case: &Case, number: u32) -> Result<(&EvidenceFile, Digest), Problem> {
    let files = case.assessment.scored.iter().flat_map(|scored| &scored.files);
    let file = files.into_iter().find(|file| file.number == number);
    let found = file.and_then(|file| Some((file, Digest::parse(&file.scan.digest)?)));
    found.ok_or_else(|| Problem::new(Kind::NotFound))
}
