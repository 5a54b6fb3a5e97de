//! Cases: their events folded, the rows made of them, and what is asked of both.

pub mod adoption;
mod codes;
pub mod deadlines;
pub mod documents;
pub(in crate::store) mod entity;
pub mod facts;
pub mod figures;
mod filed;
pub mod histories;
mod history;
pub mod ledger;
pub mod notices;
pub mod numbers;
pub mod persons;
pub mod projection;
pub mod rebuild;
mod sort;
pub mod terms;
pub mod worklist;

pub use codes::find_by_code_key;
pub use history::{History, Wanted, append, fold_on, load};
