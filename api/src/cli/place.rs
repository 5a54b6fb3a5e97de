//! Where an office's things are, as the command line and the environment say.

use std::env::VarError;
use std::path::PathBuf;

use clap::Args;

use super::stop::Stop;
use crate::config::{Config, holds_password};

/// The variable with the address of the database, as other programs know it, too.
const DATABASE_VARIABLE: &str = "DATABASE_URL";

/// Where the office's things are.
#[derive(Debug, Clone, Args)]
pub(super) struct Place {
    /// The data directory: the embedded database, files and keys
    #[arg(long)]
    pub(super) data: Option<PathBuf>,
    /// The address of a PostgreSQL database; without it the embedded one is used. One with a password
    /// belongs into the variable DATABASE_URL or a configuration file, for anybody may read arguments
    #[arg(long)]
    pub(super) database_url: Option<String>,
    /// A configuration file (TOML); variables GUIJIA_… stand above it
    #[arg(long)]
    pub(super) config: Option<PathBuf>,
}

impl Place {
    /// The configuration. What is there of the office already is closed to others before anything
    /// is read from it.
    pub(super) fn config(&self) -> Result<Config, Stop> {
        let config = self.settings()?;
        config.close_to_others().map_err(Stop::failed)?;
        Ok(config)
    }

    /// The configuration alone; what is there of the office is left as it is.
    pub(super) fn settings(&self) -> Result<Config, Stop> {
        let mut config = Config::read(self.config.as_deref()).map_err(Stop::usage)?;
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        if let Some(url) = self.database()? {
            config.database = Some(url);
        }
        Ok(config)
    }

    /// The address of the database that stands above that of the configuration.
    fn database(&self) -> Result<Option<String>, Stop> {
        match (&self.database_url, std::env::var(DATABASE_VARIABLE)) {
            (Some(url), _) if holds_password(url) => Err(Stop::usage(format!(
                "--database-url holds a password, and every user of this machine can read the \
                 arguments of a program; put the address into the variable {DATABASE_VARIABLE}, or \
                 as `database` into a configuration file that only the service's user can read"
            ))),
            (Some(url), _) => Ok(Some(url.clone())),
            (None, Ok(url)) => Ok(Some(url)),
            (None, Err(VarError::NotPresent)) => Ok(None),
            (None, Err(VarError::NotUnicode(_))) => {
                Err(Stop::usage(format!("{DATABASE_VARIABLE} is no text")))
            }
        }
    }
}
