//! The practice office: an invented county, its institution, its applicants.
//!
//! Registrars train with it and the tests drive it. Nobody in it exists; every number is valid.

pub mod application;
pub mod kinds;
pub mod office;
pub mod papers;
pub mod people;
