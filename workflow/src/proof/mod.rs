//! The proof that the law is kept: what is tried, and what must then be refused.
//!
//! `exploration/` walks every road and leaves it at every station; `refusal_tests/` sees each rule
//! refuse; the tables of gates and kinds are written from the law; `procedures/` are those after a
//! registration, `eligibility/` and `family/` what is told to the public; the others are single stories.
//! `testing/` has the families, offices and calendars they use.

mod assessment_gate_tests;
mod clock_tests;
mod decision_tests;
pub mod donation_tests;
mod eligibility;
mod ended_tests;
mod event_tests;
mod example_tests;
mod exploration;
mod family;
mod gate_tests;
mod gift_tests;
mod kinds_tests;
mod parents_tests;
mod points_property_tests;
pub mod procedures;
mod public_tests;
mod quota_tests;
mod recusal_tests;
mod refusal_tests;
mod review_tests;
mod sample_tests;
mod scored_tests;
mod settled_tests;
mod sibling_tests;
mod support_duty_tests;
pub mod testing;
mod time_tests;
mod turn_tests;
mod wall_tests;

/// Two fifths of an exploration is asking for memory and giving it back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
