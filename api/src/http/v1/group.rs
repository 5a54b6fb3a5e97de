//! The groups of operations, by which the description of the interface sorts them.

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
