//! `verify`, `rebuild` and `openapi`.

use clap::Args;

use super::lock::FolderLock;
use super::place::Place;
use super::stop::Stop;
use crate::config::Config;
use crate::secret::OfficeSecret;
use crate::store::Store;
use crate::store::cases::rebuild::{self, Finding};
use crate::store::connection::snapshot::Snapshot;
use crate::store::files::FileStore;
use crate::store::log::coverage;
use crate::store::log::verify::{self, soundness};

/// Folds every case and compares with the stored rows.
#[derive(Debug, Args)]
pub(super) struct Rebuild {
    /// Only compare, change nothing; exits 1 where a row differs
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    place: Place,
}

async fn look_at(config: &Config) -> Result<Snapshot, Stop> {
    let address = config.database_address().map_err(Stop::usage)?;
    Snapshot::open(&address).await.map_err(|error| match error.is_damage() {
        true => Stop::found(format!("the database cannot be opened: {error}")),
        false => Stop::failed(error),
    })
}

/// Checks every chain of the log and every running series, and that every row is what they say.
#[derive(Debug, Args)]
pub(super) struct Verify {
    /// Read every scan and document too, and compare it with its digest
    #[arg(long)]
    files: bool,
    /// Only list, table by table, what is compared with what, and what is not covered and why
    #[arg(long)]
    coverage: bool,
    #[command(flatten)]
    place: Place,
}

impl Verify {
    pub(super) async fn run(self) -> Result<(), Stop> {
        if self.coverage {
            for line in coverage::listing() {
                println!("{line}");
            }
            return Ok(());
        }
        let config = self.place.config()?;
        look_through(&config, self.files).await?.report()
    }
}

/// What a look through an office found.
pub(super) struct Looked {
    findings: Vec<Finding>,
    remarks: Vec<String>,
}

/// Compares everything that says what is true with a chain, and every file with its digest where wanted.
pub(super) async fn look_through(config: &Config, files: bool) -> Result<Looked, Stop> {
    let snapshot = look_at(config).await?;
    // Who verifies need not be trusted with the secret.
    let secret = OfficeSecret::load(&config.key_directory()).ok();
    let reader = snapshot.reader();
    let checked = verify::verify(reader, secret.as_ref()).await.map_err(Stop::failed)?;
    let mut findings = checked.findings;
    if files {
        let files = FileStore::open(&config.files_directory()).map_err(Stop::failed)?;
        match soundness::check_files(reader, &files).await {
            Ok(found) => findings.extend(found),
            // The rows cannot be read, which was found above.
            Err(error) if error.is_damage() && !findings.is_empty() => {}
            Err(error) => return Err(Stop::failed(error)),
        }
    }
    Ok(Looked { findings, remarks: checked.remarks })
}

impl Looked {
    /// Says what was found, what bounds it, and what it does not cover.
    pub(super) fn report(self) -> Result<(), Stop> {
        let verdict =
            report(&self.findings, "every chain is whole, and every row is what its chain says");
        for remark in self.remarks {
            println!("({remark})");
        }
        let uncovered = coverage::uncovered().collect::<Vec<_>>().join(", ");
        println!("(not covered: {uncovered}; why, and what else: guijia verify --coverage)");
        verdict
    }
}

impl Rebuild {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = self.place.config()?;
        let secret = OfficeSecret::load(&config.key_directory()).map_err(Stop::failed)?;
        if self.check {
            let snapshot = look_at(&config).await?;
            let findings = rebuild::check(snapshot.reader(), &secret, |_, _| {}).await;
            return report(
                &findings.map_err(Stop::failed)?,
                "every row is what its events make it",
            );
        }
        let _lock = FolderLock::take(&config)?;
        let address = config.database_address().map_err(Stop::usage)?;
        let store = Store::open(&address).await.map_err(Stop::failed)?;
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
