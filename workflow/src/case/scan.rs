//! A scan as it was probed and stored.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The format of a scan, told by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

/// A scan as it was probed and stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
