//! `seal` and `replace-master-key`: what is from before there were keys is sealed, and the key above all keys
//! is replaced.

use std::path::Path;

use clap::Args;

use super::heads::sealer;
use super::lock::FolderLock;
use super::place::Place;
use super::stop::Stop;
use crate::app;
use crate::secret::OfficeSecret;
use crate::secret::masters::{self, Masters};
use crate::secret::suite::Suite;
use crate::store::log::{seal_older, wrapping};
use crate::store::{Reader, Store, office};

/// Seals every case that is plain, with its files.
#[derive(Debug, Args)]
pub(super) struct Seal {
    #[command(flatten)]
    place: Place,
}

impl Seal {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = self.place.config()?;
        let _lock = FolderLock::take(&config)?;
        let app = app::App::open(&config).await.map_err(Stop::failed)?;
        let moved = seal_older::seal_all(&app.store, &app.files).await.map_err(Stop::failed)?;
        // What was sealed outside the database of these chains is followed by where they end now.
        let reader = app.store.reader();
        let profile = office::load(reader).await.map_err(Stop::failed)?;
        let ends = seal_older::ends(reader).await.map_err(Stop::failed)?;
        let mut sealer = sealer(&config, &app, &profile)?;
        sealer.acknowledge(ends).await.map_err(Stop::failed)?;
        println!("{} cases were sealed, with {} files.", moved.cases, moved.files);
        if moved.left.is_empty() {
            println!("{} plain files were removed; nothing plain is left.", moved.removed);
            return Ok(());
        }
        for (number, why) in &moved.left {
            println!("{number} stays plain: {why}");
        }
        let words = "some cases could not be sealed; plain files were kept for them";
        Err(Stop::found(words))
    }
}

/// Makes a new master key and wraps every key with it; the older ones are taken away in a step of its own,
/// because a replica that was not started again still wraps with them.
#[derive(Debug, Args)]
pub(super) struct ReplaceMasterKey {
    /// Only take the older master keys away, once nothing is wrapped with them and every replica has the new one
    #[arg(long)]
    remove_older: bool,
    /// Seal with these algorithms from now on; those of the present key where none are named. What is sealed stays so
    #[arg(long, value_enum, conflicts_with = "remove_older")]
    suite: Option<Suite>,
    #[command(flatten)]
    place: Place,
}

impl ReplaceMasterKey {
    pub(super) async fn run(self) -> Result<(), Stop> {
        let config = self.place.config()?;
        let _lock = FolderLock::take(&config)?;
        let directory = config.key_directory();
        let address = config.database_address().map_err(Stop::usage)?;
        let store = Store::open(&address).await.map_err(Stop::failed)?;
        store.migrate().await.map_err(Stop::failed)?;
        if self.remove_older {
            return remove_older(&store, &directory).await;
        }
        let suite = self.suite.map_or_else(|| Suite::of_folder(&directory), Ok);
        masters::add(&directory, suite.map_err(Stop::failed)?).map_err(Stop::failed)?;
        unlock(&store, &directory)?;
        let count = wrapping::wrap_anew(&store).await.map_err(Stop::failed)?;
        println!("{count} keys were wrapped anew; the older master keys are still there.");
        println!("Copy {} to every replica and start it again.", directory.display());
        println!("Then `guijia replace-master-key --remove-older` takes the older ones away.");
        Ok(())
    }
}

fn unlock(store: &Store, directory: &Path) -> Result<(), Stop> {
    let masters = Masters::load(directory).map_err(Stop::failed)?;
    let secret = OfficeSecret::load(directory).map_err(Stop::failed)?;
    store.reader().keys().unlock(masters, secret);
    Ok(())
}

async fn remove_older(store: &Store, directory: &Path) -> Result<(), Stop> {
    unlock(store, directory)?;
    if wrapping::any_with_older(store).await.map_err(Stop::failed)? {
        let words = "keys are still wrapped with an older master key; run this without --remove-older \
                     first, with every replica started again";
        return Err(Stop::found(words));
    }
    let removed = masters::remove_older(directory).map_err(Stop::failed)?;
    println!("{removed} older master keys were removed.");
    Ok(())
}
