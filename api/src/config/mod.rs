//! Where an office's service finds its things: from a file, then from the environment.

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::store::StoreError;
use crate::store::connect::Address;

/// The service's configuration. What the law leaves to the office is not here but in the
/// database, because a change of it is a logged act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The data directory: the embedded database, files and keys.
    #[serde(default = "default_data")]
    pub data: PathBuf,
    /// The database's address; without one the embedded database in the data directory.
    pub database: Option<String>,
    /// The address and port to listen on.
    #[serde(default = "default_listen")]
    pub listen: std::net::SocketAddr,
    /// A folder with fonts of the office.
    pub font_directory: Option<PathBuf>,
    /// Proxies whose word on the caller's address is believed.
    #[serde(default)]
    pub trusted_proxies: Vec<std::net::IpAddr>,
}

fn default_data() -> PathBuf {
    PathBuf::from("data")
}

fn default_listen() -> std::net::SocketAddr {
    std::net::SocketAddr::from(([127, 0, 0, 1], 8080))
}

/// The variables that are meant for the service; those of its tests are not.
fn environment() -> std::collections::HashMap<String, String> {
    let of_tests = |name: &String| name.starts_with("GUIJIA_TEST_");
    std::env::vars().filter(|(name, _)| !of_tests(name)).collect()
}

impl Config {
    /// Reads a TOML file, if one is named, and then variables such as `GUIJIA_DATABASE`.
    pub fn read(file: Option<&Path>) -> Result<Config, config::ConfigError> {
        let mut builder = config::Config::builder();
        if let Some(file) = file {
            builder = builder.add_source(config::File::from(file).format(config::FileFormat::Toml));
        }
        builder
            .add_source(
                config::Environment::with_prefix("GUIJIA")
                    .source(Some(environment()))
                    .try_parsing(true)
                    .list_separator(",")
                    .with_list_parse_key("trusted_proxies"),
            )
            .build()?
            .try_deserialize()
    }

    /// The configuration of an office whose things are all in one directory.
    pub fn in_directory(data: &Path) -> Config {
        Config {
            data: data.to_owned(),
            database: None,
            listen: default_listen(),
            font_directory: None,
            trusted_proxies: Vec::new(),
        }
    }

    /// Where the database is.
    pub fn database_address(&self) -> Result<Address, StoreError> {
        match &self.database {
            Some(url) => Address::parse(url),
            None => Ok(Address::in_directory(&self.data)),
        }
    }

    /// Makes the data directory, open to its owner only, where there is none yet.
    pub fn make_data_directory(&self) -> std::io::Result<()> {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.data)
    }

    /// Where scans and documents are kept.
    pub fn files_directory(&self) -> PathBuf {
        self.data.join("files")
    }

    /// Where keys and the office's secret are kept.
    pub fn key_directory(&self) -> PathBuf {
        self.data.join("keys")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_what_differs_from_the_defaults() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("guijia.toml");
        std::fs::write(&file, "data = '/srv/guijia'\nlisten = '0.0.0.0:443'\n").expect("written");
        let config = Config::read(Some(&file)).expect("read");
        assert_eq!(config.data, Path::new("/srv/guijia"));
        assert_eq!(config.listen.port(), 443);
        assert_eq!(config.key_directory(), Path::new("/srv/guijia/keys"));
    }

    #[test]
    fn an_unknown_setting_is_an_error() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("guijia.toml");
        std::fs::write(&file, "datta = '/srv/guijia'\n").expect("written");
        assert!(Config::read(Some(&file)).is_err());
    }
}
