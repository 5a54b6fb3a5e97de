//! Makes one document: fold the case as it stood, compose, print, keep the bytes, note the digest.

use documents::{Marks, PrintError, Printed};

use super::JobError;
use crate::app::App;
use crate::store::documents::{self as stored, DocumentKey, Made};
use crate::store::office::{self, Mode};
use crate::store::{StoreError, cases};

/// Makes a document. The file is stored before its row says so, and both are stored once only.
pub(super) async fn render(app: &App, key: DocumentKey) -> Result<(), JobError> {
    let reader = app.store.reader();
    let known = stored::find(reader, &key).await?.ok_or(JobError::Missing("the document"))?;
    if known.made.is_some() {
        return Ok(());
    }
    let history = cases::load_until(reader, key.case_id, key.version)
        .await?
        .ok_or(JobError::Missing("the case"))?;
    let profile = office::load(reader).await?;
    let marks = Marks { specimen: profile.mode == Mode::Practice };
    let document = super::compose::compose(app, &key, &history, &profile).await?;
    let press = app.press.clone();
    let printed = tokio::task::spawn_blocking(move || press.print(&document, &marks))
        .await
        .map_err(|_| JobError::Panicked)?
        .map_err(|error| JobError::Press(class(&error)))?;
    let made = keep(app, printed).await?;
    Ok(stored::made(&app.store, &key, &made).await?)
}

async fn keep(app: &App, printed: Printed) -> Result<Made, StoreError> {
    let impossible = |_| StoreError::Damaged("a document has an impossible size".to_owned());
    let size = u64::try_from(printed.bytes.len()).map_err(impossible)?;
    let pages = u32::try_from(printed.pages).map_err(impossible)?;
    Ok(Made { digest: app.files.keep(printed.bytes).await?, pages, size })
}

/// The class of an error, without the characters or messages it carries.
fn class(error: &PrintError) -> &'static str {
    match error {
        PrintError::Data { .. } => "the data cannot be written",
        PrintError::AttachmentMissing { .. } => "an attached file is missing",
        PrintError::QueryCode { .. } => "the query address is too long",
        PrintError::MissingGlyphs { .. } => "a character cannot be printed",
        PrintError::Typesetting { .. } => "the template or an attached file was refused",
    }
}
