//! The office: its configuration, its calendars, what its forms choose from, and how its service fares.

pub mod accesses;
pub mod calendars;
pub mod case_accesses;
pub mod chains;
pub mod configuration;
pub mod dictionaries;
pub mod jobs;
pub mod practice;
pub mod rules;
