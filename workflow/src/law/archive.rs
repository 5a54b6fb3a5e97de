//! 归档、回访: one case, one volume, and the visits after the adoption.

use super::documents_required::missing;
use super::rule::{Violation, rules};
use crate::case::decision::{Concern, HarmReport, ManifestEntry};
use crate::case::{Case, PaperKind, Slot};
use crate::document::DocumentKind;
use crate::facts::Facts;

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
        "《收养登记档案管理暂行办法》第七条", "Adoption Archives Measures art. 7", Remembered,
        "登记所依据的材料和已经归档的案卷不得再变动",
        "what a registration rested on, and a closed volume, stay as they are";
    /// Visits are made one after another.
    VISITS_IN_ORDER = "FU-01", Some("SEQ-11"),
        "收养后回访（登记机关设定的回访计划）", "follow-up visits (office schedule)", Derived,
        "回访须按计划依次进行", "follow-up visits are made in the order of the schedule";
    /// Two visitors.
    TWO_VISITORS = "FU-02", Some("SEQ-11"),
        "收养后回访（登记机关设定的回访计划）", "follow-up visits (office schedule)", Derived,
        "回访须由两人进行", "a follow-up visit is made by two persons";
    /// Harm is reported at once.
    HARM_REPORTED = "PM-11", Some("SEQ-11"),
        "《未成年人保护法》第十一条第二款", "Minors Protection Law art. 11(2)", Verified,
        "发现未成年人受到侵害或者疑似受到侵害，须立即报告并记录时间、受理单位和编号",
        "harm found must be reported at once, with time, recipient and number";
}

/// What must be in the file before the volume is closed.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    let mut violations = Vec::new();
    let receipt = Slot::of_case(PaperKind::CertificateReceipt);
    if !case.is_filled(receipt) {
        violations.push(missing(&RECEIPT_SIGNED, receipt));
    }
    let approval = Slot::of_case(PaperKind::ApprovalForm);
    if !case.is_filled(approval) {
        violations.push(missing(&APPROVAL_SIGNED, approval));
    }
    let pending = |paper: &crate::case::FiledPaper| paper.state == crate::case::PaperState::Filed;
    if case.papers.iter().any(pending) {
        violations.push(NOTHING_PENDING.broken());
    }
    let made = |kind| facts.documents.iter().any(|document| document.kind == kind);
    for kind in DOCUMENTS_OF_VOLUME {
        if !made(kind) {
            violations.push(DOCUMENTS_MADE.broken_because(kind.printed(), kind.word()));
        }
    }
    violations
}

/// Documents that enter the volume beside the filed papers. Those that are signed by hand enter as
/// scans, so only what is issued unsigned by the parties is listed.
const DOCUMENTS_OF_VOLUME: [DocumentKind; 4] = [
    DocumentKind::Certificate,
    DocumentKind::AcceptanceNotice,
    DocumentKind::PublicNotice,
    DocumentKind::AssessmentNotice,
];

/// The contents of the volume in their order (档案办法 art. 7): decision and certificate first, then
/// the papers by kind, as the order of [`PaperKind::ALL`] gives it.
pub fn manifest(case: &Case, facts: &Facts) -> Vec<ManifestEntry> {
    let documents = DOCUMENTS_OF_VOLUME.into_iter().flat_map(|kind| {
        let of_kind = facts.documents.iter().filter(move |document| document.kind == kind);
        of_kind.map(move |document| (kind.printed().to_owned(), &document.digest, document.pages))
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

/// A red visit needs the report of harm before it can be closed.
pub fn harm_is_reported(concern: Concern, report: Option<&HarmReport>) -> Option<Violation> {
    (concern == Concern::Red && report.is_none()).then(|| HARM_REPORTED.broken().at("harm_report"))
}
