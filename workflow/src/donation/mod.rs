//! 捐赠: the ledger of gifts to welfare institutions. It knows no case, and no case knows it.

pub mod entries;
pub mod offer;
pub mod review;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::base::words::all;

pub use entries::{ChangePurpose, Publish, Receive, Use, WithdrawOffer};
pub use offer::{Donor, Offer, Recipient, RelatedParty, Tie};
pub use review::{HoldState, ReviewHold, ReviewOutcome};

/// What is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Gift {
    /// 货币
    Money {
        /// The amount in fen (分).
        amount_fen: u64,
    },
    /// 实物
    Goods {
        /// What, and how many.
        description: String,
    },
}

impl Gift {
    /// The word of the kind in the database and in lists.
    pub fn word(&self) -> &'static str {
        match self {
            Gift::Money { .. } => "money",
            Gift::Goods { .. } => "goods",
        }
    }
}

/// Where a gift stands, as its clerk sees it. One that is held waits like every other.
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
pub enum DonationState {
    /// 等待复核: offered, and nothing may be taken yet.
    AwaitingReview,
    /// 可以接受: the review let it pass.
    Released,
    /// 已接受: counted, and a receipt was given.
    Received,
    /// 已撤回: the donor took the offer back.
    Withdrawn,
}

impl DonationState {
    /// Every state.
    pub const ALL: [DonationState; DonationState::COUNT] = all(DonationState::VARIANTS);

    /// The word in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The state a word names, if any.
    pub fn from_word(word: &str) -> Option<DonationState> {
        DonationState::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What the decisions on a gift look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Donation {
    /// Where it stands.
    pub state: DonationState,
    /// What is given.
    pub gift: Gift,
    /// The day on which it was offered.
    pub offered_on: NaiveDate,
    /// The day on which it was taken.
    pub received_on: Option<NaiveDate>,
    /// How much of the money was used, in fen.
    pub used_fen: u64,
}

/// What is entered in the ledger, and its review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumCount)]
pub enum LedgerAct {
    /// An offer.
    Offer,
    /// The gift is taken.
    Receive,
    /// A part of it is used.
    Use,
    /// It has another purpose.
    ChangePurpose,
    /// It is published.
    Publish,
    /// The offer is taken back.
    Withdraw,
    /// The leader's review.
    Review,
}

impl LedgerAct {
    /// Every act of the ledger, in the order of work.
    pub const ALL: [LedgerAct; LedgerAct::COUNT] = [
        LedgerAct::Offer,
        LedgerAct::Review,
        LedgerAct::Receive,
        LedgerAct::Use,
        LedgerAct::ChangePurpose,
        LedgerAct::Publish,
        LedgerAct::Withdraw,
    ];

    /// The word, as the operation of the interface is called.
    pub fn word(self) -> &'static str {
        match self {
            LedgerAct::Offer => "create_donation",
            LedgerAct::Receive => "receive_donation",
            LedgerAct::Use => "record_donation_use",
            LedgerAct::ChangePurpose => "change_donation_purpose",
            LedgerAct::Publish => "publish_donation",
            LedgerAct::Withdraw => "withdraw_donation",
            LedgerAct::Review => "review_donation_hold",
        }
    }

    /// What the field calls it.
    pub fn printed(self) -> &'static str {
        match self {
            LedgerAct::Offer => "登记捐赠意向",
            LedgerAct::Receive => "接受捐赠",
            LedgerAct::Use => "登记捐赠使用",
            LedgerAct::ChangePurpose => "变更捐赠用途",
            LedgerAct::Publish => "公示捐赠",
            LedgerAct::Withdraw => "撤回捐赠意向",
            LedgerAct::Review => "捐赠复核",
        }
    }
}
