//! Lists of papers: which came in, which are missing, whose they are.

use workflow::case::papers::ComparedWith;
use workflow::case::turns::IncorrectPaper;
use workflow::case::{Case, FiledPaper, PaperKind, PaperState, Party, Slot};
use workflow::law::documents_required::RequiredPaper;
use workflow::procedures::papers::required_papers;

use super::people;
use super::secrecy::View;
use crate::kinds::{MissingPaper, PaperToBring, PaperToCorrect, ReceivedPaper};

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

/// Whose a paper is: persons by name, the institution and whoever is hidden by what they are in the
/// case.
fn owner(case: &View<'_>, party: Option<Party>) -> String {
    match party {
        None => "各方当事人".into(),
        Some(party) if case.hides(party) || people::institution_of(case, party).is_some() => {
            party.printed().into()
        }
        Some(party) => case.signing_name(party).unwrap_or(party.printed()).into(),
    }
}

fn owners(case: &View<'_>, parties: &[Option<Party>]) -> String {
    let names: Vec<String> = parties.iter().map(|party| owner(case, *party)).collect();
    names.join("、")
}

/// The papers that stand, each scan by itself.
pub(super) fn received(case: &View<'_>) -> Vec<ReceivedPaper> {
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
pub(super) fn missing(case: &View<'_>) -> Vec<MissingPaper> {
    let required = required_papers(case);
    let is_missing = |slot: &Slot| case.standing_papers(*slot).next().is_none();
    let groups = grouped(required.iter().map(|required| required.slot).filter(is_missing));
    let line = |group: Group| {
        Some(MissingPaper {
            title: group.paper.printed().into(),
            party: owners(case, &group.parties),
            basis: basis(&required, group.paper)?,
        })
    };
    groups.into_iter().filter_map(line).collect()
}

/// The article that asks for a paper.
fn basis(required: &[RequiredPaper], paper: PaperKind) -> Option<String> {
    let asked_for = required.iter().find(|required| required.slot.paper == paper)?;
    Some(asked_for.rule.citation.into())
}

/// Whether a slot is told of on this copy.
fn is_told(case: &View<'_>, slot: Slot) -> bool {
    !slot.party.is_some_and(|party| case.is_told_elsewhere(party))
}

/// The slot under whoever brings the paper: a child's papers are brought by who places it.
fn as_brought(slot: Slot) -> Slot {
    let party = slot.party.map(|party| if party == Party::Child { Party::Placer } else { party });
    Slot { party, ..slot }
}

/// Papers that are to be brought, with all one must know to bring them.
pub(super) fn to_bring(case: &View<'_>, missing: &[Slot]) -> Option<Vec<PaperToBring>> {
    let required = required_papers(case);
    let told = missing.iter().copied().map(as_brought).filter(|slot| is_told(case, *slot));
    let line = |group: Group| {
        Some(PaperToBring {
            title: group.paper.printed().into(),
            party: owners(case, &group.parties),
            issuer: issuer(group.paper).unwrap_or("提交人自备").into(),
            copies: copies_wanted(group.paper).into(),
            basis: basis(&required, group.paper)?,
        })
    };
    grouped(told).into_iter().map(line).collect()
}

/// Papers that were brought and are not in order.
pub(super) fn to_correct(
    case: &View<'_>,
    incorrect: &[IncorrectPaper],
) -> Option<Vec<PaperToCorrect>> {
    let required = required_papers(case);
    let told = incorrect.iter().filter(|paper| is_told(case, as_brought(paper.slot)));
    let line = |paper: &IncorrectPaper| {
        Some(PaperToCorrect {
            title: paper.slot.paper.printed().into(),
            party: owner(case, as_brought(paper.slot).party),
            reason: paper.reason.clone(),
            copies: copies_wanted(paper.slot.paper).into(),
            basis: basis(&required, paper.slot.paper)?,
        })
    };
    told.map(line).collect()
}

/// How many of a paper are handed in: papers one keeps for life are shown and copied.
fn copies_wanted(paper: PaperKind) -> &'static str {
    match paper {
        PaperKind::HouseholdRegister
        | PaperKind::IdentityCard
        | PaperKind::ResponsiblePersonIdentityCard
        | PaperKind::MarriageProof
        | PaperKind::EntryRecord => "核对原件，留存复印件1份",
        PaperKind::JointPhoto => "2寸近期半身免冠合影2张",
        PaperKind::PlacerPhoto => "2寸近期半身免冠照片2张",
        _ => "原件1份",
    }
}

/// Who gives a paper out, where that is neither a party nor this office.
pub(super) fn issuer(paper: PaperKind) -> Option<&'static str> {
    Some(match paper {
        PaperKind::HouseholdRegister
        | PaperKind::IdentityCard
        | PaperKind::ResponsiblePersonIdentityCard
        | PaperKind::PoliceFindingCertificate => "公安机关",
        PaperKind::MarriageProof => "婚姻登记机关",
        PaperKind::HealthCertificate | PaperKind::DisabilityCertificate => "县级以上医疗机构",
        PaperKind::BirthsCertificate => "卫生健康主管部门",
        PaperKind::MaritalAndAbilityProof => "所在单位或者村（居）民委员会",
        PaperKind::EntryRecord => "儿童福利机构",
        PaperKind::NotarialDeed => "公证机构",
        _ => return None,
    })
}

/// The titles of the required papers that some parties brought and that were found in order.
pub(super) fn verified_titles(case: &Case, brought_by: fn(Option<Party>) -> bool) -> Vec<String> {
    let slots = required_papers(case).into_iter().map(|required| required.slot);
    let brought = slots.filter(|slot| brought_by(slot.party) && case.is_filled(*slot));
    grouped(brought).into_iter().map(|group| group.paper.printed().into()).collect()
}

/// The titles of filed papers by their numbers, each with whose it is; a side reads only of its own
/// and of those that belong to everybody.
pub(super) fn titles_by_number(case: &View<'_>, numbers: &[u32]) -> Vec<String> {
    let named = case
        .papers
        .iter()
        .filter(|paper| numbers.contains(&paper.number) && is_told(case, paper.slot));
    grouped(named.map(|paper| paper.slot))
        .into_iter()
        .map(|group| match group.parties.as_slice() {
            [None] => group.paper.printed().into(),
            parties => format!("{}（{}）", group.paper.printed(), owners(case, parties)),
        })
        .collect()
}
