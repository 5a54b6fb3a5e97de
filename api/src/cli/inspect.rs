//! `verify`, `rebuild` and `openapi`.

use std::path::PathBuf;

use clap::Args;

use super::lock::FolderLock;
use super::outside::Outside;
use super::place::Place;
use super::stop::Stop;
use crate::config::Config;
use crate::http::answer::openapi::InOrder;
use crate::secret::OfficeSecret;
use crate::secret::masters::Masters;
use crate::store::cases::rebuild::{self, Finding};
use crate::store::connection::snapshot::Snapshot;
use crate::store::files::FileStore;
use crate::store::log::coverage;
use crate::store::log::verify::{self, soundness};
use crate::store::{Reader, Store, StoreError};

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

/// Hands over the master keys where they are at hand; without them chains are compared all the same.
fn unlock(reader: &impl Reader, config: &Config) {
    let directory = config.key_directory();
    if let (Ok(masters), Ok(secret)) = (Masters::load(&directory), OfficeSecret::load(&directory)) {
        reader.keys().unlock(masters, secret);
    }
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
    /// Only compare the chains with the log of heads outside the database, which takes seconds
    #[arg(long)]
    heads: bool,
    /// Compare the log of heads with a checkpoint that was kept elsewhere, such as that of a witness
    #[arg(long, value_name = "FILE")]
    against: Vec<PathBuf>,
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
        if self.heads {
            return compare_heads(&config, &self.against).await;
        }
        look_through(&config, &self.against, self.files).await?.report()
    }
}

/// Compares every chain with what was sealed outside the database, and nothing else.
async fn compare_heads(config: &Config, against: &[PathBuf]) -> Result<(), Stop> {
    let outside = Outside::read(config, against, true)?;
    let snapshot = look_at(config).await?;
    let secret = OfficeSecret::load(&config.key_directory()).ok();
    let found = outside.compare(&snapshot, secret.as_ref()).await.map_err(Stop::failed)?;
    let verdict = report(&found, "every chain is as it was sealed outside the database");
    println!("({})", outside.remark);
    verdict
}

/// What a look through an office found.
pub(super) struct Looked {
    findings: Vec<Finding>,
    remarks: Vec<String>,
}

/// Compares everything that says what is true with a chain, every chain with what was sealed outside the
/// database, and every file with its digest where wanted.
pub(super) async fn look_through(
    config: &Config,
    against: &[PathBuf],
    files: bool,
) -> Result<Looked, Stop> {
    // First: what is sealed is in every database that is looked at later.
    let outside = Outside::read(config, against, false)?;
    let snapshot = look_at(config).await?;
    // Who verifies need not be trusted with the secret or the keys.
    let secret = OfficeSecret::load(&config.key_directory()).ok();
    unlock(&snapshot, config);
    let of_heads = outside.compare(&snapshot, secret.as_ref()).await.map_err(Stop::failed)?;
    let checked = verify::verify(&snapshot, secret.as_ref()).await.map_err(Stop::failed)?;
    let (mut findings, mut remarks) = (checked.findings, checked.remarks);
    findings.extend(of_heads);
    remarks.push(outside.remark);
    if files {
        let files = FileStore::open(&config.files_directory()).map_err(Stop::failed)?;
        match soundness::check_files(&snapshot, &files).await {
            Ok(found) => findings.extend(found),
            Err(StoreError::Locked) => remarks.push("no file was opened".to_owned()),
            // The rows cannot be read, which was found above.
            Err(error) if error.is_damage() && !findings.is_empty() => {}
            Err(error) => return Err(Stop::failed(error)),
        }
    }
    Ok(Looked { findings, remarks })
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
            unlock(&snapshot, &config);
            let findings = rebuild::check(&snapshot, &secret, |_, _| {}).await;
            return report(
                &findings.map_err(Stop::failed)?,
                "every row is what its events make it",
            );
        }
        let _lock = FolderLock::take(&config)?;
        let address = config.database_address().map_err(Stop::usage)?;
        let store = Store::open(&address).await.map_err(Stop::failed)?;
        unlock(store.reader(), &config);
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
    let text = serde_json::to_string_pretty(&InOrder(&document)).map_err(Stop::failed)?;
    println!("{text}");
    Ok(())
}
