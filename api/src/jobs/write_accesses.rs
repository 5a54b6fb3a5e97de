//! The access log of yesterday becomes a signed file, and files that are old enough go.

use chrono::NaiveDate;

use super::error::JobError;
use crate::app::App;
use crate::clock::now;
use crate::store::office;

/// Writes the day, and those before it that have no file because nobody was there to write them.
pub(super) async fn write_accesses(app: &App, day: NaiveDate) -> Result<(), JobError> {
    let reader = app.store.reader();
    let office = office::load(reader).await?.credit_code;
    for day in app.accesses.missing(day)? {
        let entries = app.accesses.write(reader, &office, day, now()).await?;
        tracing::info!(%day, entries, "the access log of a day was written into its file");
    }
    let gone = app.accesses.rotate(day)?;
    if gone > 0 {
        tracing::info!(gone, "access files that were old enough were removed");
    }
    Ok(())
}
