//! A paper that a party of a practice case would bring, such as a health certificate.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;

/// A stand-in for a paper from elsewhere. It says of itself that it is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Specimen {
    /// Name of the paper.
    pub title: String,
    /// Who would give it out.
    pub issuer: String,
    /// Whom it concerns.
    pub holder: String,
    /// The number of that person or record; empty where there is none.
    pub number: String,
    /// The day it bears.
    pub on: NaiveDate,
}

impl Paper for Specimen {
    fn dated(&self) -> NaiveDate {
        self.on
    }
}
