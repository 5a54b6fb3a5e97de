//! Guijia (归家): adoption registration for a county civil affairs bureau, as a library.
//!
//! The arrows inside: `cli → {http, jobs} → {execute, reading} → store`. Only `store` knows the
//! database and only `http::answer::error` picks a status code.

pub mod accesses;
pub mod app;
pub mod backup;
pub mod children;
pub mod cli;
pub mod clock;
pub mod config;
pub mod donations;
pub mod execute;
pub mod heads;
pub mod http;
pub mod jobs;
pub mod measures;
pub mod office;
pub mod reading;
pub mod secret;
pub mod store;
