//! Which papers a case needs, none beyond them (规范 art. 48), and whether each is filled.

use super::kinds::agreement_is_mandatory;
use super::paper_rules::{APPLICATION_FORM, NOTARISED, PHOTO, PLACER_PHOTO};
use super::papers_by_law::{Circumstances, papers_by_law};
use crate::base::rule::{Rule, Violation};
use crate::case::{Case, ChildKind, PaperKind, Party, Procedure, Slot};
use crate::procedures;

/// A slot that must be filled, and the rule that asks for it.
#[derive(Debug, Clone, Copy)]
pub struct RequiredPaper {
    /// The slot.
    pub slot: Slot,
    /// The rule.
    pub rule: &'static Rule,
}

/// Every paper the parties bring for this case, the adopters' first.
pub fn required_papers(case: &Case) -> Vec<RequiredPaper> {
    if let Some(required) = procedures::required_papers(case) {
        return required;
    }
    let mut required = vec![
        of_case(PaperKind::ApplicationForm, &APPLICATION_FORM),
        of_case(PaperKind::JointPhoto, &PHOTO),
    ];
    // An institution is exempt from the photo (规范 art. 13).
    if !case.placer.persons().is_empty() {
        required.push(of(PaperKind::PlacerPhoto, Party::Placer, &PLACER_PHOTO));
    }
    required.extend(papers_by_law(&Circumstances::of_case(case)));
    if case.wishes.notarisation {
        required.push(of_case(PaperKind::NotarialDeed, &NOTARISED));
    }
    required
}

/// Papers that are taken where somebody brings or signs them, and demanded of nobody.
pub fn welcome_papers(case: &Case) -> Vec<Slot> {
    if case.procedure != Procedure::Formation {
        return Vec::new();
    }
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

/// A required paper that concerns the whole case.
pub fn of_case(paper: PaperKind, rule: &'static Rule) -> RequiredPaper {
    RequiredPaper { slot: Slot::of_case(paper), rule }
}

/// A required paper of one party.
pub fn of(paper: PaperKind, party: Party, rule: &'static Rule) -> RequiredPaper {
    RequiredPaper { slot: Slot::of(paper, party), rule }
}

/// Every required slot that is not filled by a verified paper.
pub fn all_filled(case: &Case) -> Vec<Violation> {
    required_papers(case)
        .into_iter()
        .filter(|required| !case.is_filled(required.slot))
        .map(|required| missing(required.rule, required.slot))
        .collect()
}

/// Where the field of a violation begins that tells of a paper.
pub const PAPERS: &str = "papers.";

/// Whether parties bring papers of this kind themselves, so that they get them back; the others are
/// made or printed by the office.
pub fn is_brought(kind: PaperKind) -> bool {
    !matches!(
        kind,
        PaperKind::ApplicationForm
            | PaperKind::NewspaperPage
            | PaperKind::ClaimPaper
            | PaperKind::AssessmentConsent
            | PaperKind::AssessmentReport
            | PaperKind::IncidentPaper
            | PaperKind::InquiryRecord
            | PaperKind::ConsentForm
            | PaperKind::GuidanceRecord
            | PaperKind::ApprovalForm
            | PaperKind::CertificateReceipt
            | PaperKind::WithdrawalRecord
            | PaperKind::ServiceReceipt
            | PaperKind::NoDonationDeclaration
            | PaperKind::FollowUpRecord
            | PaperKind::InvestigationRecord
            | PaperKind::CertificateAbsenceProof
            | PaperKind::PaperVolume
    )
}

/// The violation for a slot that is empty or not verified.
pub fn missing(rule: &'static Rule, slot: Slot) -> Violation {
    let whose = slot.party.map_or("", Party::printed);
    let field = match slot.party {
        Some(party) => format!("{PAPERS}{}.{}", slot.paper.word(), party.word()),
        None => format!("{PAPERS}{}", slot.paper.word()),
    };
    rule.broken_because(
        format!("{whose}的{}尚未收齐并核验", slot.paper.printed()).trim_start_matches('的'),
        format!("{field} is not filed and verified"),
    )
    .at(field)
}
