//! The columns of accounts, absences and factors whose texts lie sealed.

/// The name on records and documents.
pub(super) const NAME: &str = "account.name";
/// The number of a registrar's certificate.
pub(super) const REGISTRAR_NUMBER: &str = "account.registrar_number";
/// The number of the certificate of an assessor.
pub(super) const QUALIFICATION_NUMBER: &str = "account.qualification_number";
/// Why somebody is away.
pub(super) const REASON: &str = "absence.reason";
/// What its owner calls a factor.
pub(super) const FACTOR_NAME: &str = "second_factor.name";
