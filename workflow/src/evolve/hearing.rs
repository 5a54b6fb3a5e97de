//! Inquiries, consents, guidance, and changes of fact.

use crate::base::document::DocumentKind;
use crate::base::message::Message;
use crate::case::change::Change;
use crate::case::{
    Adopter, Case, Check, CheckKind, CheckOutcome, ChildKind, Consent, Guidance, Inquiry,
    OtherParent, OtherParentState, PaperKind, Party, Placer, SupportDutyPerson,
};
use crate::event::{Entry, Event};

use super::meaning::{Meaning, says, tells};
use super::{void_assessment, void_notice, void_papers};

/// What these events are called, are about, void and call for.
pub(super) fn meaning(event: &Event) -> Option<Meaning> {
    let said = match event {
        Event::InquiryHeld { party, .. } => tells(Message::new(
            format!("询问{}", party.printed()),
            format!("an inquiry of {} was held", party.english()),
        ))
        .prints_for(DocumentKind::InquiryRecord, *party),
        Event::ConsentGiven { party, .. } => tells(Message::new(
            format!("{}表示同意", party.printed()),
            format!("{} consented", party.english()),
        ))
        .prints_for(DocumentKind::ConsentForm, *party),
        Event::ConsentWithdrawn { party, .. } => tells(Message::new(
            format!("{}撤回同意", party.printed()),
            format!("{} withdrew the consent", party.english()),
        )),
        Event::GuidanceGiven(given) => {
            says("开展家庭教育指导", "family-education guidance was given")
                .prints_for(DocumentKind::GuidanceRecord, given.party)
        }
        Event::FactChanged { .. } => says("情况变更", "a fact of the case changed"),
        _ => return None,
    };
    Some(said.voids_the_decision())
}

pub(super) fn fold(case: &mut Case, entry: &Entry) {
    match &entry.event {
        Event::InquiryHeld {
            party,
            began_at,
            ended_at,
            place,
            companion,
            recorder,
            answers,
            signing,
        } => {
            case.inquiries.retain(|inquiry| inquiry.party != *party);
            void_papers(case, PaperKind::InquiryRecord, Some(*party));
            case.inquiries.push(Inquiry {
                party: *party,
                on: entry.on,
                began_at: *began_at,
                ended_at: *ended_at,
                place: place.clone(),
                inquirer: entry.by.name.clone(),
                companion: companion.clone(),
                recorder: recorder.clone(),
                answers: answers.clone(),
                signing: *signing,
            });
        }
        Event::ConsentGiven { party, signing } => {
            drop_consent(case, *party);
            case.consents.push(Consent { party: *party, on: entry.on, signing: *signing });
        }
        Event::ConsentWithdrawn { party, .. } => drop_consent(case, *party),
        Event::GuidanceGiven(given) => {
            case.guidance.retain(|guidance| guidance.party != given.party);
            void_papers(case, PaperKind::GuidanceRecord, Some(given.party));
            case.guidance.push(Guidance {
                party: given.party,
                on: entry.on,
                given_by: given.given_by.clone(),
                place: given.place.clone(),
                minutes: given.minutes,
                form: given.form.clone(),
                topics: given.topics.clone(),
                response: given.response.clone(),
            });
        }
        Event::FactChanged { change, support_duty_consent_needed, .. } => {
            case.changes += 1;
            if let Change::SupportDuty { persons } = change {
                name_those_with_a_duty(case, persons, *support_duty_consent_needed);
            }
            change_fact(case, change, entry);
        }
        _ => {}
    }
}

fn drop_consent(case: &mut Case, party: Party) {
    case.consents.retain(|consent| consent.party != party);
    void_papers(case, PaperKind::ConsentForm, Some(party));
    if party == Party::OtherParent {
        void_papers(case, PaperKind::OtherParentConsent, None);
    }
}

/// What a change of fact voids beside the approval (SEQ-13).
fn change_fact(case: &mut Case, change: &Change, entry: &Entry) {
    match change {
        Change::Died { party } => died(case, *party),
        Change::MaritalStatus { status } => {
            for adopter in &mut case.adopters {
                adopter.marital_status = *status;
            }
            let parties: Vec<Party> = case.adopting_parties().map(|(party, _)| party).collect();
            for party in parties {
                drop_consent(case, party);
                void_papers(case, PaperKind::MaritalAndAbilityProof, Some(party));
            }
            for paper in [
                PaperKind::MarriageProof,
                PaperKind::SpouseMandate,
                PaperKind::AdoptionAgreement,
                PaperKind::NotarialDeed,
            ] {
                void_papers(case, paper, None);
            }
            // The parent who places a stepchild consented as the adopter's spouse.
            if case.kind == ChildKind::Stepchild {
                drop_consent(case, Party::Placer);
            }
            void_assessment(case, entry.on);
        }
        Change::Children { party, children } => {
            if let Some(adopter) = adopter_mut(case, *party) {
                adopter.children = *children;
            }
            case.children_restated.insert(*party, entry.on);
            void_papers(case, PaperKind::ChildrenStatement, Some(*party));
            void_papers(case, PaperKind::BirthsCertificate, Some(*party));
            void_assessment(case, entry.on);
        }
        Change::Moved { party, household_address, residence } => {
            if let Some(adopter) = adopter_mut(case, *party) {
                adopter.household_address.clone_from(household_address);
                adopter.residence.clone_from(residence);
            }
            void_papers(case, PaperKind::HouseholdRegister, Some(*party));
            void_assessment(case, entry.on);
        }
        Change::NewRecord { party } => {
            case.checks.push(Check {
                check: CheckKind::CriminalRecord,
                party: *party,
                source: String::new(),
                checked_on: entry.on,
                outcome: CheckOutcome::Adverse,
            });
            void_assessment(case, entry.on);
        }
        // Named already, with what the event says of their consent.
        Change::SupportDuty { .. } => {}
        Change::Child { child } => {
            case.child = child.as_ref().clone();
            case.child_changed_on = Some(entry.on);
            void_notice(case, entry.on);
            for party in case.consents.iter().map(|consent| consent.party).collect::<Vec<_>>() {
                drop_consent(case, party);
            }
            case.inquiries.retain(|inquiry| inquiry.party != Party::Child);
            void_papers(case, PaperKind::InquiryRecord, Some(Party::Child));
            for paper in [
                PaperKind::ApplicationForm,
                PaperKind::EntryRecord,
                PaperKind::PoliceFindingCertificate,
                PaperKind::ParentsNotFoundCertificate,
                PaperKind::KinshipProof,
                PaperKind::JointPhoto,
                PaperKind::OtherParentConsent,
                PaperKind::DisabilityCertificate,
                PaperKind::AdoptionAgreement,
                PaperKind::NotarialDeed,
            ] {
                void_papers(case, paper, None);
            }
            case.checks.retain(|check| check.party != Party::Child);
        }
    }
}

/// Others owe the orphan support. A consent on paper stands unless somebody is named who was not
/// asked; whether everybody is named is looked into anew.
fn name_those_with_a_duty(case: &mut Case, persons: &[SupportDutyPerson], consent_needed: bool) {
    if persons.iter().any(|person| !case.support_duty.contains(person)) {
        void_papers(case, PaperKind::SupportDutyConsent, None);
    }
    case.support_duty = persons.to_vec();
    case.support_duty_consent_needed = consent_needed;
    case.checks.retain(|check| check.check != CheckKind::SupportDuty);
}

/// A dead adopter, child, or only parent ends the possibility of adopting. Where one of two parents
/// who place has died, the other places alone, comes and signs anew, and the dead one's parents
/// have their priority (民法典 art. 1108).
fn died(case: &mut Case, party: Party) {
    let Placer::Parents(parents) = &mut case.placer else {
        case.died = Some(party);
        return;
    };
    let place = match party {
        Party::Placer => 0,
        Party::SecondPlacer => 1,
        Party::OtherParent => {
            if let Some(other) = &mut parents.other_parent {
                other.state = OtherParentState::Dead;
            }
            void_papers(case, PaperKind::OtherParentConsent, None);
            void_papers(case, PaperKind::SpouseDeathOrMissingProof, None);
            return;
        }
        _ => {
            case.died = Some(party);
            return;
        }
    };
    if parents.placing.len() < 2 {
        case.died = Some(party);
        return;
    }
    let dead = parents.placing.remove(place);
    parents.other_parent = Some(OtherParent {
        state: OtherParentState::Dead,
        name: Some(dead.name),
        resident_id: Some(dead.resident_id),
        document: None,
        division: Some(dead.division),
    });
    for placing in [Party::Placer, Party::SecondPlacer] {
        drop_consent(case, placing);
        case.inquiries.retain(|inquiry| inquiry.party != placing);
        for paper in [
            PaperKind::InquiryRecord,
            PaperKind::HouseholdRegister,
            PaperKind::IdentityCard,
            PaperKind::PlacerPhoto,
            PaperKind::HardshipStatement,
            PaperKind::HardshipEvidence,
            PaperKind::PriorityDeclaration,
            PaperKind::NoDonationDeclaration,
        ] {
            void_papers(case, paper, Some(placing));
        }
    }
    for signed_by_both in
        [PaperKind::ApplicationForm, PaperKind::AdoptionAgreement, PaperKind::NotarialDeed]
    {
        void_papers(case, signed_by_both, None);
    }
    case.checks.retain(|check| check.party != Party::Placer);
}

fn adopter_mut(case: &mut Case, party: Party) -> Option<&mut Adopter> {
    match party {
        Party::FirstAdopter => case.adopters.first_mut(),
        Party::SecondAdopter => case.adopters.get_mut(1),
        _ => None,
    }
}
