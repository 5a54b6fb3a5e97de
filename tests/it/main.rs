//! Everything that is said of Guijia as a whole, told through HTTP on both databases.

mod absences;
mod access;
mod architecture;
mod bad_input;
mod calendars;
mod demo;
mod dictionaries;
mod donation;
mod eligibility;
mod family;
mod gates;
mod generated;
mod jobs;
mod lifetime;
mod load;
mod log;
mod openapi;
mod printing;
mod procedures;
mod races;
mod real_office;
mod rulebook;
mod scans;
mod support;
mod tokens;
