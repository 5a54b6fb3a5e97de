//! 收件回执 from a case: the papers that stand, and those that are missing.

use workflow::case::papers::ComparedWith;
use workflow::case::{FiledPaper, PaperState, Slot};
use workflow::procedures::papers::required_papers;

use crate::parts::filed_papers::Group;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{filed_papers, people};

use super::{ApplicationReceipt, MissingPaper, ReceivedPaper};

/// 收件回执.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<ApplicationReceipt> {
    Some(ApplicationReceipt {
        office: setting.office.into(),
        case_number: case.number.clone(),
        matter: format!("收养登记（{}）", case.kind.printed()),
        applicants: people::adopter_names(case),
        received_on: setting.on,
        received: received(case),
        missing: missing(case),
        registrar: setting.by.into(),
        query_address: setting.query_address.clone(),
        query_code: setting.query_code.clone(),
    })
}

/// The papers that stand, each scan by itself.
fn received(case: &View<'_>) -> Vec<ReceivedPaper> {
    let standing = case.papers.iter().filter_map(|paper| {
        let comparison = comparison(paper)?;
        Some(ReceivedPaper {
            title: paper.slot.paper.printed().into(),
            party: filed_papers::owner(case, paper.slot.party),
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
fn missing(case: &View<'_>) -> Vec<MissingPaper> {
    let required = required_papers(case);
    let is_missing = |slot: &Slot| case.standing_papers(*slot).next().is_none();
    let groups =
        filed_papers::grouped(required.iter().map(|required| required.slot).filter(is_missing));
    let line = |group: Group| {
        Some(MissingPaper {
            title: group.paper.printed().into(),
            party: filed_papers::owners(case, &group.parties),
            basis: filed_papers::basis(&required, group.paper)?,
        })
    };
    groups.into_iter().filter_map(line).collect()
}
