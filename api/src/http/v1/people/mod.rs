//! People with accounts: invitations, roles, absences, signing in and out.

mod absence_rules;
pub mod absences;
pub mod accounts;
mod administering;
pub mod assessment_tasks;
pub mod assessors;
pub mod factors;
mod new_person;
pub mod sessions;
pub mod sign_in;
