//! `accesses`: the signed files of the access log, written, checked, and the keys to check them with.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::place::Place;
use super::stop::Stop;
use crate::accesses::folder;
use crate::clock::now;
use crate::secret::keys::{self, PublicKey};
use crate::store::{Store, office};

/// The signed files of the access log.
#[derive(Debug, Args)]
pub(super) struct Accesses {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Compare files with the signatures beside them; exits 1 where one is not what was signed
    Check {
        /// Files of days, such as DATA/accesses/accesses-2026-11-28.jsonl
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// A public key of the office (see `accesses keys`), for whoever has not its data; without it the
        /// keys in the data directory
        #[arg(long = "public-key")]
        public_keys: Vec<String>,
        #[command(flatten)]
        place: Place,
    },
    /// Write the file of a day that is over and was not written
    Write {
        /// The day
        #[arg(long)]
        day: NaiveDate,
        #[command(flatten)]
        place: Place,
    },
    /// Print the public keys of the office, for whoever checks the files elsewhere
    Keys(Place),
}

impl Accesses {
    pub(super) async fn run(self) -> Result<(), Stop> {
        match self.what {
            What::Check { files, public_keys, place } => check(&files, &public_keys, &place),
            What::Write { day, place } => write(day, &place).await,
            What::Keys(place) => {
                let directory = place.config()?.key_directory();
                for key in keys::public_keys(&directory).map_err(Stop::failed)? {
                    println!("{} {}", key.id, STANDARD.encode(key.bytes));
                }
                Ok(())
            }
        }
    }
}

fn check(files: &[PathBuf], given: &[String], place: &Place) -> Result<(), Stop> {
    let known = match given.is_empty() {
        true => keys::public_keys(&place.config()?.key_directory()).map_err(Stop::failed)?,
        false => given.iter().map(|text| public_key(text)).collect::<Result<_, _>>()?,
    };
    let mut wrong = 0;
    for file in files {
        let shown = file.display();
        match folder::check(file, &known)
            .map_err(|error| Stop::failed(format!("{shown}: {error}")))?
        {
            Ok(of) => {
                println!("{shown}: {} entries of {}, as they were signed", of.entries, of.day)
            }
            Err(finding) => {
                wrong += 1;
                println!("{shown}: {finding}");
            }
        }
    }
    if wrong == 0 { Ok(()) } else { Err(Stop::found(format!("{wrong} findings"))) }
}

fn public_key(text: &str) -> Result<PublicKey, Stop> {
    let bytes = STANDARD.decode(text).ok().filter(|bytes| bytes.len() == 32);
    let bytes = bytes.ok_or_else(|| Stop::usage("--public-key is 32 bytes in Base64"))?;
    Ok(PublicKey { id: String::new(), bytes })
}

async fn write(day: NaiveDate, place: &Place) -> Result<(), Stop> {
    let config = place.config()?;
    let address = config.database_address().map_err(Stop::usage)?;
    let store = Store::open(&address).await.map_err(Stop::failed)?;
    let office = office::load(store.reader()).await.map_err(Stop::failed)?;
    let folder = config.access_folder();
    let written = folder.write(store.reader(), &office.credit_code, day, now()).await;
    println!(
        "{} entries of {day} are in {}.",
        written.map_err(Stop::failed)?,
        folder.directory.display()
    );
    Ok(())
}
