//! 评估指标体系: what an assessment is scored by, as data that a province or an office replaces.
//!
//! No text of the nation holds a score, a pass mark or a veto (评估办法 arts. 1 to 11 as read); each is a
//! province's or the house's. A set never decides an application: it supports who decides.

mod compare;
mod default;
mod fault;
mod guard_rails;
mod points;
mod score;
mod set;
#[cfg(test)]
mod tests;
mod validate;
mod wording;

pub use compare::{Change, changes};
pub use default::default_set;
pub use fault::{Fault, SetRule};
pub use points::{Hundredths, Points};
pub use score::{GroupOutcome, MarkFault, MarkFaultKind, Outcome, Sheet, levels_apart, outcome};
pub use set::{
    Bonus, Capability, Concerned, Demand, Evidence, Group, IndicatorSet, Integration, Item, Level,
    Mark, NotApplicable, Part, SetVersion, Topic, Veto,
};
pub use validate::faults;
pub use wording::Wording;
