//! The tables of the logs.

pub mod audit;
pub mod chains;
pub mod keys;
