//! 补领: a new copy of a lost or damaged certificate, or of the proof of dissolution, with the number
//! it always had and the serial of a new blank.

use super::plan::Plan;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::aftermath::ReplacedPaper;
use crate::case::later::{AbsentSpouse, LaterRequest, ReplacementCause};
use crate::case::{Case, PaperKind, Party, Standing};
use crate::facts::Facts;
use crate::law::documents_required::{RequiredPaper, all_filled, of, of_case};
use crate::law::hearing::asked;
use crate::law::later::{
    APPLICANT, REPLACEMENT_PAPERS, SPOUSE_ALONE, STATE_HOLDS, guardian_may_apply, is_adult,
    original_office, papers_of_the_guardian, registered, request,
};
use crate::law::paper_rules::APPLICATION_FORM;

/// How a lost or damaged paper is replaced. No national text sets its review a term.
pub static PLAN: Plan = Plan {
    matter,
    acts: &[
        Act::Accept,
        Act::Inquire,
        Act::RecordService,
        Act::Propose,
        Act::ReturnProposal,
        Act::Approve,
        Act::IssueReplacement,
        Act::Archive,
        Act::Refuse,
        Act::Withdraw,
    ],
    required_papers,
    welcome_papers: |_| Vec::new(),
    taking_part: applicants,
    persons_to_ask: |case, _| applicants(case),
    acceptance: conditions,
    proposal,
    review_days: None,
    approval_form: DocumentKind::ReplacementApprovalForm,
    documents_of_volume: |case| document(case).into_iter().collect(),
    volume: |_, _| Vec::new(),
};

struct Asked<'a> {
    paper: ReplacedPaper,
    cause: ReplacementCause,
    applicants: &'a [Party],
    absent_spouse: Option<AbsentSpouse>,
}

fn what_is_asked(case: &Case) -> Option<Asked<'_>> {
    match request(case)? {
        (_, LaterRequest::Replacement { paper, cause, applicants, absent_spouse, .. }) => {
            Some(Asked { paper: *paper, cause: *cause, applicants, absent_spouse: *absent_spouse })
        }
        _ => None,
    }
}

/// What is asked of the office: which paper.
fn matter(case: &Case) -> &'static str {
    match paper(case) {
        Some(ReplacedPaper::DissolutionProof) => "补领解除收养关系证明",
        _ => "补领收养登记证",
    }
}

/// Which paper is replaced.
pub fn paper(case: &Case) -> Option<ReplacedPaper> {
    what_is_asked(case).map(|asked| asked.paper)
}

/// The copy that is made.
pub fn document(case: &Case) -> Option<DocumentKind> {
    Some(match paper(case)? {
        ReplacedPaper::Certificate => DocumentKind::Certificate,
        ReplacedPaper::DissolutionProof => DocumentKind::DissolutionProof,
    })
}

/// Who applies, in person.
pub fn applicants(case: &Case) -> Vec<Party> {
    what_is_asked(case).map(|asked| asked.applicants.to_vec()).unwrap_or_default()
}

/// Application, register, card and photo; what is left of a damaged paper; why a spouse is not there.
/// Where a guardian applies, the photo is the adoptee's: those who adopted it may have died.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    let Some(asked) = what_is_asked(case) else { return Vec::new() };
    let mut required = vec![of_case(PaperKind::ApplicationForm, &APPLICATION_FORM)];
    let guardian = papers_of_the_guardian(case);
    let by_guardian = !guardian.is_empty();
    let themselves = asked.applicants.iter().filter(|party| **party != Party::Guardian);
    for party in themselves {
        required.push(of(PaperKind::HouseholdRegister, *party, &REPLACEMENT_PAPERS));
        required.push(of(PaperKind::IdentityCard, *party, &REPLACEMENT_PAPERS));
    }
    required.extend(guardian);
    match asked.paper {
        _ if by_guardian => {
            let of_the_child = [PaperKind::HouseholdRegister, PaperKind::PartyPhoto].into_iter();
            required.extend(of_the_child.map(|paper| of(paper, Party::Child, &REPLACEMENT_PAPERS)));
        }
        ReplacedPaper::Certificate => {
            required.push(of_case(PaperKind::JointPhoto, &REPLACEMENT_PAPERS));
        }
        ReplacedPaper::DissolutionProof => {
            let photos = asked.applicants.iter();
            required
                .extend(photos.map(|party| of(PaperKind::PartyPhoto, *party, &REPLACEMENT_PAPERS)));
        }
    }
    if asked.cause == ReplacementCause::Damaged {
        let damaged = match asked.paper {
            ReplacedPaper::Certificate => PaperKind::AdoptionCertificate,
            ReplacedPaper::DissolutionProof => PaperKind::DissolutionProof,
        };
        required.push(of_case(damaged, &REPLACEMENT_PAPERS));
    }
    required.extend(asked.absent_spouse.and_then(|why| spouse_paper(case, &asked, why)));
    required
}

/// The absent adopter's mandate, or the proof of death or divorce.
fn spouse_paper(case: &Case, asked: &Asked<'_>, why: AbsentSpouse) -> Option<RequiredPaper> {
    let mut adopters = case.adopting_parties().map(|(party, _)| party);
    let absent = adopters.find(|party| !asked.applicants.contains(party))?;
    Some(match why {
        AbsentSpouse::Mandated => of(PaperKind::SpouseMandate, absent, &SPOUSE_ALONE),
        AbsentSpouse::Dead | AbsentSpouse::Divorced => {
            of_case(PaperKind::ChangeEvidence, &SPOUSE_ALONE)
        }
    })
}

/// What must hold from acceptance to issue.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = match registered(facts, "adoption") {
        Ok(adoption) => {
            let standing = &adoption.case.aftermath.standing;
            let holds = match paper(case) {
                Some(ReplacedPaper::DissolutionProof) => {
                    matches!(standing, Standing::Dissolved { .. })
                }
                _ => standing.stands(),
            };
            (!holds).then(|| STATE_HOLDS.broken()).into_iter().collect()
        }
        Err(violations) => violations,
    };
    violations.extend(original_office(facts));
    violations.extend(those_who_apply_may(case, facts));
    violations.extend(all_filled(case, required_papers(case)));
    violations
}

/// Adopters together or one with a reason, or the adult adoptee, or a minor's guardian alone; each
/// named once.
pub fn those_who_apply_may(case: &Case, facts: &Facts) -> Vec<Violation> {
    let Some(asked) = what_is_asked(case) else { return Vec::new() };
    let mut violations = Vec::new();
    let may = |party: &Party| match party {
        Party::Child => is_adult(case, facts),
        Party::Guardian => asked.applicants.len() == 1 && guardian_may_apply(case, facts),
        other => case.adopter(*other).is_some(),
    };
    let mut once = asked.applicants.to_vec();
    once.sort_unstable();
    once.dedup();
    if once.is_empty() || once.len() != asked.applicants.len() || !once.iter().all(may) {
        violations.push(APPLICANT.broken().at("applicants"));
    }
    if case.acting_guardian().is_some() != once.contains(&Party::Guardian) {
        violations.push(APPLICANT.broken().at("guardian"));
    }
    let adopters = once.iter().filter(|party| case.adopter(**party).is_some()).count();
    let alone = adopters == 1 && case.adopters.len() == 2;
    if alone != asked.absent_spouse.is_some() {
        violations.push(SPOUSE_ALONE.broken().at("absent_spouse"));
    }
    violations
}

/// What must hold for a decision: the conditions, and everybody was heard.
fn proposal(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = conditions(case, facts);
    violations.extend(heard(case));
    violations
}

/// Each applicant was asked.
fn heard(case: &Case) -> Vec<Violation> {
    applicants(case).into_iter().filter_map(|party| asked(case, party)).collect()
}
