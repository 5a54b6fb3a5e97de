//! What papers share: people, sheets, sentences, and how a case becomes the data of a paper.
//!
//! These are pure functions. What a paper says of the law (which papers are needed, when a clock
//! runs out, how a number is written) is asked of the workflow, so that no paper can say otherwise
//! than the decision did. A sheet that several papers print on stands beside them as `.typ`.

pub mod adoption;
pub mod copies;
pub mod examination;
pub mod later_approval;
pub mod people;
pub mod refusal;
pub mod remedies;
pub mod request;
pub mod sample;
pub mod setting;
pub mod visits;

pub(crate) mod addressees;
pub(crate) mod dissolution;
pub(crate) mod filed_papers;
pub(crate) mod paper;
pub(crate) mod readers;
pub(crate) mod secrecy;
