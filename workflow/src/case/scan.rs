//! A scan as it was probed and stored.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The format of a scan, told by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum MediaType {
    /// PDF
    #[serde(rename = "application/pdf")]
    Pdf,
    /// JPEG
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// PNG
    #[serde(rename = "image/png")]
    Png,
}

impl MediaType {
    /// The registered name, as in a `Content-Type` header.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The usual ending of a file name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

/// A scan as it was probed and stored.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Scan {
    /// SHA-256 of the bytes, in lower-case hexadecimal; the name it is stored under.
    pub digest: String,
    /// The format found in the content.
    pub media_type: MediaType,
    /// Number of pages; one for an image.
    pub pages: u32,
    /// Size in bytes.
    pub size: u64,
}
