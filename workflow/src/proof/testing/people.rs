//! The family of which the stories tell, and who acts in them.

use uuid::Uuid;

use crate::base::ids::UserId;
use crate::case::{Actor, ChildKind};
use crate::cast::dazu;
use crate::steps::apply::Apply;

pub fn user(number: u128, name: &str) -> Actor {
    Actor { id: UserId(Uuid::from_u128(number)), name: name.to_owned() }
}

/// An application of a kind that meets every condition on the first day of the stories.
pub fn application_of(kind: ChildKind) -> Apply {
    dazu::family().application_of(kind)
}

/// A couple adopts a girl of six from the county's institution.
pub fn application() -> Apply {
    application_of(ChildKind::InstitutionFoundling)
}

/// A couple adopts the girl of birth parents in special hardship, who place her together.
pub fn application_of_hardship_parents() -> Apply {
    application_of(ChildKind::HardshipParents)
}

/// The mother's husband adopts her daughter; the father lives and must consent.
pub fn application_of_a_stepfather() -> Apply {
    application_of(ChildKind::Stepchild)
}
