//! Which article waives which condition (SEQ-15). An exemption is applied only by its own article;
//! grounds add up, so a disabled stepchild has those of both.

use schemars::JsonSchema;
use serde::Serialize;

use crate::case::people::ChildHealth;
use crate::case::{Case, ChildKind};

/// A condition that does not apply, with the article that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Exemption {
    /// The condition waived, such as `CC-1098.1`.
    pub condition: &'static str,
    /// The article that waives it, such as `CC-1100.2`.
    pub by: &'static str,
    /// The article in Chinese.
    pub citation: &'static str,
}

/// An article that waives conditions.
struct Waiver {
    by: &'static str,
    citation: &'static str,
    conditions: &'static [&'static str],
}

/// An orphan, a disabled minor, or one raised by an institution whose parents cannot be found.
static OPEN_TO_MORE: Waiver = Waiver {
    by: "CC-1100.2",
    citation: "《民法典》第一千一百条第二款",
    conditions: &["CC-1098.1", "CC-1100.1"],
};

/// A stepchild.
static STEPCHILD: Waiver = Waiver {
    by: "CC-1103",
    citation: "《民法典》第一千一百零三条",
    conditions: &[
        "CC-1093.3",
        "CC-1094.3",
        "CC-1098.1",
        "CC-1098.2",
        "CC-1098.3",
        "CC-1098.4",
        "CC-1098.5",
        "CC-1100.1",
    ],
};

/// The exemptions of a child of this kind.
pub fn exemptions(kind: ChildKind, health: ChildHealth) -> Vec<Exemption> {
    let mut waivers: Vec<&Waiver> = Vec::new();
    if kind == ChildKind::InstitutionFoundling || health == ChildHealth::Disabled {
        waivers.push(&OPEN_TO_MORE);
    }
    if kind == ChildKind::Stepchild {
        waivers.push(&STEPCHILD);
    }
    let each = waivers.into_iter().flat_map(|waiver| {
        waiver.conditions.iter().map(|condition| Exemption {
            condition,
            by: waiver.by,
            citation: waiver.citation,
        })
    });
    each.collect()
}

/// The exemptions of a case.
pub fn exemptions_of(case: &Case) -> Vec<Exemption> {
    exemptions(case.kind, case.child.health)
}

/// Whether a condition is waived in a case.
pub fn is_exempt(case: &Case, condition: &str) -> bool {
    exemptions_of(case).iter().any(|exemption| exemption.condition == condition)
}
