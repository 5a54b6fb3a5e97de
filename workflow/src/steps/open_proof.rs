//! 申请出具收养关系证明.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open::{Opening, applicants_are_written_well, draft, open};
use super::{Decision, OpeningStep, Step, writing};
use crate::access::Role;
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::LINE;
use crate::case::Party;
use crate::case::later::LaterRequest;
use crate::case::present::{PresentAdoptee, PresentGuardian};
use crate::facts::Facts;
use crate::law::input;
use crate::law::later::{original_office, registered};
use crate::procedures::proof::applicant_may;

/// The application for a proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenProof {
    /// The adoption's own case.
    pub adoption: CaseId,
    /// Who applies, in person.
    pub applicant: Party,
    /// The adoptee as of today, needed where the adult adoptee applies.
    #[serde(default)]
    pub adoptee: Option<PresentAdoptee>,
    /// The guardian, where one other than the adopters applies for a minor adoptee.
    #[serde(default)]
    pub guardian: Option<PresentGuardian>,
    /// 用途
    pub purpose: String,
}

impl Step for OpenProof {
    const TITLE: &'static str = "申请出具证明";
    const ARTICLE: &'static str = "《收养登记工作规范》第二条、第九条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn adoption(&self) -> Option<CaseId> {
        Some(self.adoption)
    }

    fn write_in_one_way(&mut self) {
        self.adoptee.iter_mut().for_each(writing::adoptee);
        self.guardian.iter_mut().for_each(writing::guardian);
    }
}

impl OpeningStep for OpenProof {
    /// Opens the case.
    fn decide(&self, facts: &Facts) -> Decision {
        let adoption =
            registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
        let mut violations: Vec<Violation> = original_office(facts).into_iter().collect();
        let adoptee = self.adoptee.as_ref();
        let adoptee_applies = self.applicant == Party::Child;
        violations.extend(applicants_are_written_well(
            adoptee,
            self.guardian.as_ref(),
            adoptee_applies,
            &adoption.case,
            facts,
        ));
        violations.extend(input::text("purpose", &self.purpose, LINE));
        let opening = Opening {
            request: LaterRequest::Proof {
                applicant: self.applicant,
                purpose: self.purpose.clone(),
                guardian: self.guardian.clone(),
            },
            reason: &self.purpose,
            adoptee,
            head: None,
        };
        let draft = draft(adoption, &opening, facts);
        violations.extend(draft.iter().filter_map(|case| applicant_may(case, facts)));
        open(adoption, &opening, violations, facts)
    }
}
