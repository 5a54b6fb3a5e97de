//! How much work an assessment needs at least. No text sets these numbers; each is the house's and the office's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The least work behind the points (derived): no text that was read sets a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AssessmentWork {
    /// Interviews of each applicant alone. 1 to 5.
    pub interviews_alone: u32,
    /// Home visits while the child lives there. 1 to 10.
    pub home_visits_with_child: u32,
    /// Neighbours, of whom the committee may stand for one. 1 to 10.
    pub neighbours: u32,
    /// Readings of the papers. 1 to 10.
    pub document_reviews: u32,
    /// Working days in which an applicant may ask for a review once the result was told. 1 to 60.
    pub review_request_days: u32,
    /// Working days in which a review is decided. 1 to 60.
    pub review_answer_days: u32,
}

impl Default for AssessmentWork {
    fn default() -> AssessmentWork {
        AssessmentWork {
            interviews_alone: 1,
            home_visits_with_child: 1,
            neighbours: 2,
            document_reviews: 1,
            review_request_days: 10,
            review_answer_days: 15,
        }
    }
}

impl AssessmentWork {
    /// Each number with its name and whether it is within its bounds.
    pub(super) fn bounds(&self) -> [(&'static str, bool); 6] {
        [
            ("assessment_work.interviews_alone", (1..=5).contains(&self.interviews_alone)),
            (
                "assessment_work.home_visits_with_child",
                (1..=10).contains(&self.home_visits_with_child),
            ),
            ("assessment_work.neighbours", (1..=10).contains(&self.neighbours)),
            ("assessment_work.document_reviews", (1..=10).contains(&self.document_reviews)),
            ("assessment_work.review_request_days", (1..=60).contains(&self.review_request_days)),
            ("assessment_work.review_answer_days", (1..=60).contains(&self.review_answer_days)),
        ]
    }
}
