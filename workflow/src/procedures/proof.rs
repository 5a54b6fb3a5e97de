//! 出具收养关系证明: how the adoption stands on the day, for an adopter or an adult adoptee.

use super::plan::Plan;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::later::LaterRequest;
use crate::case::{Case, PaperKind, Party};
use crate::facts::Facts;
use crate::law::documents_required::{RequiredPaper, all_filled, of, of_case};
use crate::law::later::{
    APPLICANT, PROOF_PAPERS, guardian_may_apply, is_adult, original_office, papers_of_the_guardian,
    registered, request,
};

/// How a proof is given. Nobody is asked, and no national text sets its review a term.
pub static PLAN: Plan = Plan {
    matter: |_| "出具收养关系证明",
    acts: &[
        Act::Accept,
        Act::RecordService,
        Act::IssueProof,
        Act::Archive,
        Act::Refuse,
        Act::Withdraw,
    ],
    required_papers,
    welcome_papers: |_| Vec::new(),
    taking_part: |case| applicant(case).into_iter().collect(),
    persons_to_ask: |_, _| Vec::new(),
    acceptance: conditions,
    proposal: conditions,
    review_days: None,
    approval_form: DocumentKind::ProofApprovalForm,
    documents_of_volume: |_| vec![DocumentKind::AdoptionProof],
    volume: |_, _| Vec::new(),
};

/// Who applies, in person.
pub fn applicant(case: &Case) -> Option<Party> {
    match request(case)? {
        (_, LaterRequest::Proof { applicant, .. }) => Some(*applicant),
        _ => None,
    }
}

/// The application and the card of who applies; of a guardian also the guardianship.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    let themselves = applicant(case).filter(|party| *party != Party::Guardian);
    let card = themselves.map(|party| of(PaperKind::IdentityCard, party, &PROOF_PAPERS));
    let form = of_case(PaperKind::ApplicationForm, &PROOF_PAPERS);
    card.into_iter().chain(papers_of_the_guardian(case)).chain([form]).collect()
}

/// What must hold from acceptance to issue. The proof tells how the adoption stands, whatever it is.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = match registered(facts, "adoption") {
        Ok(_) => Vec::new(),
        Err(violations) => violations,
    };
    violations.extend(original_office(facts));
    violations.extend(applicant_may(case, facts));
    violations.extend(all_filled(case, required_papers(case)));
    violations
}

/// An adopter, the adult adoptee, or a minor's guardian.
pub fn applicant_may(case: &Case, facts: &Facts) -> Option<Violation> {
    let applicant = applicant(case)?;
    if case.acting_guardian().is_some() != (applicant == Party::Guardian) {
        return Some(APPLICANT.broken().at("guardian"));
    }
    let may = match applicant {
        Party::Child => is_adult(case, facts),
        Party::Guardian => guardian_may_apply(case, facts),
        other => case.adopter(other).is_some(),
    };
    (!may).then(|| APPLICANT.broken().at("applicant"))
}
