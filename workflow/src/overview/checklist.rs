//! Every place of the file: who brings the paper, why, in which form, how it stands, and which facts of the
//! case it proves.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::proves::{Fact, proves};
use crate::base::message::Message;
use crate::case::papers::ComparedWith;
use crate::case::{Case, FiledPaper, PaperKind, PaperState, Party, Slot};
use crate::facts::Facts;
use crate::law::documents_required::is_brought;
use crate::procedures::papers::{required_papers, welcome_papers};
use crate::procedures::suppliers::{Supplier, supplier};
use crate::steps::ask::slot_title;
use crate::steps::file_paper::open_slots;

/// Whether a paper is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// The law asks for it.
    Required,
    /// It is taken where somebody brings it, and demanded of nobody.
    Welcome,
    /// It comes of what was done in the case: a record that is signed, a page that was published.
    FollowsAnAct,
}

/// How a place of the file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ChecklistState")]
pub enum SlotState {
    /// Nobody has brought it.
    Missing,
    /// A scan waits to be looked at.
    Filed,
    /// It was found in order.
    Verified,
    /// The newest was found not in order.
    Rejected,
}

/// A scan in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ChecklistPaper")]
pub struct Scanned {
    /// Its number in the case.
    pub number: u32,
    /// The day it was filed.
    pub filed_on: NaiveDate,
    /// What became of it.
    #[serde(flatten)]
    pub state: PaperState,
}

/// A place of the file.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "ChecklistSlot")]
pub struct Place {
    /// By which obstacles name it, below `/papers/`.
    pub slot: String,
    /// What the paper is.
    pub paper: PaperKind,
    /// Whom it concerns, where it concerns one party.
    pub party: Option<Party>,
    /// Its name.
    pub title: Message,
    /// Whether it is asked for.
    pub demand: Demand,
    /// Who brings it.
    pub supplied_by: Supplier,
    /// Why, in the words of the rule.
    pub why: Option<Message>,
    /// The rule that asks for it.
    pub rule: Option<&'static str>,
    /// The article.
    pub citation: Option<Message>,
    /// In which form it is taken: what it is compared with when it is verified.
    pub proof: Vec<ComparedWith>,
    /// How it stands.
    pub state: SlotState,
    /// Why the newest was not in order.
    pub reason: Option<String>,
    /// Every scan filed to it, the oldest first.
    pub papers: Vec<Scanned>,
    /// The facts of the case that it proves, with what is declared.
    pub proves: Vec<Fact>,
}

/// Every place of the file: those the law asks for, those that are welcome, and those that follow an act; and
/// whatever else holds a paper.
pub fn checklist(case: &Case, facts: &Facts) -> Vec<Place> {
    let required = required_papers(case);
    let mut places: Vec<Place> = required
        .iter()
        .map(|required| Place {
            why: Some(Message::new(required.rule.zh, required.rule.en)),
            rule: Some(required.rule.id),
            citation: Some(Message::new(required.rule.citation, required.rule.citation_en)),
            ..place(case, required.slot, Demand::Required)
        })
        .collect();
    let welcome = welcome_papers(case).into_iter().map(|slot| (slot, Demand::Welcome));
    let following = open_slots(case, facts).into_iter();
    let filed = case.papers.iter().map(|paper| paper.slot);
    let following = following.chain(filed).map(|slot| (slot, Demand::FollowsAnAct));
    for (slot, demand) in welcome.chain(following) {
        let known = |place: &Place| (place.paper, place.party) == (slot.paper, slot.party);
        if !places.iter().any(known) {
            places.push(place(case, slot, demand));
        }
    }
    places
}

fn place(case: &Case, slot: Slot, demand: Demand) -> Place {
    let papers: Vec<&FiledPaper> = case.papers.iter().filter(|paper| paper.slot == slot).collect();
    let (state, reason) = state_of(case, slot, &papers);
    let whose = slot.party.map_or(String::new(), |party| format!("/{}", party.word()));
    Place {
        slot: format!("{}{whose}", slot.paper.word()),
        paper: slot.paper,
        party: slot.party,
        title: slot_title(slot),
        demand,
        supplied_by: supplier(case, slot),
        why: None,
        rule: None,
        citation: None,
        proof: proof(slot.paper),
        state,
        reason,
        papers: papers.into_iter().map(scanned).collect(),
        proves: proves(case, slot),
    }
}

fn scanned(paper: &FiledPaper) -> Scanned {
    Scanned { number: paper.number, filed_on: paper.filed_on, state: paper.state.clone() }
}

fn state_of(case: &Case, slot: Slot, papers: &[&FiledPaper]) -> (SlotState, Option<String>) {
    if papers.iter().any(|paper| paper.state == PaperState::Filed) {
        return (SlotState::Filed, None);
    }
    if case.is_filled(slot) {
        return (SlotState::Verified, None);
    }
    match papers.last().map(|paper| &paper.state) {
        Some(PaperState::Rejected { reason, .. }) => (SlotState::Rejected, Some(reason.clone())),
        _ => (SlotState::Missing, None),
    }
}

/// What a paper is brought for comparison with: what is signed here is signed before the registrar, what
/// comes from elsewhere is an original or a copy that bears the seal of its keeper.
fn proof(paper: PaperKind) -> Vec<ComparedWith> {
    if is_brought(paper) {
        vec![ComparedWith::Original, ComparedWith::CertifiedCopy]
    } else {
        vec![ComparedWith::SignedBeforeMe, ComparedWith::Original]
    }
}
