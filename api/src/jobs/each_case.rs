//! What happens by itself is written case by case. Each is a transaction of its own and is looked at
//! once more after a failure: what is written there already is not written again.

use workflow::CaseId;

use super::error::JobError;
use crate::app::App;
use crate::execute::time::{Passing, let_time_pass};

/// One case that fails does not keep the others from being looked at; the job is then tried again.
pub(super) async fn each_case(
    app: &App,
    cases: Vec<CaseId>,
    passing: Passing,
) -> Result<(), JobError> {
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
