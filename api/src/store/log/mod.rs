//! The logs: the chain of each case, the log of the office, who touched what, and the check of all of it.

pub mod access_reading;
pub mod audit;
pub mod chain;
pub mod chain_reading;
pub mod coverage;
pub(in crate::store) mod entity;
pub mod events;
pub(super) mod gathered;
pub mod idempotency;
pub(super) mod kept_accesses;
pub mod keys;
pub mod moved;
pub mod office_log;
mod seal;
pub mod seal_older;
pub mod verify;
pub mod wrapping;
