//! 撤销收养登记: registration obtained by fraud (登记办法 art. 13). Void from the start (民法典 art. 1113).

use chrono::NaiveDate;

use super::plan::Plan;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::aftermath::Standing;
use crate::case::later::{Initiator, LaterRequest};
use crate::case::{Case, PaperKind, Party, Procedure};
use crate::facts::Facts;
use crate::law::child::{ADULT_AGE, CONSENT_AGE};
use crate::law::documents_required::{RequiredPaper, all_filled, of_case};
use crate::law::later::{
    FRAUD, POSTED, REVOCATION_APPLICATION, SERVED_ON_ALL, STANDS, certificate_is_accounted_for,
    one_at_a_time, original_office, registered, request,
};
use crate::law::time::periods::age_on;

/// How a registration is revoked. No national text sets its review a term.
pub static PLAN: Plan = Plan {
    matter: |_| "撤销收养登记",
    // An application for revocation cannot be withdrawn: the office
    // revokes whoever tells it of the fraud.
    acts: &[
        Act::Accept,
        Act::Inquire,
        Act::RecordService,
        Act::Propose,
        Act::ReturnProposal,
        Act::DecideRevocation,
        Act::TakeInCertificate,
        Act::PostDecision,
        Act::Archive,
        Act::Refuse,
    ],
    required_papers,
    welcome_papers: |_| Vec::new(),
    taking_part: Case::sides,
    persons_to_ask: parties,
    acceptance: conditions,
    proposal: conditions,
    review_days: None,
    approval_form: DocumentKind::RevocationApprovalForm,
    documents_of_volume: |_| vec![DocumentKind::RevocationDecision],
    volume: volume_gates,
};

/// Evidence and investigation; the application where an interested person applied.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    let applied = matches!(
        request(case),
        Some((_, LaterRequest::Revocation { initiator: Initiator::InterestedPerson { .. } }))
    );
    let application = of_case(PaperKind::ApplicationForm, &REVOCATION_APPLICATION);
    let found = [PaperKind::FraudEvidence, PaperKind::InvestigationRecord];
    let found = found.into_iter().map(|paper| of_case(paper, &FRAUD));
    applied.then_some(application).into_iter().chain(found).collect()
}

/// Every party of the adoption; a child only from eight.
pub fn parties(case: &Case, facts: &Facts) -> Vec<Party> {
    let asked = age_on(case.child.birth_date, facts.today) >= CONSENT_AGE;
    let adopters = case.adopting_parties().map(|(party, _)| party);
    adopters.chain(case.placing_parties()).chain(asked.then_some(Party::Child)).collect()
}

/// What must hold from acceptance to the decision. A dissolved adoption may still be revoked: it is
/// void from the start, and no text sets a time bar.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = match registered(facts, "adoption") {
        Ok(adoption) => {
            let revoked = matches!(adoption.case.aftermath.standing, Standing::Revoked { .. });
            revoked.then(|| STANDS.broken()).into_iter().collect()
        }
        Err(violations) => violations,
    };
    violations.extend(one_at_a_time(Procedure::Revocation, facts));
    violations.extend(original_office(facts));
    violations.extend(all_filled(case, required_papers(case)));
    violations
}

/// On whom the decision is served: a child's adopters and placers stand for it, an adult adoptee
/// receives it too.
pub fn to_be_served(case: &Case, today: NaiveDate) -> Vec<Party> {
    let adopters = case.adopting_parties().map(|(party, _)| party);
    let adult = age_on(case.child.birth_date, today) >= ADULT_AGE;
    adopters.chain(case.placing_parties()).chain(adult.then_some(Party::Child)).collect()
}

/// What the volume of a revocation must show.
fn volume_gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let served = |party: &Party| {
        let mut services = case.services.iter();
        services.any(|service| {
            service.document == DocumentKind::RevocationDecision && service.party == *party
        })
    };
    let unserved = to_be_served(case, facts.today).into_iter().filter(|party| !served(party));
    let mut violations: Vec<Violation> =
        unserved.map(|party| SERVED_ON_ALL.broken().at(party.word())).collect();
    violations.extend(certificate_is_accounted_for(case));
    violations.extend(posting_has_run(case, facts));
    violations
}

/// The posting has run its full days.
fn posting_has_run(case: &Case, facts: &Facts) -> Option<Violation> {
    let posting = case.later.as_deref().and_then(|later| later.posting.as_ref());
    let run = posting.is_some_and(|posting| facts.today > posting.last_day);
    (!run).then(|| POSTED.broken())
}
