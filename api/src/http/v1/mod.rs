//! The operations of version 1, one file for each group.

mod absence_rules;
pub mod absences;
pub mod acts;
pub mod calendars;
pub mod cases;
pub mod deadlines;
pub mod dictionaries;
pub mod documents;
pub mod donation_holds;
pub mod donations;
pub mod eligibility;
pub mod family;
pub mod jobs;
pub mod ledger;
mod new_person;
pub mod office;
pub mod operations_of_acts;
pub mod papers;
pub mod people;
pub mod practice;
pub mod rules;
pub mod sign_in;
pub mod verification;

/// Groups of operations in the interface description.
#[derive(poem_openapi::Tags)]
pub enum Group {
    /// Asking before applying
    Eligibility,
    /// Signing in and out
    SignIn,
    /// People with accounts
    People,
    /// Cases and what is done in them
    Cases,
    /// What an adoptive family sees
    Family,
    /// Gifts to welfare institutions, walled off from cases
    Donations,
    /// Only in a practice office
    Practice,
    /// Whether the service works
    Service,
}
