//! A paper that goes to every party of a case, and to who applied without being one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;

/// One copy for all parties; where a party asked for secrecy, one for each side, on sheets of its
/// own, so that neither reads of the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies<T> {
    /// The copy for all, or for the side that adopts.
    pub copy: T,
    /// The copy for the side that places.
    pub other: Option<T>,
    /// The copy for an applicant who is no party, which tells of neither side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applicant: Option<T>,
}

impl<T> Copies<T> {
    /// One copy for all.
    pub fn one(copy: T) -> Self {
        Self { copy, other: None, applicant: None }
    }
}

impl<T: Paper> Paper for Copies<T> {
    fn dated(&self) -> NaiveDate {
        self.copy.dated()
    }
}
