//! 申请解除收养关系: the parties apply together; a dispute is for the court.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open::{Opening, adoptee_is_written_well, draft, head_is_written_well, open};
use super::{Decision, OpeningStep, Step, writing};
use crate::access::Role;
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::PAGE;
use crate::case::later::{DissolutionBasis, LaterRequest};
use crate::case::present::{PresentAdoptee, PresentHead};
use crate::case::{Party, Procedure};
use crate::facts::Facts;
use crate::law::input::{self, OF_THE_KIND};
use crate::law::later::{is_adult, one_at_a_time, registered, stands};
use crate::procedures::dissolution::agreement_is_possible;

/// The application for a dissolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenDissolution {
    /// The adoption's own case.
    pub adoption: CaseId,
    /// On what footing.
    pub basis: DissolutionBasis,
    /// The adoptee as of today, with the registered residence that decides jurisdiction.
    pub adoptee: PresentAdoptee,
    /// Who is responsible for the organisation that placed the child now, where that changed.
    #[serde(default)]
    pub placer_head: Option<PresentHead>,
    /// The one of two adopters who has died, where one has; the other then applies alone.
    #[serde(default)]
    pub deceased_adopter: Option<Party>,
    /// 解除原因
    pub reason: String,
}

impl Step for OpenDissolution {
    const TITLE: &'static str = "申请解除收养";
    const ARTICLE: &'static str =
        "《民法典》第一千一百一十四条至第一千一百一十六条；《登记办法》第十条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn adoption(&self) -> Option<CaseId> {
        Some(self.adoption)
    }

    fn write_in_one_way(&mut self) {
        writing::adoptee(&mut self.adoptee);
        self.placer_head.iter_mut().for_each(writing::head);
    }
}

impl OpeningStep for OpenDissolution {
    /// Opens the case, unless agreement is not possible at all.
    fn decide(&self, facts: &Facts) -> Decision {
        let adoption =
            registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
        let adult = is_adult(&adoption.case, facts);
        let opening = Opening {
            request: LaterRequest::Dissolution {
                basis: self.basis,
                adult,
                deceased: self.deceased_adopter,
            },
            reason: &self.reason,
            adoptee: Some(&self.adoptee),
            head: self.placer_head.as_ref(),
        };
        let mut violations: Vec<Violation> = stands(facts).into_iter().collect();
        violations.extend(one_at_a_time(Procedure::Dissolution, facts));
        violations.extend(adoptee_is_written_well(&self.adoptee, &adoption.case, facts));
        if let Some(head) = &self.placer_head {
            violations.extend(head_is_written_well(head));
            if adoption.case.placer.organisation().is_none() {
                violations.push(OF_THE_KIND.broken().at("placer_head"));
            }
        }
        violations.extend(input::text("reason", &self.reason, PAGE));
        let draft = draft(adoption, &opening, facts);
        violations.extend(draft.iter().flat_map(|case| agreement_is_possible(case, facts)));
        open(adoption, &opening, violations, facts)
    }
}
