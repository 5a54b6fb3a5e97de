//! Papers in: a scan is probed, kept, and filed to the slot it fills; and read back.

use std::sync::Arc;

use documents::metadata::without_metadata;
use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use uuid::Uuid;
use workflow::case::scan::{MediaType, Scan};
use workflow::case::{Case, FiledPaper, PaperKind, Party, Slot};
use workflow::rights::Action;
use workflow::steps::file_paper::FilePaper;
use workflow::{CaseId, Command};

use super::acts::{Done, Headers, perform, with_allowed};
use crate::children::scans::{self, ScanFault};
use crate::execute::{Failure, Request, Target, rehearse};
use crate::http::answer::failures::unreadable;
use crate::http::answer::output::{Download, Versioned};
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
use crate::store::log::audit::AccessOutcome;

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
        let target = Target::Case(CaseId(case.0));
        let validate = validate.0.unwrap_or(false);
        let headers = Headers { if_match, idempotency_key, validate };
        let filing = |scan| Command::FilePaper(FilePaper { slot, scan });
        let scan = admit(&caller, &service, CaseId(case.0), &headers, &filing, &body.0).await?;
        if !validate {
            let (files, reader) = (&service.app.files, service.app.store.reader());
            Drawer::of_case(files, reader, CaseId(case.0)).await?.keep(body.0).await?;
        }
        Ok(perform(&caller, &service, target, headers, filing(scan)).await?.into())
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
        let (media_type, extension) = match paper.scan.media_type {
            MediaType::Pdf => ("application/pdf", "pdf"),
            MediaType::Jpeg => ("image/jpeg", "jpg"),
            MediaType::Png => ("image/png", "png"),
        };
        let name = name(paper);
        let (files, reader) = (&service.app.files, service.app.store.reader());
        let drawer = Drawer::of_case(files, reader, case_id).await?;
        let filed = drawer.read(&digest).await;
        let filed = filed.map_err(|error| unreadable(error, &name))?;
        // What a camera wrote beside the picture stays with the filed bytes.
        let bytes = without_metadata(paper.scan.media_type, &filed).into_owned();
        Ok(Download {
            digest: Digest::of(&bytes).to_string(),
            bytes,
            media_type,
            file_name: format!("{name}.{extension}"),
        })
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

/// Asks the law whether the case takes this scan, and only then what it is: a scan that is
/// not wanted is neither probed nor kept. Only a repeat under its key may name an old version.
pub(super) async fn admit(
    caller: &Caller,
    service: &Service,
    case_id: CaseId,
    headers: &Headers,
    filing: &(dyn Fn(Scan) -> Command + Sync),
    bytes: &[u8],
) -> Result<Scan, Problem> {
    let (app, asker) = (&service.app, caller.asker());
    let ask = |scan, idempotency_key| Request {
        target: Target::Case(case_id),
        expected_version: headers.if_match.0,
        idempotency_key,
        command: filing(scan),
        validate: headers.validate,
    };
    let key = &headers.idempotency_key.0;
    let first = rehearse(app, asker, case_id, &ask(scans::unprobed(bytes), None)).await;
    let repeat = matches!(first, Err(Failure::Stale { .. })) && key.is_some();
    if let (Err(failure), false) = (first, repeat) {
        return Err(with_allowed(caller, service, Target::Case(case_id), failure).await?);
    }
    let scan = match app.intake.admit(bytes).await {
        Ok(scan) => scan,
        Err(fault) => {
            let is_infected = matches!(fault, ScanFault::Infected);
            let rules = [if is_infected { INFECTED_SCAN } else { UNUSABLE_SCAN }];
            asker.note(&app.store, Some(case_id), AccessOutcome::Refused, &rules).await?;
            return Err(unusable(fault));
        }
    };
    if repeat {
        rehearse(app, asker, case_id, &ask(scan.clone(), key.clone())).await?;
    }
    Ok(scan)
}

/// The rule a scan breaks that cannot be used.
const UNUSABLE_SCAN: &str = "input-scan";
/// The rule a scan breaks that the virus scanner refuses.
const INFECTED_SCAN: &str = "input-scan-infected";

fn unusable(fault: ScanFault) -> Problem {
    match fault {
        ScanFault::Unusable { zh, en } => Problem::new(Kind::InvalidValues).broken(
            UNUSABLE_SCAN,
            None,
            format!("扫描件没有存入：{zh}"),
            format!("The scan was not kept: {en}"),
        ),
        ScanFault::Infected => Problem::new(Kind::InvalidValues).broken(
            INFECTED_SCAN,
            None,
            "病毒扫描程序认为该文件含有恶意内容，没有存入",
            "The virus scanner takes this file for harmful; it was not kept",
        ),
        ScanFault::NotExamined => Problem::new(Kind::Unavailable).detail(
            "病毒扫描程序没有应答，扫描件没有存入，请稍后再试",
            "The virus scanner does not answer; the scan was not kept, try again later",
        ),
        ScanFault::NotProbed => Problem::new(Kind::Unavailable),
    }
}
