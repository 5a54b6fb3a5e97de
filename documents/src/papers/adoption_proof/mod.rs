//! 收养关系证明: how an adoption stands on the day of the proof.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::adoption::{RegisteredAdoption, Standing};
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person};

/// A letter to whom it may concern. It names no placer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptionProof {
    /// The office that keeps the archive.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// The day of the proof.
    pub issued_on: NaiveDate,
    /// One or two adopters.
    pub adopters: Vec<Person>,
    /// The adoptee.
    pub child: Child,
    /// The registration.
    pub adoption: RegisteredAdoption,
    /// How the relationship stands that day.
    pub standing: Standing,
    /// What the proof is for.
    pub purpose: String,
    /// The registrar in charge.
    pub registrar: String,
}

impl Paper for AdoptionProof {
    fn dated(&self) -> NaiveDate {
        self.issued_on
    }
}
