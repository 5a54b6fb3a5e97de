//! Whether this server is the only one on its embedded database.
//!
//! Every server holds a shared lock on a file in the data directory while it serves; the operating
//! system takes it back whatever way the server ends. Who gets the exclusive lock at the start knows
//! that nobody else is at work, and need not wait for the leases of one that was killed.

use std::fs::{File, OpenOptions, TryLockError};

use super::Stop;
use crate::app::App;
use crate::config::Config;
use crate::store::jobs;

/// The file that is locked; nothing stands in it.
const LOCK_FILE: &str = "serving.lock";

/// Says to others that a server is at work, as long as it is kept.
#[derive(Debug)]
pub(super) struct Presence {
    _locked: Option<File>,
}

/// Announces this server, and takes over the jobs that an earlier one left in hand where that is known.
pub(super) async fn begin(config: &Config, app: &App) -> Result<Presence, Stop> {
    if config.database.is_some() {
        // Other replicas may be at work: their leases tell.
        return Ok(Presence { _locked: None });
    }
    let path = config.data.join(LOCK_FILE);
    let opened = OpenOptions::new().create(true).truncate(false).write(true).open(path);
    let file = opened.map_err(Stop::failed)?;
    match file.try_lock() {
        Ok(()) => {
            let taken = jobs::take_over(app.store.reader()).await.map_err(Stop::failed)?;
            if taken > 0 {
                tracing::warn!(taken, "jobs that an earlier server left in hand were taken over");
            }
            file.unlock().map_err(Stop::failed)?;
        }
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => {
            tracing::warn!(%error, "the data directory knows no locks: leases are waited for");
            return Ok(Presence { _locked: None });
        }
    }
    let shared = tokio::task::spawn_blocking(move || file.lock_shared().map(|()| file));
    let locked = shared.await.map_err(Stop::failed)?.map_err(Stop::failed)?;
    Ok(Presence { _locked: Some(locked) })
}
