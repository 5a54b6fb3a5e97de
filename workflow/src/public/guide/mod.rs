//! 办事指南: for each kind of adoption which papers are needed, who gives each, in which form and by which
//! article. Nothing of it is written here: the papers are asked of `procedures/formation.rs` in every
//! circumstance a case of the kind can have, and when one is needed follows from those.

mod when;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::case::{ChildKind, PaperKind, Party};
use crate::law::documents_required::RequiredPaper;
use crate::law::form_of_proof::{FormOfProof, form_of_proof};
use crate::law::jurisdiction;
use crate::law::kinds::{PlacedBy, is_assessed, parents_are_unknown, placed_by};
use crate::law::time::deadlines::REVIEW_DAYS;
use crate::procedures::formation;

use when::needed_when;
pub use when::{Situation, When, situations as situations_of};

/// The guide to one kind of adoption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "AdoptionGuide")]
pub struct Guide {
    /// The kind of child.
    pub kind: ChildKind,
    /// Its name.
    pub title: Message,
    /// Which office registers it.
    pub office: Message,
    /// The article on the office.
    pub article: Message,
    /// Whether a public notice precedes the registration.
    pub public_notice: bool,
    /// Whether the adopters are assessed.
    pub assessed: bool,
    /// Within how many days the office reviews, the notice and the assessment not counted.
    pub review_days: u32,
    /// The papers, those of the adopters first.
    pub papers: Vec<GuidePaper>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GuidePaper {
    /// Which.
    pub paper: PaperKind,
    /// Whom it is about, where it is about one person.
    pub party: Option<Party>,
    /// Its name.
    pub title: Message,
    /// Who gives it.
    pub given_by: GivenBy,
    /// In which form.
    pub form: FormOfProof,
    /// The same in words.
    pub form_text: Message,
    /// What the rule demands.
    pub why: Message,
    /// The article.
    pub article: Message,
    /// The rule.
    pub rule: &'static str,
    /// It is needed only where all of these hold; always where there is none.
    pub only_if: Vec<OnlyIf>,
}

/// When a paper is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "GuideOnlyIf")]
pub struct OnlyIf {
    /// In a word.
    pub when: When,
    /// In plain words.
    pub text: Message,
}

/// Who gives a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GivenBy {
    /// 收养人
    Adopters,
    /// 送养人: birth parents.
    Parents,
    /// 监护人
    Guardian,
    /// 儿童福利机构
    Institution,
    /// The birth parent who does not place.
    OtherParent,
    /// Both sides together.
    BothSides,
}

/// The guide to a kind of adoption.
pub fn guide(kind: ChildKind) -> Guide {
    let office = jurisdiction::rule_of(kind);
    Guide {
        kind,
        title: title(kind),
        office: Message::new(office.zh, office.en),
        article: Message::new(office.citation, office.citation_en),
        public_notice: parents_are_unknown(kind),
        assessed: is_assessed(kind),
        review_days: REVIEW_DAYS,
        papers: papers(kind),
    }
}

fn title(kind: ChildKind) -> Message {
    let english = match kind {
        ChildKind::InstitutionFoundling => {
            "a child in a welfare institution whose parents cannot be found"
        }
        ChildKind::InstitutionOrphan => "an orphan in a welfare institution",
        ChildKind::GuardianOrphan => "an orphan under a guardian",
        ChildKind::Foundling => "a child in no institution whose parents cannot be found",
        ChildKind::HardshipParents => "a child whose parents are in special difficulties",
        ChildKind::IncapableParents => "a child whose parents are incapable and may harm it",
        ChildKind::CollateralKin => "a child of collateral kin within three degrees",
        ChildKind::Stepchild => "a stepchild",
        ChildKind::StateGuardianship => "a child under the state's guardianship",
        ChildKind::RescuedChild => "a child rescued from traffickers whose parents are not found",
    };
    Message::new(format!("收养{}", kind.printed()), english)
}

/// Every paper that is needed in some situation of the kind, each once.
fn papers(kind: ChildKind) -> Vec<GuidePaper> {
    let all: Vec<(Situation, Vec<RequiredPaper>)> = situations_of(kind)
        .into_iter()
        .map(|situation| {
            let papers = formation::papers(&situation.circumstances, situation.notarisation);
            (situation, papers)
        })
        .collect();
    let mut seen: Vec<RequiredPaper> = Vec::new();
    for paper in all.iter().flat_map(|(_, papers)| papers) {
        if !seen.iter().any(|other| other.slot == paper.slot) {
            seen.push(*paper);
        }
    }
    // What the adopters give comes first, and what is always needed before what is needed at times.
    let mut papers: Vec<GuidePaper> = seen.iter().map(|paper| told(kind, paper, &all)).collect();
    papers.sort_by_key(|paper| (paper.given_by != GivenBy::Adopters, !paper.only_if.is_empty()));
    papers
}

fn told(
    kind: ChildKind,
    paper: &RequiredPaper,
    all: &[(Situation, Vec<RequiredPaper>)],
) -> GuidePaper {
    let RequiredPaper { slot, rule } = paper;
    let form = form_of_proof(slot.paper);
    let only_if = needed_when(all, *slot).into_iter();
    GuidePaper {
        paper: slot.paper,
        party: slot.party,
        title: slot.paper.named(),
        given_by: given_by(kind, slot.paper, slot.party),
        form,
        form_text: form.words(),
        why: Message::new(rule.zh, rule.en),
        article: Message::new(rule.citation, rule.citation_en),
        rule: rule.id,
        only_if: only_if.map(|when| OnlyIf { when, text: when.words() }).collect(),
    }
}

/// Who gives a paper: an adopter their own, whoever places the others; where nobody places, the adopters
/// give all (登记办法 arts. 6, 7).
fn given_by(kind: ChildKind, paper: PaperKind, party: Option<Party>) -> GivenBy {
    let placer = match placed_by(kind) {
        PlacedBy::Institution => GivenBy::Institution,
        PlacedBy::Parents => GivenBy::Parents,
        PlacedBy::Guardian => GivenBy::Guardian,
        PlacedBy::Nobody => GivenBy::Adopters,
    };
    match party {
        Some(Party::FirstAdopter | Party::SecondAdopter) => GivenBy::Adopters,
        Some(Party::OtherParent) => GivenBy::OtherParent,
        Some(_) => placer,
        None if paper == PaperKind::AdoptionAgreement => GivenBy::BothSides,
        None => GivenBy::Adopters,
    }
}
