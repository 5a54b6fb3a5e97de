//! The connection to the database: its address and settings, its lines and transactions, and whether it stores.

mod address;
pub(in crate::store) mod compaction;
pub mod connect;
pub(super) mod health;
pub(super) mod line;
pub mod meter;
mod options;
pub(super) mod pool;
pub mod probe;
mod queue;
pub mod snapshot;
pub(super) mod statement;
pub(super) mod transaction;
