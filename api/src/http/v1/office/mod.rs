//! The office: its configuration, calendars and sets of indicators, what its forms choose from, and how
//! its service fares.

pub mod accesses;
pub mod assessment_quality;
pub mod calendars;
pub mod configuration;
pub mod dictionaries;
pub mod indicator_sets;
pub mod jobs;
pub mod practice;
pub mod rules;
