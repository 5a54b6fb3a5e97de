//! A database as a whole: every row of every table, read at one moment and written into a new place.
//!
//! Tables and columns are those that lie in the database, not those of the entities, so that an older
//! schema is copied as it is and no table is forgotten. What is read from one of the two databases can
//! be written into the other.

pub mod cells;
pub mod part;
pub mod source;
pub mod target;
