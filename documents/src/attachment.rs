//! Pictures and scans that go into a document.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The three kinds of file the office takes in and binds.
pub use workflow::case::scan::MediaType;

/// A file that a document shows: a photo, a scan, or another printed document.
///
/// Serialised, it is only its type, its pages and its digest. Whoever reads a stored document
/// back puts the bytes in again with [`Attachment::fill`]; a document whose bytes are missing
/// does not print.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    media_type: MediaType,
    pages: usize,
    digest: String,
    #[serde(skip)]
    bytes: Option<Arc<[u8]>>,
}

impl Attachment {
    /// A file as it came out of [`crate::probe::probe`], with the type and pages found there.
    pub fn new(media_type: MediaType, pages: usize, bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        Self { media_type, pages, digest: digest(&bytes), bytes: Some(bytes) }
    }

    /// A file that is stored elsewhere under its digest; its bytes are put in with
    /// [`Attachment::fill`] before the document is printed.
    pub fn stored(media_type: MediaType, pages: usize, digest: impl Into<String>) -> Self {
        Self { media_type, pages, digest: digest.into(), bytes: None }
    }

    /// What kind of file it is.
    pub fn media_type(&self) -> MediaType {
        self.media_type
    }

    /// How many pages it has; a picture has one.
    pub fn pages(&self) -> usize {
        self.pages
    }

    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The bytes, if they are here.
    pub fn bytes(&self) -> Option<&Arc<[u8]>> {
        self.bytes.as_ref()
    }

    /// Puts the bytes in. Refuses, with `false`, bytes that are not the ones of the digest.
    pub fn fill(&mut self, bytes: impl Into<Arc<[u8]>>) -> bool {
        let bytes = bytes.into();
        let same = digest(&bytes) == self.digest;
        if same {
            self.bytes = Some(bytes);
        }
        same
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Attachment")
            .field("media_type", &self.media_type)
            .field("pages", &self.pages)
            .field("digest", &self.digest)
            .finish_non_exhaustive()
    }
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_attachment_takes_back_only_its_own_bytes() {
        let attachment = Attachment::new(MediaType::Png, 1, b"scan".as_slice());
        let stored = serde_json::to_string(&attachment).unwrap();
        let mut read: Attachment = serde_json::from_str(&stored).unwrap();
        assert!(read.bytes().is_none());
        assert!(!read.fill(b"other".as_slice()));
        assert!(read.fill(b"scan".as_slice()));
        assert_eq!(read, attachment);
    }
}
