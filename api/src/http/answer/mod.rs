//! What is answered: a success, or a problem with its status, in a language; and the description of both.

pub mod bytes;
pub mod error;
pub mod factor;
pub mod failures;
pub mod language;
pub mod openapi;
pub mod output;
pub mod problem;

pub use error::Kind;
pub use problem::Problem;
