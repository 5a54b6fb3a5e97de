//! The rules, one file for each part of the law, each with its article and its check.

pub mod adopter;
pub mod archive;
pub mod assessment;
pub mod change;
pub mod checks;
pub mod child;
pub mod correction;
pub mod decision;
pub mod documents_required;
pub mod donation;
pub mod effect;
pub mod ended;
pub mod exemptions;
pub mod follow_up;
pub mod form;
pub mod hearing;
pub mod input;
pub mod jurisdiction;
pub mod kinds;
pub mod later;
pub mod notice;
pub mod numbers;
pub mod open_points;
pub mod paper_rules;
pub mod papers_by_law;
pub mod parts;
pub mod placer;
pub mod registration;
pub mod remedies;
pub mod routing;
pub mod sequence;
pub mod siblings;
pub mod time;

pub use crate::base::{office_rules, rule};
pub use parts::rulebook;
pub use time::{calendar, deadlines, periods};
