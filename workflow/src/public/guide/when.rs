//! When a paper is needed: found by asking the law in every situation a case of the kind can have.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::case::{ChildKind, OtherParentState, Slot};
use crate::law::documents_required::RequiredPaper;
use crate::law::kinds::{PlacedBy, is_orphan, placed_by};
use crate::law::papers_by_law::Circumstances;

/// What an adoption of a kind can be like, as far as papers follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// What decides the papers by law.
    pub circumstances: Circumstances,
    /// Whether the parties wish for a notarial deed.
    pub notarisation: bool,
}

/// Something on which it depends whether a paper is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "GuideWhen")]
pub enum When {
    /// The child is disabled.
    ChildIsDisabled,
    /// Two spouses adopt.
    TwoAdopters,
    /// An adopter is collateral kin of a birth parent.
    Kin,
    /// Both birth parents place.
    BothParentsPlace,
    /// One birth parent places alone, the other being dead or missing.
    OtherParentDeadOrMissing,
    /// The other birth parent is alive.
    OtherParentAlive,
    /// The guardian is a person.
    GuardianIsPerson,
    /// The guardian is an organisation.
    GuardianIsOrganisation,
    /// There are persons with a duty to support the child whose consent is demanded.
    SupportDuty,
    /// The parties wish for a notarial deed.
    Notarisation,
}

impl When {
    const ALL: [When; 10] = [
        When::ChildIsDisabled,
        When::TwoAdopters,
        When::Kin,
        When::BothParentsPlace,
        When::OtherParentDeadOrMissing,
        When::OtherParentAlive,
        When::GuardianIsPerson,
        When::GuardianIsOrganisation,
        When::SupportDuty,
        When::Notarisation,
    ];

    /// In plain words.
    pub fn words(self) -> Message {
        let (zh, en) = match self {
            When::ChildIsDisabled => ("孩子有残疾的", "where the child is disabled"),
            When::TwoAdopters => ("夫妻共同收养的，另一方也要", "where two spouses adopt"),
            When::Kin => (
                "收养人与孩子的生父母是三代以内旁系同辈血亲的",
                "where an adopter is collateral kin of a birth parent",
            ),
            When::BothParentsPlace => ("生父母双方共同送养的", "where both birth parents place"),
            When::OtherParentDeadOrMissing => (
                "生父母一方死亡或者下落不明，由另一方单独送养的",
                "where one birth parent is dead or missing and the other places alone",
            ),
            When::OtherParentAlive => {
                ("孩子的另一方生父母健在的", "where the other birth parent is alive")
            }
            When::GuardianIsPerson => ("监护人是个人的", "where the guardian is a person"),
            When::GuardianIsOrganisation => {
                ("监护人是单位的", "where the guardian is an organisation")
            }
            When::SupportDuty => (
                "孩子还有负抚养义务的亲人的",
                "where there are relatives with a duty to support the child",
            ),
            When::Notarisation => {
                ("当事人要求办理收养公证的", "where a notarial deed is wished for")
            }
        };
        Message::new(zh, en)
    }

    /// Whether it is so in a situation.
    pub fn holds(self, situation: &Situation) -> bool {
        let Situation { circumstances, notarisation } = situation;
        let by = placed_by(circumstances.kind);
        let persons = circumstances.persons_placing;
        match self {
            When::ChildIsDisabled => circumstances.disabled,
            When::TwoAdopters => circumstances.adopters == 2,
            When::Kin => circumstances.kin,
            When::BothParentsPlace => by == PlacedBy::Parents && persons == 2,
            When::OtherParentDeadOrMissing => matches!(
                circumstances.other_parent,
                Some(OtherParentState::Dead | OtherParentState::Missing)
            ),
            When::OtherParentAlive => circumstances.other_parent == Some(OtherParentState::Alive),
            When::GuardianIsPerson => by == PlacedBy::Guardian && persons > 0,
            When::GuardianIsOrganisation => by == PlacedBy::Guardian && persons == 0,
            When::SupportDuty => circumstances.support_duty_consent_needed,
            When::Notarisation => *notarisation,
        }
    }
}

/// Every situation of a kind.
pub fn situations(kind: ChildKind) -> Vec<Situation> {
    let adopters: &[usize] = if kind == ChildKind::Stepchild { &[1] } else { &[1, 2] };
    let kin: &[bool] = match kind {
        ChildKind::CollateralKin => &[true],
        ChildKind::InstitutionOrphan
        | ChildKind::GuardianOrphan
        | ChildKind::IncapableParents
        | ChildKind::StateGuardianship => &[false, true],
        _ => &[false],
    };
    let duty: &[bool] = if is_orphan(kind) { &[false, true] } else { &[false] };
    let mut all = Vec::new();
    for (persons_placing, other_parent) in ways_of_placing(kind) {
        for adopters in adopters {
            for kin in kin {
                for duty in duty {
                    for flags in 0..4_u8 {
                        let circumstances = Circumstances {
                            kind,
                            disabled: flags & 1 > 0,
                            kin: *kin,
                            adopters: *adopters,
                            persons_placing,
                            other_parent,
                            support_duty_consent_needed: *duty,
                        };
                        all.push(Situation { circumstances, notarisation: flags & 2 > 0 });
                    }
                }
            }
        }
    }
    all
}

/// How many persons place, and what became of the parent who does not.
fn ways_of_placing(kind: ChildKind) -> Vec<(usize, Option<OtherParentState>)> {
    use OtherParentState::{Alive, Dead, Missing, Unknown};
    match placed_by(kind) {
        PlacedBy::Institution | PlacedBy::Nobody => vec![(0, None)],
        PlacedBy::Guardian => vec![(0, None), (1, None)],
        PlacedBy::Parents if kind == ChildKind::Stepchild => {
            [Alive, Dead, Missing, Unknown].map(|state| (1, Some(state))).to_vec()
        }
        PlacedBy::Parents => {
            vec![(2, None), (1, Some(Dead)), (1, Some(Missing)), (1, Some(Unknown))]
        }
    }
}

/// What has to be so for a slot to be needed: it is so wherever the slot is needed, and not everywhere.
pub fn needed_when(all: &[(Situation, Vec<RequiredPaper>)], slot: Slot) -> Vec<When> {
    let is_needed = |papers: &[RequiredPaper]| papers.iter().any(|paper| paper.slot == slot);
    let everywhere = |when: When| all.iter().all(|(situation, _)| when.holds(situation));
    let wherever_needed = |when: When| {
        let mut needing = all.iter().filter(|(_, papers)| is_needed(papers));
        needing.all(|(situation, _)| when.holds(situation))
    };
    let depends = When::ALL.into_iter();
    depends.filter(|when| !everywhere(*when) && wherever_needed(*when)).collect()
}
