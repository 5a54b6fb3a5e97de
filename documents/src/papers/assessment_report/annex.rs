//! The evidence annexed to a report: every piece in a list, and the photos themselves (评估办法 art. 9(4)).

use serde::{Deserialize, Serialize};
use workflow::case::Case;
use workflow::case::assessment::scored::Scored;
use workflow::case::scan::MediaType;

use crate::attachment::Attachment;

/// A piece of evidence as the list names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexedPiece {
    /// Its number in the assessment.
    pub number: u32,
    /// What kind it is, such as 入户走访.
    pub kind: String,
    /// What it shows.
    pub what: String,
    /// The codes of the items it shows.
    pub items: String,
    /// How many files are kept of it.
    pub files: usize,
}

/// A photo that is shown whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexedPhoto {
    /// The piece of evidence it belongs to.
    pub piece: u32,
    /// What that shows.
    pub what: String,
    /// The photo.
    pub file: Attachment,
}

/// Every piece of evidence of a scored assessment.
pub(super) fn pieces(case: &Case) -> Vec<AnnexedPiece> {
    let Some(scored) = case.assessment.scored.as_deref() else { return Vec::new() };
    let listed = scored.evidence().map(|piece| AnnexedPiece {
        number: piece.number,
        kind: piece.kind.printed().to_owned(),
        what: piece.what.clone(),
        items: piece.items.join("、"),
        files: scored.files.iter().filter(|file| file.piece == piece.number).count(),
    });
    listed.collect()
}

/// The pictures among the files; what came as PDF is listed only, and stays in the volume.
pub(super) fn photos(case: &Case) -> Vec<AnnexedPhoto> {
    let Some(scored) = case.assessment.scored.as_deref() else { return Vec::new() };
    let shown = scored.files.iter().filter(|file| file.scan.media_type != MediaType::Pdf);
    let photo = |file: &workflow::case::assessment::evidence::EvidenceFile| AnnexedPhoto {
        piece: file.piece,
        what: what(scored, file.piece),
        file: Attachment::stored(file.scan.media_type, 1, file.scan.digest.clone()),
    };
    shown.map(photo).collect()
}

fn what(scored: &Scored, number: u32) -> String {
    let piece = scored.evidence().find(|piece| piece.number == number);
    piece.map(|piece| piece.what.clone()).unwrap_or_default()
}
