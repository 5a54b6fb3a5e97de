//! 启动撤销收养登记: an interested person applies, or the office acts of its own motion.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Decision;
use super::open::{Opening, open};
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::case::Procedure;
use crate::case::later::{Initiator, LaterRequest, Standing};
use crate::facts::Facts;
use crate::law::input::{self, LINE, PAGE};
use crate::law::later::{STANDS, one_at_a_time, original_office, registered};

/// The beginning of a revocation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenRevocation {
    /// The adoption's own case.
    pub adoption: CaseId,
    /// Who set it going.
    pub initiator: Initiator,
    /// What is said to have been false.
    pub reason: String,
}

/// Opens the case.
pub fn decide(command: &OpenRevocation, facts: &Facts) -> Decision {
    let adoption = registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
    let mut violations: Vec<Violation> =
        one_at_a_time(Procedure::Revocation, facts).into_iter().collect();
    if matches!(adoption.case.aftermath.standing, Standing::Revoked { .. }) {
        violations.push(STANDS.broken());
    }
    violations.extend(original_office(facts));
    if let Initiator::InterestedPerson { name, relation } = &command.initiator {
        violations.extend(input::text("initiator.name", name, LINE));
        violations.extend(input::text("initiator.relation", relation, LINE));
    }
    violations.extend(input::text("reason", &command.reason, PAGE));
    let opening = Opening {
        request: LaterRequest::Revocation { initiator: command.initiator.clone() },
        reason: &command.reason,
        adoptee: None,
        head: None,
    };
    open(adoption, &opening, violations, facts)
}
