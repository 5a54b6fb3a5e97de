//! Scans and printed documents: written once under the digest of their bytes, never changed.
//!
//! The order is always file first, row second: a crash in between leaves a file without a row,
//! which does no harm, and never a row without its file.

use std::path::Path;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path as Location;
use object_store::{Error, ObjectStore, ObjectStoreExt, PutMode, PutOptions};
use sha2::{Digest as _, Sha256};

use super::StoreError;

/// SHA-256 in lower-case hexadecimal: the name of a stored file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Digest(String);

impl Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Digest {
        use std::fmt::Write;
        let mut text = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Digest(text)
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

impl std::fmt::Display for Digest {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The place where files are kept.
#[derive(Clone)]
pub struct FileStore {
    inner: Arc<dyn ObjectStore>,
}

impl FileStore {
    /// Keeps files in a directory, which is made if it is missing.
    pub fn in_directory(directory: &Path) -> Result<FileStore, StoreError> {
        std::fs::create_dir_all(directory).map_err(|error| failed(&error))?;
        let local = LocalFileSystem::new_with_prefix(directory).map_err(|error| failed(&error))?;
        Ok(FileStore { inner: Arc::new(local.with_fsync(true)) })
    }

    /// Stores bytes and names them; bytes stored before are left as they are.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<Digest, StoreError> {
        let digest = Digest::of(&bytes);
        let create_only = PutOptions { mode: PutMode::Create, ..PutOptions::default() };
        let put = self.inner.put_opts(&digest.location(), bytes.into(), create_only).await;
        match put {
            Ok(_) | Err(Error::AlreadyExists { .. }) => Ok(digest),
            Err(error) => Err(failed(&error)),
        }
    }

    /// Whether a file is there at all; it may still be damaged.
    pub async fn has(&self, digest: &Digest) -> Result<bool, StoreError> {
        match self.inner.head(&digest.location()).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(&error)),
        }
    }

    /// The bytes of a stored file, compared with their name before they are handed out.
    pub async fn read(&self, digest: &Digest) -> Result<Vec<u8>, StoreError> {
        let found = self.inner.get(&digest.location()).await.map_err(|error| failed(&error))?;
        let bytes = found.bytes().await.map_err(|error| failed(&error))?;
        if Digest::of(&bytes) == *digest {
            Ok(bytes.to_vec())
        } else {
            Err(StoreError::Damaged(format!("the file {digest} was altered")))
        }
    }
}

/// Tells a full disk from other failures; the text carries digests and paths only.
fn failed(error: &(dyn std::error::Error + 'static)) -> StoreError {
    let mut cause = Some(error);
    while let Some(current) = cause {
        let kind = current.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        if kind == Some(std::io::ErrorKind::StorageFull) {
            return StoreError::Full;
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
        assert!(matches!(files.read(&digest).await, Err(StoreError::Damaged(_))));
    }

    #[test]
    fn only_digests_are_read_as_digests() {
        assert!(Digest::parse(Digest::of(b"").as_str()).is_some());
        assert!(Digest::parse("../../etc/passwd").is_none());
        assert!(Digest::parse(&"G".repeat(64)).is_none());
    }
}
