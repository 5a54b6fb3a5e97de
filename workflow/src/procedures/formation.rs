//! 成立收养: the adoption is formed by its registration (民法典 art. 1105). What must hold follows from the
//! kind of child, by the rules of `law/`.

use super::plan::Plan;
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::{Case, ChildKind, PaperKind, Party, Slot};
use crate::facts::Facts;
use crate::law::archive::ended_before_issue;
use crate::law::decision::settlements_stand;
use crate::law::documents_required::{RequiredPaper, all_filled, of, of_case};
use crate::law::kinds::{agreement_is_mandatory, is_assessed, parents_are_unknown};
use crate::law::paper_rules::{APPLICATION_FORM, NOTARISED, PHOTO, PLACER_PHOTO};
use crate::law::papers_by_law::{Circumstances, papers_by_law};
use crate::law::time::deadlines::REVIEW_DAYS;
use crate::law::{adopter, assessment, child, hearing, jurisdiction, notice, placer};

/// How an adoption is formed.
pub static PLAN: Plan = Plan {
    matter: |_| "收养登记",
    acts: &[
        Act::RecordCheck,
        Act::Accept,
        Act::PublishNotice,
        Act::RaiseClaim,
        Act::SettleClaim,
        Act::NotifyAssessment,
        Act::ConsentToAssessment,
        Act::AppointAssessors,
        Act::VisitForAssessment,
        Act::StartIntegration,
        Act::EndIntegration,
        Act::BreakOffIntegration,
        Act::SubmitReport,
        Act::PlanAssessment,
        Act::RecordAssessmentWork,
        Act::SaveSheet,
        Act::SendSheet,
        Act::SettleDifference,
        Act::ProposeVeto,
        Act::DecideVeto,
        Act::LogIntegration,
        Act::AskSupplement,
        Act::TellResult,
        Act::RequestReview,
        Act::AppointReviewers,
        Act::DecideReview,
        Act::FileEvidence,
        Act::ConfirmReport,
        Act::DeclareConflict,
        Act::RequestRecusal,
        Act::DecideRecusal,
        Act::ReportIncident,
        Act::CloseIncident,
        Act::Inquire,
        Act::GiveConsent,
        Act::WithdrawConsent,
        Act::Guide,
        Act::ChangeFact,
        Act::ChangeWishes,
        Act::PrepareMandate,
        Act::NoteRefusalToSign,
        Act::DeclareGift,
        Act::RecordService,
        Act::Propose,
        Act::ReturnProposal,
        Act::Approve,
        Act::Register,
        Act::IssueCertificate,
        Act::Archive,
        Act::VisitAfterAdoption,
        Act::Refuse,
        Act::Withdraw,
        Act::RecordEnd,
        Act::RecordAdoptersDeath,
    ],
    required_papers,
    welcome_papers,
    taking_part: Case::sides,
    persons_to_ask,
    acceptance,
    proposal,
    review_days: Some(REVIEW_DAYS),
    approval_form: DocumentKind::ApprovalForm,
    documents_of_volume,
    volume: |_, _| Vec::new(),
};

/// The papers by the kind of child, the adopters' first.
fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    papers(&Circumstances::of_case(case), case.wishes.notarisation)
}

/// The papers of an adoption in these circumstances, and where a notarial deed is wished for.
pub fn papers(circumstances: &Circumstances, notarisation: bool) -> Vec<RequiredPaper> {
    let mut required = vec![
        of_case(PaperKind::ApplicationForm, &APPLICATION_FORM),
        of_case(PaperKind::JointPhoto, &PHOTO),
    ];
    // An institution is exempt from the photo (规范 art. 13).
    if circumstances.persons_placing > 0 {
        required.push(of(PaperKind::PlacerPhoto, Party::Placer, &PLACER_PHOTO));
    }
    required.extend(papers_by_law(circumstances));
    if notarisation {
        required.push(of_case(PaperKind::NotarialDeed, &NOTARISED));
    }
    required
}

/// Papers that are taken where somebody brings or signs them, and demanded of nobody.
fn welcome_papers(case: &Case) -> Vec<Slot> {
    let mut welcome = Vec::new();
    if case.kind == ChildKind::HardshipParents {
        welcome.push(Slot::of(PaperKind::HardshipEvidence, Party::Placer));
    }
    if matches!(case.kind, ChildKind::HardshipParents | ChildKind::CollateralKin) {
        welcome.push(Slot::of(PaperKind::PriorityDeclaration, Party::Placer));
    }
    if !case.support_duty.is_empty() && !case.support_duty_consent_needed {
        welcome.push(Slot::of(PaperKind::SupportDutyConsent, Party::Placer));
    }
    if case.kind == ChildKind::StateGuardianship {
        welcome.push(Slot::of(PaperKind::GuardianshipProof, Party::Placer));
    }
    if case.wishes.agreement && !agreement_is_mandatory(case.kind) {
        welcome.push(Slot::of_case(PaperKind::AdoptionAgreement));
    }
    let signing = case.adopting_parties().map(|(party, _)| party).chain(case.placing_parties());
    welcome.extend(signing.map(|party| Slot::of(PaperKind::NoDonationDeclaration, party)));
    welcome.push(Slot::of_case(PaperKind::NoDonationDeclaration));
    welcome
}

/// Whom to ask and whose consent to take, with the ages of the day of the act (SEQ-5).
fn persons_to_ask(case: &Case, facts: &Facts) -> Vec<Party> {
    let adopters = case.adopting_parties().map(|(party, _)| party);
    let child = child::must_be_asked(case, facts).then_some(Party::Child);
    adopters.chain(case.placing_parties()).chain(child).collect()
}

/// What must hold for the application to be accepted.
fn acceptance(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        jurisdiction::office_has_jurisdiction(case, facts).into_iter().collect();
    violations.extend(child::conditions(case, facts));
    violations.extend(placer::conditions(case, facts));
    violations.extend(child::is_in_no_other_adoption(Some(case), facts));
    violations.extend(adopter::conditions(case, facts));
    violations.extend(all_filled(case, required_papers(case)));
    violations.extend(notice::no_claim(case));
    violations.extend(assessment::no_open_incident(case));
    violations
}

/// Everything that must hold for a proposal; approval and registration test it again.
fn proposal(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        jurisdiction::office_has_jurisdiction(case, facts).into_iter().collect();
    violations.extend(child::conditions(case, facts));
    violations.extend(placer::conditions(case, facts));
    violations.extend(adopter::conditions(case, facts));
    violations.extend(child::is_in_no_other_adoption(Some(case), facts));
    violations.extend(all_filled(case, required_papers(case)));
    violations.extend(notice::gates(case, facts));
    violations.extend(assessment::gates(case, facts));
    violations.extend(hearing::gates(case, &persons_to_ask(case, facts)));
    violations.extend(settlements_stand(case));
    violations
}

/// The certificate where it is handed over, and what was published or told.
fn documents_of_volume(case: &Case) -> Vec<DocumentKind> {
    let notice = parents_are_unknown(case.kind).then_some(DocumentKind::PublicNotice);
    let assessment = is_assessed(case.kind).then_some(DocumentKind::AssessmentNotice);
    let certificate = (!ended_before_issue(case)).then_some(DocumentKind::Certificate);
    let accepted = [DocumentKind::AcceptanceNotice];
    certificate.into_iter().chain(accepted).chain(notice).chain(assessment).collect()
}
