//! The key that signs the log of heads. It signs nothing else: whoever holds one key of the office has
//! not the other.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use aws_lc_rs::signature::Ed25519KeyPair;

use super::keys::{FILE_MODE, KeyError, expect_closed, write_new};

const FILE: &str = "heads.key";

/// Makes the key of a new office, or of one that is older than the log.
///
/// # Errors
/// When there is one already, or it cannot be written.
pub fn create(directory: &Path) -> Result<(), KeyError> {
    let pair = Ed25519KeyPair::generate().map_err(|_| KeyError::NotMade)?;
    let document = pair.to_pkcs8().map_err(|_| KeyError::NotMade)?;
    let path = directory.join(FILE);
    Ok(write_new(&path, document.as_ref())?)
}

/// Reads the key, as a PKCS #8 document. None if there is none.
///
/// # Errors
/// When others can read it, or it is no key.
pub fn load(directory: &Path) -> Result<Option<Vec<u8>>, KeyError> {
    let path = directory.join(FILE);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    expect_closed(&path, FILE_MODE)?;
    Ed25519KeyPair::from_pkcs8(&bytes).map_err(|_| KeyError::Damaged(path))?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_key_is_made_once_and_believed_only_while_it_is_closed() {
        let directory = tempfile::tempdir().expect("a directory");
        let keys = directory.path();
        assert!(load(keys).expect("looked").is_none());
        create(keys).expect("made");
        assert!(create(keys).is_err());
        assert_eq!(load(keys).expect("read"), load(keys).expect("read"));
        let file = keys.join(FILE);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("opened");
        assert!(matches!(load(keys), Err(KeyError::TooOpen { .. })));
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("closed");
        fs::write(&file, b"not a key").expect("overwritten");
        assert!(matches!(load(keys), Err(KeyError::Damaged(_))));
    }
}
