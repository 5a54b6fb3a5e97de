//! The adoption a later procedure is about, on the day it begins, and what is asked for.

use std::rc::Rc;

use uuid::Uuid;

use crate::base::ids::CaseId;
use crate::case::aftermath::{ReplacedPaper, Standing};
use crate::case::later::{
    AbsentSpouse, AdoptionReference, DissolutionBasis, Initiator, Later, LaterRequest,
    ReplacementCause,
};
use crate::case::present::{PresentAdoptee, PresentGuardian};
use crate::case::{Case, Party, Procedure};
use crate::cast::county::DAZU;
use crate::cast::figures::{COUPLES_ADDRESS, FATHER, GRANDMOTHER};
use crate::command::Command;
use crate::facts::{AdoptionRecord, Facts, OpenLater};
use crate::identity::{Division, ResidentId};
use crate::proof::exploration::people::world;
use crate::proof::exploration::properties::days::day;
use crate::proof::exploration::walk::State;
use crate::proof::testing::{Story, application};
use crate::steps::open_dissolution::OpenDissolution;
use crate::steps::open_late_entry::OpenLateEntry;
use crate::steps::open_proof::OpenProof;
use crate::steps::open_replacement::OpenReplacement;
use crate::steps::open_revocation::OpenRevocation;

pub const ADOPTION: CaseId = CaseId(Uuid::from_u128(77));
pub const MINOR: &str = "2030-03-04";
pub const ADULT: &str = "2039-03-04";

/// A day after the registration of an adoption, with that adoption in the facts.
pub fn on(text: &str) -> State {
    let mut facts = world();
    facts.today = day(text);
    let case = Story::registered().case;
    facts.adoption = Some(Box::new(AdoptionRecord { id: ADOPTION, case }));
    for assessor in &mut facts.assessors {
        assessor.valid_until = None;
    }
    State { case: None, told: Vec::new(), world: Rc::new(facts) }
}

pub fn adoption(facts: &mut Facts) -> &mut Case {
    &mut facts.adoption.as_mut().expect("an adoption").case
}

pub fn dissolved(facts: &mut Facts) {
    let number = "（2029）渝足解字00001".into();
    adoption(facts).aftermath.standing = Standing::Dissolved { on: day("2029-01-02"), number };
}

pub fn revoked(facts: &mut Facts) {
    let number = "撤".into();
    adoption(facts).aftermath.standing = Standing::Revoked { on: day("2029-01-02"), number };
}

pub fn another_open(facts: &mut Facts, procedure: Procedure) {
    facts.open_later.push(OpenLater { number: "渝足收件〔2030〕0009号".into(), procedure });
}

/// The adoption was entered late, and another office had registered it.
pub fn registered_elsewhere(facts: &mut Facts) {
    let adoption_reference = AdoptionReference {
        case: None,
        certificate_number: "（2021）渝荣收字00007".into(),
        registered_on: day("2021-04-06"),
        registered_by: "重庆市荣昌区民政局".into(),
        standing: None,
    };
    adoption(facts).later = Some(Box::new(Later {
        adoption: adoption_reference,
        request: LaterRequest::LateEntry { blank_serial: None, volume_number: "7".into() },
        adoptee_division: None,
        taken_in: None,
        posting: None,
        outcome: None,
    }));
}

pub fn adoptee() -> PresentAdoptee {
    let child = application().child;
    PresentAdoptee {
        name: "周小满".into(),
        resident_id: child.resident_id.expect("the child has a number"),
        household_address: COUPLES_ADDRESS.into(),
        division: Division("500111".into()),
    }
}

pub fn dissolution() -> OpenDissolution {
    OpenDissolution {
        adoption: ADOPTION,
        basis: DissolutionBasis::Agreement,
        adoptee: adoptee(),
        placer_head: None,
        deceased_adopter: None,
        reason: "双方协商一致".into(),
    }
}

pub fn revocation() -> OpenRevocation {
    let initiator =
        Initiator::InterestedPerson { name: FATHER.name.into(), relation: "自称生父".into() };
    OpenRevocation { adoption: ADOPTION, initiator, reason: "捡拾证明系伪造".into() }
}

pub fn replacement() -> OpenReplacement {
    OpenReplacement {
        adoption: ADOPTION,
        paper: ReplacedPaper::Certificate,
        cause: ReplacementCause::Damaged,
        applicants: vec![Party::FirstAdopter],
        absent_spouse: Some(AbsentSpouse::Mandated),
        adoptee: None,
        guardian: None,
        reason: "搬家时损坏".into(),
    }
}

pub fn proof() -> OpenProof {
    let purpose = "办理户口".into();
    let applicant = Party::FirstAdopter;
    OpenProof { adoption: ADOPTION, applicant, adoptee: None, guardian: None, purpose }
}

/// The grandmother of the adoptee, whose adoptive parents have died.
pub fn grandmother() -> PresentGuardian {
    let number = ResidentId::with_check_character("50011119550307204").expect("a number");
    PresentGuardian {
        name: GRANDMOTHER.name.into(),
        resident_id: number,
        relation: "祖母".into(),
        organisation: None,
    }
}

pub fn late_entry() -> OpenLateEntry {
    OpenLateEntry {
        application: application(),
        certificate_number: "（2021）渝足收字00007".into(),
        blank_serial: Some("YZ20210007".into()),
        registered_on: day("2021-04-06"),
        registered_by: DAZU.bureau.into(),
        volume_number: "0123-收养-2021-0007".into(),
    }
}

/// The same commands, as they are sent.
pub fn open_dissolution(spoil: impl FnOnce(&mut OpenDissolution)) -> Command {
    let mut data = dissolution();
    spoil(&mut data);
    Command::OpenDissolution(Box::new(data))
}

pub fn open_revocation(spoil: impl FnOnce(&mut OpenRevocation)) -> Command {
    let mut data = revocation();
    spoil(&mut data);
    Command::OpenRevocation(Box::new(data))
}

pub fn open_replacement(spoil: impl FnOnce(&mut OpenReplacement)) -> Command {
    let mut data = replacement();
    spoil(&mut data);
    Command::OpenReplacement(Box::new(data))
}

pub fn open_proof(spoil: impl FnOnce(&mut OpenProof)) -> Command {
    let mut data = proof();
    spoil(&mut data);
    Command::OpenProof(Box::new(data))
}

pub fn open_late_entry(spoil: impl FnOnce(&mut OpenLateEntry)) -> Command {
    let mut data = late_entry();
    spoil(&mut data);
    Command::OpenLateEntry(Box::new(data))
}
