//! 更换经办人: the leader hands a case to another registrar.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::ids::UserId;
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::Event;
use crate::facts::Facts;
use crate::law::correction::OFFICER;
use crate::law::donation::RECUSED;
use crate::law::input::{self, PAGE};
use crate::law::sequence::must_be_in;

/// The new officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplaceOfficer {
    /// Who works the case from now on.
    pub officer: UserId,
    /// Why.
    pub reason: String,
}

/// While there is still something to do.
pub fn gates(case: &Case, _facts: &Facts) -> Vec<Violation> {
    let ended = [Stage::Closed, Stage::NotAccepted, Stage::Refused, Stage::Withdrawn];
    let open = Stage::ALL.into_iter().filter(|stage| !ended.contains(stage));
    must_be_in(case, &open.collect::<Vec<_>>())
}

/// Hands the case over to an active registrar who did not assess it and took no gift.
pub fn decide(case: &Case, command: &ReplaceOfficer, facts: &Facts) -> Decision {
    let mut violations = gates(case, facts);
    let record = facts.officers.iter().find(|record| record.actor.id == command.officer);
    let fit = record.filter(|record| {
        record.is_active_registrar
            && !case.was_assessor(command.officer)
            && case.officer.id != command.officer
    });
    if fit.is_none() {
        violations.push(OFFICER.broken().at("officer"));
    }
    if case.is_recused(command.officer) {
        violations.push(RECUSED.broken().at("officer"));
    }
    violations.extend(input::text("reason", &command.reason, PAGE));
    let officer = fit.map_or_else(|| case.officer.clone(), |record| record.actor.clone());
    one_unless(violations, || Event::OfficerReplaced { officer, reason: command.reason.clone() })
}
