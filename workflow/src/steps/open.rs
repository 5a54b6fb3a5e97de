//! Opening a procedure after a registration: the adoption, and its persons as of today.

use super::{Decision, one_unless};
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::case::later::{AdoptionReference, LaterApplication, LaterRequest};
use crate::case::present::{PresentAdoptee, PresentGuardian, PresentHead};
use crate::case::{Application, Case, Institution, Placer};
use crate::event::{Event, LaterEvent};
use crate::facts::{AdoptionRecord, Facts};
use crate::identity::Division;
use crate::law::input::{self, ID_AGREES, OF_THE_KIND};
use crate::law::numbers;

/// What a later application is opened with beside its adoption.
pub(super) struct Opening<'a> {
    pub request: LaterRequest,
    pub reason: &'a str,
    pub adoptee: Option<&'a PresentAdoptee>,
    pub head: Option<&'a PresentHead>,
}

/// The case as the later procedure would find it at its beginning, for the checks of its data.
pub(super) fn draft(
    adoption: &AdoptionRecord,
    opening: &Opening<'_>,
    facts: &Facts,
) -> Option<Case> {
    let filed = application(adoption, opening, facts);
    let event = Event::Later(LaterEvent::LaterApplicationFiled(Box::new(filed)));
    let entry = crate::event::Entry { on: facts.today, by: facts.actor.clone(), event };
    crate::evolve::evolve(None, &entry)
}

/// Opens it, unless a rule is broken.
pub(super) fn open(
    adoption: &AdoptionRecord,
    opening: &Opening<'_>,
    violations: Vec<Violation>,
    facts: &Facts,
) -> Decision {
    one_unless(violations, || {
        let filed = application(adoption, opening, facts);
        Event::Later(LaterEvent::LaterApplicationFiled(Box::new(filed)))
    })
}

fn application(
    adoption: &AdoptionRecord,
    opening: &Opening<'_>,
    facts: &Facts,
) -> LaterApplication {
    let case = &adoption.case;
    let division: Option<Division> = opening.adoptee.map(|adoptee| adoptee.division.clone());
    LaterApplication {
        adoption: reference(adoption, facts),
        request: opening.request.clone(),
        adoptee_division: division,
        application: persons(case, opening, numbers::application_number(facts)),
    }
}

/// The adoption as it was registered; a late entry says by whom.
fn reference(adoption: &AdoptionRecord, facts: &Facts) -> AdoptionReference {
    let case = &adoption.case;
    let entered = case.later.as_deref().map(|later| later.adoption.registered_by.clone());
    let registration = case.registration.as_ref();
    AdoptionReference {
        case: Some(adoption.id),
        certificate_number: registration
            .map(|registration| registration.certificate_number.clone())
            .unwrap_or_default(),
        registered_on: registration.map_or(case.applied_on, |registration| registration.on),
        registered_by: entered.unwrap_or_else(|| facts.office.name.clone()),
        standing: Some(case.aftermath.standing.clone()).filter(|standing| !standing.stands()),
    }
}

/// The persons of the adoption's case; the adoptee under the name it has since the adoption.
fn persons(case: &Case, opening: &Opening<'_>, number: String) -> Application {
    let mut child = case.child.clone();
    child.name = child.new_name.take().unwrap_or(child.name);
    if let Some(adoptee) = opening.adoptee {
        child.name.clone_from(&adoptee.name);
        child.resident_id = Some(adoptee.resident_id.clone());
        child.birth_certificate_number = None;
        child.address.clone_from(&adoptee.household_address);
    }
    let mut application = Application {
        number,
        child_kind: case.kind,
        adopters: case.adopters.clone(),
        child,
        placer: None,
        parents: None,
        guardian: None,
        support_duty: case.support_duty.clone(),
        support_duty_consent_needed: case.support_duty_consent_needed,
        kinship: case.kinship,
        raised_since: case.raised_since,
        file_set: None,
        reason: opening.reason.to_owned(),
        wishes: case.wishes,
    };
    match &case.placer {
        Placer::Institution(institution) => {
            application.placer = Some(headed(institution, opening.head));
        }
        Placer::Parents(parents) => application.parents = Some(parents.clone()),
        Placer::Guardian(guardian) => {
            let mut guardian = guardian.as_ref().clone();
            guardian.organisation =
                guardian.organisation.as_ref().map(|known| headed(known, opening.head));
            application.guardian = Some(guardian);
        }
        Placer::Nobody => {}
    }
    application
}

/// The organisation with who is responsible for it now.
fn headed(organisation: &Institution, head: Option<&PresentHead>) -> Institution {
    let mut organisation = organisation.clone();
    if let Some(head) = head {
        organisation.responsible_person.clone_from(&head.name);
        organisation.responsible_person_id = head.resident_id.clone();
    }
    organisation
}

/// The adoptee as of today is the adoptee of the adoption, written well.
pub(super) fn adoptee_is_written_well(
    adoptee: &PresentAdoptee,
    case: &Case,
    facts: &Facts,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    violations.extend(input::name("adoptee.name", &adoptee.name));
    let stated = Some((case.child.sex, case.child.birth_date));
    violations.extend(input::resident_id("adoptee.resident_id", &adoptee.resident_id, stated));
    let known = case.child.resident_id.as_ref();
    if known.is_some_and(|known| *known != adoptee.resident_id) {
        violations.push(ID_AGREES.broken().at("adoptee.resident_id"));
    }
    let address = &adoptee.household_address;
    violations.extend(input::text("adoptee.household_address", address, LINE));
    violations.extend(input::division("adoptee.division", &adoptee.division, facts));
    violations
}

/// The responsible person of an organisation, written well.
pub(super) fn head_is_written_well(head: &PresentHead) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        input::name("placer_head.name", &head.name).into_iter().collect();
    violations.extend(input::resident_id("placer_head.resident_id", &head.resident_id, None));
    violations
}

/// The adoptee as of today, needed where the adult adoptee applies, and the guardian who applies instead of
/// the adopters, both written well.
pub(super) fn applicants_are_written_well(
    adoptee: Option<&PresentAdoptee>,
    guardian: Option<&PresentGuardian>,
    adoptee_applies: bool,
    case: &Case,
    facts: &Facts,
) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        adoptee.iter().flat_map(|present| adoptee_is_written_well(present, case, facts)).collect();
    if adoptee.is_none() && adoptee_applies {
        violations.push(OF_THE_KIND.broken_because("须填写", "it is needed").at("adoptee"));
    }
    violations.extend(guardian.into_iter().flat_map(guardian_is_written_well));
    violations
}

/// The guardian of a minor adoptee, written well.
fn guardian_is_written_well(guardian: &PresentGuardian) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        input::name("guardian.name", &guardian.name).into_iter().collect();
    violations.extend(input::resident_id("guardian.resident_id", &guardian.resident_id, None));
    violations.extend(input::text("guardian.relation", &guardian.relation, LINE));
    let organisation = guardian.organisation.as_deref();
    violations
        .extend(organisation.and_then(|name| input::text("guardian.organisation", name, LINE)));
    violations
}
