//! The procedures after a registration: their roads, and the table their histories are judged by.

mod applicants;
mod dissolution;
pub mod ended;
mod others;
mod reading;
mod revocation;
pub mod roads;
pub mod table;
mod worlds;
