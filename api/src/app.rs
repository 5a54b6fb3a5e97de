//! What the service works with: the database, the files, the press, the office's secret.

use std::path::Path;
use std::sync::Arc;

use documents::Press;
use tokio::sync::{Mutex, Notify};

use crate::accesses::folder::AccessFolder;
use crate::children::child::{self, ChildFault};
use crate::children::pages::Pages;
use crate::children::printing::{self, FontFault, Printer, fonts_in};
use crate::children::scans::Intake;
use crate::children::sets::SetReader;
use crate::children::virus::VirusScanner;
use crate::config::Config;
use crate::heads::folder::Folder;
use crate::measures::{Requests, Seals};
use crate::secret::keys::KeyError;
use crate::secret::masters::{self, Masters};
use crate::secret::suite::Suite;
use crate::secret::{OfficeSecret, SecretError};
use crate::store::cases::rebuild;
use crate::store::files::FileStore;
use crate::store::{Reader, Store, StoreError, kept, log};

/// Everything a request or a job needs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// Scans and printed documents.
    pub files: FileStore,
    /// The press for papers that show nothing from outside.
    pub press: Press,
    /// Prints the others in a child process.
    pub printer: Printer,
    /// Looks into what comes in, in child processes.
    pub intake: Intake,
    /// Draws pages for screens, in child processes.
    pub pages: Pages,
    /// Reads sets of indicators, in child processes.
    pub set_reader: SetReader,
    /// The office's secret.
    pub secret: OfficeSecret,
    /// Rung when a commit has enqueued jobs, so that they begin at once.
    pub work: Arc<Notify>,
    /// What is counted of requests.
    pub requests: Requests,
    /// How the sealing of the heads goes.
    pub seals: Seals,
    /// Rung when a number was given or voided, so that the heads are sealed at once.
    pub sealing: Arc<Notify>,
    /// Held by the worker that reaches for a job.
    pub claiming: Arc<Mutex<()>>,
    /// The folder of the access log's files.
    pub accesses: AccessFolder,
    /// The folder of the log of heads.
    pub heads: Folder,
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
    /// The office's master keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// This program cannot start itself again.
    #[error(transparent)]
    Child(#[from] ChildFault),
    /// The address of the virus scanner is none.
    #[error("virus_scanner must be tcp://host:port or unix:///path")]
    VirusScanner,
    /// A font of the office.
    #[error(transparent)]
    Font(#[from] FontFault),
}

impl App {
    /// Opens everything an initialised office has, and brings its schema up to date.
    pub async fn open(config: &Config) -> Result<App, StartError> {
        let store = Store::open(&config.database_address()?).await?;
        store.migrate().await?;
        let secret = OfficeSecret::load(&config.key_directory())?;
        unlock(&store, &config.key_directory()).await?;
        bring_rows_up_to_date(&store, &secret).await?;
        let program = child::this_program()?;
        Ok(App {
            store,
            files: FileStore::in_directory(&config.files_directory())?,
            press: press(config)?,
            printer: Printer::new(program.clone(), config.font_directory.clone(), printing::LIMITS),
            intake: Intake::new(program.clone(), virus_scanner(config)?),
            pages: Pages::new(program.clone()),
            set_reader: SetReader::new(program),
            secret,
            work: Arc::new(Notify::new()),
            requests: Requests::default(),
            seals: Seals::default(),
            sealing: Arc::new(Notify::new()),
            claiming: Arc::default(),
            accesses: config.access_folder(),
            heads: Folder::at(config.heads_directory()),
        })
    }
}

/// Hands the keys to the store. An office from before there were any gets its first master key; where
/// something is sealed already a missing one is never made good. What the office keeps of people from before
/// it was sealed is sealed now.
///
/// # Errors
/// When they cannot be read, or are missing and needed.
pub async fn unlock(store: &Store, directory: &Path) -> Result<(), StartError> {
    let masters = match Masters::load(directory) {
        Err(KeyError::Missing) if !log::keys::any(store.reader()).await? => {
            masters::create(directory, Suite::default())?;
            tracing::info!("the office has a master key now; keep a copy of it");
            Masters::load(directory)?
        }
        loaded => loaded?,
    };
    store.reader().keys().unlock(masters, OfficeSecret::load(directory)?);
    let sealed = kept::older::seal_all(store).await?;
    if sealed > 0 {
        tracing::info!(rows = sealed, "texts about people were sealed");
    }
    Ok(())
}

/// Makes the rows anew that are of the time before numbers were compared in one way of writing.
///
/// # Errors
/// When the database refuses.
pub async fn bring_rows_up_to_date(store: &Store, secret: &OfficeSecret) -> Result<(), StoreError> {
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

/// The virus scanner the office configured, if any. One that cannot be understood is no reason to
/// go without.
fn virus_scanner(config: &Config) -> Result<Option<VirusScanner>, StartError> {
    let address = config.virus_scanner.as_deref();
    address.map(|address| VirusScanner::parse(address).ok_or(StartError::VirusScanner)).transpose()
}
