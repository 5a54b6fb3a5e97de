//! 申请解除收养关系: the parties apply together; a dispute is for the court.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Decision;
use super::open::{Opening, adoptee_is_written_well, draft, head_is_written_well, open};
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::case::later::{DissolutionBasis, LaterRequest, PresentAdoptee, PresentHead};
use crate::case::{Party, Procedure};
use crate::facts::Facts;
use crate::law::input::{self, OF_THE_KIND, PAGE};
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

/// Opens the case, unless agreement is not possible at all.
pub fn decide(command: &OpenDissolution, facts: &Facts) -> Decision {
    let adoption = registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
    let adult = is_adult(&adoption.case, facts);
    let opening = Opening {
        request: LaterRequest::Dissolution {
            basis: command.basis,
            adult,
            deceased: command.deceased_adopter,
        },
        reason: &command.reason,
        adoptee: Some(&command.adoptee),
        head: command.placer_head.as_ref(),
    };
    let mut violations: Vec<Violation> = stands(facts).into_iter().collect();
    violations.extend(one_at_a_time(Procedure::Dissolution, facts));
    violations.extend(adoptee_is_written_well(&command.adoptee, &adoption.case, facts));
    if let Some(head) = &command.placer_head {
        violations.extend(head_is_written_well(head));
        if adoption.case.placer.organisation().is_none() {
            violations.push(OF_THE_KIND.broken().at("placer_head"));
        }
    }
    violations.extend(input::text("reason", &command.reason, PAGE));
    let draft = draft(adoption, &opening, facts);
    violations.extend(draft.iter().flat_map(|case| agreement_is_possible(case, facts)));
    open(adoption, &opening, violations, facts)
}
