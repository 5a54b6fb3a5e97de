//! Who asks, and what of the office's cases they may know; the law's own table of rights decides.

use std::collections::BTreeSet;

use workflow::rights::{Access as Right, Action, Relation, may};
use workflow::{Actor, Case, Role, UserId};

use crate::clock::Instant;

/// Who asks: the person, their roles at this moment, and the request they came with.
#[derive(Debug, Clone)]
pub struct Asker {
    /// The account and the name.
    pub actor: Actor,
    /// The roles held now.
    pub roles: BTreeSet<Role>,
    /// The office, institution or agency the person works for.
    pub organization: String,
    /// The operation, by its id in the API.
    pub operation: String,
    /// The number of the request.
    pub request_id: String,
    /// When the person last showed a second factor in this session.
    pub factor_at: Option<Instant>,
}

/// Which cases a person may see at all: the union of what is named here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Every case of the office.
    pub office: bool,
    /// Cases whose adoption has formed.
    pub registered: bool,
    /// Cases this person is assessing now.
    pub assigned_to: Option<UserId>,
}

impl Asker {
    /// How this person stands to a case of the office.
    pub fn relation(&self, case: &Case) -> Relation {
        Relation::of_organisation(case, self.actor.id, &self.organization)
    }

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
}
