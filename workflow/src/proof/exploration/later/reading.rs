//! What the history of a later procedure shows: what is asked for, who takes part, which papers it needs
//! (登记办法 arts. 10 to 13; 规范 on replacement and proof).

use crate::case::aftermath::ReplacedPaper;
use crate::case::later::{
    AbsentSpouse, DissolutionBasis, Initiator, LaterApplication, LaterRequest, ReplacementCause,
};
use crate::case::{PaperKind, Party, Procedure, Slot};
use crate::event::{Event, LaterEvent};
use crate::proof::exploration::properties::History;
use crate::proof::exploration::properties::days::age;

pub fn filed<'a>(history: &History<'a>) -> &'a LaterApplication {
    match &history.0.first().expect("an application").event {
        Event::Later(LaterEvent::LaterApplicationFiled(filed)) => filed,
        other => panic!("a later procedure does not begin with {}", other.kind()),
    }
}

pub fn concludes(event: &Event) -> bool {
    matches!(
        event,
        Event::Later(
            LaterEvent::DissolutionRegistered { .. }
                | LaterEvent::RevocationDecided { .. }
                | LaterEvent::ReplacementIssued { .. }
                | LaterEvent::ProofIssued { .. }
                | LaterEvent::LateEntryConfirmed { .. }
        )
    )
}

pub fn concluded(history: &History) -> bool {
    concludes(&history.newest().event)
}

pub fn decides(history: &History) -> bool {
    let event = &history.newest().event;
    concludes(event) || matches!(event, Event::Proposed { .. } | Event::Approved { .. })
}

pub fn admits(history: &History) -> bool {
    decides(history) || matches!(history.newest().event, Event::Accepted { .. })
}

pub fn procedure(history: &History) -> Procedure {
    filed(history).request.procedure()
}

pub fn adopters(history: &History) -> Vec<Party> {
    let all = [Party::FirstAdopter, Party::SecondAdopter].into_iter();
    all.take(filed(history).application.adopters.len()).collect()
}

pub fn placing(history: &History) -> Vec<Party> {
    let application = &filed(history).application;
    let parents = application.parents.as_ref().map_or(0, |parents| parents.placing.len());
    let guardian = usize::from(application.placer.is_some() || application.guardian.is_some());
    [Party::Placer, Party::SecondPlacer].into_iter().take(parents + guardian).collect()
}

pub fn was_adult(history: &History) -> bool {
    matches!(filed(history).request, LaterRequest::Dissolution { adult: true, .. })
}

pub fn age_today(history: &History) -> i32 {
    age(filed(history).application.child.birth_date, history.today())
}

/// Who takes part in person: of a dissolution everybody but the dead and the placer of an adult.
pub fn who_comes(history: &History) -> Vec<Party> {
    match &filed(history).request {
        LaterRequest::Dissolution { adult, deceased, .. } => {
            let placing = placing(history).into_iter().filter(|_| !adult);
            let alive = adopters(history).into_iter().filter(|party| Some(*party) != *deceased);
            alive.chain(placing).chain([Party::Child]).collect()
        }
        LaterRequest::Replacement { applicants, .. } => applicants.clone(),
        LaterRequest::Proof { applicant, .. } => vec![*applicant],
        LaterRequest::Revocation { .. } | LaterRequest::LateEntry { .. } => Vec::new(),
    }
}

/// A person who is a minor's guardian shows the card and the guardianship.
fn of_a_guardian() -> [Slot; 2] {
    [PaperKind::IdentityCard, PaperKind::GuardianshipProof]
        .map(|paper| Slot::of(paper, Party::Guardian))
}

/// The papers of each procedure.
pub fn wanted(history: &History) -> Vec<Slot> {
    let case = Slot::of_case;
    let mut wanted = Vec::new();
    match &filed(history).request {
        LaterRequest::Dissolution { adult, basis, deceased } => {
            wanted.extend([case(PaperKind::ApplicationForm), case(PaperKind::AdoptionCertificate)]);
            wanted.push(case(PaperKind::DissolutionAgreement));
            let organised = filed(history).application.placer.is_some();
            for party in who_comes(history) {
                if party == Party::Placer && organised {
                    wanted.push(Slot::of(PaperKind::ResponsiblePersonIdentityCard, party));
                    continue;
                }
                wanted.push(Slot::of(PaperKind::HouseholdRegister, party));
                wanted.push(Slot::of(PaperKind::PartyPhoto, party));
                if party != Party::Child || *adult {
                    wanted.push(Slot::of(PaperKind::IdentityCard, party));
                }
            }
            if *basis == DissolutionBasis::ParentsFound {
                wanted.push(case(PaperKind::ParentsFoundProof));
            }
            wanted.extend(deceased.map(|party| Slot::of(PaperKind::AdopterDeathProof, party)));
        }
        LaterRequest::Revocation { initiator } => {
            wanted.extend([case(PaperKind::FraudEvidence), case(PaperKind::InvestigationRecord)]);
            if matches!(initiator, Initiator::InterestedPerson { .. }) {
                wanted.push(case(PaperKind::ApplicationForm));
            }
        }
        LaterRequest::Replacement { paper, cause, applicants, absent_spouse, guardian } => {
            wanted.push(case(PaperKind::ApplicationForm));
            let certificate = *paper == ReplacedPaper::Certificate;
            if guardian.is_some() {
                wanted.extend(of_a_guardian());
            }
            for party in applicants.iter().filter(|party| **party != Party::Guardian) {
                wanted.push(Slot::of(PaperKind::HouseholdRegister, *party));
                wanted.push(Slot::of(PaperKind::IdentityCard, *party));
                wanted.extend((!certificate).then(|| Slot::of(PaperKind::PartyPhoto, *party)));
            }
            let of_the_child = [PaperKind::HouseholdRegister, PaperKind::PartyPhoto];
            let of_the_child = of_the_child.map(|paper| Slot::of(paper, Party::Child));
            wanted.extend(guardian.iter().flat_map(|_| of_the_child));
            let joint = certificate && guardian.is_none();
            wanted.extend(joint.then(|| case(PaperKind::JointPhoto)));
            if *cause == ReplacementCause::Damaged {
                let kind = if certificate {
                    PaperKind::AdoptionCertificate
                } else {
                    PaperKind::DissolutionProof
                };
                wanted.push(case(kind));
            }
            let absent = adopters(history).into_iter().find(|party| !applicants.contains(party));
            match (absent_spouse, absent) {
                (Some(AbsentSpouse::Mandated), Some(absent)) => {
                    wanted.push(Slot::of(PaperKind::SpouseMandate, absent));
                }
                (Some(AbsentSpouse::Dead | AbsentSpouse::Divorced), Some(_)) => {
                    wanted.push(case(PaperKind::ChangeEvidence));
                }
                _ => {}
            }
        }
        LaterRequest::Proof { applicant, guardian, .. } => {
            wanted.push(case(PaperKind::ApplicationForm));
            match guardian {
                Some(_) => wanted.extend(of_a_guardian()),
                None => wanted.push(Slot::of(PaperKind::IdentityCard, *applicant)),
            }
        }
        LaterRequest::LateEntry { .. } => {
            wanted.extend([case(PaperKind::AdoptionCertificate), case(PaperKind::PaperVolume)]);
        }
    }
    wanted
}
