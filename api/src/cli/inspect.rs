//! `verify`, `rebuild` and `openapi`.

use clap::Args;

use super::lock::FolderLock;
use super::{Place, Stop};
use crate::config::Config;
use crate::secret::OfficeSecret;
use crate::store::Store;
use crate::store::files::FileStore;
use crate::store::rebuild::{self, Finding};
use crate::store::soundness;

/// Folds every case and compares with the stored rows.
#[derive(Debug, Args)]
pub(super) struct Rebuild {
    /// Only compare, change nothing; exits 1 where a row differs
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    place: Place,
}

async fn open(config: &Config) -> Result<Store, Stop> {
    let address = config.database_address().map_err(Stop::usage)?;
    Store::open(&address).await.map_err(Stop::failed)
}

/// Checks every chain of the log and every running series.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// Read every scan and document too, and compare it with its digest
    #[arg(long)]
    files: bool,
    #[command(flatten)]
    place: Place,
}

impl Verify {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = self.place.config()?;
        let store = open(&config).await?;
        let mut findings = rebuild::verify(&store).await.map_err(Stop::failed)?;
        // A damaged chain cannot be counted in; it is finding enough.
        if findings.is_empty() {
            findings.extend(soundness::check_numbers(&store).await.map_err(Stop::failed)?);
        }
        if self.files {
            let files = FileStore::in_directory(&config.files_directory()).map_err(Stop::failed)?;
            findings.extend(soundness::check_files(&store, &files).await.map_err(Stop::failed)?);
        }
        report(&findings, "every chain is whole")
    }
}

impl Rebuild {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = self.place.config()?;
        let store = open(&config).await?;
        let secret = OfficeSecret::load(&config.key_directory()).map_err(Stop::failed)?;
        if self.check {
            let findings = rebuild::check(&store, &secret).await.map_err(Stop::failed)?;
            return report(&findings, "every row is what its events make it");
        }
        let _lock = FolderLock::take(&config)?;
        let changed = rebuild::rebuild(&store, &secret).await.map_err(Stop::failed)?;
        println!("{changed} cases were rewritten.");
        Ok(())
    }
}

fn report(findings: &[Finding], clean: &str) -> Result<(), Stop> {
    for finding in findings {
        println!("{finding}");
    }
    if findings.is_empty() {
        println!("{clean}");
        return Ok(());
    }
    Err(Stop::found(format!("{} findings", findings.len())))
}

/// Prints the interface description.
pub(super) fn print_description() -> Result<(), Stop> {
    let document = crate::http::document().map_err(Stop::failed)?;
    let text = serde_json::to_string_pretty(&document).map_err(Stop::failed)?;
    println!("{text}");
    Ok(())
}
