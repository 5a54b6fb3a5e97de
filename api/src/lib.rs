//! Guijia (归家): adoption registration for a county civil affairs bureau, as a library.
//!
//! The arrows inside: `cli → {http, jobs} → {execute, consult} → store`. Only `store` knows the
//! database and only `http::error` picks a status code.

pub mod access;
pub mod app;
pub mod calendar_file;
pub mod certificate;
pub mod child;
pub mod cli;
pub mod clock;
pub mod config;
pub mod consult;
pub mod donations;
pub mod execute;
pub mod family;
pub mod founding;
pub mod http;
pub mod jobs;
pub mod practice;
pub mod printing;
pub mod query_code;
pub mod scans;
pub mod secret;
pub mod store;
pub mod virus;
