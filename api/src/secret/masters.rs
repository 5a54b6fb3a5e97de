//! The master keys of an office: what the keys of its cases are wrapped with.
//!
//! Every file is one key, readable by the service's own user alone. The newest wraps; an older one is kept
//! until everything it wrapped is wrapped anew (`guijia replace-master-key`). A missing one is never made
//! good silently: without it nothing that it wrapped can be read. Its name says the suite it wraps in, in which
//! the keys are made that are new while it is the newest.
//!
//! [`Masters::wrap`] and [`Masters::unwrap`] are all that is ever asked of a master key, so one that never
//! leaves a device (PKCS#11, a key service) takes the place of the file here.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use uuid::Uuid;

use super::keys::{DIRECTORY_MODE, FILE_MODE, KeyError, expect_closed, files_ending, write_new};
use super::sealing::{KeyBytes, SealError, SealingKey};
use super::suite::{MASTER, Suite};

/// A wrapped key, with the master key that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// The master key, by its name.
    pub master: String,
    /// The key under it.
    pub bytes: Vec<u8>,
}

/// The master keys of an office, oldest first; there is at least one.
pub struct Masters {
    newest: SealingKey,
    older: Vec<SealingKey>,
}

/// Makes the first master key of an office; the directory is made where there is none.
///
/// # Errors
/// When there is one already, or the directory cannot be written.
pub fn create(directory: &Path, suite: Suite) -> Result<(), KeyError> {
    if !directory.exists() {
        fs::DirBuilder::new().recursive(true).mode(DIRECTORY_MODE).create(directory)?;
    }
    if !files_ending(directory, MASTER)?.is_empty() {
        return Err(KeyError::Present);
    }
    add(directory, suite)
}

/// Adds a master key, which wraps from now on, and in whose suite is sealed from now on.
///
/// # Errors
/// When the directory cannot be written.
pub fn add(directory: &Path, suite: Suite) -> Result<(), KeyError> {
    expect_closed(directory, DIRECTORY_MODE)?;
    let bytes = KeyBytes::draw().map_err(|_| KeyError::NotMade)?;
    // A version 7 identifier begins with the time, so names sort by age.
    let path = directory.join(format!("{}.{}", Uuid::now_v7(), suite.master_ending()));
    Ok(write_new(&path, bytes.as_bytes())?)
}

/// Takes all master keys but the newest away. Nothing may be wrapped with them any more.
///
/// # Errors
/// When one cannot be removed.
pub fn remove_older(directory: &Path) -> Result<usize, KeyError> {
    let mut files = files_ending(directory, MASTER)?;
    files.pop();
    for path in &files {
        fs::remove_file(path)?;
    }
    fs::File::open(directory)?.sync_all()?;
    Ok(files.len())
}

impl Masters {
    /// Reads the master keys of an office.
    ///
    /// # Errors
    /// When there is none, one is damaged, or others can read them.
    pub fn load(directory: &Path) -> Result<Masters, KeyError> {
        expect_closed(directory, DIRECTORY_MODE)?;
        let files = files_ending(directory, MASTER)?;
        let mut keys = files.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
        let newest = keys.pop().ok_or(KeyError::Missing)?;
        Ok(Masters { newest, older: keys })
    }

    /// The name of the key that wraps.
    pub fn newest(&self) -> &str {
        self.newest.name()
    }

    /// In which suite the keys are that are made now.
    pub fn suite(&self) -> Suite {
        self.newest.suite()
    }

    /// Wraps the key of this scope: of a case, by its id.
    ///
    /// # Errors
    /// When the library refuses.
    pub fn wrap(&self, scope: &str, key: &KeyBytes) -> Result<Wrapped, SealError> {
        let bytes = self.newest.seal(&place(scope), key.as_bytes())?;
        Ok(Wrapped { master: self.newest.name().to_owned(), bytes })
    }

    /// Opens a wrapped key of this scope.
    ///
    /// # Errors
    /// When its master key is not at hand, or it was wrapped for another scope.
    pub fn unwrap(&self, scope: &str, wrapped: &Wrapped) -> Result<KeyBytes, SealError> {
        let mut keys = [&self.newest].into_iter().chain(&self.older);
        let master = keys.find(|key| key.name() == wrapped.master).ok_or(SealError::NotOpened)?;
        KeyBytes::kept(&master.open(&place(scope), &wrapped.bytes)?)
    }
}

fn place(scope: &str) -> [&[u8]; 2] {
    [b"guijia wrapped key 1", scope.as_bytes()]
}

fn read(path: &Path) -> Result<SealingKey, KeyError> {
    expect_closed(path, FILE_MODE)?;
    let damaged = |_| KeyError::Damaged(path.to_owned());
    let bytes = KeyBytes::kept(&fs::read(path)?).map_err(damaged)?;
    SealingKey::of(Suite::of_master(path)?, &bytes).map_err(damaged)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_key_is_wrapped_by_the_newest_of_any_suite_and_opened_by_the_one_that_wrapped_it() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("keys");
        create(&directory, Suite::default()).expect("the first");
        assert!(matches!(create(&directory, Suite::default()), Err(KeyError::Present)));
        let key = KeyBytes::draw().expect("a key");
        let before = Masters::load(&directory).expect("loaded");
        let wrapped = before.wrap("case 1", &key).expect("wrapped");
        add(&directory, Suite::Sm4Gcm).expect("a second");
        let both = Masters::load(&directory).expect("loaded");
        assert_ne!(both.newest(), before.newest());
        assert_eq!([before.suite(), both.suite()], [Suite::Aes256Gcm, Suite::Sm4Gcm]);
        let opened = both.unwrap("case 1", &wrapped).expect("opened");
        assert_eq!(opened.as_bytes(), key.as_bytes());
        assert!(both.unwrap("case 2", &wrapped).is_err());
        let anew = both.wrap("case 1", &opened).expect("wrapped anew");
        assert_eq!(remove_older(&directory).expect("removed"), 1);
        let after = Masters::load(&directory).expect("loaded");
        assert!(after.unwrap("case 1", &wrapped).is_err());
        assert_eq!(after.unwrap("case 1", &anew).expect("opened").as_bytes(), key.as_bytes());
    }

    #[test]
    fn open_or_absent_master_keys_are_refused() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("keys");
        assert!(Masters::load(&directory).is_err());
        create(&directory, Suite::default()).expect("the first");
        let file = files_ending(&directory, MASTER).expect("listed").remove(0);
        let open =
            |mode| fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("set");
        open(0o640);
        assert!(matches!(Masters::load(&directory), Err(KeyError::TooOpen { .. })));
        open(0o600);
        fs::write(&file, b"short").expect("overwritten");
        assert!(matches!(Masters::load(&directory), Err(KeyError::Damaged(_))));
        fs::remove_file(&file).expect("removed");
        assert!(matches!(Masters::load(&directory), Err(KeyError::Missing)));
    }
}
