//! 收养关系证明: how an adoption stands on the day of the proof.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Child, Office, Person, RegisteredAdoption, Standing};

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
