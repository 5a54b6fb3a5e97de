//! Where the database of an office is: an address as an operator writes it.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;

use crate::store::StoreError;

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(pub(in crate::store) String);

impl Address {
    /// An address as an operator writes it: `sqlite:…` or `postgres://…`.
    pub fn parse(url: &str) -> Result<Address, StoreError> {
        let known = ["sqlite:", "postgres:", "postgresql:"];
        if known.iter().any(|scheme| url.starts_with(scheme)) {
            Ok(Address(url.to_owned()))
        } else {
            Err(StoreError::Setting("the address must begin with sqlite: or postgres:".to_owned()))
        }
    }

    /// Whether the database is a file, and not a server's.
    pub fn is_embedded(&self) -> bool {
        self.0.starts_with("sqlite:")
    }

    /// Where it is in words for an operator: never the user or the password.
    pub fn shown(&self) -> String {
        match (self.file(), PgConnectOptions::from_str(&self.0)) {
            (Some(file), _) if self.is_embedded() => file.display().to_string(),
            (_, Ok(server)) => {
                let name = server.get_database().unwrap_or("?");
                format!("{}:{}/{name}", server.get_host(), server.get_port())
            }
            _ => "?".to_owned(),
        }
    }

    /// The embedded database in a data directory.
    pub fn in_directory(directory: &Path) -> Address {
        let path = directory.join("guijia.sqlite").display().to_string();
        let path = path.replace('%', "%25").replace('?', "%3F");
        Address(format!("sqlite:{path}?mode=rwc"))
    }

    /// The file of an embedded database; none where a server keeps it.
    pub fn file(&self) -> Option<PathBuf> {
        let options = SqliteConnectOptions::from_str(&self.0).ok()?;
        Some(options.get_filename().to_owned())
    }
}
