//! Founding an office: keys and secret made once, the schema, the office, the first people.

use std::path::Path;

use workflow::Role;

use super::practice;
use crate::clock;
use crate::config::Config;
use crate::http::answer::Problem;
use crate::http::sign_in::invitations::{self, Invitation};
use crate::secret::keys::{self, KeyError};
use crate::secret::masters::{self, Masters};
use crate::secret::suite::Suite;
use crate::secret::{OfficeSecret, SecretError, heads_key};
use crate::store::office::{self, Profile};
use crate::store::{Reader, Store, StoreError, people};

/// Why an office could not be founded.
#[derive(Debug, thiserror::Error)]
pub enum FoundingError {
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The secret could not be made.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The signing keys could not be made.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The first administrator could not be invited.
    #[error("the first administrator could not be invited")]
    Invitation,
    /// The data directory already holds the keys of an office.
    #[error("{0} already holds the keys of an office")]
    KeysExist(String),
    /// The database already holds an office.
    #[error("this database already holds an office")]
    OfficeExists,
}

impl From<Problem> for FoundingError {
    fn from(_: Problem) -> FoundingError {
        FoundingError::Invitation
    }
}

/// The first administrator of a real office.
#[derive(Debug, Clone)]
pub struct FirstAdministrator {
    /// The name to sign in with.
    pub login: String,
    /// The name on records.
    pub name: String,
}

/// Founds a real office that seals in this suite, and invites its first administrator.
///
/// # Errors
/// [`FoundingError`]; nothing is overwritten.
pub async fn found_office(
    config: &Config,
    profile: &Profile,
    suite: Suite,
    administrator: &FirstAdministrator,
) -> Result<Invitation, FoundingError> {
    let store = prepare(config, suite).await?;
    let transaction = store.begin().await?;
    office::create(&transaction, profile).await?;
    let first = people::Profile {
        login: administrator.login.clone(),
        name: administrator.name.clone(),
        roles: vec![Role::Administrator],
        organization: profile.office.name.clone(),
        registrar_number: None,
        qualification: None,
        practice_number: None,
    };
    let invitation = invitations::invite(&transaction, None, &first).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(invitation)
}

/// Founds the practice office with its invented people.
///
/// # Errors
/// [`FoundingError`]; nothing is overwritten.
pub async fn found_practice_office(
    config: &Config,
    profile: &Profile,
) -> Result<(), FoundingError> {
    let store = prepare(config, Suite::default()).await?;
    let transaction = store.begin().await?;
    office::create(&transaction, profile).await?;
    practice::people::add(&transaction, &profile.office.name, clock::now()).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// The schema first, then the keys: a directory with keys but no office would look like an office.
async fn prepare(config: &Config, suite: Suite) -> Result<Store, FoundingError> {
    let directory = config.key_directory();
    if has_files(&directory) {
        return Err(FoundingError::KeysExist(directory.display().to_string()));
    }
    config.make_data_directory().map_err(SecretError::from)?;
    let store = Store::open(&config.database_address()?).await?;
    store.migrate().await?;
    if office::find(store.reader()).await?.is_some() {
        return Err(FoundingError::OfficeExists);
    }
    OfficeSecret::create(&directory)?;
    keys::create(&directory)?;
    masters::create(&directory, suite)?;
    store.reader().keys().unlock(Masters::load(&directory)?, OfficeSecret::load(&directory)?);
    heads_key::create(&directory)?;
    Ok(store)
}

fn has_files(directory: &Path) -> bool {
    std::fs::read_dir(directory).is_ok_and(|mut entries| entries.next().is_some())
}
