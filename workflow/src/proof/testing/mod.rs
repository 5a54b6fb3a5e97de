//! A case told as a story, for the tests of the law: invented people, one act after another.

mod calendars;
mod commands;
mod decided;
mod office;
mod people;
pub mod reviewed;
pub mod scored;
mod story;

pub use calendars::{calendar_of, calendar_of_rest, edition_2026, edition_of_rest};
pub use commands::{approve, propose, register, report_of, withdraw};
pub use decided::decide;
pub use people::{
    application, application_of, application_of_a_stepfather, application_of_hardship_parents, user,
};
pub use story::Story;
