//! What an operator watches: figures in the text format of Prometheus. None tells of a person or a case.

mod requests;
mod seals;
mod text;

pub use requests::Requests;
pub use seals::Seals;
pub use text::text;
