//! The columns of gifts, of their entries and holds whose texts lie sealed.

/// The name on the receipt.
pub(super) const DONOR_NAME: &str = "donation.donor_name";
/// What was given, where it is not money.
pub(super) const GOODS: &str = "donation.goods";
/// 约定用途
pub(super) const PURPOSE: &str = "donation.purpose";
/// The text of the agreement.
pub(super) const AGREEMENT: &str = "donation.agreement";
/// The first of the two who counted.
pub(super) const FIRST_COUNTER: &str = "donation.first_counter";
/// The second.
pub(super) const SECOND_COUNTER: &str = "donation.second_counter";
/// The words of an entry.
pub(super) const WORDS: &str = "donation_entry.words";
/// Why a hold stands as it does.
pub(super) const REASONS: &str = "donation_hold.reasons";
/// Why it came to stand so, in its log.
pub(super) const LOGGED_REASONS: &str = "donation_hold_log.reasons";
