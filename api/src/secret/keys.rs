//! The keys that sign access tokens: made once when the office is created, kept in files that
//! only the service's own user can read.
//!
//! Every file is one key. The newest signs; an older one verifies for a day after the next was
//! made, so a key can be replaced while tokens of the older one still live and other replicas have
//! not yet read the new one. A missing key is an error and never made good silently:
//! a service that made its own would sign what no replica accepts.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use jsonwebtoken::{DecodingKey, EncodingKey};
use uuid::Uuid;

use crate::clock::{HOUR, Instant, SECOND};

pub(super) const DIRECTORY_MODE: u32 = 0o700;
pub(super) const FILE_MODE: u32 = 0o600;
const ENDING: &str = "ed25519";
/// How long a key is believed after the next one was made.
const OVERLAP: Instant = 24 * HOUR;

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The operating system refused.
    #[error("the key directory cannot be used: {0}")]
    Io(#[from] std::io::Error),
    /// Others can read the keys.
    #[error("{path} is open to others (mode {mode:o}); allow only its owner")]
    TooOpen {
        /// The file or directory.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The directory holds keys already.
    #[error("the key directory holds keys already")]
    Present,
    /// The directory holds no key.
    #[error("the key directory holds no key of this sort")]
    Missing,
    /// A file is not a key.
    #[error("{0} is not a key")]
    Damaged(PathBuf),
    /// The random source failed.
    #[error("no key could be made")]
    NotMade,
}

/// One key of the set.
pub(crate) struct Key {
    pub(crate) id: String,
    pub(crate) signing: EncodingKey,
    pub(crate) verifying: DecodingKey,
    /// When it was made, as its name says.
    made_at: Instant,
    /// When it is no longer believed, if a newer one has replaced it.
    pub(crate) ends_at: Option<Instant>,
}

/// The keys of an office, oldest first; there is at least one.
pub struct Keys {
    pub(crate) newest: Key,
    pub(crate) older: Vec<Key>,
}

/// Makes the first key of a new office.
///
/// # Errors
/// When keys are there already or the directory cannot be written.
pub fn create(directory: &Path) -> Result<(), KeyError> {
    if directory.exists() {
        if !files(directory)?.is_empty() {
            return Err(KeyError::Present);
        }
    } else {
        fs::DirBuilder::new().recursive(true).mode(DIRECTORY_MODE).create(directory)?;
    }
    expect_closed(directory, DIRECTORY_MODE)?;
    add(directory)
}

/// Adds a key, which signs from the next start on.
///
/// # Errors
/// When the directory cannot be written.
pub fn add(directory: &Path) -> Result<(), KeyError> {
    let pair = Ed25519KeyPair::generate().map_err(|_| KeyError::NotMade)?;
    let document = pair.to_pkcs8().map_err(|_| KeyError::NotMade)?;
    // A version 7 identifier begins with the time, so names sort by age.
    let path = directory.join(format!("{}.{ENDING}", Uuid::now_v7()));
    Ok(write_new(&path, document.as_ref())?)
}

/// Writes a key that is not there yet, for its owner alone, and returns when the disk has it.
///
/// # Errors
/// When there is such a file, or it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file =
        fs::OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    path.parent().map_or(Ok(()), |directory| fs::File::open(directory)?.sync_all())
}

/// Reads the keys of an office.
///
/// # Errors
/// When there is none, one is damaged, or others can read them.
pub fn load(directory: &Path) -> Result<Keys, KeyError> {
    expect_closed(directory, DIRECTORY_MODE)?;
    let mut keys =
        files(directory)?.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let newest = keys.pop().ok_or(KeyError::Missing)?;
    let mut next = newest.made_at;
    for key in keys.iter_mut().rev() {
        key.ends_at = Some(next.saturating_add(OVERLAP));
        next = key.made_at;
    }
    Ok(Keys { newest, older: keys })
}

/// A key of the office that signs what is no token.
pub struct Signer {
    /// Which key it is.
    pub id: String,
    pair: Ed25519KeyPair,
}

impl Signer {
    /// The signature under some bytes. What they are must be said at their beginning.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.pair.sign(bytes).as_ref().to_vec()
    }
}

/// What a signature of the office is checked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    /// Which key it is.
    pub id: String,
    /// The key.
    pub bytes: Vec<u8>,
}

/// The newest key, to sign what is no token.
///
/// # Errors
/// When there is none, it is damaged, or others can read it.
pub fn signer(directory: &Path) -> Result<Signer, KeyError> {
    expect_closed(directory, DIRECTORY_MODE)?;
    let newest = files(directory)?.pop().ok_or(KeyError::Missing)?;
    let (id, _, pair) = document(&newest)?;
    Ok(Signer { id, pair })
}

/// The public part of every key, oldest first, of those that sign no more, too.
///
/// # Errors
/// When one is damaged or others can read them.
pub fn public_keys(directory: &Path) -> Result<Vec<PublicKey>, KeyError> {
    expect_closed(directory, DIRECTORY_MODE)?;
    let public = |path: &PathBuf| {
        let (id, _, pair) = document(path)?;
        Ok(PublicKey { id, bytes: pair.public_key().as_ref().to_vec() })
    };
    files(directory)?.iter().map(public).collect()
}

/// When a key was made: the time its name begins with.
fn made_at(name: &str) -> Option<Instant> {
    let (seconds, nanoseconds) = Uuid::parse_str(name).ok()?.get_timestamp()?.to_unix();
    let seconds = Instant::try_from(seconds).ok()?;
    seconds.checked_mul(SECOND)?.checked_add(Instant::from(nanoseconds / 1000))
}

/// A key as it lies in its file: its name, its bytes, and what they are.
fn document(path: &Path) -> Result<(String, Vec<u8>, Ed25519KeyPair), KeyError> {
    expect_closed(path, FILE_MODE)?;
    let damaged = || KeyError::Damaged(path.to_owned());
    let bytes = fs::read(path)?;
    let pair = Ed25519KeyPair::from_pkcs8(&bytes).map_err(|_| damaged())?;
    let id = path.file_stem().and_then(|stem| stem.to_str()).ok_or_else(damaged)?;
    Ok((id.to_owned(), bytes, pair))
}

fn read(path: &Path) -> Result<Key, KeyError> {
    let (id, bytes, pair) = document(path)?;
    Ok(Key {
        made_at: made_at(&id).ok_or_else(|| KeyError::Damaged(path.to_owned()))?,
        id,
        ends_at: None,
        signing: EncodingKey::from_ed_der(&bytes),
        verifying: DecodingKey::from_ed_der(pair.public_key().as_ref()),
    })
}

/// The signing keys in the order of their names.
fn files(directory: &Path) -> Result<Vec<PathBuf>, KeyError> {
    files_ending(directory, ENDING)
}

/// The files of a directory with this ending, in the order of their names.
pub(super) fn files_ending(directory: &Path, ending: &str) -> Result<Vec<PathBuf>, KeyError> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

pub(super) fn expect_closed(path: &Path, allowed: u32) -> Result<(), KeyError> {
    let mode = fs::metadata(path)?.permissions().mode() & 0o777;
    if mode & !allowed == 0 {
        return Ok(());
    }
    Err(KeyError::TooOpen { path: path.to_owned(), mode })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_once_and_loaded_newest_last() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("keys");
        create(&directory).expect("the first key is made");
        assert!(matches!(create(&directory), Err(KeyError::Present)));
        let first = load(&directory).expect("the key loads").newest.id;
        add(&directory).expect("a second key is made");
        let keys = load(&directory).expect("both load");
        assert_eq!(keys.older.first().map(|key| key.id.clone()), Some(first));
        let ends_at = keys.older.first().and_then(|key| key.ends_at);
        assert_eq!(ends_at, Some(keys.newest.made_at + OVERLAP));
        assert_eq!(keys.newest.ends_at, None);
    }

    #[test]
    fn open_or_absent_keys_are_refused() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("keys");
        assert!(load(&directory).is_err());
        create(&directory).expect("the first key is made");
        let file = files(&directory).expect("listed").remove(0);
        let open = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set")
        };
        open(&file, 0o640);
        assert!(matches!(load(&directory), Err(KeyError::TooOpen { .. })));
        open(&file, 0o400);
        assert!(load(&directory).is_ok());
        open(&directory, 0o755);
        assert!(matches!(load(&directory), Err(KeyError::TooOpen { .. })));
        open(&directory, 0o700);
        open(&file, 0o600);
        fs::write(&file, b"not a key").expect("overwritten");
        assert!(matches!(load(&directory), Err(KeyError::Damaged(_))));
        fs::remove_file(&file).expect("removed");
        assert!(matches!(load(&directory), Err(KeyError::Missing)));
    }
}
