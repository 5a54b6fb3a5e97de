//! The access log outside the database: a file for each day, without contents, with a signature beside
//! it that an auditor checks with the office's public key alone.

pub mod day;
pub mod folder;
pub mod statement;
