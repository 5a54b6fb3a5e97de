//! 撤销收养登记 (登记办法 art. 13): the application, and the decision that is served and posted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CertificateBack, Copies, Identity, Named, Office, RegisteredAdoption, Remedies};

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

/// 关于撤销×××与×××收养登记的决定书.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationDecision {
    /// The office that registered the adoption.
    pub office: Office,
    /// 文号.
    pub number: String,
    /// 办件编号; none on the copy that is posted.
    pub case_number: Option<String>,
    /// Whom the copy goes to; nobody on the copy that is posted.
    pub addressees: Vec<String>,
    /// The registration that is revoked.
    pub adoption: RegisteredAdoption,
    /// The adopters; none on the copy of the side that may not learn who they are.
    pub adopters: Option<Vec<Named>>,
    /// Name of the adoptee.
    pub child: String,
    /// What was found.
    pub findings: String,
    /// What it was found by.
    pub evidence: Vec<String>,
    /// What became of the certificate.
    pub certificate: CertificateBack,
    /// For how many days the decision is posted.
    pub posted_days: u32,
    /// Day of the decision.
    pub decided_on: NaiveDate,
    /// What the parties can do.
    pub remedies: Remedies,
    /// The registrar in charge.
    pub registrar: String,
}

/// The copies that are served, and the one for the notice board, which identifies nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevocationDecisions {
    /// The copies for the parties.
    #[serde(flatten)]
    pub served: Copies<RevocationDecision>,
    /// The copy for the notice board.
    pub posted: RevocationDecision,
}
