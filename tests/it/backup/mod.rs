//! Backups: made while people work, brought back into either database, and refused where anything is wrong
//! with them or with the place.

mod damaged;
mod drills;
mod older;
mod places;
mod support;
