//! The law of adoption registration as pure functions.
//!
//! [`decide`](decide::decide) answers a command with events or with a refusal that lists every
//! rule broken; [`evolve`](evolve::evolve) folds events into a [`Case`]. Nothing here
//! reads a clock, a file, a database or the network: what must be known is passed in as
//! [`Facts`].

pub mod access;
pub mod acts;
pub mod approval;
pub mod base;
pub mod case;
pub mod cast;
pub mod command;
pub mod decide;
pub mod donation;
pub mod effects;
pub mod event;
pub mod evolve;
pub mod examples;
pub mod facts;
pub mod identity;
pub mod indicator;
pub mod law;
pub mod next;
pub mod overview;
pub mod procedures;
pub mod public;
pub mod quality;
pub mod rights;
pub mod rulebook;
pub mod staff;
pub mod steps;
pub mod time;

#[cfg(test)]
mod proof;

pub use access::Role;
pub use base::act::Act;
pub use base::document::DocumentKind;
pub use base::ids::{CaseId, UserId};
pub use base::message::Message;
pub use base::rule::{Refusal, Rule, Violation};
pub use base::stage::Stage;
pub use case::{Actor, Case, Procedure};
pub use command::Command;
pub use decide::{decide, decide_application, decide_opening};
pub use effects::effects;
pub use event::{Entry, Event};
pub use evolve::{Effect, evolve, fold, headline, meaning};
pub use facts::Facts;
