//! What a required paper is, and whether each is filled (规范 art. 48).

use crate::base::rule::{Rule, Violation};
use crate::case::{Case, PaperKind, Party, Slot};

/// A slot that must be filled, and the rule that asks for it.
#[derive(Debug, Clone, Copy)]
pub struct RequiredPaper {
    /// The slot.
    pub slot: Slot,
    /// The rule.
    pub rule: &'static Rule,
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
pub fn all_filled(case: &Case, required: Vec<RequiredPaper>) -> Vec<Violation> {
    required
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

/// The slot that the field of a violation names, where it names one.
pub fn slot_of(field: &str) -> Option<Slot> {
    let mut words = field.strip_prefix(PAPERS)?.split('.');
    let paper = words.next()?;
    let paper = PaperKind::ALL.into_iter().find(|kind| kind.word() == paper)?;
    match words.next() {
        Some(party) => Party::from_word(party).map(|party| Slot::of(paper, party)),
        None => Some(Slot::of_case(paper)),
    }
}

/// The violation for a slot that is empty or not verified.
pub fn missing(rule: &'static Rule, slot: Slot) -> Violation {
    let whose = slot.party.map_or("", Party::printed);
    let of = slot.party.map_or(String::new(), |party| format!(" of {}", party.english()));
    let field = match slot.party {
        Some(party) => format!("{PAPERS}{}.{}", slot.paper.word(), party.word()),
        None => format!("{PAPERS}{}", slot.paper.word()),
    };
    rule.broken_because(
        format!("{whose}的{}尚未收齐并核验", slot.paper.printed()).trim_start_matches('的'),
        format!("{}{of} is not filed and verified", slot.paper.english()),
    )
    .at(field)
}
