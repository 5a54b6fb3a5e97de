//! Looks whether a gift touches a case; called for by every entry of every gift.

use uuid::Uuid;

use super::error::JobError;
use crate::app::App;
use crate::store::gifts::check;

/// Notes what was found and holds the cases that wait for the gift; doing it twice changes nothing.
pub(super) async fn check_donation(app: &App, donation: Uuid) -> Result<(), JobError> {
    Ok(check::check_donation(&app.store, &app.secret, donation).await?)
}
