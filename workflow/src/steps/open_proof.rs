//! 申请出具收养关系证明.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Decision;
use super::open::{Opening, adoptee_is_written_well, draft, guardian_is_written_well, open};
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::case::Party;
use crate::case::later::{LaterRequest, PresentAdoptee, PresentGuardian};
use crate::facts::Facts;
use crate::law::input::{self, LINE, OF_THE_KIND};
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

/// Opens the case.
pub fn decide(command: &OpenProof, facts: &Facts) -> Decision {
    let adoption = registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
    let mut violations: Vec<Violation> = original_office(facts).into_iter().collect();
    let adoptee = command.adoptee.as_ref();
    violations.extend(
        adoptee.iter().flat_map(|present| adoptee_is_written_well(present, &adoption.case, facts)),
    );
    if adoptee.is_none() && command.applicant == Party::Child {
        violations.push(OF_THE_KIND.broken_because("须填写", "it is needed").at("adoptee"));
    }
    violations.extend(command.guardian.iter().flat_map(guardian_is_written_well));
    violations.extend(input::text("purpose", &command.purpose, LINE));
    let opening = Opening {
        request: LaterRequest::Proof {
            applicant: command.applicant,
            purpose: command.purpose.clone(),
            guardian: command.guardian.clone(),
        },
        reason: &command.purpose,
        adoptee,
        head: None,
    };
    let draft = draft(adoption, &opening, facts);
    violations.extend(draft.iter().filter_map(|case| applicant_may(case, facts)));
    open(adoption, &opening, violations, facts)
}
