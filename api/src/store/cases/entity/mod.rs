//! The tables of cases.

pub mod documents;
pub mod numbers;
pub mod rows;
