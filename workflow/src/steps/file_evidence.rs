//! 存入佐证文件: a photo, a paper or a note of a recording that shows a piece of evidence.

use super::ask::{Choice, Input, Listed};
use super::visit_for_assessment::VisitForAssessment;
use super::{CaseStep, Decision, Step, one_unless};
use crate::access::Role;
use crate::base::message::Message;
use crate::base::rule::Violation;
use crate::case::Case;
use crate::case::assessment::evidence::EvidenceFile;
use crate::case::assessment::work::EvidencePiece;
use crate::case::scan::Scan;
use crate::event::{AssessmentEvent, Event};
use crate::facts::Facts;
use crate::law::assessment_work::{evidence_has_room, must_be_scored, scored};
use crate::law::input::KNOWN;
use crate::law::paper_rules::ONE_SCAN;

/// A probed and stored file of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize))]
pub struct FileEvidence {
    /// The piece, by its number.
    pub piece: u32,
    /// The stored file.
    pub scan: Scan,
}

impl Step for FileEvidence {
    const TITLE: &'static str = "存入佐证文件";
    const ARTICLE: &'static str = "《收养评估办法（试行）》第九条";
    const ROLES: &'static [Role] = &[Role::Assessor];

    fn inputs(case: &Case, _: &Facts) -> Listed {
        let piece = |piece: &EvidencePiece| {
            let number = piece.number;
            let title = Message::new(format!("佐证{number}"), format!("evidence {number}"));
            Choice::new(&serde_json::json!({ "piece": number }), title)
        };
        let pieces = scored(case).into_iter().flat_map(|scored| scored.evidence());
        Some(vec![Input::choice("?", pieces.map(piece))])
    }
}

impl CaseStep for FileEvidence {
    /// Evidence was recorded, and no signed report is filed.
    fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
        let mut violations = VisitForAssessment::gates(case, facts);
        match scored(case) {
            None => violations.extend(must_be_scored(case)),
            Some(scored) if scored.evidence().next().is_none() => {
                violations.push(KNOWN.broken_because("尚未记录佐证", "no evidence is recorded"));
            }
            Some(_) => {}
        }
        violations
    }

    /// Files it. One file shows a piece once.
    fn decide(&self, case: &Case, facts: &Facts) -> Decision {
        let mut violations = Self::gates(case, facts);
        let scored = scored(case);
        let files = scored.map_or(&[][..], |scored| scored.files.as_slice());
        let number = files.iter().map(|file| file.number).max().unwrap_or(0) + 1;
        if scored.is_none_or(|scored| scored.pieces(&[self.piece]).next().is_none()) {
            violations.push(KNOWN.broken().at("piece"));
        }
        let same =
            |file: &EvidenceFile| file.piece == self.piece && file.scan.digest == self.scan.digest;
        if files.iter().any(same) {
            violations.push(ONE_SCAN.broken().at("piece"));
        }
        violations.extend(scored.and_then(|scored| evidence_has_room(scored, &self.scan)));
        one_unless(violations, || {
            Event::Assessment(AssessmentEvent::EvidenceFiled {
                number,
                piece: self.piece,
                scan: self.scan.clone(),
            })
        })
    }
}
