//! The second factor: enrolled, shown at the sign-in, asked for again before what counts most.

pub mod codes;
pub mod demand;
pub mod enrolment;
pub mod reset;
pub mod showing;
