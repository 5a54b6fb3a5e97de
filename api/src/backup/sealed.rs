//! The encryption of a backup, in the format of age: to recipients, of whom each opens it alone.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use age::stream::StreamReader;
use age::x25519::{Identity, Recipient};
use age::{DecryptError, Decryptor};

use super::fault::BackupError;

/// Reads a recipient as an operator writes it.
///
/// # Errors
/// When it is none.
pub fn recipient(text: &str) -> Result<Recipient, BackupError> {
    text.trim().parse().map_err(|_| BackupError::Recipient(text.to_owned()))
}

/// Reads the identities in a file as `age-keygen` writes it: one in a line, beside comments.
///
/// # Errors
/// When there is none, or a line is none. The text does not repeat the line.
pub fn identities(path: &Path) -> Result<Vec<Identity>, BackupError> {
    let text = fs::read_to_string(path).map_err(BackupError::at(path))?;
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let none = || BackupError::Identity(path.to_owned());
    let found = lines.map(|line| line.parse().map_err(|_| none()));
    let found = found.collect::<Result<Vec<Identity>, _>>()?;
    if found.is_empty() { Err(none()) } else { Ok(found) }
}

/// The bytes of a file, with how far they were read.
pub struct Counting {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counting {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// How far a file was read, and how long it is.
#[derive(Clone)]
pub struct Progress {
    read: Arc<AtomicU64>,
    length: u64,
}

impl Progress {
    /// What an error says of the file that was being read.
    pub fn fault(&self) -> BackupError {
        let read = self.read.load(Ordering::Relaxed);
        if read >= self.length { BackupError::CutOff(read) } else { BackupError::Altered(read) }
    }
}

/// What is in a backup, as it is read; each part of it was found unaltered before it is handed out.
pub type Opened = StreamReader<BufReader<Counting>>;

/// Opens a backup with one of some identities.
///
/// # Errors
/// When it is none, cannot be read, or none of them opens it.
pub fn open(path: &Path, identities: &[Identity]) -> Result<(Opened, Progress), BackupError> {
    let file = File::open(path).map_err(BackupError::at(path))?;
    let length = file.metadata().map_err(BackupError::at(path))?.len();
    let read = Arc::<AtomicU64>::default();
    let progress = Progress { read: read.clone(), length };
    let decryptor = Decryptor::new_buffered(BufReader::new(Counting { file, read }));
    let decryptor = decryptor.map_err(|error| refused(error, &progress))?;
    let identities = identities.iter().map(|identity| -> &dyn age::Identity { identity });
    let opened = decryptor.decrypt(identities).map_err(|error| refused(error, &progress))?;
    Ok((opened, progress))
}

fn refused(error: DecryptError, progress: &Progress) -> BackupError {
    match error {
        DecryptError::NoMatchingKeys => BackupError::WrongIdentity,
        DecryptError::InvalidHeader | DecryptError::UnknownFormat => {
            BackupError::Foreign("it does not begin as a file of age does, or is cut off there")
        }
        _ => progress.fault(),
    }
}
