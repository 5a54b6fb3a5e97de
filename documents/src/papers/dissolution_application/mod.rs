//! 解除收养登记申请书.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::adoption::RegisteredAdoption;
use crate::parts::paper::Paper;
use crate::parts::people::{Child, Office, Person, Placer};

/// Who agrees with the adopters, which is decided by the adoptee's age (民法典 arts. 1114, 1115).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Dissolving {
    /// The adoptee is a minor: the placer agrees.
    Minor {
        /// The placer; none on the copy of the side that may not learn it.
        placer: Option<Placer>,
        /// The adoptee is eight or more and consents.
        child_consents: bool,
    },
    /// The adoptee is grown up and agrees; the placer takes no part.
    Adult {
        /// 联系电话 of the adoptee.
        telephone: Option<String>,
    },
}

/// 解除收养登记申请书, signed by all who agree before the registrar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DissolutionApplication {
    /// The office of the adoptee's registered residence.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// The adoption that is to end.
    pub adoption: RegisteredAdoption,
    /// The adopters; none on the copy of the side that may not learn who they are.
    pub adopters: Option<Vec<Person>>,
    /// Which of the adopters has died, from 1; the other declares and signs alone.
    pub deceased: Option<u32>,
    /// The adoptee.
    pub child: Child,
    /// Who agrees with the adopters.
    pub with: Dissolving,
    /// 解除原因.
    pub reason: String,
}

impl Paper for DissolutionApplication {
    fn dated(&self) -> NaiveDate {
        self.applied_on
    }
}
