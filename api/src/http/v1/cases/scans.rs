//! Scans of a case, whether of a paper or of evidence: taken in where the law wants them, and handed out.

use documents::metadata::without_metadata;
use workflow::case::scan::{MediaType, Scan};
use workflow::{CaseId, Command};

use super::acts::{Done, Headers, perform, with_allowed};
use crate::children::scans::{ScanFault, unprobed};
use crate::execute::{Failure, Request, Target, rehearse};
use crate::http::answer::failures::unreadable;
use crate::http::answer::output::{Download, Versioned};
use crate::http::answer::{Kind, Problem};
use crate::http::body::upload::Upload;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::store::drawer::Drawer;
use crate::store::files::Digest;
use crate::store::log::audit::AccessOutcome;

/// Probes a scan, keeps it and files it; where it is only to be validated, nothing is kept.
pub(super) async fn take_in(
    caller: &Caller,
    service: &Service,
    case_id: CaseId,
    headers: Headers,
    filing: &(dyn Fn(Scan) -> Command + Sync),
    body: Upload,
) -> Result<Versioned<Done>, Problem> {
    let scan = admit(caller, service, case_id, &headers, filing, &body.0).await?;
    if !headers.validate {
        let (files, reader) = (&service.app.files, service.app.store.reader());
        Drawer::of_case(files, reader, case_id).await?.keep(body.0).await?;
    }
    Ok(perform(caller, service, Target::Case(case_id), headers, filing(scan)).await?.into())
}

/// Hands a kept scan out. What a camera wrote beside the picture stays with the filed bytes.
pub(super) async fn hand_out(
    service: &Service,
    case_id: CaseId,
    media_type: MediaType,
    digest: &Digest,
    name: &str,
) -> Result<Download, Problem> {
    let (files, reader) = (&service.app.files, service.app.store.reader());
    let filed = Drawer::of_case(files, reader, case_id).await?.read(digest).await;
    let filed = filed.map_err(|error| unreadable(error, name))?;
    let bytes = without_metadata(media_type, &filed).into_owned();
    Ok(Download {
        digest: Digest::of(&bytes).to_string(),
        bytes,
        media_type: media_type.name(),
        file_name: format!("{name}.{}", media_type.extension()),
    })
}

/// Asks the law whether the case takes this scan, and only then what it is: a scan that is
/// not wanted is neither probed nor kept. Only a repeat under its key may name an old version.
async fn admit(
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
    let first = rehearse(app, asker, case_id, &ask(unprobed(bytes), None)).await;
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
