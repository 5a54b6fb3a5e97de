//! 撤销收养登记: the application, and the decision that is served on every party and posted.

use workflow::access::secrecy::{Side, identifying};
use workflow::case::later::{Initiator, LaterRequest, Outcome};
use workflow::case::{Case, PaperKind, Party};

use super::secrecy::{View, copies};
use super::setting::Setting;
use super::{addressees, people, sentences};
use crate::kinds::{
    Applicant, Named, RevocationApplication, RevocationDecision, RevocationDecisions,
};

/// The decision, once it was made.
pub(super) fn decided(case: &Case) -> Option<&Outcome> {
    let later = case.later.as_deref()?;
    later.outcome.as_ref().filter(|_| matches!(later.request, LaterRequest::Revocation { .. }))
}

/// 撤销收养登记申请书. Of a case kept secret the form tells the applicant nothing it does not know.
pub(super) fn application(case: &View<'_>, setting: &Setting<'_>) -> Option<RevocationApplication> {
    let later = case.later.as_deref()?;
    let LaterRequest::Revocation { initiator: Initiator::InterestedPerson { name, relation } } =
        &later.request
    else {
        return None;
    };
    let told = !case.wishes.secrecy;
    Some(RevocationApplication {
        office: setting.office.into(),
        case_number: case.number.clone(),
        applied_on: case.applied_on,
        applicant: Applicant {
            name: name.clone(),
            identity: None,
            organisation: None,
            interest: relation.clone(),
            address: None,
            telephone: None,
        },
        adoption: told.then(|| sentences::adoption(later)),
        adopters: told.then(|| people::adopter_names(case)),
        child: case.child.name.clone(),
        grounds: case.reason.clone(),
        evidence: Vec::new(),
    })
}

/// 关于撤销×××与×××收养登记的决定书: the copies to be served, and the one for the notice board.
pub(super) fn decisions(case: &Case, setting: &Setting<'_>) -> Option<RevocationDecisions> {
    let served = copies(case, |view| decision(view, setting))?;
    let posted = posted(case, served.copy.clone());
    Some(RevocationDecisions { served, posted })
}

fn decision(case: &View<'_>, setting: &Setting<'_>) -> Option<RevocationDecision> {
    let later = case.later.as_deref()?;
    let done = decided(case)?;
    Some(RevocationDecision {
        office: setting.office.into(),
        number: done.number.clone()?,
        case_number: Some(case.number.clone()),
        addressees: addressees::addressees(case),
        adoption: sentences::adoption(later),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::named_adopters(case)),
        child: case.child.name.clone(),
        findings: done.findings.clone()?,
        evidence: evidence(case),
        certificate: sentences::certificate_back(later),
        posted_days: setting.rules.posting_days,
        decided_on: done.on,
        remedies: sentences::remedies(&setting.office.name),
        registrar: case.officer.name.clone(),
    })
}

/// What the findings rest on.
fn evidence(case: &Case) -> Vec<String> {
    let found = [PaperKind::FraudEvidence, PaperKind::InvestigationRecord];
    let is_there = |kind: &PaperKind| {
        case.papers.iter().any(|paper| paper.slot.paper == *kind && paper.is_verified())
    };
    found.into_iter().filter(is_there).map(|kind| kind.printed().into()).collect()
}

/// What stands for a name on the notice board.
const SOMEBODY: &str = "某某";

/// The copy for the notice board: nobody can be recognised by it, whatever the findings say.
fn posted(case: &Case, decision: RevocationDecision) -> RevocationDecision {
    let mut secrets = identifying(case, Side::Adopting);
    secrets.extend(identifying(case, Side::Placing));
    secrets.push(case.child.name.clone());
    secrets.extend(case.child.resident_id.as_ref().map(|number| number.0.clone()));
    secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
    let masked = |text: &str| {
        let named = secrets.iter().filter(|secret| !secret.is_empty());
        named.fold(text.to_owned(), |text, secret| text.replace(secret.as_str(), SOMEBODY))
    };
    let somebody = || Named { name: SOMEBODY.into(), identity: None };
    RevocationDecision {
        case_number: None,
        addressees: Vec::new(),
        adopters: Some(case.adopters.iter().map(|_| somebody()).collect()),
        child: SOMEBODY.into(),
        findings: masked(&decision.findings),
        ..decision
    }
}
