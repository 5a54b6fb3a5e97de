//! Scans and printed documents: written once under the digest of their bytes, never changed.
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

use super::StoreError;
use super::values::Text;

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

    /// Two levels of folders keep any one of them small.
    fn location(&self) -> Location {
        let (first, rest) = self.0.split_at(2);
        let (second, _) = rest.split_at(2);
        Location::from_iter([first, second, self.0.as_str()])
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

    /// Stores bytes and names them. Bytes stored before are left as they are; where they can no longer
    /// be read as they were, these take their place in one step, so that filing a paper again heals it.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<Digest, StoreError> {
        let digest = Digest::of(&bytes);
        match self.put(&digest, bytes.clone(), PutMode::Create).await {
            Ok(()) => Ok(digest),
            Err(Error::AlreadyExists { .. }) => {
                if self.read(&digest).await.is_err() {
                    let healed = self.put(&digest, bytes, PutMode::Overwrite).await;
                    healed.map_err(|error| failed(&error))?;
                    tracing::warn!(%digest, "a damaged file was healed by the same bytes");
                }
                Ok(digest)
            }
            Err(error) => Err(failed(&error)),
        }
    }

    async fn put(&self, digest: &Digest, bytes: Vec<u8>, mode: PutMode) -> Result<(), Error> {
        let options = PutOptions { mode, ..PutOptions::default() };
        self.inner.put_opts(&digest.location(), bytes.into(), options).await?;
        Ok(())
    }

    /// The bytes of a stored file, compared with their name before they are handed out.
    pub async fn read(&self, digest: &Digest) -> Result<Vec<u8>, StoreError> {
        let found = match self.inner.get(&digest.location()).await {
            Ok(found) => found,
            Err(Error::NotFound { .. }) => {
                return Err(StoreError::FileMissing(digest.to_string()));
            }
            Err(error) => return Err(failed(&error)),
        };
        let bytes = found.bytes().await.map_err(|error| failed(&error))?;
        if Digest::of(&bytes) == *digest {
            Ok(bytes.to_vec())
        } else {
            Err(StoreError::FileAltered(digest.to_string()))
        }
    }

    /// Whether a file of this name is there. Its bytes are not looked at.
    pub fn holds(&self, digest: &Digest) -> bool {
        self.directory.join(digest.location().as_ref()).is_file()
    }

    /// The files in one of the 256 folders, in the order of their names: all of an office's need not be
    /// in memory at once.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn in_folder(&self, first: u8) -> Result<Vec<Digest>, StoreError> {
        let mut found = Vec::new();
        let folder = self.directory.join(hex::encode([first]));
        if folder.is_dir() {
            for entry in std::fs::read_dir(folder).map_err(|error| failed(&error))? {
                let below = entry.map_err(|error| failed(&error))?.path();
                for file in std::fs::read_dir(below).map_err(|error| failed(&error))? {
                    let name = file.map_err(|error| failed(&error))?.file_name();
                    found.extend(name.to_str().and_then(Digest::parse));
                }
            }
        }
        found.sort_by(|one, other| one.as_str().cmp(other.as_str()));
        Ok(found)
    }

    /// Removes what writes left that were interrupted: files under names that are not digests, once
    /// nobody can be writing them any more. Returns how many.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        let directory = self.directory.clone();
        tokio::task::spawn_blocking(move || sweep(&directory, TWO_LEVELS))
            .await
            .map_err(|error| StoreError::Files(error.to_string()))?
            .map_err(|error| failed(&error))
    }
}

/// Files lie below two levels of folders.
const TWO_LEVELS: u32 = 2;
/// No write takes so long.
const ABANDONED: Duration = Duration::from_secs(3600);

fn sweep(directory: &Path, levels: u32) -> std::io::Result<u64> {
    let mut swept = 0;
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let (path, metadata) = (entry.path(), entry.metadata()?);
        if metadata.is_dir() && levels > 0 {
            swept += sweep(&path, levels - 1)?;
        } else if metadata.is_file() && is_abandoned(&path, &metadata) {
            std::fs::remove_file(&path)?;
            swept += 1;
        }
    }
    Ok(swept)
}

/// A file that is being written is named by its digest, a number sign and a count.
fn is_abandoned(path: &Path, metadata: &std::fs::Metadata) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_staged = name.split_once('#').is_some_and(|(digest, _)| Digest::parse(digest).is_some());
    let age = metadata.modified().ok().and_then(|modified| modified.elapsed().ok());
    is_staged && age.is_some_and(|age| age > ABANDONED)
}

/// Tells a full disk from other failures; the text carries digests and paths only.
fn failed(error: &(dyn std::error::Error + 'static)) -> StoreError {
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

    #[tokio::test]
    async fn bytes_are_kept_once_and_come_back_unchanged() {
        let directory = tempfile::tempdir().expect("a directory");
        let files = FileStore::in_directory(directory.path()).expect("a store");
        let first = files.keep(b"scan".to_vec()).await.expect("kept");
        let second = files.keep(b"scan".to_vec()).await.expect("kept again");
        assert_eq!(first, second);
        assert_eq!(files.read(&first).await.expect("read"), b"scan");
    }

    #[tokio::test]
    async fn an_altered_file_is_not_handed_out() {
        let directory = tempfile::tempdir().expect("a directory");
        let files = FileStore::in_directory(directory.path()).expect("a store");
        let digest = files.keep(b"scan".to_vec()).await.expect("kept");
        let name = digest.as_str();
        let path = directory.path().join(&name[..2]).join(&name[2..4]).join(name);
        std::fs::write(path, b"scam").expect("altered");
        assert!(matches!(files.read(&digest).await, Err(StoreError::FileAltered(_))));
    }

    fn place(directory: &Path, digest: &Digest) -> PathBuf {
        let name = digest.as_str();
        directory.join(&name[..2]).join(&name[2..4]).join(name)
    }

    #[tokio::test]
    async fn keeping_the_same_bytes_again_heals_a_damaged_file_and_a_missing_one() {
        let directory = tempfile::tempdir().expect("a directory");
        let files = FileStore::in_directory(directory.path()).expect("a store");
        let digest = files.keep(b"scan".to_vec()).await.expect("kept");
        let path = place(directory.path(), &digest);
        for damage in [&b"scam"[..], b"sc", b""] {
            std::fs::write(&path, damage).expect("altered");
            files.keep(b"scan".to_vec()).await.expect("kept again");
            assert_eq!(files.read(&digest).await.expect("healed"), b"scan");
        }
        std::fs::remove_file(&path).expect("removed");
        assert!(matches!(files.read(&digest).await, Err(StoreError::FileMissing(_))));
        files.keep(b"scan".to_vec()).await.expect("kept again");
        assert_eq!(files.read(&digest).await.expect("healed"), b"scan");
        let folder = path.parent().expect("a folder").read_dir().expect("readable");
        assert_eq!(folder.count(), 1, "nothing is left beside the file");
    }

    #[tokio::test]
    async fn what_interrupted_writes_left_is_swept_once_it_is_old() {
        let directory = tempfile::tempdir().expect("a directory");
        let files = FileStore::in_directory(directory.path()).expect("a store");
        let digest = files.keep(b"scan".to_vec()).await.expect("kept");
        let path = place(directory.path(), &digest);
        let staged = |count: u32| PathBuf::from(format!("{}#{count}", path.display()));
        for count in [1, 2] {
            std::fs::write(staged(count), b"sc").expect("a file half written");
        }
        let old = std::fs::File::options().write(true).open(staged(1)).expect("open");
        let made = old.metadata().and_then(|metadata| metadata.modified()).expect("a time");
        let long_ago = made - 2 * ABANDONED;
        old.set_modified(long_ago).expect("aged");
        let kept = std::fs::File::options().write(true).open(&path).expect("open");
        kept.set_modified(long_ago).expect("aged");
        assert_eq!(files.sweep().await.expect("swept"), 1);
        assert!(!staged(1).exists() && staged(2).exists());
        assert_eq!(files.read(&digest).await.expect("still there"), b"scan");
    }

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
