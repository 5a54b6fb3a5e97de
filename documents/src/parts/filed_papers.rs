//! Lists of papers that came in or are missing, and whose they are.

use workflow::case::{Case, PaperKind, Party, Slot};
use workflow::law::documents_required::RequiredPaper;
use workflow::procedures::papers::required_papers;

use crate::parts::people;
use crate::parts::secrecy::View;

/// Papers of one kind, and whose they are.
pub(crate) struct Group {
    /// Their kind.
    pub(crate) paper: PaperKind,
    /// Whose they are.
    pub(crate) parties: Vec<Option<Party>>,
}

/// Puts slots of one kind together, in the order in which the kinds first occur.
pub(crate) fn grouped(slots: impl IntoIterator<Item = Slot>) -> Vec<Group> {
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
pub(crate) fn owner(case: &View<'_>, party: Option<Party>) -> String {
    match party {
        None => "各方当事人".into(),
        Some(party) if case.hides(party) || people::institution_of(case, party).is_some() => {
            party.printed().into()
        }
        Some(party) => case.signing_name(party).unwrap_or(party.printed()).into(),
    }
}

/// Whose papers of one kind are.
pub(crate) fn owners(case: &View<'_>, parties: &[Option<Party>]) -> String {
    let names: Vec<String> = parties.iter().map(|party| owner(case, *party)).collect();
    names.join("、")
}

/// The article that asks for a paper.
pub(crate) fn basis(required: &[RequiredPaper], paper: PaperKind) -> Option<String> {
    let asked_for = required.iter().find(|required| required.slot.paper == paper)?;
    Some(asked_for.rule.citation.into())
}

/// Whether a slot is told of on this copy.
pub(crate) fn is_told(case: &View<'_>, slot: Slot) -> bool {
    !slot.party.is_some_and(|party| case.is_told_elsewhere(party))
}

/// Who gives a paper out, where that is neither a party nor this office.
pub(crate) fn issuer(paper: PaperKind) -> Option<&'static str> {
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
pub(crate) fn verified_titles(case: &Case, brought_by: fn(Option<Party>) -> bool) -> Vec<String> {
    let slots = required_papers(case).into_iter().map(|required| required.slot);
    let brought = slots.filter(|slot| brought_by(slot.party) && case.is_filled(*slot));
    grouped(brought).into_iter().map(|group| group.paper.printed().into()).collect()
}

/// The titles of filed papers by their numbers, each with whose it is; a side reads only of its own
/// and of those that belong to everybody.
pub(crate) fn titles_by_number(case: &View<'_>, numbers: &[u32]) -> Vec<String> {
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
