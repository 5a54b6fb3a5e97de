//! What is entered of a gift after its offer: taken, used, given another purpose, published, taken back.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::offer::{amount, free_text};
use super::{Donation, DonationState, Gift};
use crate::base::rule::Violation;
use crate::base::text::LINE;
use crate::identity::names::standard_name;
use crate::identity::writing::standard_number;
use crate::law::donation::{AS_AGREED, COUNTERS, IN_ORDER, RECEIPT, RELEASED};
use crate::law::input::{self, DAY};

/// The gift is counted and taken, and a receipt is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receive {
    /// 票据号码
    pub receipt_number: String,
    /// The two persons who counted.
    pub counters: Vec<String>,
    /// The separate account or store it went to.
    pub account: String,
}

/// A part of the gift is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Use {
    /// The day.
    pub used_on: NaiveDate,
    /// How much money, in fen; of goods there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_fen: Option<u64>,
    /// What for.
    pub what: String,
}

/// The donor agrees in writing to another purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePurpose {
    /// The purpose from now on.
    pub purpose: String,
    /// The day of the donor's written consent.
    pub consented_on: NaiveDate,
    /// Where the written consent is kept.
    pub consent: String,
}

/// The gift and its use are published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publish {
    /// The day.
    pub published_on: NaiveDate,
    /// Where.
    pub place: String,
}

/// The donor takes the offer back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawOffer {
    /// Why, as the donor says.
    pub reason: String,
}

impl Receive {
    /// The receipt with its number and the names of who counted in one way of writing.
    pub fn in_one_way_of_writing(mut self) -> Receive {
        self.receipt_number = standard_number(&self.receipt_number);
        self.counters = self.counters.iter().map(|name| standard_name(name)).collect();
        self
    }
}

/// The gift must stand in this state.
fn must_be(donation: &Donation, state: DonationState) -> Option<Violation> {
    (donation.state != state).then(|| IN_ORDER.broken())
}

/// A day between that of the gift's own and today.
fn day_since(field: &str, day: NaiveDate, since: NaiveDate, today: NaiveDate) -> Option<Violation> {
    (day < since || day > today).then(|| DAY.broken().at(field))
}

/// Whether the gift may be taken. Until its review it may not, whyever it waits: the words are
/// the same for all.
pub fn receive(donation: &Donation, data: &Receive, receipt_is_used: bool) -> Vec<Violation> {
    let mut violations = Vec::new();
    if donation.state == DonationState::AwaitingReview {
        violations.push(RELEASED.broken());
    } else {
        violations.extend(must_be(donation, DonationState::Released));
    }
    violations.extend(input::text("receipt_number", &data.receipt_number, LINE));
    if receipt_is_used {
        violations.push(RECEIPT.broken().at("receipt_number"));
    }
    violations.extend(free_text("account", &data.account));
    for (index, name) in data.counters.iter().enumerate() {
        violations.extend(input::name(&format!("counters[{index}]"), name));
    }
    if !matches!(data.counters.as_slice(), [first, second] if first != second) {
        violations.push(COUNTERS.broken().at("counters"));
    }
    violations
}

/// Whether so much may be used.
pub fn use_it(donation: &Donation, data: &Use, today: NaiveDate) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        must_be(donation, DonationState::Received).into_iter().collect();
    let since = donation.received_on.unwrap_or(donation.offered_on);
    violations.extend(day_since("used_on", data.used_on, since, today));
    violations.extend(free_text("what", &data.what));
    violations.extend(uses_what_was_given(donation, data.amount_fen));
    violations
}

/// Of money an amount is used, all uses together no more than was given; of goods none.
fn uses_what_was_given(donation: &Donation, used: Option<u64>) -> Option<Violation> {
    let broken = || AS_AGREED.broken().at("amount_fen");
    match (&donation.gift, used) {
        (Gift::Goods { .. }, None) => None,
        (Gift::Goods { .. }, Some(_)) | (Gift::Money { .. }, None) => Some(broken()),
        (Gift::Money { amount_fen }, Some(used)) => amount("amount_fen", used)
            .or_else(|| (donation.used_fen.saturating_add(used) > *amount_fen).then(broken)),
    }
}

/// Whether the purpose may change.
pub fn change_purpose(
    donation: &Donation,
    data: &ChangePurpose,
    today: NaiveDate,
) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        must_be(donation, DonationState::Received).into_iter().collect();
    let since = donation.offered_on;
    violations.extend(day_since("consented_on", data.consented_on, since, today));
    violations.extend(free_text("purpose", &data.purpose));
    violations.extend(free_text("consent", &data.consent));
    violations
}

/// Whether it may be published.
pub fn publish(donation: &Donation, data: &Publish, today: NaiveDate) -> Vec<Violation> {
    let mut violations: Vec<Violation> =
        must_be(donation, DonationState::Received).into_iter().collect();
    let since = donation.received_on.unwrap_or(donation.offered_on);
    violations.extend(day_since("published_on", data.published_on, since, today));
    violations.extend(free_text("place", &data.place));
    violations
}

/// Whether the offer may be taken back: until it was taken.
pub fn withdraw(donation: &Donation, data: &WithdrawOffer) -> Vec<Violation> {
    let open = matches!(donation.state, DonationState::AwaitingReview | DonationState::Released);
    let order = (!open).then(|| IN_ORDER.broken());
    order.into_iter().chain(free_text("reason", &data.reason)).collect()
}
