//! The questions of the eligibility check in plain words, in the order in which they are asked, each with
//! why it is asked and by which article. Whoever asks them and sends the answers to the check needs no
//! law of their own; that the questions are those the check needs is tested against it.

mod adopters;
mod child;
mod placing;
mod question;

pub use question::{Answer, Choice, Condition, Question};

/// Every question, in the order in which they are asked.
pub fn questions() -> Vec<Question> {
    [child::questions(), placing::questions(), adopters::questions()].concat()
}
