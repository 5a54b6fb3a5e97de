//! The operations of version 1: one room for each matter, one file for each group.

pub mod cases;
pub mod desk;
pub mod gifts;
mod group;
pub mod office;
pub mod people;
pub mod public;

pub use group::Group;
