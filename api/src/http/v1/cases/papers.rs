//! Papers in: a scan is probed, kept, and filed to the slot it fills; and read back.

use std::sync::Arc;

use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use uuid::Uuid;
use workflow::case::{Case, FiledPaper, PaperKind, Party, Slot};
use workflow::rights::Action;
use workflow::steps::file_paper::FilePaper;
use workflow::{CaseId, Command};

use super::acts::{Done, Headers};
use super::scans::{hand_out, take_in};
use crate::http::answer::output::{Download, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::headers::{IdempotencyKey, IfMatch};
use crate::http::body::upload::Upload;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::reading::consult::consult;
use crate::store::files::Digest;

/// The operations on filed papers.
pub struct Papers;

#[OpenApi(prefix_path = "/v1/cases", tag = "Group::Cases")]
impl Papers {
    /// File a scan to the slot it fills
    #[oai(path = "/:case/papers", method = "post", operation_id = "file_paper")]
    #[allow(clippy::too_many_arguments, reason = "each is one part of the request")]
    async fn file(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        /// What the paper is, such as `health_certificate`
        paper: Query<Word<PaperKind>>,
        /// Whom it concerns: `adopter_1`, `adopter_2`, `placer` or `child`
        party: Query<Option<Word<Party>>>,
        #[oai(name = "If-Match")] if_match: IfMatch,
        #[oai(name = "Idempotency-Key")] idempotency_key: IdempotencyKey,
        /// Only decides whether it would be done, and writes nothing
        validate: Query<Option<bool>>,
        body: Upload,
    ) -> Result<Versioned<Done>, Problem> {
        let slot = Slot { paper: paper.0.0, party: party.0.map(|word| word.0) };
        let headers = Headers { if_match, idempotency_key, validate: validate.0.unwrap_or(false) };
        let filing = |scan| Command::FilePaper(FilePaper { slot, scan });
        take_in(&caller, &service, CaseId(case.0), headers, &filing, body).await
    }

    /// Read a filed scan; a photo without what its camera wrote of position and device
    #[oai(path = "/:case/papers/:number/content", method = "get", operation_id = "read_paper")]
    async fn read(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        case: Path<Uuid>,
        number: Path<u32>,
    ) -> Result<Download, Problem> {
        let case_id = CaseId(case.0);
        let history = consult(&service.app, caller.asker(), case_id, Action::ReadPaper).await?;
        let (paper, digest) = find(&history.case, number.0)?;
        hand_out(&service, case_id, paper.scan.media_type, &digest, &name(paper)).await
    }
}

/// A filed paper, and what its file is called.
pub(super) fn find(case: &Case, number: u32) -> Result<(&FiledPaper, Digest), Problem> {
    let paper = case.papers.iter().find(|paper| paper.number == number);
    let found = paper.and_then(|paper| Some((paper, Digest::parse(&paper.scan.digest)?)));
    found.ok_or_else(|| Problem::new(Kind::NotFound))
}

/// What a filed paper is called where it is handed out.
pub(super) fn name(paper: &FiledPaper) -> String {
    format!("{}-{}", paper.number, paper.slot.paper.printed())
}
