//! The only module that names the database library.
//!
//! Writes take a [`Transaction`] and reads any [`Reader`], so that a write can only join the
//! transaction it belongs to. Ids are stored as text, days as `YYYY-MM-DD`, words of the law as they
//! are written in JSON, instants as integer microseconds.

pub mod asker;
pub mod cases;
pub mod connection;
mod database;
pub mod desk;
pub mod drawer;
mod error;
pub mod files;
pub mod gifts;
pub mod jobs;
pub mod kept;
pub mod log;
pub mod office;
pub mod people;
mod plain;
mod reader;
pub mod staff;
#[cfg(test)]
pub(crate) mod tests;
mod values;
pub mod whole;

pub use connection::pool::Pool;
pub use connection::transaction::Transaction;
pub use database::Store;
pub use error::StoreError;
pub use reader::Reader;
