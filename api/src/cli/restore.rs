//! `restore`: a backup brought back into an empty place, and looked through there.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::backup::described;
use super::inspect;
use super::lock::FolderLock;
use super::place::Place;
use super::stop::Stop;
use crate::app;
use crate::backup::reading::{Proof, prove};
use crate::backup::restoring::{bring_back, expect_empty, secret};
use crate::backup::sealed;
use crate::config::Config;
use crate::store::Store;
use crate::store::whole::target::{Age, age};

/// Brings a backup back into an empty place.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// The backup
    #[arg(long)]
    from: PathBuf,
    /// The file with the identity that opens it (AGE-SECRET-KEY-1…)
    #[arg(long)]
    identity: PathBuf,
    #[command(flatten)]
    place: Place,
}

impl Restore {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let began = Instant::now();
        let identities = sealed::identities(&self.identity).map_err(Stop::usage)?;
        let config = self.place.config()?;
        // The whole of it is proved before anything is made in the place.
        let proof = prove(self.from.clone(), identities.clone()).await.map_err(Stop::found)?;
        expect_empty(&config, &proof).await.map_err(Stop::found)?;
        for line in described(&proof) {
            println!("{line}");
        }
        config.make_data_directory().map_err(Stop::failed)?;
        let _lock = FolderLock::take(&config)?;
        bring_back(&config, (self.from, identities), &proof).await.map_err(Stop::failed)?;
        println!("everything is in its place after {:.1} seconds", began.elapsed().as_secs_f64());
        bring_up_to_date(&config, &proof).await?;
        let keys = config.key_directory();
        if !keys.exists() {
            println!("(bring the office's keys into {} before it is served)", keys.display());
        }
        let looked = inspect::look_through(&config, &[], true).await?;
        let verdict = looked.report();
        println!("restored and looked through in {:.1} seconds", began.elapsed().as_secs_f64());
        verdict
    }
}

/// What an upgrade would do to an older database is done now, so that what is looked through is what
/// will be served.
async fn bring_up_to_date(config: &Config, proof: &Proof) -> Result<(), Stop> {
    if age(&proof.head.schema) == Age::Same {
        return Ok(());
    }
    let address = config.database_address().map_err(Stop::usage)?;
    let store = Store::open(&address).await.map_err(Stop::failed)?;
    store.migrate().await.map_err(Stop::failed)?;
    if let Some(secret) = secret(config).map_err(Stop::failed)? {
        app::bring_rows_up_to_date(&store, &secret).await.map_err(Stop::failed)?;
    }
    println!("its older schema was brought up to date");
    Ok(())
}
