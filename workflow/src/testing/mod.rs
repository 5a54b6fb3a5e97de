//! A case told as a story, for the tests of the law: invented people, one act after another.

mod people;
mod story;

pub use people::user;
pub use story::{Story, all_answers, approve, propose, register};
