//! 一次性补正告知书 from a case, of the newest correction.

use workflow::base::document::DocumentKind;
use workflow::case::turns::IncorrectPaper;
use workflow::case::{PaperKind, Party, Slot};
use workflow::procedures::papers::required_papers;

use crate::parts::filed_papers::Group;
use crate::parts::secrecy::View;
use crate::parts::setting::{Setting, matter, number_of};
use crate::parts::{addressees, filed_papers};

use super::{CorrectionNotice, PaperToBring, PaperToCorrect};

/// 一次性补正告知书, of the newest correction.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<CorrectionNotice> {
    let correction = case.corrections.last()?;
    Some(CorrectionNotice {
        office: setting.office.into(),
        number: number_of(case, DocumentKind::CorrectionNotice),
        case_number: case.number.clone(),
        matter: matter(case),
        addressees: addressees::answer_addressees(case),
        child: case.child.name.clone(),
        applied_on: case.applied_on,
        told_on: correction.on,
        missing: to_bring(case, &correction.missing)?,
        incorrect: to_correct(case, &correction.incorrect)?,
        registrar: setting.by.into(),
    })
}

/// The slot under whoever brings the paper: a child's papers are brought by who places it.
fn as_brought(slot: Slot) -> Slot {
    let party = slot.party.map(|party| if party == Party::Child { Party::Placer } else { party });
    Slot { party, ..slot }
}

/// Papers that are to be brought, with all one must know to bring them.
fn to_bring(case: &View<'_>, missing: &[Slot]) -> Option<Vec<PaperToBring>> {
    let required = required_papers(case);
    let told =
        missing.iter().copied().map(as_brought).filter(|slot| filed_papers::is_told(case, *slot));
    let line = |group: Group| {
        Some(PaperToBring {
            title: group.paper.printed().into(),
            party: filed_papers::owners(case, &group.parties),
            issuer: filed_papers::issuer(group.paper).unwrap_or("提交人自备").into(),
            copies: copies_wanted(group.paper).into(),
            basis: filed_papers::basis(&required, group.paper)?,
        })
    };
    filed_papers::grouped(told).into_iter().map(line).collect()
}

/// Papers that were brought and are not in order.
fn to_correct(case: &View<'_>, incorrect: &[IncorrectPaper]) -> Option<Vec<PaperToCorrect>> {
    let required = required_papers(case);
    let told = incorrect.iter().filter(|paper| filed_papers::is_told(case, as_brought(paper.slot)));
    let line = |paper: &IncorrectPaper| {
        Some(PaperToCorrect {
            title: paper.slot.paper.printed().into(),
            party: filed_papers::owner(case, as_brought(paper.slot).party),
            reason: paper.reason.clone(),
            copies: copies_wanted(paper.slot.paper).into(),
            basis: filed_papers::basis(&required, paper.slot.paper)?,
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
