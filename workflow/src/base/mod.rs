//! The ground: names and values that know nothing of a case.

pub mod act;
pub(crate) mod act_list;
pub mod assessing;
pub mod assessment_work;
pub mod calendar;
pub mod deadline_kind;
pub mod document;
pub mod ids;
pub mod inputs;
pub mod message;
pub mod number_templates;
pub mod office_rules;
pub mod open_points;
pub mod opening;
pub mod pause;
pub mod rule;
pub mod second_factor;
pub mod stage;
pub mod text;
pub(crate) mod words;
