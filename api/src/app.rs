//! What the service works with: the database, the files, the press, the office's secret.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use documents::Press;
use tokio::sync::Notify;

use crate::config::Config;
use crate::secret::{OfficeSecret, SecretError};
use crate::store::files::FileStore;
use crate::store::{Store, StoreError, rebuild};

/// Everything a request or a job needs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// Scans and printed documents.
    pub files: FileStore,
    /// The press.
    pub press: Press,
    /// The office's secret.
    pub secret: OfficeSecret,
    /// Rung when a commit has enqueued jobs, so that they begin at once.
    pub work: Arc<Notify>,
}

/// Why the service cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database or the file store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The office's secret.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// A font of the office.
    #[error("the font {path} cannot be read: {error}")]
    Font {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        error: std::io::Error,
    },
}

impl App {
    /// Opens everything an initialised office has, and brings its schema up to date.
    pub async fn open(config: &Config) -> Result<App, StartError> {
        let store = Store::open(&config.database_address()?).await?;
        store.migrate().await?;
        let secret = OfficeSecret::load(&config.key_directory())?;
        bring_rows_up_to_date(&store, &secret).await?;
        Ok(App {
            store,
            files: FileStore::in_directory(&config.files_directory())?,
            press: press(config)?,
            secret,
            work: Arc::new(Notify::new()),
        })
    }
}

/// Makes the rows anew that are of the time before numbers were compared in one way of writing.
async fn bring_rows_up_to_date(store: &Store, secret: &OfficeSecret) -> Result<(), StoreError> {
    let (made, clashing) = rebuild::older_rows(store, secret).await?;
    if made > 0 {
        tracing::info!(cases = made, "rows were made anew for the comparison of numbers");
    }
    for case in clashing {
        tracing::warn!(
            case,
            "a number of this case is that of another; its rows stay as they were"
        );
    }
    Ok(())
}

/// The press with the fonts of the office beside its own.
///
/// # Errors
/// When a font of the office cannot be read.
pub fn press(config: &Config) -> Result<Press, StartError> {
    Ok(Press::new(fonts_in(config.font_directory.as_deref())?))
}

/// The font files an office has added, in the order of their names.
fn fonts_in(directory: Option<&Path>) -> Result<Vec<Vec<u8>>, StartError> {
    let Some(directory) = directory else {
        return Ok(Vec::new());
    };
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| StartError::Font { path, error }
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(failed(directory))? {
        paths.push(entry.map_err(failed(directory))?.path());
    }
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).map_err(failed(path))).collect()
}
