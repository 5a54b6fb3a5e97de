//! 解除收养关系: of a minor adopters and placer agree and a child of eight consents (民法典 art. 1114);
//! of an adult, adopters and adoptee agree (art. 1115). Where one of two adopters has died, the other
//! agrees alone. Money is never recorded.

use super::plan::Plan;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::later::{DissolutionBasis, LaterRequest};
use crate::case::{Case, ChildKind, PaperKind, Party, Procedure};
use crate::facts::Facts;
use crate::law::child::CONSENT_AGE;
use crate::law::documents_required::{RequiredPaper, all_filled, of, of_case};
use crate::law::hearing::{asked, consented};
use crate::law::later::{
    ADOPTEE_PLACE, AGE_CLASS, DISSOLUTION_PAPERS, DISSOLUTION_PHOTO, PARENTS_FOUND, PLACER_AGREES,
    SURVIVOR, TO_THE_COURT, is_adult, one_at_a_time, registered, request, stands,
};
use crate::law::paper_rules::APPLICATION_FORM;
use crate::law::time::deadlines::REVIEW_DAYS;
use crate::law::time::periods::age_on;

/// How an adoption is dissolved by agreement.
pub static PLAN: Plan = Plan {
    matter: |_| "解除收养登记",
    acts: &[
        Act::Accept,
        Act::Inquire,
        Act::GiveConsent,
        Act::WithdrawConsent,
        Act::RecordService,
        Act::Propose,
        Act::ReturnProposal,
        Act::Approve,
        Act::RegisterDissolution,
        Act::IssueCertificate,
        Act::Archive,
        Act::Refuse,
        Act::Withdraw,
    ],
    required_papers,
    welcome_papers: |_| Vec::new(),
    taking_part: signing,
    persons_to_ask: parties,
    acceptance: conditions,
    proposal,
    review_days: Some(REVIEW_DAYS),
    approval_form: DocumentKind::DissolutionApprovalForm,
    documents_of_volume: |_| vec![DocumentKind::DissolutionProof],
    volume: |_, _| Vec::new(),
};

/// Whether the adoptee was an adult on the day of the application, so that no placer takes part.
fn was_adult(case: &Case) -> bool {
    matches!(request(case), Some((_, LaterRequest::Dissolution { adult: true, .. })))
}

fn basis(case: &Case) -> Option<DissolutionBasis> {
    match request(case)? {
        (_, LaterRequest::Dissolution { basis, .. }) => Some(*basis),
        _ => None,
    }
}

/// The adopter who has died, as the application says.
pub fn deceased(case: &Case) -> Option<Party> {
    match request(case)? {
        (_, LaterRequest::Dissolution { deceased, .. }) => *deceased,
        _ => None,
    }
}

/// Who dissolves: adopters who live, the placer of a minor, the adoptee.
pub fn signing(case: &Case) -> Vec<Party> {
    let adopters = case.adopting_parties().map(|(party, _)| party);
    let adopters = adopters.filter(|party| Some(*party) != deceased(case));
    let placers = case.placing_parties().filter(|_| !was_adult(case));
    adopters.chain(placers).chain([Party::Child]).collect()
}

/// Who is asked: of those who dissolve, a child only from eight.
pub fn parties(case: &Case, facts: &Facts) -> Vec<Party> {
    let asked = age_on(case.child.birth_date, facts.today) >= CONSENT_AGE;
    signing(case).into_iter().filter(|party| *party != Party::Child || asked).collect()
}

/// 登记办法 art. 10: register, card, certificate, agreement; a photo of each but an institution; the
/// certificate of an adopter's death.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    let mut required = vec![
        of_case(PaperKind::ApplicationForm, &APPLICATION_FORM),
        of_case(PaperKind::AdoptionCertificate, &DISSOLUTION_PAPERS),
        of_case(PaperKind::DissolutionAgreement, &DISSOLUTION_PAPERS),
    ];
    for party in signing(case) {
        let places = matches!(party, Party::Placer | Party::SecondPlacer);
        if places && case.placer.organisation().is_some() {
            let card = PaperKind::ResponsiblePersonIdentityCard;
            required.push(of(card, party, &DISSOLUTION_PAPERS));
            continue;
        }
        required.push(of(PaperKind::HouseholdRegister, party, &DISSOLUTION_PAPERS));
        if party != Party::Child || was_adult(case) {
            required.push(of(PaperKind::IdentityCard, party, &DISSOLUTION_PAPERS));
        }
        required.push(of(PaperKind::PartyPhoto, party, &DISSOLUTION_PHOTO));
    }
    if basis(case) == Some(DissolutionBasis::ParentsFound) {
        required.push(of_case(PaperKind::ParentsFoundProof, &PARENTS_FOUND));
    }
    let death = deceased(case).map(|party| of(PaperKind::AdopterDeathProof, party, &SURVIVOR));
    required.extend(death);
    required
}

/// What must hold from acceptance to registration.
pub fn conditions(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = match registered(facts, "adoption") {
        Ok(_) => Vec::new(),
        Err(violations) => violations,
    };
    violations.extend(stands(facts));
    violations.extend(one_at_a_time(Procedure::Dissolution, facts));
    violations.extend(jurisdiction(case, facts));
    violations.extend(agreement_is_possible(case, facts));
    violations.extend(all_filled(case, required_papers(case)));
    violations
}

/// The adoptee's registered residence decides.
fn jurisdiction(case: &Case, facts: &Facts) -> Option<Violation> {
    let division = case.later.as_deref().and_then(|later| later.adoptee_division.as_ref());
    (division != Some(&facts.office.division)).then(|| ADOPTEE_PLACE.broken())
}

/// Those who must agree are there to agree.
pub fn agreement_is_possible(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    let adult = is_adult(case, facts);
    if adult != was_adult(case) {
        violations.push(AGE_CLASS.broken());
    }
    if !adult && case.placing_parties().next().is_none() {
        violations.push(PLACER_AGREES.broken());
    }
    let of_two = |party: Party| case.adopters.len() == 2 && case.adopter(party).is_some();
    if deceased(case).is_some_and(|party| !of_two(party)) {
        violations.push(SURVIVOR.broken().at("deceased_adopter"));
    }
    match basis(case) {
        Some(DissolutionBasis::Dispute) => violations.push(TO_THE_COURT.broken().at("basis")),
        Some(DissolutionBasis::ParentsFound) if adult || case.kind != ChildKind::RescuedChild => {
            violations.push(PARENTS_FOUND.broken().at("basis"));
        }
        _ => {}
    }
    violations
}

/// What must hold for a decision: the conditions, and everybody was heard.
fn proposal(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = conditions(case, facts);
    violations.extend(heard(case, facts));
    violations
}

/// Each is asked apart; a child of eight or over consents on paper, the others by the agreement.
fn heard(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        parties(case, facts).into_iter().filter_map(|party| asked(case, party)).collect();
    let child = parties(case, facts).contains(&Party::Child) && !was_adult(case);
    violations.extend(child.then(|| consented(case, Party::Child)).flatten());
    violations
}
