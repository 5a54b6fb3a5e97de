//! The one seam between an event's body and the bytes that are stored and hashed.
//!
//! Bodies are plain today. A sealing codec will turn them into ciphertext under a key of the
//! case; the chain runs over the stored bytes, so verifying never needs to open them.

use crate::store::StoreError;

/// Bytes as stored, with what is needed to read them again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The stored bytes.
    pub bytes: Vec<u8>,
    /// How they are encoded.
    pub codec: &'static str,
    /// The key they are sealed with; empty for plain bytes.
    pub key_id: &'static str,
}

/// JSON in plain text.
const PLAIN: &str = "json";

/// Turns a body into stored bytes.
pub fn seal(body: Vec<u8>) -> Sealed {
    Sealed { bytes: body, codec: PLAIN, key_id: "" }
}

/// Turns stored bytes into the body.
pub fn open<'a>(bytes: &'a [u8], codec: &str, key_id: &str) -> Result<&'a [u8], StoreError> {
    if codec == PLAIN && key_id.is_empty() {
        Ok(bytes)
    } else {
        Err(StoreError::Damaged("an event is stored in a form this program cannot open".to_owned()))
    }
}
