//! 关于撤销×××与×××收养登记的决定书 (登记办法 art. 13): served on the parties, and posted.

pub(crate) mod compose;
pub mod sample;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parts::adoption::{CertificateBack, RegisteredAdoption};
use crate::parts::copies::Copies;
use crate::parts::paper::Paper;
use crate::parts::people::{Named, Office};
use crate::parts::remedies::Remedies;

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

impl Paper for RevocationDecisions {
    fn dated(&self) -> NaiveDate {
        self.served.copy.decided_on
    }
}
