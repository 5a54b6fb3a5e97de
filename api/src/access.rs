//! Who asks, and what of the office's cases they may know; the law's own table of rights decides.

use std::collections::BTreeSet;

use workflow::access::{Access as Right, Action, Relation, may};
use workflow::{Actor, CaseId, Role};

use crate::store::audit::{self, Access, AccessOutcome};
use crate::store::ledger::Scope;
use crate::store::{Reader, StoreError};

/// Who asks: the person, their roles at this moment, and the request they came with.
#[derive(Debug, Clone)]
pub struct Asker {
    /// The account and the name.
    pub actor: Actor,
    /// The roles held now.
    pub roles: BTreeSet<Role>,
    /// The operation, by its id in the API.
    pub operation: String,
    /// The number of the request.
    pub request_id: String,
}

impl Asker {
    /// The cases this person may see in lists, asked of the table of rights for each kind of tie.
    pub fn scope(&self) -> Scope {
        let stranger = Relation { is_own_office: true, ..Relation::NONE };
        let may_read = |relation| may(&self.roles, relation, Action::ReadCase) == Right::Allowed;
        Scope {
            office: may_read(stranger),
            registered: may_read(Relation { is_registered: true, ..stranger }),
            assigned_to: may_read(Relation { is_assigned: true, ..stranger })
                .then_some(self.actor.id),
        }
    }

    /// Logs what this person did or tried: inside the transaction of an act, or by itself.
    pub async fn log(
        &self,
        writer: &impl Reader,
        case_id: Option<CaseId>,
        outcome: AccessOutcome,
        rules: &[&str],
    ) -> Result<(), StoreError> {
        audit::record(writer, Access { asker: self, case_id, outcome, rules }).await
    }
}
