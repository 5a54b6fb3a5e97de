//! The files of one case: each under the digest of its bytes and the case's id, sealed with the case's key.
//!
//! The digest is that of the bytes that were filed, so papers are compared and named without being opened.
//! A case that has no key yet keeps its files plain, under the digest alone.

use std::sync::Arc;

use object_store::{Error, PutMode};
use workflow::CaseId;

use super::files::{Digest, FileName, FileStore, failed};
use super::log::keys;
use super::{Reader, StoreError};
use crate::secret::sealed_file;
use crate::secret::sealing::SealingKey;

/// Where the files of one case lie.
#[derive(Clone)]
pub struct Drawer {
    files: FileStore,
    case_id: CaseId,
    key: Option<Arc<SealingKey>>,
}

impl Drawer {
    /// The files of a case under this key; plain ones without.
    pub fn new(files: &FileStore, case_id: CaseId, key: Option<Arc<SealingKey>>) -> Drawer {
        Drawer { files: files.clone(), case_id, key }
    }

    /// The files of a case: sealed with its key, or plain where it has none yet.
    ///
    /// # Errors
    /// When the key is there and cannot be had.
    pub async fn of_case(
        files: &FileStore,
        reader: &impl Reader,
        case_id: CaseId,
    ) -> Result<Drawer, StoreError> {
        Ok(Drawer::new(files, case_id, keys::of_case(reader, case_id).await?))
    }

    /// Stores bytes and names them. Bytes stored before are left as they are; where they can no longer
    /// be read as they were, these take their place in one step, so that filing a paper again heals it.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<Digest, StoreError> {
        let digest = Digest::of(&bytes);
        let name = self.name(&digest);
        let laid = match &self.key {
            None => bytes,
            Some(key) => sealed_file::seal(key, &digest.bytes(), &bytes)
                .map_err(|error| StoreError::Files(error.to_string()))?,
        };
        match self.files.put(name.as_str(), laid.clone(), PutMode::Create).await {
            Ok(()) => Ok(digest),
            Err(Error::AlreadyExists { .. }) => {
                if self.read(&digest).await.is_err() {
                    let healed = self.files.put(name.as_str(), laid, PutMode::Overwrite).await;
                    healed.map_err(|error| failed(&error))?;
                    tracing::warn!(%digest, "a damaged file was healed by the same bytes");
                }
                Ok(digest)
            }
            Err(error) => Err(failed(&error)),
        }
    }

    /// The bytes of a stored file, compared with their name before they are handed out.
    pub async fn read(&self, digest: &Digest) -> Result<Vec<u8>, StoreError> {
        let missing = || StoreError::FileMissing(digest.to_string());
        let altered = || StoreError::FileAltered(digest.to_string());
        let laid = self.files.get(self.name(digest).as_str()).await?.ok_or_else(missing)?;
        let bytes = match &self.key {
            None => laid,
            Some(key) => sealed_file::open(key, &digest.bytes(), &laid).map_err(|_| altered())?,
        };
        if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(altered()) }
    }

    fn name(&self, digest: &Digest) -> FileName {
        match &self.key {
            None => FileName::plain(digest),
            Some(_) => FileName::sealed(digest, self.case_id),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use uuid::Uuid;

    use super::*;
    use crate::secret::sealing::KeyBytes;
    use crate::secret::suite::Suite;

    /// Longer ago than any write takes.
    const LONG: Duration = Duration::from_secs(2 * 3600);

    fn drawers(directory: &Path) -> [Drawer; 2] {
        let files = FileStore::in_directory(directory).expect("a store");
        let key =
            SealingKey::of(Suite::default(), &KeyBytes::draw().expect("bytes")).expect("a key");
        let case_id = CaseId(Uuid::from_u128(7));
        [Drawer::new(&files, case_id, None), Drawer::new(&files, case_id, Some(Arc::new(key)))]
    }

    fn place(directory: &Path, drawer: &Drawer, digest: &Digest) -> PathBuf {
        let (first, second) = (&digest.as_str()[..2], &digest.as_str()[2..4]);
        directory.join(first).join(second).join(drawer.name(digest).as_str())
    }

    #[tokio::test]
    async fn bytes_are_stored_once_and_compared_with_their_digest() {
        let directory = tempfile::tempdir().expect("a directory");
        for drawer in drawers(directory.path()) {
            let first = drawer.keep(b"scan".to_vec()).await.expect("kept");
            assert_eq!(drawer.keep(b"scan".to_vec()).await.expect("kept again"), first);
            assert_eq!(drawer.read(&first).await.expect("read"), b"scan");
            let missing = drawer.read(&Digest::of(b"nothing")).await;
            assert!(matches!(missing, Err(StoreError::FileMissing(_))));
        }
    }

    #[tokio::test]
    async fn altered_bytes_are_never_handed_out_and_heal() {
        let directory = tempfile::tempdir().expect("a directory");
        for drawer in drawers(directory.path()) {
            let digest = drawer.keep(b"scan".to_vec()).await.expect("kept");
            let path = place(directory.path(), &drawer, &digest);
            std::fs::write(&path, b"forged").expect("written");
            assert!(matches!(drawer.read(&digest).await, Err(StoreError::FileAltered(_))));
            drawer.keep(b"scan".to_vec()).await.expect("kept again");
            assert_eq!(drawer.read(&digest).await.expect("healed"), b"scan");
            std::fs::remove_file(&path).expect("removed");
            assert!(matches!(drawer.read(&digest).await, Err(StoreError::FileMissing(_))));
            drawer.keep(b"scan".to_vec()).await.expect("kept once more");
            assert_eq!(drawer.read(&digest).await.expect("healed"), b"scan");
        }
    }

    #[tokio::test]
    async fn a_sealed_file_shows_nothing_and_belongs_to_its_case() {
        let directory = tempfile::tempdir().expect("a directory");
        let [plain, sealed] = drawers(directory.path());
        let bytes = "王小明 510104201503072345".as_bytes().to_vec();
        let digest = sealed.keep(bytes.clone()).await.expect("kept");
        let laid = std::fs::read(place(directory.path(), &sealed, &digest)).expect("a file");
        assert!(!laid.windows(6).any(|part| bytes.windows(6).any(|plain| plain == part)));
        assert!(matches!(plain.read(&digest).await, Err(StoreError::FileMissing(_))));
        let [_, another] = drawers(directory.path());
        assert!(matches!(another.read(&digest).await, Err(StoreError::FileAltered(_))));
    }

    #[tokio::test]
    async fn what_interrupted_writes_left_is_swept_once_it_is_old() {
        let directory = tempfile::tempdir().expect("a directory");
        for drawer in drawers(directory.path()) {
            let digest = drawer.keep(b"scan".to_vec()).await.expect("kept");
            let path = place(directory.path(), &drawer, &digest);
            let staged = |count: u32| PathBuf::from(format!("{}#{count}", path.display()));
            for count in [1, 2] {
                std::fs::write(staged(count), b"sc").expect("a file half written");
            }
            for old in [&staged(1), &path] {
                let file = std::fs::File::options().write(true).open(old).expect("open");
                let made = file.metadata().and_then(|metadata| metadata.modified());
                file.set_modified(made.expect("a time") - LONG).expect("aged");
            }
            assert_eq!(drawer.files.sweep().await.expect("swept"), 1);
            assert!(!staged(1).exists() && staged(2).exists());
            assert_eq!(drawer.read(&digest).await.expect("still there"), b"scan");
            std::fs::remove_file(staged(2)).expect("removed");
        }
    }
}
