//! 出具收养关系证明: how the adoption stands on the day, for an adopter or an adult adoptee.

use crate::act::Act;
use crate::case::later::LaterRequest;
use crate::case::{Case, PaperKind, Party};
use crate::facts::Facts;
use crate::law::documents_required::{RequiredPaper, all_filled, of, of_case};
use crate::law::later::{APPLICANT, PROOF_PAPERS, is_adult, original_office, registered, request};
use crate::law::rule::Violation;

/// The acts beside those of the file.
pub const ACTS: [Act; 6] =
    [Act::Accept, Act::RecordService, Act::IssueProof, Act::Archive, Act::Refuse, Act::Withdraw];

/// Who applies, in person.
pub fn applicant(case: &Case) -> Option<Party> {
    match request(case)? {
        (_, LaterRequest::Proof { applicant, .. }) => Some(*applicant),
        _ => None,
    }
}

/// The application and the card of who applies.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    let card = applicant(case).map(|party| of(PaperKind::IdentityCard, party, &PROOF_PAPERS));
    card.into_iter().chain([of_case(PaperKind::ApplicationForm, &PROOF_PAPERS)]).collect()
}

/// What must hold from acceptance to issue. The proof tells how the adoption stands, whatever it is.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = match registered(facts, "adoption") {
        Ok(_) => Vec::new(),
        Err(violations) => violations,
    };
    violations.extend(original_office(facts));
    violations.extend(applicant_may(case, facts));
    violations.extend(all_filled(case));
    violations
}

/// An adopter, or the adult adoptee.
pub fn applicant_may(case: &Case, facts: &Facts) -> Option<Violation> {
    let may = match applicant(case)? {
        Party::Child => is_adult(case, facts),
        other => case.adopter(other).is_some(),
    };
    (!may).then(|| APPLICANT.broken().at("applicant"))
}
