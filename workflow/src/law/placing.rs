//! What the institution that places a child learns of the case: how it goes until the certificate is handed over,
//! and what it has still to bring; nothing of the adopters.

use super::kinds::{PlacedBy, placed_by};
use crate::base::stage::Stage;
use crate::case::{Case, Procedure};
use crate::identity::names::compared_name;

/// Whether the child of a case is placed by the institution of this name, and not handed over yet.
pub fn is_placed_by(case: &Case, organisation: &str) -> bool {
    let same = |name: &str| compared_name(name) == compared_name(organisation);
    let is_handed_over = matches!(case.stage, Stage::Issued | Stage::Archived | Stage::Closed);
    case.procedure == Procedure::Formation
        && placed_by(case.kind) == PlacedBy::Institution
        && !is_handed_over
        && case.placer.institution().is_some_and(|placer| same(&placer.name))
}
