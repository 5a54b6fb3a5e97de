//! The practice office, founded with the county and the people of the cast.
//!
//! Registrars train with it and the tests drive it. Nobody in it exists; every number is valid.

pub mod office;
pub mod papers;
pub mod people;
