//! The tables as the database library sees them. Private to the store.

pub(super) mod audit;
pub(super) mod cases;
pub(super) mod configuration;
pub(super) mod documents;
pub(super) mod donations;
pub(super) mod jobs;
pub(super) mod log;
pub(super) mod numbers;
pub(super) mod people;
