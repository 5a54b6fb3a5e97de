//! What may be done next, what not yet and why, and who may: the state machine explains itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::access::{Access, Relation, Role, may, roles_that_may};
use crate::base::act::Act;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::decide::gates;
use crate::facts::Facts;
use crate::law::child::notes_of_the_child;
use crate::law::donation::beside_the_approval;
use crate::procedures::has;

/// How an act stands for a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActState {
    /// The caller may do it now.
    Possible,
    /// The law does not allow it yet, or no longer.
    NotNow,
    /// The law allows it now, but another role does it.
    ForOthers,
}

/// One act with its standing.
#[derive(Debug, Clone)]
pub struct ActStatus {
    /// The act.
    pub act: Act,
    /// How it stands.
    pub state: ActState,
    /// The rules in the way.
    pub violations: Vec<Violation>,
    /// The roles that may do it.
    pub who: Vec<Role>,
    /// What whoever does it is told beside it. It stands in nobody's way.
    pub notes: Vec<Message>,
}

/// Every act of the procedure, in the order of work.
pub fn acts(case: &Case, relation: Relation, facts: &Facts) -> Vec<ActStatus> {
    let of_existing_case =
        Act::ALL.into_iter().filter(|act| !act.opens_a_case() && has(case.procedure, *act));
    of_existing_case
        .map(|act| {
            let violations = gates(case, act, facts);
            let allowed = may(&facts.roles, relation, act.into()) == Access::Allowed;
            let state = match (violations.is_empty(), allowed) {
                (false, _) => ActState::NotNow,
                (true, true) => ActState::Possible,
                (true, false) => ActState::ForOthers,
            };
            let notes = match act {
                Act::Approve => beside_the_approval(case),
                // Of other cases only who decides on this one is told.
                Act::Accept if allowed => notes_of_the_child(facts),
                _ => Vec::new(),
            };
            ActStatus { act, state, violations, who: roles_that_may(act), notes }
        })
        .collect()
}
