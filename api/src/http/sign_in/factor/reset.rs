//! Taking the second factors of a person away who has lost them, recovery codes and all.

use workflow::UserId;

use crate::clock;
use crate::store::log::audit;
use crate::store::people::sessions::{self, Ended};
use crate::store::people::{self, factors, recovery_codes};
use crate::store::{StoreError, Transaction};

/// Takes every factor away, ends every session, and keeps who did it in the log of the configuration.
/// The person signs in with the password and enrols anew.
///
/// # Errors
/// When the store fails.
pub async fn reset(transaction: &Transaction, by: &str, user: UserId) -> Result<(), StoreError> {
    let now = clock::now();
    people::invalidate(transaction, user, now).await?;
    factors::remove_all(transaction, user, now).await?;
    recovery_codes::spend_all(transaction, user, now).await?;
    sessions::end_all(transaction, user, Ended::FactorReset, now).await?;
    let subject = format!("second factors of {user}");
    audit::record_configuration(transaction, by, &subject, None, "none".to_owned()).await
}
