//! Waiting for a database that is not there yet, as after a power cut, when everything starts at once.

use std::time::{Duration, Instant};

use super::stop::Stop;
use crate::config::Config;
use crate::store::{Store, StoreError};

/// How often somebody looks, and says so.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// Waits until the database answers, saying at each look that it does not.
///
/// # Errors
/// Whatever it answers but cannot be worked with; that it was waited for as long as configured.
pub(super) async fn database(config: &Config) -> Result<(), Stop> {
    let address = config.database_address().map_err(Stop::usage)?;
    if address.is_embedded() {
        return Ok(());
    }
    let (began, at) = (Instant::now(), address.shown());
    loop {
        let looked = Instant::now();
        match Store::look(&address).await {
            Ok(()) => return Ok(()),
            Err(StoreError::Unreachable) => {}
            Err(StoreError::TurnedAway(code)) => {
                let what = match code.as_str() {
                    "3D000" => "knows no such database",
                    _ => "lets nobody in so",
                };
                return Err(Stop::failed(format!(
                    "PostgreSQL answers at {at} and {what} (code {code}): correct `database` in the \
                     configuration, or DATABASE_URL, or make it there"
                )));
            }
            Err(error) => return Err(Stop::failed(error)),
        }
        let waited = began.elapsed().as_secs();
        tracing::warn!(waited, at, "the database does not answer yet");
        if config.database_patience.is_some_and(|patience| waited >= patience) {
            return Err(Stop::failed(format!(
                "the database did not answer for {waited} seconds: start PostgreSQL at {at}, or correct \
                 `database` in the configuration, or DATABASE_URL"
            )));
        }
        tokio::time::sleep(BETWEEN_LOOKS.saturating_sub(looked.elapsed())).await;
    }
}
