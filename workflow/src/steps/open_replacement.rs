//! 申请补领: the certificate, or the proof of dissolution, was lost or damaged.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open::{Opening, applicants_are_written_well, draft, open};
use super::{Decision, OpeningStep, Step, writing};
use crate::access::Role;
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::PAGE;
use crate::case::Party;
use crate::case::aftermath::ReplacedPaper;
use crate::case::later::{AbsentSpouse, LaterRequest, ReplacementCause};
use crate::case::present::{PresentAdoptee, PresentGuardian};
use crate::facts::Facts;
use crate::law::input;
use crate::law::later::{original_office, registered};
use crate::procedures::replacement::those_who_apply_may;

/// The application for a replacement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenReplacement {
    /// The adoption's own case.
    pub adoption: CaseId,
    /// Which paper.
    pub paper: ReplacedPaper,
    /// Why.
    pub cause: ReplacementCause,
    /// Who applies, in person.
    pub applicants: Vec<Party>,
    /// Why one spouse applies alone, where one does.
    #[serde(default)]
    pub absent_spouse: Option<AbsentSpouse>,
    /// The adoptee as of today, needed where the adult adoptee applies.
    #[serde(default)]
    pub adoptee: Option<PresentAdoptee>,
    /// The guardian, where one other than the adopters applies for a minor adoptee.
    #[serde(default)]
    pub guardian: Option<PresentGuardian>,
    /// 遗失、损毁的经过
    pub reason: String,
}

impl Step for OpenReplacement {
    const TITLE: &'static str = "申请补领";
    const ARTICLE: &'static str = "《收养登记工作规范》（补领收养登记证、解除收养关系证明）";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn adoption(&self) -> Option<CaseId> {
        Some(self.adoption)
    }

    fn write_in_one_way(&mut self) {
        self.adoptee.iter_mut().for_each(writing::adoptee);
        self.guardian.iter_mut().for_each(writing::guardian);
    }
}

impl OpeningStep for OpenReplacement {
    /// Opens the case.
    fn decide(&self, facts: &Facts) -> Decision {
        let adoption =
            registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
        let mut violations: Vec<Violation> = original_office(facts).into_iter().collect();
        let adoptee = self.adoptee.as_ref();
        let adoptee_applies = self.applicants.contains(&Party::Child);
        violations.extend(applicants_are_written_well(
            adoptee,
            self.guardian.as_ref(),
            adoptee_applies,
            &adoption.case,
            facts,
        ));
        violations.extend(input::text("reason", &self.reason, PAGE));
        let opening = Opening {
            request: LaterRequest::Replacement {
                paper: self.paper,
                cause: self.cause,
                applicants: self.applicants.clone(),
                absent_spouse: self.absent_spouse,
                guardian: self.guardian.clone(),
            },
            reason: &self.reason,
            adoptee,
            head: None,
        };
        let draft = draft(adoption, &opening, facts);
        violations.extend(draft.iter().flat_map(|case| those_who_apply_may(case, facts)));
        open(adoption, &opening, violations, facts)
    }
}
