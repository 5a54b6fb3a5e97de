//! The words that the program itself prints: a dictionary says the same.

use serde::de::DeserializeOwned;

use crate::base::document::DocumentKind;
use crate::case::assessment::{AssessmentTopic, BreakCause, Sentence, VisitMethod};
use crate::case::turns::{ReadingGround, ServiceManner};
use crate::case::{CheckKind, ChildKind, OtherParentState, PaperKind, SigningManner};

/// What the program prints for a word of a dictionary.
pub(super) fn by_the_program(dictionary: &str, asked: &str) -> Option<&'static str> {
    match dictionary {
        "assessment_topic" => of(asked, AssessmentTopic::printed),
        "break_cause" => of(asked, BreakCause::printed),
        "check_kind" => of(asked, CheckKind::printed),
        "child_kind" | "child_source" => of(asked, ChildKind::printed),
        "document_kind" => of(asked, DocumentKind::printed),
        "other_parent_state" => of(asked, OtherParentState::printed),
        "paper_kind" => of(asked, PaperKind::printed),
        "reading_ground" => of(asked, ReadingGround::printed),
        "sentence" => of(asked, Sentence::printed),
        "service_manner" => of(asked, ServiceManner::printed),
        "signing_manner" => of(asked, SigningManner::printed),
        "visit_method" => of(asked, VisitMethod::printed),
        _ => None,
    }
}

fn of<T: DeserializeOwned>(asked: &str, printed: fn(T) -> &'static str) -> Option<&'static str> {
    serde_json::from_value(asked.into()).ok().map(printed)
}
