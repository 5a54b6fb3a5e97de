//! What happened in a case. Events are additive for ever: new optional fields or new variants only.

mod assessment;
mod entry;
mod formation;
mod kind;
mod later;
pub use assessment::AssessmentEvent;
pub use entry::Entry;
pub use formation::Event;
pub use kind::EventKind;
pub use later::LaterEvent;
