//! How the child is placed: which facts belong to which source, and that no others are stated.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::source::Source;
use crate::base::rule::Violation;
use crate::case::OtherParentState;
use crate::law::input::OF_THE_KIND;

/// Who of the parents places the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlacedByParents {
    /// 双方共同送养
    BothParents,
    /// 单方送养
    OneParent,
}

/// The facts of placing. Each belongs to certain sources only.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PlacingFacts")]
pub struct Placing {
    /// `hardship_parents`, `collateral_kin`: who places.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "PlacedByParents")]
    pub by: Option<PlacedByParents>,
    /// `hardship_parents`: 有特殊困难无力抚养.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub hardship: Option<bool>,
    /// `stepchild`, and where one parent places: what became of the other.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "OtherParentState")]
    pub other_parent: Option<OtherParentState>,
    /// `stepchild` whose other parent is alive: whether that parent consents.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub other_parent_consents: Option<bool>,
    /// Where the other parent is dead: whether that parent's parents claim their priority.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub grandparents_claim_priority: Option<bool>,
    /// `guardian_orphan`, `incapable_parents`: 监护人为组织.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub guardian_is_organisation: Option<bool>,
    /// `guardian_orphan`: whether there are persons with a duty to support the child.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub support_duty_persons: Option<bool>,
    /// Where there are such persons: whether they consent.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub support_duty_consents: Option<bool>,
    /// `incapable_parents`: 生父母均不具备完全民事行为能力.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub parents_incapable: Option<bool>,
    /// `incapable_parents`: 可能严重危害该未成年人.
    #[serde(default, deserialize_with = "given")]
    #[schemars(with = "bool")]
    pub may_seriously_harm: Option<bool>,
}

/// Whether a fact has to be stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Stated,
    Absent,
    /// It depends on a fact that is itself not stated.
    Open,
}

impl Need {
    /// Stated where the fact it depends on has this value.
    fn where_known<T: PartialEq>(fact: Option<T>, value: T) -> Need {
        match fact {
            Some(stated) if stated == value => Need::Stated,
            Some(_) => Need::Absent,
            None => Need::Open,
        }
    }

    fn among(source: Source, sources: &[Source]) -> Need {
        if sources.contains(&source) { Need::Stated } else { Need::Absent }
    }
}

/// Reads a field that may be left out but, where it is given, is never null.
fn given<'de, D, T>(reader: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    T::deserialize(reader).map(Some)
}

impl Placing {
    /// Whether one parent places alone, beside a parent in this state.
    pub fn is_one_parent_beside(&self, state: OtherParentState) -> bool {
        self.by == Some(PlacedByParents::OneParent) && self.other_parent == Some(state)
    }

    /// Every fact that the source needs and that is missing, or that belongs to another source.
    pub(super) fn faults(&self, source: Source) -> Vec<Violation> {
        let facts = self.facts(source);
        let faults = facts.into_iter().filter_map(|(name, need, is_stated)| {
            let (zh, en) = match (need, is_stated) {
                (Need::Stated, false) => ("缺少此项", "it is missing"),
                (Need::Absent, true) => ("不应填写此项", "it does not belong here"),
                _ => return None,
            };
            Some(OF_THE_KIND.broken_because(zh, en).at(format!("placing.{name}")))
        });
        faults.collect()
    }

    /// Each fact by its name, whether it is needed, and whether it is stated.
    fn facts(&self, source: Source) -> [(&'static str, Need, bool); 10] {
        const PARENTS: &[Source] = &[Source::HardshipParents, Source::CollateralKin];
        const GUARDIAN: &[Source] = &[Source::GuardianOrphan, Source::IncapableParents];
        let of = |sources| Need::among(source, sources);
        let by_parents = PARENTS.contains(&source);
        let stepchild = source == Source::Stepchild;
        let orphan = source == Source::GuardianOrphan;
        let other_parent = match source {
            Source::Stepchild => Need::Stated,
            _ if by_parents => Need::where_known(self.by, PlacedByParents::OneParent),
            _ => Need::Absent,
        };
        let dependent = |here: bool, need: Need| if here { need } else { Need::Absent };
        let claim = match other_parent {
            Need::Stated => Need::where_known(self.other_parent, OtherParentState::Dead),
            need => need,
        };
        let consent = Need::where_known(self.other_parent, OtherParentState::Alive);
        let duty = Need::where_known(self.support_duty_persons, true);
        [
            ("by", of(PARENTS), self.by.is_some()),
            ("hardship", of(&[Source::HardshipParents]), self.hardship.is_some()),
            ("other_parent", other_parent, self.other_parent.is_some()),
            (
                "other_parent_consents",
                dependent(stepchild, consent),
                self.other_parent_consents.is_some(),
            ),
            (
                "grandparents_claim_priority",
                dependent(by_parents, claim),
                self.grandparents_claim_priority.is_some(),
            ),
            ("guardian_is_organisation", of(GUARDIAN), self.guardian_is_organisation.is_some()),
            (
                "support_duty_persons",
                of(&[Source::GuardianOrphan]),
                self.support_duty_persons.is_some(),
            ),
            (
                "support_duty_consents",
                dependent(orphan, duty),
                self.support_duty_consents.is_some(),
            ),
            (
                "parents_incapable",
                of(&[Source::IncapableParents]),
                self.parents_incapable.is_some(),
            ),
            (
                "may_seriously_harm",
                of(&[Source::IncapableParents]),
                self.may_seriously_harm.is_some(),
            ),
        ]
    }
}
