//! `heads`: the log of heads as its office and its auditors use it.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use documents::query_code;

use super::place::Place;
use super::stop::Stop;
use crate::app::App;
use crate::clock;
use crate::config::Config;
use crate::heads;
use crate::heads::checkpoint::Checkpoint;
use crate::heads::folder::{Contents, Folder};
use crate::heads::leaf::{Kind, Leaf};
use crate::heads::note::{Note, Signer, Use, Verifier};
use crate::heads::proof::Proof;
use crate::heads::tree;
use crate::jobs::sealer::Sealer;
use crate::jobs::witnesses::Witnesses;
use crate::secret::keys::KeyError;
use crate::secret::{OfficeSecret, heads_key};
use crate::store::Store;
use crate::store::cases::adoption;
use crate::store::log::moved;
use crate::store::office::Profile;

/// Shows the log of heads.
#[derive(Debug, Args)]
pub(super) struct Heads {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Print the newest checkpoint as a page to be signed and filed
    Page {
        /// Write the checkpoint as a QR code (SVG) into this file
        #[arg(long)]
        code: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
    /// Print a proof (.tlog-proof) that a case stood so in the log
    Proof {
        /// 收养登记证字号
        #[arg(long)]
        certificate_of: String,
        #[command(flatten)]
        place: Place,
    },
    /// Print the public key of the log, for witnesses and auditors
    Key(Place),
}

impl Heads {
    pub(super) async fn run(self) -> Result<(), Stop> {
        match self.what {
            What::Page { code, place } => page(&place.config()?, code),
            What::Proof { certificate_of, place } => {
                let proof = proof(&place.config()?, &certificate_of).await?;
                print!("{proof}");
                Ok(())
            }
            What::Key(place) => {
                let (_, _, key) = read(&place.config()?)?;
                println!("{key}");
                Ok(())
            }
        }
    }
}

/// The sealer of an office that is about to be served. Its key is made once where the office is older
/// than the log; where a log was signed already, a key that is gone is put back by whoever has it.
pub(super) fn sealer(config: &Config, app: &App, profile: &Profile) -> Result<Sealer, Stop> {
    let folder = Folder::at(config.heads_directory());
    let directory = config.key_directory();
    let document = match heads_key::load(&directory).map_err(Stop::failed)? {
        Some(document) => document,
        None => make_key(config, &folder)?,
    };
    let origin = heads::origin(&profile.credit_code);
    let signer = Signer::new(&document, &origin, Use::Note);
    let signer =
        signer.ok_or_else(|| Stop::failed("the office's credit code is no name for a log"))?;
    if !folder.exists() {
        let path = folder.path().display();
        tracing::info!(%path, "a log of heads begins; let it lie on another disk than the database");
    }
    folder.make().map_err(Stop::failed)?;
    folder.keep_key(signer.verifier()).map_err(Stop::failed)?;
    let mut witnesses = Witnesses::default();
    for witness in &config.witnesses {
        let key = Verifier::parse(&witness.key).filter(|key| key.is_for() == Use::Cosignature);
        let words = "the key of a witness in `witnesses` is none; `guijia witness` prints it";
        witnesses.add(&witness.url, key.ok_or_else(|| Stop::usage(words))?);
    }
    Ok(Sealer::new(app.clone(), folder, signer, witnesses))
}

fn make_key(config: &Config, folder: &Folder) -> Result<Vec<u8>, Stop> {
    let directory = config.key_directory();
    if folder.exists() && folder.key().map_err(Stop::failed)?.is_some() {
        return Err(Stop::failed(format!(
            "the key of the log of heads is gone from {}: put heads.key back from the backup, or keep {} \
             elsewhere, and a new log with a new key begins",
            directory.display(),
            folder.path().display()
        )));
    }
    match heads_key::create(&directory) {
        Ok(()) => tracing::info!("a key for the log of heads was made"),
        // Another replica was first.
        Err(KeyError::Io(error)) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Stop::failed(error)),
    }
    let made = heads_key::load(&directory).map_err(Stop::failed)?;
    made.ok_or_else(|| Stop::failed("the key of the log of heads could not be made"))
}

/// The log as it is, with its public key.
fn read(config: &Config) -> Result<(Folder, Contents, Verifier), Stop> {
    let folder = Folder::at(config.heads_directory());
    if !folder.exists() {
        let path = folder.path().display();
        return Err(Stop::found(format!(
            "there is no log of heads in {path}; `guijia serve` begins it"
        )));
    }
    let _held = folder.hold_still().map_err(Stop::failed)?;
    let contents = folder.contents().map_err(Stop::failed)?;
    let key = folder.key().map_err(Stop::failed)?;
    let key = key.ok_or_else(|| Stop::found("the log of heads has no key beside it"))?;
    Ok((folder, contents, key))
}

/// The newest checkpoint, with what witnesses signed of it.
fn newest(contents: &Contents) -> Result<(Note, Checkpoint), Stop> {
    let note = contents.checkpoints.last().ok_or_else(|| Stop::found("nothing is sealed yet"))?;
    let cosigned = contents.cosigned.iter().rev().find(|cosigned| cosigned.text == note.text);
    let note = cosigned.unwrap_or(note).clone();
    let checkpoint = Checkpoint::parse(&note.text);
    let words = "the newest checkpoint cannot be read; run `guijia verify --heads`";
    Ok((note, checkpoint.ok_or_else(|| Stop::found(words))?))
}

fn page(config: &Config, code: Option<PathBuf>) -> Result<(), Stop> {
    let (_, contents, key) = read(config)?;
    let (note, checkpoint) = newest(&contents)?;
    let sealed = contents.leaves.last().map(|leaf| clock::written(leaf.at)).unwrap_or_default();
    println!("办件记录链首见证页  Heads of the chains, to be signed and filed\n");
    println!("日志 log           {}", checkpoint.origin);
    println!("封存时间 sealed    {sealed}");
    println!("叶数 leaves        {}", checkpoint.size);
    println!("根 root (SHA-256)  {}", hex::encode(checkpoint.root));
    println!("公钥 public key    {key}\n");
    println!("{note}");
    println!("见证人 witness ____________________   日期 date ____________________\n");
    println!(
        "(guijia verify --heads --against FILE, with the lines from the log's name to the last line that begins with — in FILE)"
    );
    let Some(path) = code else { return Ok(()) };
    let svg = query_code::draw(&note.to_string());
    let svg = svg.ok_or_else(|| Stop::failed("the checkpoint is too long for a QR code"))?;
    std::fs::write(&path, svg).map_err(|error| Stop::failed(format!("{}: {error}", path.display())))
}

/// A proof of the newest leaf of a case.
async fn proof(config: &Config, number: &str) -> Result<Proof, Stop> {
    let (_, contents, _) = read(config)?;
    let (note, checkpoint) = newest(&contents)?;
    let secret = OfficeSecret::load(&config.key_directory()).map_err(Stop::failed)?;
    let address = config.database_address().map_err(Stop::usage)?;
    let store = Store::open(&address).await.map_err(Stop::failed)?;
    let case =
        adoption::find_by_certificate_number(store.reader(), number).await.map_err(Stop::failed)?;
    let case = case.ok_or_else(|| Stop::found("no certificate has this number"))?;
    let blind = moved::blind(&secret, Kind::Case, &case.to_string());
    let covered = usize::try_from(checkpoint.size).map_err(Stop::failed)?;
    let leaves = contents.leaves.get(..covered);
    let leaves =
        leaves.ok_or_else(|| Stop::found("the log is damaged; run `guijia verify --heads`"))?;
    let place = leaves.iter().rposition(|leaf| leaf.blind == blind);
    let place = place.ok_or_else(|| Stop::found("the case is not sealed yet"))?;
    let hashes: Vec<tree::Hash> = leaves.iter().map(Leaf::hash).collect();
    let path = tree::inclusion(&hashes, place).unwrap_or_default();
    let leaf = leaves.get(place).map(Leaf::bytes).unwrap_or_default();
    Ok(Proof { leaf, index: place as u64, path, note })
}
