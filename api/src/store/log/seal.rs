//! The one seam between an event's body and the bytes that are stored and hashed.
//!
//! The chain runs over the stored bytes, so verifying never needs to open them. A body is sealed for its
//! place in its chain, and names its key: neither another's body nor another key can take its place.

use strum::VariantArray;

use super::keys::not_sealed;
use crate::secret::sealing::SealingKey;
use crate::secret::suite::Suite;
use crate::store::StoreError;

/// Bytes as stored, with what is needed to read them again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The stored bytes.
    pub bytes: Vec<u8>,
    /// How they are encoded.
    pub codec: &'static str,
    /// The key they are sealed with; empty for plain bytes.
    pub key_name: String,
}

/// JSON in plain text, of cases that have no key yet.
const PLAIN: &str = "json";

/// Where an event stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The case.
    pub case_id: &'a str,
    /// Its place in the chain.
    pub version: i64,
}

/// Turns a body into stored bytes: sealed where the case has a key.
///
/// # Errors
/// When the library refuses.
pub fn seal(key: Option<&SealingKey>, place: Place, body: Vec<u8>) -> Result<Sealed, StoreError> {
    let Some(key) = key else {
        return Ok(Sealed { bytes: body, codec: PLAIN, key_name: String::new() });
    };
    let version = place.version.to_be_bytes();
    let bytes = key.seal(&parts(place.case_id, &version), &body).map_err(not_sealed)?;
    Ok(Sealed { bytes, codec: key.suite().codec(), key_name: key.name().to_owned() })
}

/// Whether bytes of this encoding are opened by a key.
pub fn is_sealed(codec: &str) -> bool {
    codec != PLAIN
}

/// Turns stored bytes into the body.
///
/// # Errors
/// When they are in a form this program does not know, their key is another or gone, or a byte was altered.
pub fn open(
    key: Option<&SealingKey>,
    place: Place,
    bytes: &[u8],
    codec: &str,
    key_name: &str,
) -> Result<Vec<u8>, StoreError> {
    let version = place.version;
    match codec {
        PLAIN if key_name.is_empty() => Ok(bytes.to_vec()),
        _ if Suite::VARIANTS.iter().any(|suite| suite.codec() == codec) => {
            let key = key.ok_or_else(|| {
                StoreError::Damaged(format!("event {version} is sealed, and its key is gone"))
            })?;
            if key.name() != key_name || key.suite().codec() != codec {
                let words = format!("event {version} is sealed with another key than the case's");
                return Err(StoreError::Damaged(words));
            }
            let at = version.to_be_bytes();
            key.open(&parts(place.case_id, &at), bytes).map_err(|_| {
                StoreError::Damaged(format!("event {version} cannot be opened with its key"))
            })
        }
        _ => Err(StoreError::Damaged(
            "an event is stored in a form this program cannot open".to_owned(),
        )),
    }
}

fn parts<'a>(case_id: &'a str, version: &'a [u8]) -> [&'a [u8]; 3] {
    [b"guijia event 1", case_id.as_bytes(), version]
}
