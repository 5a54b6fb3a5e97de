//! Looks whether a gift touches a case that was put before the leader.

use workflow::CaseId;

use super::error::JobError;
use crate::app::App;
use crate::store::gifts::check;

/// Holds the case where a gift touches it; doing it twice holds it once.
pub(super) async fn check_case(app: &App, case_id: CaseId) -> Result<(), JobError> {
    Ok(check::check_case(&app.store, &app.secret, case_id).await?)
}
