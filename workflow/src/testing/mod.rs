//! A case told as a story, for the tests of the law: invented people, one act after another.

mod commands;
mod people;
mod story;

pub use commands::{approve, propose, register, report_of, withdraw};
pub use people::user;
pub use story::Story;
