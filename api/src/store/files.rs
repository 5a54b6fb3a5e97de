//! Scans and printed documents: written once under the digest of their bytes, never changed. What is of a
//! case is in its drawer (`drawer.rs`).
//!
//! The order is always file first, row second: a crash in between leaves a file without a row,
//! which does no harm, and never a row without its file.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use object_store::local::LocalFileSystem;
use object_store::path::Path as Location;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode, PutOptions};
use sha2::{Digest as _, Sha256};
use workflow::CaseId;

use super::StoreError;
use super::values::Text;
use crate::secret::sealed_file;

/// SHA-256 in lower-case hexadecimal: the name of a stored file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Digest(String);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(hex::encode(Sha256::digest(bytes)))
    }

    /// Reads a digest as stored; none if the text is not one.
    pub fn parse(text: &str) -> Option<Digest> {
        let is_hexadecimal = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(is_hexadecimal)).then(|| Digest(text.to_owned()))
    }

    /// The digest as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digest as bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        hex::decode(&self.0).unwrap_or_default()
    }
}

impl Text for Digest {
    const NAME: &'static str = "digest";

    fn written(&self) -> String {
        self.0.clone()
    }

    fn read(text: &str) -> Option<Self> {
        Digest::parse(text)
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The name of a file as it lies there: the digest of what was filed, and the case where it is sealed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileName(String);

impl FileName {
    /// The name of a plain file.
    pub fn plain(digest: &Digest) -> FileName {
        FileName(digest.to_string())
    }

    /// The name of a file that is sealed for a case.
    pub fn sealed(digest: &Digest, case_id: CaseId) -> FileName {
        FileName(format!("{digest}-{case_id}"))
    }

    /// Reads a name as it lies there; none if the text is not one.
    pub fn parse(text: &str) -> Option<FileName> {
        let (digest, case_id) = match text.split_once('-') {
            Some((digest, case_id)) => (digest, Some(case_id)),
            None => (text, None),
        };
        let is_one = Digest::parse(digest).is_some()
            && case_id.is_none_or(|case_id| CaseId::read(case_id).is_some());
        is_one.then(|| FileName(text.to_owned()))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digest of what was filed.
    pub fn digest(&self) -> Digest {
        Digest(self.0.split('-').next().unwrap_or_default().to_owned())
    }

    /// Whether these may be the bytes that lie there: of a plain file all is known, of a sealed one how it
    /// begins.
    pub fn may_hold(&self, bytes: &[u8]) -> bool {
        let digest = self.digest();
        if self.0 == digest.0 { Digest::of(bytes) == digest } else { sealed_file::is_one(bytes) }
    }
}

/// The place where files are kept.
#[derive(Clone)]
pub struct FileStore {
    inner: Arc<dyn ObjectStore>,
    directory: PathBuf,
}

impl FileStore {
    /// Keeps files in a directory, which is made if it is missing.
    pub fn in_directory(directory: &Path) -> Result<FileStore, StoreError> {
        std::fs::create_dir_all(directory).map_err(|error| failed(&error))?;
        FileStore::open(directory)
    }

    /// Opens a directory of files; none is made where there is none.
    pub fn open(directory: &Path) -> Result<FileStore, StoreError> {
        if !directory.is_dir() {
            let words = "there is no directory of files here; none was made";
            return Err(StoreError::Setting(words.to_owned()));
        }
        let local = LocalFileSystem::new_with_prefix(directory).map_err(|error| failed(&error))?;
        let inner = Arc::new(local.with_fsync(true));
        Ok(FileStore { inner, directory: directory.to_owned() })
    }

    pub(super) async fn put(&self, name: &str, bytes: Vec<u8>, mode: PutMode) -> Result<(), Error> {
        let options = PutOptions { mode, ..PutOptions::default() };
        self.inner.put_opts(&location(name), bytes.into(), options).await?;
        Ok(())
    }

    /// The bytes under a name as they lie there; none if there is no such file.
    pub(super) async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = match self.inner.get(&location(name)).await {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => return Ok(None),
            Err(error) => return Err(failed(&error)),
        };
        let bytes = found.bytes().await.map_err(|error| failed(&error))?;
        Ok(Some(bytes.to_vec()))
    }

    /// Removes every file that is not sealed. Returns how many.
    pub(super) async fn remove_plain(&self) -> Result<u64, StoreError> {
        let is_plain = |path: &Path, _: &std::fs::Metadata| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            Digest::parse(name).is_some()
        };
        self.remove(is_plain).await
    }

    /// Whether there is a file of this name.
    pub fn holds(&self, name: &FileName) -> bool {
        self.directory.join(location(&name.0).as_ref()).is_file()
    }

    /// The bytes of a file as they lie there, sealed or plain.
    ///
    /// # Errors
    /// When it is not there, cannot be read, or is visibly not what its name says.
    pub async fn lying(&self, name: &FileName) -> Result<Vec<u8>, StoreError> {
        let bytes = self.get(&name.0).await?;
        let bytes = bytes.ok_or_else(|| StoreError::FileMissing(name.digest().to_string()))?;
        match name.may_hold(&bytes) {
            true => Ok(bytes),
            false => Err(StoreError::FileAltered(name.digest().to_string())),
        }
    }

    /// Lays bytes under a name as they lay elsewhere.
    ///
    /// # Errors
    /// When there is such a file, or the disk fails.
    pub async fn lay(&self, name: &FileName, bytes: Vec<u8>) -> Result<(), StoreError> {
        self.put(&name.0, bytes, PutMode::Create).await.map_err(|error| failed(&error))
    }

    /// The files in one of the 256 folders, in the order of their names: all of an office's need not be
    /// in memory at once.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn in_folder(&self, first: u8) -> Result<Vec<FileName>, StoreError> {
        let mut found = Vec::new();
        let folder = self.directory.join(hex::encode([first]));
        if folder.is_dir() {
            for entry in std::fs::read_dir(folder).map_err(|error| failed(&error))? {
                let below = entry.map_err(|error| failed(&error))?.path();
                for file in std::fs::read_dir(below).map_err(|error| failed(&error))? {
                    let name = file.map_err(|error| failed(&error))?.file_name();
                    found.extend(name.to_str().and_then(FileName::parse));
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// Removes what writes left that were interrupted: files under names that are not digests, once
    /// nobody can be writing them any more. Returns how many.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        self.remove(is_abandoned).await
    }

    async fn remove(
        &self,
        is_to_go: impl Fn(&Path, &std::fs::Metadata) -> bool + Send + 'static,
    ) -> Result<u64, StoreError> {
        let directory = self.directory.clone();
        tokio::task::spawn_blocking(move || remove(&directory, TWO_LEVELS, &is_to_go))
            .await
            .map_err(|error| StoreError::Files(error.to_string()))?
            .map_err(|error| failed(&error))
    }
}

/// Two levels of folders, named by how a file's name begins, keep any one of them small.
fn location(name: &str) -> Location {
    let folder = |from: usize| name.get(from..from + 2).unwrap_or_default();
    Location::from_iter([folder(0), folder(2), name])
}

/// Files lie below two levels of folders.
const TWO_LEVELS: u32 = 2;
/// No write takes so long.
const ABANDONED: Duration = Duration::from_secs(3600);

fn remove(
    directory: &Path,
    levels: u32,
    is_to_go: &impl Fn(&Path, &std::fs::Metadata) -> bool,
) -> std::io::Result<u64> {
    let mut removed = 0;
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let (path, metadata) = (entry.path(), entry.metadata()?);
        if metadata.is_dir() && levels > 0 {
            removed += remove(&path, levels - 1, is_to_go)?;
        } else if metadata.is_file() && is_to_go(&path, &metadata) {
            std::fs::remove_file(&path)?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// A file that is being written has its name, a number sign and a count.
fn is_abandoned(path: &Path, metadata: &std::fs::Metadata) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_staged = name.split_once('#').is_some_and(|(whole, _)| {
        let digest = whole.split_once('-').map_or(whole, |(digest, _)| digest);
        Digest::parse(digest).is_some()
    });
    let age = metadata.modified().ok().and_then(|modified| modified.elapsed().ok());
    is_staged && age.is_some_and(|age| age > ABANDONED)
}

/// Tells a full disk from other failures; the text carries digests and paths only.
pub(super) fn failed(error: &(dyn std::error::Error + 'static)) -> StoreError {
    let mut cause = Some(error);
    while let Some(current) = cause {
        match current.downcast_ref::<std::io::Error>().map(std::io::Error::kind) {
            Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => return StoreError::Full,
            Some(ErrorKind::ReadOnlyFilesystem | ErrorKind::FileTooLarge) => {
                return StoreError::Unwritable("files".to_owned());
            }
            _ => {}
        }
        cause = current.source();
    }
    StoreError::Files(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_directory_is_made_where_files_are_only_looked_at() {
        let directory = tempfile::tempdir().expect("a directory");
        let files = directory.path().join("files");
        assert!(FileStore::open(&files).is_err());
        assert!(!files.exists());
    }

    #[test]
    fn only_digests_are_read_as_digests() {
        assert!(Digest::parse(Digest::of(b"").as_str()).is_some());
        assert!(Digest::parse("../../etc/passwd").is_none());
        assert!(Digest::parse(&"G".repeat(64)).is_none());
    }
}
