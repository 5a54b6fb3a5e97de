//! Makes one document: fold the case as it stood, compose, print, keep the bytes.

use std::sync::Arc;

use documents::{Document, Marks, Printed};

use super::error::JobError;
use crate::app::App;
use crate::children::printing;
use crate::store::StoreError;
use crate::store::cases::History;
use crate::store::cases::documents::{self as stored, DocumentKey, Made};
use crate::store::drawer::Drawer;
use crate::store::office::Mode;

/// Makes a document, unless it is made already. The file is stored before its row says so, which is
/// for whoever still holds the job to write; both are stored once only.
pub(super) async fn render_document(app: &App, key: DocumentKey) -> Result<Option<Made>, JobError> {
    let reader = app.store.reader();
    let known = stored::find(reader, &key).await?.ok_or(JobError::Missing("the document"))?;
    if known.made.is_some() {
        return Ok(None);
    }
    let history = app.store.histories().read(reader, key.case_id).await?;
    let history = history.and_then(|history| until(history, key.version));
    let history = history.ok_or(JobError::Missing("the case"))?;
    let configured = app.store.configuration().now(reader).await?;
    let marks = Marks { specimen: configured.profile.mode == Mode::Practice };
    let document = super::compose::compose(app, &key, &history, &configured).await?;
    let drawer = Drawer::of_case(&app.files, reader, key.case_id).await?;
    let printed = print(app, &drawer, document, marks).await?;
    Ok(Some(keep(&drawer, printed).await?))
}

/// The case as it stood after the event of one version. None if it never had that many.
fn until(history: Arc<History>, version: i64) -> Option<Arc<History>> {
    let version = usize::try_from(version).ok()?;
    if history.entries.len() == version {
        return Some(history);
    }
    let entries = history.entries.get(..version)?.to_vec();
    let case = workflow::fold(&entries)?;
    Some(Arc::new(History { entries, case, recorded_at: history.recorded_at }))
}

/// Prints here what is all our own, and in a child what shows files from outside.
async fn print(
    app: &App,
    drawer: &Drawer,
    document: Document,
    marks: Marks,
) -> Result<Printed, JobError> {
    if !document.attachments().is_empty() {
        return Ok(app.printer.print(drawer, document, marks).await?);
    }
    let press = app.press.clone();
    tokio::task::spawn_blocking(move || press.print(&document, &marks))
        .await
        .map_err(|_| JobError::Panicked)?
        .map_err(|error| JobError::Press(printing::class(&error).to_owned()))
}

async fn keep(drawer: &Drawer, printed: Printed) -> Result<Made, StoreError> {
    let impossible = |_| StoreError::Damaged("a document has an impossible size".to_owned());
    let size = u64::try_from(printed.bytes.len()).map_err(impossible)?;
    let pages = u32::try_from(printed.pages).map_err(impossible)?;
    Ok(Made { digest: drawer.keep(printed.bytes).await?, pages, size })
}
