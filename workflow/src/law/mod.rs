//! The rules, one file for each part of the law, each with its article and its check.

pub mod adopter;
pub mod archive;
pub mod assessment;
pub mod calendar;
pub mod child;
mod clock;
pub mod correction;
pub mod deadlines;
pub mod decision;
pub mod documents_required;
pub mod donation;
pub mod effect;
pub mod ended;
pub mod exemptions;
pub mod follow_up;
pub mod hearing;
pub mod input;
pub mod jurisdiction;
pub mod kinds;
pub mod later;
pub mod notice;
pub mod numbers;
pub mod office_rules;
pub mod open_points;
pub mod paper_rules;
pub mod papers_by_law;
pub mod parts;
pub mod periods;
pub mod placer;
pub mod registration;
pub mod remedies;
pub mod routing;
pub mod rule;
pub mod sequence;
mod working;

use rule::Rule;

/// Every rule of the house, in the order of the rulebook.
pub fn rulebook() -> Vec<&'static Rule> {
    parts::PARTS.iter().flat_map(|part| part.rules).copied().collect()
}
