//! 撤销收养登记申请书, signed before the registrar (登记办法 art. 13).

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::adoption::RegisteredAdoption;
use crate::parts::paper::Paper;
use crate::parts::people::{Identity, Office};

/// 利害关系人: whoever asks that a registration be revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// 姓名 of the applicant, or of the responsible person of an organisation.
    pub name: String,
    /// 身份证件.
    pub identity: Option<Identity>,
    /// The organisation that applies.
    pub organisation: Option<String>,
    /// What the applicant has to do with the adoption.
    pub interest: String,
    /// 住址 or 住所.
    pub address: Option<String>,
    /// 联系电话.
    pub telephone: Option<String>,
}

/// 撤销收养登记申请书, signed before the registrar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationApplication {
    /// The office that registered the adoption.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day of the application.
    pub applied_on: NaiveDate,
    /// Who applies.
    pub applicant: Applicant,
    /// The registration; none where the applicant may not learn of it more than it says itself.
    pub adoption: Option<RegisteredAdoption>,
    /// Names of the adopters; none where the applicant may not learn who they are.
    pub adopters: Option<Vec<String>>,
    /// Name of the adoptee.
    pub child: String,
    /// What is false, and how the applicant knows.
    pub grounds: String,
    /// Titles of the papers and other evidence handed in.
    pub evidence: Vec<String>,
}

impl Paper for RevocationApplication {
    fn dated(&self) -> NaiveDate {
        self.applied_on
    }
}
