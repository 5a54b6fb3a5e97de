//! The desk over HTTP: what anybody reads before they come, what is next in each case, what is typed and not
//! sent, what is sent beforehand.

mod approval;
mod beforehand;
mod drafts;
mod exports;
mod figures;
pub mod open_to_all;
mod worklist;
