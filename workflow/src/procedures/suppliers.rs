//! Who brings the paper of a slot: the parties their own, and the office what it makes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case::{Case, PaperKind, Party, Slot};
use crate::law::documents_required::is_brought;
use crate::law::kinds::{PlacedBy, placed_by};

/// Who brings a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Supplier {
    /// 收养人
    Adopters,
    /// The birth parents who place, or the other parent.
    Parents,
    /// 儿童福利机构
    Institution,
    /// 监护人
    Guardian,
    /// 利害关系人
    InterestedPerson,
    /// The parties together.
    Parties,
    /// The office itself.
    Office,
}

/// Who brings the paper of a slot (登记办法 arts. 5, 6).
pub fn supplier(case: &Case, slot: Slot) -> Supplier {
    if !is_brought(slot.paper) && slot.paper != PaperKind::ApplicationForm {
        return Supplier::Office;
    }
    let placing = match placed_by(case.kind) {
        PlacedBy::Institution => Supplier::Institution,
        PlacedBy::Guardian => Supplier::Guardian,
        PlacedBy::Parents => Supplier::Parents,
        PlacedBy::Nobody => Supplier::Adopters,
    };
    match slot.party {
        Some(Party::FirstAdopter | Party::SecondAdopter) => Supplier::Adopters,
        Some(Party::Placer | Party::SecondPlacer | Party::Child) => placing,
        Some(Party::OtherParent) => Supplier::Parents,
        Some(Party::Guardian) => Supplier::Guardian,
        Some(Party::InterestedPerson) => Supplier::InterestedPerson,
        None => match slot.paper {
            PaperKind::ApplicationForm | PaperKind::JointPhoto => Supplier::Adopters,
            _ => Supplier::Parties,
        },
    }
}
