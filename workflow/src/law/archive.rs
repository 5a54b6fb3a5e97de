//! 归档: one case, one volume, frozen with the digests of its contents, and read on the spot.

use super::documents_required::missing;
use super::kinds::{is_assessed, parents_are_unknown};
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::{Violation, rules};
use crate::case::decision::ManifestEntry;
use crate::case::{Case, PaperKind, Procedure, Slot};
use crate::facts::Facts;
use crate::procedures::{has, replacement};

rules! {
    /// The receipt column is signed by each party.
    RECEIPT_SIGNED = "SPEC-19", Some("SEQ-8b"),
        "《收养登记工作规范》（当事人在签收栏签名按指纹）", "Work Specification (receipt signed)", SecondHand,
        "须有各方当事人签收的收养登记证签收页", "the receipt column signed by each party must be filed";
    /// The approval form is signed.
    APPROVAL_SIGNED = "ARCH-5", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第五条", "Adoption Archives Measures art. 5", Verified,
        "归档材料须包括签署的审批表", "the signed approval form belongs in the volume";
    /// Every document of the volume is made.
    DOCUMENTS_MADE = "ARCH-6", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第六条", "Adoption Archives Measures art. 6", Remembered,
        "归档材料须齐全", "every document of the volume must have been made";
    /// Nothing waits to be looked at.
    NOTHING_PENDING = "ARCH-6.pending", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第六条", "Adoption Archives Measures art. 6", Remembered,
        "尚有未核验的材料，不能归档", "a filed paper has not been looked at yet";
    /// The volume is frozen.
    FROZEN = "ARCH-7", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第七条", "Adoption Archives Measures art. 7", Derived,
        "登记所依据的材料和已经归档的案卷不得再变动",
        "what a registration rested on, and a closed volume, stay as they are";
    /// A volume is read on the spot, by those who may.
    READ_ON_THE_SPOT = "ARCH-10", Some("SEQ-10"),
        "《收养登记档案管理暂行办法》第十条、第十一条", "Adoption Archives Measures arts. 10, 11", Remembered,
        "档案只供当场查阅，其他人查阅须经负责人批准，归还后方可再次查阅",
        "a volume is read on the spot, by others only with a leader's approval, one reading at a time";
}

/// What must be in the file before the volume is closed.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    let receipt = Slot::of_case(PaperKind::CertificateReceipt);
    let is_issued = case.procedure == Procedure::Formation && !ended_before_issue(case);
    if is_issued && !case.is_filled(receipt) {
        violations.push(missing(&RECEIPT_SIGNED, receipt));
    }
    let approval = Slot::of_case(PaperKind::ApprovalForm);
    if has(case.procedure, Act::Approve) && !case.is_filled(approval) {
        violations.push(missing(&APPROVAL_SIGNED, approval));
    }
    let pending = |paper: &crate::case::FiledPaper| paper.state == crate::case::PaperState::Filed;
    if case.papers.iter().any(pending) {
        violations.push(NOTHING_PENDING.broken());
    }
    let made = |kind| facts.documents.iter().any(|document| document.kind == kind);
    for kind in documents_of_volume(case) {
        if !made(kind) {
            violations.push(DOCUMENTS_MADE.broken_because(kind.printed(), kind.word()));
        }
    }
    violations
}

/// Whether the adoption was revoked or dissolved while its certificate still waited to be handed over:
/// it is handed over no more.
pub fn ended_before_issue(case: &Case) -> bool {
    case.issue.is_none() && !case.aftermath.standing.stands()
}

/// Documents that enter the volume beside the filed papers. Those that are signed by hand enter as
/// scans, so only what is issued unsigned by the parties is listed.
fn documents_of_volume(case: &Case) -> Vec<DocumentKind> {
    match case.procedure {
        Procedure::Formation => {}
        Procedure::Dissolution => return vec![DocumentKind::DissolutionProof],
        Procedure::Revocation => return vec![DocumentKind::RevocationDecision],
        Procedure::Replacement => return replacement::document(case).into_iter().collect(),
        Procedure::Proof => return vec![DocumentKind::AdoptionProof],
        Procedure::LateEntry => return Vec::new(),
    }
    let notice = parents_are_unknown(case.kind).then_some(DocumentKind::PublicNotice);
    let assessment = is_assessed(case.kind).then_some(DocumentKind::AssessmentNotice);
    let certificate = (!ended_before_issue(case)).then_some(DocumentKind::Certificate);
    let accepted = [DocumentKind::AcceptanceNotice];
    certificate.into_iter().chain(accepted).chain(notice).chain(assessment).collect()
}

/// What else is bound where it was made.
const BOUND_WHERE_MADE: [DocumentKind; 2] =
    [DocumentKind::CorrectionNotice, DocumentKind::ResultNotice];

/// The contents of the volume in their order (档案办法 art. 7): decision and certificate first, then
/// the papers by kind, as the order of [`PaperKind::ALL`] gives it.
pub fn manifest(case: &Case, facts: &Facts) -> Vec<ManifestEntry> {
    let documents =
        documents_of_volume(case).into_iter().chain(BOUND_WHERE_MADE).flat_map(|kind| {
            let of_kind = facts.documents.iter().filter(move |document| document.kind == kind);
            of_kind
                .map(move |document| (kind.printed().to_owned(), &document.digest, document.pages))
        });
    // Records of visits form the annex, which stays open after the volume is closed.
    let volume = PaperKind::ALL.into_iter().filter(|kind| *kind != PaperKind::FollowUpRecord);
    let papers = volume.flat_map(|kind| {
        let of_kind =
            case.papers.iter().filter(move |paper| paper.slot.paper == kind && paper.is_verified());
        of_kind.map(|paper| (title_of(paper.slot), &paper.scan.digest, paper.scan.pages))
    });
    documents
        .chain(papers)
        .zip(1..)
        .map(|((title, digest, pages), place)| ManifestEntry {
            place,
            title,
            digest: digest.clone(),
            pages,
        })
        .collect()
}

/// What the contents list calls a paper.
pub fn title_of(slot: Slot) -> String {
    match slot.party {
        Some(party) => format!("{}（{}）", slot.paper.printed(), party.printed()),
        None => slot.paper.printed().to_owned(),
    }
}
