//! 收养登记申请书: what the parties ask for, signed before the registrar.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person, Placer};

/// The application, signed by the adopters and the placer before the registrar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationForm {
    /// The registering office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// One adopter, or two who are married to each other; none on the copy of the side that may not
    /// learn who they are.
    pub adopters: Option<Vec<Person>>,
    /// The child.
    pub child: Child,
    /// Who places the child; none on the copy of the side that may not learn it.
    pub placer: Option<Placer>,
    /// 收养原因.
    pub reason: String,
    /// Since when the adopters raise the child without registration, which relaxes no condition.
    pub raised_since: Option<NaiveDate>,
    /// The parties wish to conclude an adoption agreement.
    pub agreement_wanted: bool,
    /// A party asks for notarisation.
    pub notarisation_wanted: bool,
    /// A party asks that the adoption be kept secret.
    pub secrecy_requested: bool,
}

impl Paper for ApplicationForm {
    fn dated(&self) -> NaiveDate {
        self.applied_on
    }
}
