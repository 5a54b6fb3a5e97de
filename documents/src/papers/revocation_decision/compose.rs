//! 关于撤销×××与×××收养登记的决定书 from a case: the copies to be served, and the one for the notice board.

use workflow::access::secrecy::{Side, identifying};
use workflow::case::later::{LaterRequest, Outcome};
use workflow::case::{Case, PaperKind, Party};

use crate::parts::people::Named;
use crate::parts::readers::each_side;
use crate::parts::remedies::remedies;
use crate::parts::secrecy::View;
use crate::parts::setting::Setting;
use crate::parts::{addressees, adoption, people};

use super::{RevocationDecision, RevocationDecisions};

/// The decision, once it was made.
pub(crate) fn decided(case: &Case) -> Option<&Outcome> {
    let later = case.later.as_deref()?;
    later.outcome.as_ref().filter(|_| matches!(later.request, LaterRequest::Revocation { .. }))
}

/// 关于撤销×××与×××收养登记的决定书: the copies to be served, and the one for the notice board.
pub(crate) fn from_case(case: &View<'_>, setting: &Setting<'_>) -> Option<RevocationDecisions> {
    let served = each_side(case, case.party(), |view| decision(view, setting))?;
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
        adoption: adoption::registered(later),
        adopters: (!case.hides(Party::FirstAdopter)).then(|| people::named_adopters(case)),
        child: case.child.name.clone(),
        findings: done.findings.clone()?,
        evidence: evidence(case),
        certificate: adoption::certificate_back(later),
        posted_days: setting.rules.posting_days,
        decided_on: done.on,
        remedies: remedies(&setting.office.name),
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
