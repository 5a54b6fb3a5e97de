//! A case told as a story, for the tests of the law: invented people, one act after another.

mod commands;
mod kinds;
mod office;
mod people;
mod story;

pub use commands::{approve, propose, register, report_of, withdraw};
pub use kinds::application_of;
pub use people::{application, application_of_a_stepfather, application_of_hardship_parents, user};
pub use story::Story;
