//! How an office comes to be, and what it is given: its people and keys, its calendars, its practice.

pub mod calendar_file;
pub mod founding;
pub mod practice;
