//! Writes down which deadlines a change of the calendar moved.

use super::each_case::each_case;
use super::error::JobError;
use crate::app::App;
use crate::execute::time::Passing;
use crate::store::cases::deadlines;

/// Writes into the open cases what a change of the calendar moved.
pub(super) async fn move_deadlines(app: &App, change: u32) -> Result<(), JobError> {
    let cases = deadlines::with_open_clocks(app.store.reader()).await?;
    each_case(app, cases, Passing::Calendar(change)).await
}
