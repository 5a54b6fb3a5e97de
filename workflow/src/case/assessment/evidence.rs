//! 佐证文件: photos, papers and notes of recordings kept with the evidence of an assessment.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::Actor;
use crate::case::scan::Scan;

/// A file that shows a piece of evidence. Who is at work on the assessment reads it, and nobody of the
/// placing side.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceFile {
    /// Its number in the assessment, from 1.
    pub number: u32,
    /// The piece of evidence it shows, which names the items of the sheet.
    pub piece: u32,
    /// The stored file.
    pub scan: Scan,
    /// Who filed it.
    pub by: Actor,
    /// The day.
    pub on: NaiveDate,
}
