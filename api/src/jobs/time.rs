//! What happens by itself: ends that passed, and deadlines that a change of the calendar moved.
//!
//! Each case is a transaction of its own and is looked at once more after a failure: what is written
//! there already is not written again.

use workflow::CaseId;

use super::error::JobError;
use crate::app::App;
use crate::execute::time::{Passing, let_time_pass};
use crate::store::cases::deadlines;
use crate::store::office;

/// Writes down every end before the legal day that nobody has written down yet.
pub(super) async fn pass(app: &App) -> Result<(), JobError> {
    let reader = app.store.reader();
    let today = office::load(reader).await?.today();
    let cases = deadlines::with_passed_ends(reader, today).await?;
    each(app, cases, Passing::Days).await
}

/// Writes into the open cases what a change of the calendar moved.
pub(super) async fn move_deadlines(app: &App, change: u32) -> Result<(), JobError> {
    let cases = deadlines::with_open_clocks(app.store.reader()).await?;
    each(app, cases, Passing::Calendar(change)).await
}

/// One case that fails does not keep the others from being looked at; the job is then tried again.
async fn each(app: &App, cases: Vec<CaseId>, passing: Passing) -> Result<(), JobError> {
    let (mut written, mut failed) = (0, None);
    for case_id in cases {
        match let_time_pass(app, case_id, passing).await {
            Ok(events) => written += events,
            Err(error) => failed = Some(error),
        }
    }
    if written > 0 {
        tracing::info!(written, ?passing, "what time brought was written down");
    }
    failed.map_or(Ok(()), |error| Err(error.into()))
}
