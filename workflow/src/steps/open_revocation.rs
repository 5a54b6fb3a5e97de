//! 启动撤销收养登记: an interested person applies, or the office acts of its own motion.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open::{Opening, open};
use super::{Decision, OpeningStep, Step, writing};
use crate::access::Role;
use crate::base::ids::CaseId;
use crate::base::rule::{Refusal, Violation};
use crate::base::text::{LINE, PAGE};
use crate::case::Procedure;
use crate::case::aftermath::Standing;
use crate::case::later::{Initiator, LaterRequest};
use crate::facts::Facts;
use crate::law::input;
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

impl Step for OpenRevocation {
    const TITLE: &'static str = "启动撤销登记";
    const ARTICLE: &'static str = "《中国公民收养子女登记办法》第十三条";
    const ROLES: &'static [Role] = &[Role::Registrar];

    fn adoption(&self) -> Option<CaseId> {
        Some(self.adoption)
    }

    fn write_in_one_way(&mut self) {
        if let Initiator::InterestedPerson { name, .. } = &mut self.initiator {
            writing::any_name(name);
        }
    }
}

impl OpeningStep for OpenRevocation {
    /// Opens the case.
    fn decide(&self, facts: &Facts) -> Decision {
        let adoption =
            registered(facts, "adoption").map_err(|violations| Refusal { violations })?;
        let mut violations: Vec<Violation> =
            one_at_a_time(Procedure::Revocation, facts).into_iter().collect();
        if matches!(adoption.case.aftermath.standing, Standing::Revoked { .. }) {
            violations.push(STANDS.broken());
        }
        violations.extend(original_office(facts));
        if let Initiator::InterestedPerson { name, relation } = &self.initiator {
            violations.extend(input::text("initiator.name", name, LINE));
            violations.extend(input::text("initiator.relation", relation, LINE));
        }
        violations.extend(input::text("reason", &self.reason, PAGE));
        let opening = Opening {
            request: LaterRequest::Revocation { initiator: self.initiator.clone() },
            reason: &self.reason,
            adoptee: None,
            head: None,
        };
        open(adoption, &opening, violations, facts)
    }
}
