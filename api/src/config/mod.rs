//! Where an office's service finds its things: from a file, then from the environment.

pub mod closed;
mod witness;

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::accesses::folder::AccessFolder;
use crate::store::StoreError;
use crate::store::connection::connect::Address;
use crate::store::office::Mode;
use closed::ClosingError;
pub use witness::WitnessAddress;

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
    /// How many seconds a start waits for a PostgreSQL that does not answer; without it, until stopped.
    pub database_patience: Option<u64>,
    /// The address and port to listen on.
    #[serde(default = "default_listen")]
    pub listen: std::net::SocketAddr,
    /// The address and port on which figures for Prometheus are served; without one, nowhere.
    pub metrics_listen: Option<std::net::SocketAddr>,
    /// A folder with fonts of the office.
    pub font_directory: Option<PathBuf>,
    /// Where a virus scanner listens that speaks the INSTREAM protocol of `clamd`:
    /// `tcp://host:port` or `unix:///path`; without one nothing is examined.
    pub virus_scanner: Option<String>,
    /// Proxies whose word on the caller's address is believed.
    #[serde(default)]
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Whether the interface is described on a page at `/docs`; where nothing is said, in a practice
    /// office only.
    pub docs: Option<bool>,
    /// How many days the files of the access log are kept; the log itself stays.
    #[serde(default = "default_accesses_kept_days")]
    pub accesses_kept_days: u32,
    /// Where the log of heads is kept; without one, `heads` in the data directory. Best on another disk.
    pub heads_directory: Option<PathBuf>,
    /// How many seconds lie between two seals of the heads.
    #[serde(default = "default_heads_interval")]
    pub heads_interval: std::num::NonZeroU32,
    /// Witnesses elsewhere that are shown each checkpoint.
    #[serde(default)]
    pub witnesses: Vec<WitnessAddress>,
}

/// A year, and until the last of it was looked at.
fn default_accesses_kept_days() -> u32 {
    400
}

fn default_data() -> PathBuf {
    PathBuf::from("data")
}

fn default_listen() -> std::net::SocketAddr {
    std::net::SocketAddr::from(([127, 0, 0, 1], 8080))
}

/// Ten minutes.
fn default_heads_interval() -> std::num::NonZeroU32 {
    std::num::NonZeroU32::MIN.saturating_add(599)
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigurationError {
    /// The file or a variable cannot be read.
    #[error(transparent)]
    Unreadable(#[from] config::ConfigError),
    /// The file shows a password to others.
    #[error(transparent)]
    Open(#[from] ClosingError),
}

/// Whether the address of a database holds a password.
pub fn holds_password(database: &str) -> bool {
    url::Url::parse(database).is_ok_and(|address| {
        address.password().is_some() || address.query_pairs().any(|(name, _)| name == "password")
    })
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
    ///
    /// # Errors
    /// When one of them cannot be read, or the file shows others the password of the database.
    pub fn read(file: Option<&Path>) -> Result<Config, ConfigurationError> {
        if let Some(file) = file {
            let written = Config::read_with(Some(file), std::iter::empty())?;
            if written.database.as_deref().is_some_and(holds_password) {
                closed::expect_closed_configuration(file)?;
            }
        }
        Ok(Config::read_with(file, environment())?)
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
            database_patience: None,
            listen: default_listen(),
            metrics_listen: None,
            font_directory: None,
            virus_scanner: None,
            trusted_proxies: Vec::new(),
            docs: None,
            accesses_kept_days: default_accesses_kept_days(),
            heads_directory: None,
            heads_interval: default_heads_interval(),
            witnesses: Vec::new(),
        }
    }

    /// Whether an office shows the page of its interface.
    pub fn shows_docs(&self, mode: Mode) -> bool {
        self.docs.unwrap_or(mode == Mode::Practice)
    }

    /// Whether callers can only come through a proxy that is not believed: all of them then have one
    /// address, and what one does wrong is counted for all.
    pub fn hides_its_callers(&self) -> bool {
        self.listen.ip().is_loopback() && self.trusted_proxies.is_empty()
    }

    /// Where the database is.
    pub fn database_address(&self) -> Result<Address, StoreError> {
        match &self.database {
            Some(url) => Address::parse(url),
            None => Ok(Address::in_directory(&self.data)),
        }
    }

    /// Closes to others what the office keeps and has already.
    ///
    /// # Errors
    /// When something of it is open to others and stays so.
    pub fn close_to_others(&self) -> Result<(), ClosingError> {
        // An address that is none opens nothing; whoever opens it says so.
        let database = self.database_address().ok().and_then(|address| address.file());
        closed::close_tree(&self.heads_directory())?;
        closed::close_data(&self.data, &self.files_directory(), database.as_deref())
    }

    /// What of the office is open to others, each with its mode.
    ///
    /// # Errors
    /// When it cannot be looked at.
    pub fn open_to_others(&self) -> Result<Vec<(PathBuf, u32)>, ClosingError> {
        let database = self.database_address().ok().and_then(|address| address.file());
        closed::open_to_others(&self.data, &self.files_directory(), database.as_deref())
    }

    /// Makes the data directory, open to its owner only, where there is none yet.
    pub fn make_data_directory(&self) -> std::io::Result<()> {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.data)
    }

    /// Where scans and documents are kept.
    pub fn files_directory(&self) -> PathBuf {
        self.data.join("files")
    }

    /// Where the files of the access log are kept.
    pub fn access_folder(&self) -> AccessFolder {
        AccessFolder {
            directory: self.data.join("accesses"),
            keys: self.key_directory(),
            kept_days: self.accesses_kept_days,
        }
    }

    /// Where the log of heads is kept.
    pub fn heads_directory(&self) -> PathBuf {
        self.heads_directory.clone().unwrap_or_else(|| self.data.join("heads"))
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
    fn the_page_of_the_interface_is_for_practice_unless_it_is_asked_for() {
        let mut config = Config::in_directory(Path::new("data"));
        let shown =
            |config: &Config| [Mode::Real, Mode::Practice].map(|mode| config.shows_docs(mode));
        assert_eq!(shown(&config), [false, true]);
        config.docs = Some(true);
        assert_eq!(shown(&config), [true, true]);
        config.docs = Some(false);
        assert_eq!(shown(&config), [false, false]);
    }

    #[test]
    fn an_office_behind_a_proxy_it_does_not_know_is_found() {
        let mut config = Config::in_directory(Path::new("data"));
        assert!(config.hides_its_callers());
        config.trusted_proxies = vec![std::net::Ipv4Addr::LOCALHOST.into()];
        assert!(!config.hides_its_callers());
        config.trusted_proxies.clear();
        config.listen = ([0, 0, 0, 0], 8080).into();
        assert!(!config.hides_its_callers());
    }

    #[test]
    fn passwords_are_found_wherever_an_address_holds_them() {
        for address in [
            "postgres://guijia:secret@db.example/guijia",
            "postgresql://guijia:p%40ss@[::1]:5433/guijia?sslmode=require",
            "postgres://db.example/guijia?user=guijia&password=secret",
        ] {
            assert!(holds_password(address), "{address}");
        }
        for address in [
            "postgres://guijia@db.example/guijia",
            "postgres:///guijia?host=/run/postgresql",
            "sqlite:/srv/guijia/guijia.sqlite?mode=rwc",
            "nonsense",
        ] {
            assert!(!holds_password(address), "{address}");
        }
    }

    #[test]
    fn a_file_others_may_read_holds_no_password() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("guijia.toml");
        let with = |address: &str, mode: u32| {
            std::fs::write(&file, format!("database = '{address}'\n")).expect("written");
            let mode = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(&file, mode).expect("set");
            Config::read(Some(&file))
        };
        let secret = "postgres://guijia:secret@db.example/guijia";
        let refused = with(secret, 0o644).expect_err("shown to all").to_string();
        assert!(!refused.contains("secret"), "{refused}");
        assert_eq!(with(secret, 0o600).expect("read").database.as_deref(), Some(secret));
        with("postgres://guijia@db.example/guijia", 0o644).expect("no password, no secret");
    }

    #[test]
    fn the_log_of_heads_may_lie_elsewhere_and_witnesses_are_named_with_their_keys() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("guijia.toml");
        let plain = Config::in_directory(Path::new("/srv/guijia"));
        assert_eq!(plain.heads_directory(), Path::new("/srv/guijia/heads"));
        let settings = "heads_directory = '/mnt/heads'\nheads_interval = 60\n\
                        witnesses = [{ url = 'http://10.0.0.7:8088', key = 'upper+1+x' }]\n";
        std::fs::write(&file, settings).expect("written");
        let config = Config::read(Some(&file)).expect("read");
        assert_eq!(config.heads_directory(), Path::new("/mnt/heads"));
        assert_eq!((config.heads_interval.get(), config.witnesses.len()), (60, 1));
        std::fs::write(&file, "heads_interval = 0\n").expect("written");
        assert!(Config::read(Some(&file)).is_err());
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
