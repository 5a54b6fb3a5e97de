//! 申请 as it was filed: the content of a case's first event.

use serde::{Deserialize, Serialize};

use super::people::{Adopter, Child, ChildKind, Wishes};
use super::placer::{Institution, Placer, PlacingParents};

/// An application for registering an adoption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// 办件编号
    pub number: String,
    /// The kind of child.
    pub child_kind: ChildKind,
    /// 收养人
    pub adopters: Vec<Adopter>,
    /// 被收养人
    pub child: Child,
    /// 送养人, where an institution places the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placer: Option<Institution>,
    /// 送养人, where birth parents place the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parents: Option<PlacingParents>,
    /// 收养原因
    pub reason: String,
    /// What the parties ask for.
    pub wishes: Wishes,
}

impl Application {
    /// Who places the child.
    pub fn placer(&self) -> Option<Placer> {
        match (&self.placer, &self.parents) {
            (Some(institution), _) => Some(Placer::Institution(institution.clone())),
            (None, Some(parents)) => Some(Placer::Parents(parents.clone())),
            (None, None) => None,
        }
    }
}
