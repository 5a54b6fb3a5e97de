//! 复核: the leader looks at each offer, and at each case that a gift touches.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::base::rule::Violation;
use crate::base::text::PAGE;
use crate::base::words::all;
use crate::law::donation::{IN_ORDER, REASONS, SEEN};
use crate::law::input;

/// Where a hold stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum HoldState {
    /// The leader has yet to look.
    Waiting,
    /// The leader looked and lets it go on.
    Released,
    /// The leader looked and lets the gift wait on; a case goes on under its own rules.
    Upheld,
}

impl HoldState {
    /// Every state.
    pub const ALL: [HoldState; HoldState::COUNT] = all(HoldState::VARIANTS);

    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The state a word names, if any.
    pub fn from_word(word: &str) -> Option<HoldState> {
        HoldState::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What comes of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// It goes on.
    Released,
    /// It stays held.
    Upheld,
}

impl ReviewOutcome {
    /// The state of the hold afterwards.
    pub fn state(self) -> HoldState {
        match self {
            ReviewOutcome::Released => HoldState::Released,
            ReviewOutcome::Upheld => HoldState::Upheld,
        }
    }
}

/// The leader's review of a hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewHold {
    /// Whether a party to a case was found, as the leader read it.
    pub matched: bool,
    /// What comes of it.
    pub outcome: ReviewOutcome,
    /// Why; may be left out where nothing was found and the gift is let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<String>,
}

/// Everything wrong with a review of a hold that stands so.
pub fn faults(state: HoldState, matched: bool, data: &ReviewHold) -> Vec<Violation> {
    let mut violations = Vec::new();
    if state == HoldState::Released {
        violations.push(IN_ORDER.broken());
    }
    if matched != data.matched {
        violations.push(SEEN.broken().at("matched"));
    }
    match &data.reasons {
        Some(reasons) => violations.extend(input::text("reasons", reasons, PAGE)),
        None if matched || data.outcome == ReviewOutcome::Upheld => {
            violations.push(REASONS.broken().at("reasons"));
        }
        None => {}
    }
    violations
}
