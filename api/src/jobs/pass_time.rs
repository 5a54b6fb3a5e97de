//! Writes down the ends that have passed.

use super::each_case::each_case;
use super::error::JobError;
use crate::app::App;
use crate::execute::time::Passing;
use crate::store::cases::deadlines;
use crate::store::office;

/// Writes down every end before the legal day that nobody has written down yet.
pub(super) async fn pass_time(app: &App) -> Result<(), JobError> {
    let reader = app.store.reader();
    let today = office::load(reader).await?.today();
    let cases = deadlines::with_passed_ends(reader, today).await?;
    each_case(app, cases, Passing::Days).await
}
