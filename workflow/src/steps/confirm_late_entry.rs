//! 补录核对: another person compares the entry with the paper volume; the adoption is then in the ledger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::stage::Stage;
use crate::case::Case;
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::law::sequence::must_be_in;
use crate::procedures::late_entry::{conditions, is_another_person};
use crate::procedures::volume;

/// Confirming carries no data: the entry agrees with the volume, or it is declined.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmLateEntry {}

/// Certificate and volume in the file, and another person.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = must_be_in(case, &[Stage::Applied]);
    violations.extend(conditions(case, facts));
    violations.extend(is_another_person(case, facts));
    violations
}

/// Confirms it.
pub fn decide(case: &Case, _command: &ConfirmLateEntry, facts: &Facts) -> Decision {
    one_unless(gates(case, facts), || {
        let manifest = volume::manifest(case, facts);
        Event::Later(LaterEvent::LateEntryConfirmed { manifest })
    })
}
