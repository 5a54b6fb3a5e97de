//! Who asks, and what of the office's cases they may know; the law's own table of rights decides.

use std::collections::BTreeSet;

use workflow::rights::{Access as Right, Action, Relation, may};
use workflow::{Actor, CaseId, Role};

use crate::store::cases::ledger::Scope;
use crate::store::log::audit::{self, Access, AccessOutcome};
use crate::store::{Store, StoreError, Transaction};

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

    /// Logs what this person did, inside the transaction of the act.
    pub async fn log(
        &self,
        transaction: &Transaction,
        case_id: Option<CaseId>,
        outcome: AccessOutcome,
        rules: &[&str],
    ) -> Result<(), StoreError> {
        audit::record(transaction, Access { asker: self, case_id, outcome, rules }).await
    }

    /// Logs what this person read or was refused, which no transaction has.
    pub async fn note(
        &self,
        store: &Store,
        case_id: Option<CaseId>,
        outcome: AccessOutcome,
        rules: &[&str],
    ) -> Result<(), StoreError> {
        audit::note(store, Access { asker: self, case_id, outcome, rules }).await
    }
}
