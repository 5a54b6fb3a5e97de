//! What the papers on a visit after the adoption share.

use serde::{Deserialize, Serialize};
use workflow::case::{Case, FollowUpVisit, decision};

/// To whom harm was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Who took the report.
    pub recipient: String,
    /// When, in the legal time of the office.
    pub at: String,
    /// The number the recipient gave.
    pub number: String,
}

/// The newest visit that was made.
pub(crate) fn newest_visit(case: &Case) -> Option<(&FollowUpVisit, &decision::VisitMade)> {
    let made = case.visits.iter().filter_map(|visit| Some((visit, visit.made.as_ref()?)));
    made.max_by_key(|(visit, _)| visit.number)
}

/// The name of the child since the adoption.
pub(crate) fn childs_name_now(case: &Case) -> String {
    case.child.new_name.as_ref().unwrap_or(&case.child.name).clone()
}

/// To whom harm was reported.
pub(crate) fn reported(report: &decision::HarmReport) -> Reported {
    Reported {
        recipient: report.recipient.clone(),
        at: report.reported_at.clone(),
        number: report.number.clone(),
    }
}
