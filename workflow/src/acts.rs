//! What may be done next, what not yet and why, and who may: the state machine explains itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::access::Role;
use crate::base::act::Act;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::decide::gates;
use crate::facts::Facts;
use crate::procedures::has;
use crate::rights::{Access, Relation, may};

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
    let all = Act::ALL.into_iter();
    all.filter(|act| !act.opens_a_case() && has(case.procedure, *act))
        .map(|act| {
            let violations = gates(case, act, facts);
            let allowed = may(&facts.roles, relation, act.into()) == Access::Allowed;
            let state = match (violations.is_empty(), allowed) {
                (false, _) => ActState::NotNow,
                (true, true) => ActState::Possible,
                (true, false) => ActState::ForOthers,
            };
            let notes = act.notes(case, facts, allowed);
            ActStatus { act, state, violations, who: act.roles().to_vec(), notes }
        })
        .collect()
}
