//! 登记办法 arts. 6, 7 and 规范 arts. 13 to 18, 48: the papers of each kind of case, none missing, none beyond.

use super::kinds::{is_kin, is_of_a_guardian, is_of_an_institution, is_searched_for};
use super::{History, admits};
use crate::case::change::Change;
use crate::case::{ChildKind, OtherParentState, PaperKind, Party, Slot};
use crate::event::Event;
use crate::identity::dictionaries::ChildHealth;

/// Each paper of the kind of case with the article that asks for it.
pub fn wanted(history: &History) -> Vec<(&'static str, Slot)> {
    let application = history.application();
    let (kind, mut wanted) = (application.kind, Vec::new());
    let mut want =
        |article, paper, party: Option<Party>| wanted.push((article, Slot { paper, party }));
    want("规范14", PaperKind::ApplicationForm, None);
    want("规范13", PaperKind::JointPhoto, None);
    for (party, _) in history.adopters() {
        want("办法6(1)(1)", PaperKind::HouseholdRegister, Some(party));
        want("办法6(1)(1)", PaperKind::IdentityCard, Some(party));
        if kind == ChildKind::Stepchild {
            want("办法6(3)", PaperKind::MarriageProof, Some(party));
        } else {
            want("办法6(1)(2)", PaperKind::MaritalAndAbilityProof, Some(party));
            want("办法6(1)(2)", PaperKind::ChildrenStatement, Some(party));
            want("办法6(1)(3)", PaperKind::HealthCertificate, Some(party));
        }
        if is_searched_for(kind) {
            want("办法6(2)", PaperKind::BirthsCertificate, Some(party));
        }
    }
    of_those_who_place(history, &mut want);
    why_the_child_is_placed(history, &mut want);
    if history.child().health == ChildHealth::Disabled {
        want("办法7(5)", PaperKind::DisabilityCertificate, Some(Party::Child));
    }
    if asked_for_notarisation(history) {
        want("民法典1105(4)", PaperKind::NotarialDeed, None);
    }
    wanted
}

type Want<'a> = dyn FnMut(&'static str, PaperKind, Option<Party>) + 'a;

/// 办法 art. 7(1), 规范 art. 13: who they are; an organisation by its head, and without a photo.
fn of_those_who_place(history: &History, want: &mut Want) {
    let application = history.application();
    let guardian = application.guardian.as_ref();
    let organised = guardian.is_some_and(|guardian| guardian.organisation.is_some());
    let placing = history.placing();
    if application.placer.is_some() || organised {
        want("办法7(1)(1)", PaperKind::ResponsiblePersonIdentityCard, Some(Party::Placer));
    } else if !placing.is_empty() {
        want("规范13", PaperKind::PlacerPhoto, Some(Party::Placer));
        for placing in placing {
            want("办法7(1)(1)", PaperKind::HouseholdRegister, Some(placing.party));
            want("办法7(1)(1)", PaperKind::IdentityCard, Some(placing.party));
        }
    }
    match history.other_parent() {
        Some(OtherParentState::Dead | OtherParentState::Missing) => {
            want("办法7(4)", PaperKind::SpouseDeathOrMissingProof, Some(Party::Placer));
        }
        Some(OtherParentState::Alive) if application.kind == ChildKind::Stepchild => {
            want("民法典1103", PaperKind::OtherParentConsent, Some(Party::OtherParent));
        }
        _ => {}
    }
}

/// 办法 art. 7(2) to (4), 民法典 arts. 1095, 1096, 1099, 民发〔2015〕159号.
fn why_the_child_is_placed(history: &History, want: &mut Want) {
    let (kind, placer, child) =
        (history.application().kind, Some(Party::Placer), Some(Party::Child));
    if is_of_an_institution(kind) {
        want("办法7(2)", PaperKind::EntryRecord, child);
    }
    if is_of_a_guardian(kind) {
        want("办法7(3)", PaperKind::GuardianshipProof, placer);
    }
    match kind {
        ChildKind::InstitutionFoundling => {
            want("办法7(2)", PaperKind::PoliceFindingCertificate, child);
        }
        ChildKind::Foundling => want("办法6(2)", PaperKind::PoliceFindingCertificate, child),
        ChildKind::InstitutionOrphan | ChildKind::GuardianOrphan => {
            want("办法7(2)、(3)", PaperKind::ParentsDeathProof, placer);
        }
        ChildKind::RescuedChild => {
            want("民发〔2015〕159号", PaperKind::ParentsNotFoundCertificate, child);
            want("民发〔2015〕159号", PaperKind::AdoptionAgreement, None);
        }
        ChildKind::IncapableParents => {
            want("民法典1095", PaperKind::IncapacityAndHarmProof, placer);
        }
        ChildKind::HardshipParents => want("办法7(4)", PaperKind::HardshipStatement, placer),
        ChildKind::CollateralKin | ChildKind::Stepchild | ChildKind::StateGuardianship => {}
    }
    let institution = is_of_an_institution(kind);
    let asked =
        !institution || history.newest().world.rules.open_points.institution_orphan_support_consent;
    if asked && !history.owing_support().is_empty() {
        want("民法典1096", PaperKind::SupportDutyConsent, placer);
    }
    if is_kin(history) {
        want("民法典1099；办法7(4)", PaperKind::KinshipProof, placer);
    }
}

/// Whoever asked for it relies on it, so that no later wish takes it back.
fn asked_for_notarisation(history: &History) -> bool {
    let later = history
        .has(|event| matches!(event, Event::WishesChanged { wishes, .. } if wishes.notarisation));
    history.application().wishes.notarisation || later
}

/// The newest act or change of fact that makes a paper prove nothing any more.
pub fn made_void(history: &History, slot: Slot) -> Option<usize> {
    let taken_back = history.last(|event| {
        slot.paper == PaperKind::OtherParentConsent
            && matches!(event, Event::ConsentWithdrawn { party: Party::OtherParent, .. })
    });
    taken_back.max(changed_under(history, slot)).max(named_since(history, slot))
}

/// The newest change that names somebody who was not asked to consent (民法典 art. 1096).
fn named_since(history: &History, slot: Slot) -> Option<usize> {
    let mut asked = history.application().support_duty.as_slice();
    let mut newest = None;
    for (place, change) in history.changes() {
        if let Change::SupportDuty { persons } = change {
            if persons.iter().any(|person| !asked.contains(person)) {
                newest = Some(place);
            }
            asked = persons;
        }
    }
    newest.filter(|_| slot.paper == PaperKind::SupportDutyConsent)
}

fn changed_under(history: &History, slot: Slot) -> Option<usize> {
    history.changed(|change| match change {
        Change::MaritalStatus { .. } => matches!(
            slot.paper,
            PaperKind::MaritalAndAbilityProof
                | PaperKind::MarriageProof
                | PaperKind::AdoptionAgreement
                | PaperKind::NotarialDeed
        ),
        Change::Children { party, .. } => {
            let about = [PaperKind::ChildrenStatement, PaperKind::BirthsCertificate];
            slot.party == Some(*party) && about.contains(&slot.paper)
        }
        Change::Moved { party, .. } => slot == Slot::of(PaperKind::HouseholdRegister, *party),
        Change::Child { .. } => matches!(
            slot.paper,
            PaperKind::ApplicationForm
                | PaperKind::JointPhoto
                | PaperKind::EntryRecord
                | PaperKind::PoliceFindingCertificate
                | PaperKind::OtherParentConsent
                | PaperKind::DisabilityCertificate
                | PaperKind::AdoptionAgreement
                | PaperKind::NotarialDeed
        ),
        Change::Died { party: Party::Placer | Party::SecondPlacer } => {
            let of_those_who_place =
                matches!(slot.party, Some(Party::Placer | Party::SecondPlacer));
            of_those_who_place && slot.paper != PaperKind::SpouseDeathOrMissingProof
                || slot.paper == PaperKind::ApplicationForm
        }
        Change::Died { party: Party::OtherParent } => {
            slot.paper == PaperKind::SpouseDeathOrMissingProof
        }
        Change::Died { .. } | Change::NewRecord { .. } | Change::SupportDuty { .. } => false,
    })
}

/// Whether a wanted paper stands.
pub fn stands(history: &History, slot: Slot) -> bool {
    history.paper_stands(slot, made_void(history, slot))
}

fn one_is_missing(history: &History) -> bool {
    admits(history) && wanted(history).into_iter().any(|(_, slot)| !stands(history, slot))
}

/// What parties bring; the other papers the office makes and has signed.
const BROUGHT: [PaperKind; 24] = [
    PaperKind::HouseholdRegister,
    PaperKind::IdentityCard,
    PaperKind::MaritalAndAbilityProof,
    PaperKind::ChildrenStatement,
    PaperKind::HealthCertificate,
    PaperKind::BirthsCertificate,
    PaperKind::JointPhoto,
    PaperKind::MarriageProof,
    PaperKind::PlacerPhoto,
    PaperKind::ResponsiblePersonIdentityCard,
    PaperKind::EntryRecord,
    PaperKind::PoliceFindingCertificate,
    PaperKind::HardshipStatement,
    PaperKind::SpouseDeathOrMissingProof,
    PaperKind::OtherParentConsent,
    PaperKind::DisabilityCertificate,
    PaperKind::NotarialDeed,
    PaperKind::ParentsDeathProof,
    PaperKind::ParentsNotFoundCertificate,
    PaperKind::IncapacityAndHarmProof,
    PaperKind::KinshipProof,
    PaperKind::SupportDutyConsent,
    PaperKind::ApplicationForm,
    PaperKind::ClaimPaper,
];

fn one_is_beyond(history: &History) -> bool {
    let Event::PaperFiled { slot, .. } = &history.newest().event else {
        return false;
    };
    let claimed = || history.has(|event| matches!(event, Event::ClaimRaised { .. }));
    match slot.paper {
        PaperKind::ClaimPaper => !claimed(),
        paper => {
            BROUGHT.contains(&paper) && !wanted(history).iter().any(|(_, asked)| asked == slot)
        }
    }
}

/// Papers that each signs for one occasion: the sheet is nobody else's and speaks of no other time.
const SIGNED: [PaperKind; 5] = [
    PaperKind::InquiryRecord,
    PaperKind::ConsentForm,
    PaperKind::GuidanceRecord,
    PaperKind::AssessmentConsent,
    PaperKind::AssessmentReport,
];

/// Papers that are counted one by one.
const COUNTED: [PaperKind; 5] = [
    PaperKind::ClaimPaper,
    PaperKind::IncidentPaper,
    PaperKind::ChangeEvidence,
    PaperKind::ServiceReceipt,
    PaperKind::FollowUpRecord,
];

fn one_sheet_is_two(history: &History) -> bool {
    let Event::PaperFiled { slot: filed, scan: sheet, .. } = &history.newest().event else {
        return false;
    };
    let earlier = history.earlier();
    let signed_anew = match (filed.paper, filed.party) {
        (PaperKind::InquiryRecord, Some(party)) => super::hearing::asked(&earlier, party),
        (PaperKind::ConsentForm, Some(party)) => super::hearing::agreed(&earlier, party),
        (PaperKind::GuidanceRecord, Some(party)) => super::hearing::guided(&earlier, party),
        _ => None,
    };
    earlier.0.iter().enumerate().any(|(place, told)| match &told.event {
        Event::PaperFiled { slot, scan, .. } if scan.digest == sheet.digest => {
            let another = slot != filed || Some(place) < signed_anew;
            SIGNED.contains(&filed.paper) && SIGNED.contains(&slot.paper) && another
                || COUNTED.contains(&filed.paper) && slot == filed
        }
        _ => false,
    })
}

rows! {
    "SEQ-1", "登记办法 6、7；规范 13、14；民法典 1103、1105(4)", "every paper of the kind is filed and in order", one_is_missing;
    "SEQ-1", "规范 48", "no paper beyond them is taken", one_is_beyond;
    "SEQ-4", "规范 15", "one sheet is the paper of one person and one occasion", one_sheet_is_two;
}
