//! Days and periods: what is a day of rest, how a period is counted, and which clocks run in a case.

pub mod calendar;
mod clock;
pub mod deadline;
pub mod deadlines;
pub mod periods;
mod working;
