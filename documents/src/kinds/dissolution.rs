//! 解除收养登记: the application, and the proof that takes the place of the certificate.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Child, Office, Person, Placer, RegisteredAdoption, Reissue};

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

/// 解除收养关系证明.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DissolutionProof {
    /// The office that registers the dissolution.
    pub office: Office,
    /// Number of the proof.
    pub number: String,
    /// 印制号 of the blank it is printed on.
    pub blank_serial: Option<String>,
    /// The adoption that ended.
    pub adoption: RegisteredAdoption,
    /// The adopters; none on the copy of the side that may not learn who they are.
    pub adopters: Option<Vec<Person>>,
    /// The adoptee.
    pub child: Child,
    /// Name of the placer or of the placing institution.
    pub placer: String,
    /// The adoptee was grown up, so that the Code's article is another.
    pub adult: bool,
    /// 解除原因.
    pub reason: String,
    /// The day of the dissolution.
    pub dissolved_on: NaiveDate,
    /// 备注.
    pub remarks: Option<String>,
    /// Of a copy in place of one that was lost or damaged.
    pub reissue: Option<Reissue>,
}
