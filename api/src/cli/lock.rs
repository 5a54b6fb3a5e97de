//! One program to a folder: two that serve one embedded database would each believe that they alone
//! do its jobs, and an upgrade of one would change the schema under the other.

use std::fs::{File, OpenOptions, Permissions, TryLockError};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};

use super::stop::Stop;
use crate::config::Config;

/// The folder's lock, held as long as the program lives: the system gives it back at its end,
/// whatever the end is.
#[derive(Debug)]
pub(super) struct FolderLock {
    file: Option<File>,
}

impl FolderLock {
    /// Whether nobody else can be at work on the database.
    pub(super) fn is_held(&self) -> bool {
        self.file.is_some()
    }

    /// Takes the lock of an office's folder. A PostgreSQL database has none: any number of replicas
    /// may serve it.
    pub(super) fn take(config: &Config) -> Result<FolderLock, Stop> {
        let address = config.database_address().map_err(Stop::usage)?;
        if !address.is_embedded() {
            return Ok(FolderLock { file: None });
        }
        let path = config.data.join("guijia.lock");
        let opened = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .map_err(|error| Stop::failed(format!("{}: {error}", path.display())))?;
        // One that an older version made may be open to others.
        opened
            .set_permissions(Permissions::from_mode(0o600))
            .map_err(|error| Stop::failed(format!("{}: {error}", path.display())))?;
        match opened.try_lock() {
            Ok(()) => Ok(FolderLock { file: Some(opened) }),
            Err(TryLockError::WouldBlock) => Err(Stop::failed(format!(
                "another guijia is at work in {}; end it first",
                config.data.display()
            ))),
            Err(TryLockError::Error(error)) => {
                Err(Stop::failed(format!("{}: {error}", path.display())))
            }
        }
    }
}
