//! What lies on the disk shows nothing of anybody, and is found and read all the same by who may.

mod dump;
mod moved;
mod searched;
mod suites;
