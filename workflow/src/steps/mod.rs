//! One file for each act: its data, when it is possible, and its decision.
//!
//! Every file has `gates`, what the case must show before the act whatever its data, and `decide`,
//! which tests the gates and the data together and answers with events or the whole refusal.

pub mod accept;
pub mod apply;
pub mod appoint_assessors;
pub mod approve;
pub mod archive;
pub mod change_fact;
pub mod change_wishes;
pub mod check;
pub mod claim;
pub mod confirm_late_entry;
pub mod consent;
pub mod consent_to_assessment;
pub mod correct;
pub mod declare_gift;
pub mod decline;
pub mod file_paper;
pub mod guide;
pub mod incident;
pub mod inquire;
pub mod integrate;
pub mod issue;
pub mod issue_proof;
pub mod issue_replacement;
pub mod lend;
pub mod mandate;
pub mod note_refusal_to_sign;
pub mod notify_assessment;
mod open;
pub mod open_dissolution;
pub mod open_late_entry;
pub mod open_proof;
pub mod open_replacement;
pub mod open_revocation;
pub mod propose;
pub mod publish_notice;
pub mod record_end;
pub mod refuse;
pub mod register;
pub mod register_dissolution;
pub mod replace_officer;
pub mod report;
pub mod revoke;
pub mod serve;
pub mod verify_paper;
pub mod visit;
pub mod visit_after_adoption;
pub mod withdraw;

use crate::base::rule::{Refusal, Violation};
use crate::event::Event;

/// The answer of a decision.
pub type Decision = Result<Vec<Event>, Refusal>;

/// Answers with one event when no rule is broken.
fn one_unless(violations: Vec<Violation>, event: impl FnOnce() -> Event) -> Decision {
    Refusal::unless_none(violations)?;
    Ok(vec![event()])
}
