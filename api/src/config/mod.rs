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
    /// Where a virus scanner listens that speaks the INSTREAM protocol of `clamd`:
    /// `tcp://host:port` or `unix:///path`; without one nothing is examined.
    pub virus_scanner: Option<String>,
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

/// The variable that says what is logged. It is read before any setting, and is none.
pub const LOG_VARIABLE: &str = "GUIJIA_LOG";

/// The variables that are settings; those of the log and of tests are not.
fn settings_among(
    variables: impl Iterator<Item = (String, String)>,
) -> std::collections::HashMap<String, String> {
    let is_setting = |name: &str| name != LOG_VARIABLE && !name.starts_with("GUIJIA_TEST_");
    variables.filter(|(name, _)| is_setting(name)).collect()
}

/// The environment, without what is not text: other programs may keep such things there.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

impl Config {
    /// Reads a TOML file, if one is named, and then variables such as `GUIJIA_DATABASE`.
    pub fn read(file: Option<&Path>) -> Result<Config, config::ConfigError> {
        Config::read_with(file, environment())
    }

    fn read_with(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Config, config::ConfigError> {
        let mut builder = config::Config::builder();
        if let Some(file) = file {
            builder = builder.add_source(config::File::from(file).format(config::FileFormat::Toml));
        }
        builder
            .add_source(
                config::Environment::with_prefix("GUIJIA")
                    .source(Some(settings_among(variables)))
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
            virus_scanner: None,
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

    #[test]
    fn variables_stand_above_the_file_and_what_is_logged_is_no_setting() {
        let read = |variables: &[(&str, &str)]| {
            let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
            Config::read_with(None, variables.iter().map(owned))
        };
        let named = read(&[
            ("GUIJIA_DATA", "/srv/guijia"),
            (LOG_VARIABLE, "debug"),
            ("GUIJIA_TEST_X", "1"),
        ]);
        assert_eq!(named.expect("read").data, Path::new("/srv/guijia"));
        assert!(read(&[("GUIJIA_DATTA", "/srv/guijia")]).is_err());
    }
}
