//! Lists of papers: which came in, which are missing, whose they are.

use workflow::case::papers::ComparedWith;
use workflow::case::{Case, FiledPaper, PaperKind, PaperState, Party, Slot};
use workflow::law::documents_required::required_papers;

use crate::kinds::{MissingPaper, ReceivedPaper};

/// Papers of one kind, and whose they are.
struct Group {
    paper: PaperKind,
    parties: Vec<Option<Party>>,
}

/// Puts slots of one kind together, in the order in which the kinds first occur.
fn grouped(slots: impl IntoIterator<Item = Slot>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for Slot { paper, party } in slots {
        match groups.iter_mut().find(|group| group.paper == paper) {
            Some(group) if group.parties.contains(&party) => {}
            Some(group) => group.parties.push(party),
            None => groups.push(Group { paper, parties: vec![party] }),
        }
    }
    groups
}

/// Whose a paper is: persons by name, the institution by what it is in the case.
fn owner(case: &Case, party: Option<Party>) -> String {
    match party {
        None => "各方当事人".into(),
        Some(Party::Placer) => Party::Placer.printed().into(),
        Some(party) => case.signing_name(party).unwrap_or(party.printed()).into(),
    }
}

fn owners(case: &Case, parties: &[Option<Party>]) -> String {
    let names: Vec<String> = parties.iter().map(|party| owner(case, *party)).collect();
    names.join("、")
}

/// The papers that stand, each scan by itself.
pub(super) fn received(case: &Case) -> Vec<ReceivedPaper> {
    let standing = case.papers.iter().filter_map(|paper| {
        let comparison = comparison(paper)?;
        Some(ReceivedPaper {
            title: paper.slot.paper.printed().into(),
            party: owner(case, paper.slot.party),
            comparison: comparison.into(),
            sheets: paper.scan.pages,
        })
    });
    standing.collect()
}

/// How a paper that stands was compared.
fn comparison(paper: &FiledPaper) -> Option<&'static str> {
    match &paper.state {
        PaperState::Filed => Some("待核对"),
        PaperState::Verified { compared_with, .. } => Some(match compared_with {
            ComparedWith::Original => "核对原件",
            ComparedWith::CertifiedCopy => "核对复印件",
            ComparedWith::SignedBeforeMe => "当面签署",
        }),
        PaperState::Rejected { .. } | PaperState::Void => None,
    }
}

/// The papers the kind of case needs and that are not there, with the rule that asks for them.
pub(super) fn missing(case: &Case) -> Vec<MissingPaper> {
    let required = required_papers(case);
    let is_missing = |slot: &Slot| case.standing_papers(*slot).next().is_none();
    let groups = grouped(required.iter().map(|required| required.slot).filter(is_missing));
    let line = |group: Group| {
        let rule = required.iter().find(|required| required.slot.paper == group.paper)?.rule;
        Some(MissingPaper {
            title: group.paper.printed().into(),
            party: owners(case, &group.parties),
            basis: rule.citation.into(),
        })
    };
    groups.into_iter().filter_map(line).collect()
}

/// The titles of the required papers that some parties brought and that were found in order.
pub(super) fn verified_titles(case: &Case, brought_by: fn(Option<Party>) -> bool) -> Vec<String> {
    let slots = required_papers(case).into_iter().map(|required| required.slot);
    let brought = slots.filter(|slot| brought_by(slot.party) && case.is_filled(*slot));
    grouped(brought).into_iter().map(|group| group.paper.printed().into()).collect()
}

/// The titles of filed papers by their numbers, each with whose it is.
pub(super) fn titles_by_number(case: &Case, numbers: &[u32]) -> Vec<String> {
    let named = case.papers.iter().filter(|paper| numbers.contains(&paper.number));
    grouped(named.map(|paper| paper.slot))
        .into_iter()
        .map(|group| match group.parties.as_slice() {
            [None] => group.paper.printed().into(),
            parties => format!("{}（{}）", group.paper.printed(), owners(case, parties)),
        })
        .collect()
}
