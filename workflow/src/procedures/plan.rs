//! What a procedure is, as data.

use crate::base::act::Act;
use crate::base::document::DocumentKind;
use crate::base::rule::Violation;
use crate::case::{Case, Party, Slot};
use crate::facts::Facts;
use crate::law::documents_required::RequiredPaper;

/// What a check of a case on a day finds.
pub type Check = fn(&Case, &Facts) -> Vec<Violation>;

/// One procedure: its acts, its papers, whom it asks, and what must hold before it goes on.
pub struct Plan {
    /// What is asked of the office, as letters name it.
    pub matter: fn(&Case) -> &'static str,
    /// The acts beside those of the file.
    pub acts: &'static [Act],
    /// The papers that must be filed, those of the applicants first.
    pub required_papers: fn(&Case) -> Vec<RequiredPaper>,
    /// The papers that are taken where somebody brings or signs them, and demanded of nobody.
    pub welcome_papers: fn(&Case) -> Vec<Slot>,
    /// Who takes part, the child aside unless it applies itself.
    pub taking_part: fn(&Case) -> Vec<Party>,
    /// Whom to ask and whose consent to take, with the ages of the day of the act (SEQ-5).
    pub persons_to_ask: fn(&Case, &Facts) -> Vec<Party>,
    /// What must hold for the case to be accepted.
    pub acceptance: Check,
    /// What must hold for a decision; approval and registration test it again.
    pub proposal: Check,
    /// The days of its review, where a national text sets a term.
    pub review_days: Option<u32>,
    /// The form on which the leader approves.
    pub approval_form: DocumentKind,
    /// The documents that enter the volume beside the filed papers.
    pub documents_of_volume: fn(&Case) -> Vec<DocumentKind>,
    /// What the volume must show beside what every volume shows.
    pub volume: Check,
}
