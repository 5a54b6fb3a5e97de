//! 归档: what the volume of a case must hold, and its contents in their order.

use super::{has, plan};
use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::decision::ManifestEntry;
use crate::case::{Case, FiledPaper, PaperKind, PaperState, Procedure, Slot};
use crate::facts::Facts;
use crate::law::archive::{
    APPROVAL_SIGNED, DOCUMENTS_MADE, NOTHING_PENDING, RECEIPT_SIGNED, ended_before_issue, title_of,
};
use crate::law::documents_required::missing;

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
    let pending = |paper: &FiledPaper| paper.state == PaperState::Filed;
    if case.papers.iter().any(pending) {
        violations.push(NOTHING_PENDING.broken());
    }
    let made = |kind| facts.documents.iter().any(|document| document.kind == kind);
    for kind in documents(case) {
        if !made(kind) {
            violations.push(DOCUMENTS_MADE.broken_because(kind.printed(), kind.word()));
        }
    }
    violations.extend((plan(case.procedure).volume)(case, facts));
    violations
}

/// Documents that enter the volume beside the filed papers. Those that are signed by hand enter as
/// scans, so only what is issued unsigned by the parties is listed.
fn documents(case: &Case) -> Vec<DocumentKind> {
    (plan(case.procedure).documents_of_volume)(case)
}

/// The contents of the volume in their order (档案办法 art. 7): decision and certificate first, then
/// the papers by kind, as the order of [`PaperKind::ALL`] gives it.
pub fn manifest(case: &Case, facts: &Facts) -> Vec<ManifestEntry> {
    let where_made = DocumentKind::ALL.iter().copied().filter(|kind| kind.is_bound_where_made());
    let documents = documents(case).into_iter().chain(where_made).flat_map(|kind| {
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
