//! The rows of what was filed in a case: its papers, and the files of the evidence of its assessment.

use workflow::case::assessment::evidence::EvidenceFile;
use workflow::case::scan::Scan;
use workflow::case::{FiledPaper, PaperState};
use workflow::{Case, CaseId};

use super::entity::rows::{case_paper, evidence_file};
use crate::store::StoreError;
use crate::store::values::Stored;

/// The papers of a case.
pub(super) fn papers(case_id: CaseId, case: &Case) -> Result<Vec<case_paper::Model>, StoreError> {
    let row = |paper: &FiledPaper| {
        let state = match paper.state {
            PaperState::Filed => "filed",
            PaperState::Verified { .. } => "verified",
            PaperState::Rejected { .. } => "rejected",
            PaperState::Void => "void",
        };
        Ok(case_paper::Model {
            case_id: Stored(case_id),
            number: i64::from(paper.number),
            paper: Stored(paper.slot.paper),
            party: Stored(paper.slot.party),
            digest: paper.scan.digest.clone(),
            media_type: paper.scan.media_type.name().to_owned(),
            pages: i64::from(paper.scan.pages),
            size: size(&paper.scan)?,
            filed_on: Stored(paper.filed_on),
            state: state.to_owned(),
        })
    };
    case.papers.iter().map(row).collect()
}

/// The files of evidence of a case.
pub(super) fn evidence(
    case_id: CaseId,
    case: &Case,
) -> Result<Vec<evidence_file::Model>, StoreError> {
    let row = |file: &EvidenceFile| {
        Ok(evidence_file::Model {
            case_id: Stored(case_id),
            number: i64::from(file.number),
            piece: i64::from(file.piece),
            digest: file.scan.digest.clone(),
            media_type: file.scan.media_type.name().to_owned(),
            pages: i64::from(file.scan.pages),
            size: size(&file.scan)?,
            filed_on: Stored(file.on),
        })
    };
    let files = case.assessment.scored.iter().flat_map(|scored| &scored.files);
    files.map(row).collect()
}

fn size(scan: &Scan) -> Result<i64, StoreError> {
    i64::try_from(scan.size)
        .map_err(|_| StoreError::Damaged("a scan has an impossible size".to_owned()))
}
