//! What the examination of a case leaves behind: opinions, and who was asked.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use workflow::case::Case;
use workflow::law::parts::rulebook;

use crate::parts::people;

/// What an official found, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The opinion.
    pub text: String,
    /// Who gave it.
    pub by: String,
    /// Its day.
    pub on: NaiveDate,
}

/// Who was asked, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InquirySummary {
    /// Name of the person asked.
    pub name: String,
    /// In what capacity.
    pub capacity: String,
    /// Day of the asking.
    pub on: NaiveDate,
}

/// An opinion of an official.
pub(crate) fn opinion(text: &str, by: &str, on: NaiveDate) -> Opinion {
    Opinion { text: text.into(), by: by.into(), on }
}

/// Who was asked, and when.
pub(crate) fn inquiries(case: &Case) -> Vec<InquirySummary> {
    let held = case.inquiries.iter().filter_map(|inquiry| {
        Some(InquirySummary {
            name: case.signing_name(inquiry.party)?.into(),
            capacity: people::capacity(case, inquiry.party),
            on: inquiry.on,
        })
    });
    held.collect()
}

/// The article of a rule, by the rule's identifier.
pub(crate) fn citation(rule: &str) -> Option<String> {
    let known = rulebook().into_iter().find(|known| known.id == rule)?;
    Some(known.citation.into())
}
