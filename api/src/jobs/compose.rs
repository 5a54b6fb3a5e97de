//! From a case to the data of a document. The files it shows are only named.

use documents::{Document, MadeDocument, Setting};
use workflow::base::document::DocumentKind;

use super::error::JobError;
use crate::app::App;
use crate::secret::query_code::{FIRST_ISSUE, address, query_code};
use crate::store::StoreError;
use crate::store::cases::History;
use crate::store::cases::documents::{self as stored, DocumentKey};
use crate::store::office::configured::Configured;

/// The data of a document, from the case as it stood after the event that called for it.
pub(super) async fn compose(
    app: &App,
    key: &DocumentKey,
    history: &History,
    configured: &Configured,
) -> Result<Document, JobError> {
    let Configured { profile, calendar, .. } = configured;
    let entry = history.entries.last().ok_or(JobError::Missing("the event"))?;
    let code = query_code(&app.secret, key.case_id, FIRST_ISSUE);
    let setting = Setting {
        office: &profile.office,
        rules: &profile.rules,
        calendar,
        on: entry.on,
        by: &entry.by.name,
        query_address: address(&profile.base_address, &code),
        query_code: code,
        made: made_before(app, key, history).await?,
    };
    Document::of_case(&history.case, key.kind, key.party, &setting)
        .ok_or(JobError::Missing("what the document tells"))
}

/// The documents a volume binds: those of the case that are made, each with its legal day.
async fn made_before(
    app: &App,
    key: &DocumentKey,
    history: &History,
) -> Result<Vec<MadeDocument>, StoreError> {
    if key.kind != DocumentKind::Dossier {
        return Ok(Vec::new());
    }
    let documents = stored::list(app.store.reader(), key.case_id).await?;
    let made = documents.into_iter().filter_map(|document| {
        let event = usize::try_from(document.key.version).ok()?.checked_sub(1)?;
        let on = history.entries.get(event)?.on;
        Some(MadeDocument { digest: document.made?.digest.to_string(), on })
    });
    Ok(made.collect())
}
