//! What a request brings: its body, read strictly and within limits, the words of its query, and the
//! headers that act on a case.

pub mod headers;
pub mod input;
pub mod limited;
pub mod shape;
pub mod strict_json;
pub mod upload;
pub mod word;
