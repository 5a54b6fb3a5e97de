//! Which article waives which condition (SEQ-15). An exemption is applied only by its own article;
//! grounds add up, so a disabled stepchild has those of both.

use schemars::JsonSchema;
use serde::Serialize;

use super::kinds::{PlacedBy, is_orphan, parents_are_unknown, placed_by};
use crate::case::{Case, ChildKind};
use crate::identity::dictionaries::ChildHealth;

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

/// A child of collateral kin of the same generation within three degrees.
static KIN: Waiver = Waiver {
    by: "CC-1099.1",
    citation: "《民法典》第一千零九十九条第一款",
    conditions: &["CC-1093.3", "CC-1094.3", "CC-1102"],
};

/// Such a child adopted by overseas Chinese.
static KIN_OF_OVERSEAS_CHINESE: Waiver = Waiver {
    by: "CC-1099.2",
    citation: "《民法典》第一千零九十九条第二款",
    conditions: &["CC-1098.1"],
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

/// What a case may be exempt for. Several may hold at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Grounds {
    /// 孤儿
    pub orphan: bool,
    /// 残疾未成年人
    pub disabled: bool,
    /// 儿童福利机构抚养的查找不到生父母的未成年人, a rescued child included.
    pub raised_by_institution_parents_unknown: bool,
    /// 三代以内旁系同辈血亲的子女
    pub kin: bool,
    /// Every adopter is an overseas Chinese (华侨).
    pub adopters_overseas_chinese: bool,
    /// 继子女
    pub stepchild: bool,
}

impl Grounds {
    /// What the kind of child alone gives.
    pub fn of_kind(kind: ChildKind) -> Grounds {
        Grounds {
            orphan: is_orphan(kind),
            raised_by_institution_parents_unknown: parents_are_unknown(kind)
                && placed_by(kind) == PlacedBy::Institution,
            kin: kind == ChildKind::CollateralKin,
            stepchild: kind == ChildKind::Stepchild,
            ..Grounds::default()
        }
    }

    /// The grounds of a case.
    pub fn of_case(case: &Case) -> Grounds {
        let of_kind = Grounds::of_kind(case.kind);
        Grounds {
            disabled: case.child.health == ChildHealth::Disabled,
            kin: of_kind.kin || case.kinship.is_some(),
            ..of_kind
        }
    }
}

/// Every exemption these grounds give, each with its article.
pub fn exemptions(grounds: &Grounds) -> Vec<Exemption> {
    let open_to_more =
        grounds.orphan || grounds.disabled || grounds.raised_by_institution_parents_unknown;
    let waivers = [
        (open_to_more, &OPEN_TO_MORE),
        (grounds.kin, &KIN),
        (grounds.kin && grounds.adopters_overseas_chinese, &KIN_OF_OVERSEAS_CHINESE),
        (grounds.stepchild, &STEPCHILD),
    ];
    let each = waivers.into_iter().filter(|(holds, _)| *holds).flat_map(|(_, waiver)| {
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
    exemptions(&Grounds::of_case(case))
}

/// Whether a condition is waived in a case.
pub fn is_exempt(case: &Case, condition: &str) -> bool {
    exemptions_of(case).iter().any(|exemption| exemption.condition == condition)
}
