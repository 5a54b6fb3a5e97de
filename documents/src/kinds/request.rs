//! 补领, 出具证明: what one who holds a right asks the office for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Office, Person, RegisteredAdoption, Standing};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Requested {
    /// 补领收养登记证.
    Certificate {
        /// It was damaged, and what is left of it is given back; else it was lost.
        damaged: bool,
    },
    /// 补领解除收养关系证明.
    DissolutionProof {
        /// It was damaged, and what is left of it is given back; else it was lost.
        damaged: bool,
    },
    /// 出具收养关系证明.
    AdoptionProof {
        /// What it is wanted for.
        purpose: String,
    },
}

/// The application of an adopter or adoptee, signed before the registrar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The office that registered.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Who applies.
    pub applicants: Vec<Person>,
    /// In what capacity, such as 收养人 or 被收养人的监护人.
    pub capacity: String,
    /// The adoption.
    pub adoption: RegisteredAdoption,
    /// How it stands, where it no longer does as it was registered.
    pub standing: Option<Standing>,
    /// Names of the adopters.
    pub adopters: Vec<String>,
    /// Name of the adoptee.
    pub child: String,
    /// What is asked for.
    pub requested: Requested,
    /// What happened, in the applicant's words.
    pub reason: String,
}
