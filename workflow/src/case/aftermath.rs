//! What became of an adoption after its registration: whether it stands, and what was given out of it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::later::ReplacedPaper;

/// How an adoption stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Standing {
    /// 存续
    #[default]
    Stands,
    /// 已解除
    Dissolved {
        /// Since which day.
        on: NaiveDate,
        /// 解除收养关系证明字号
        number: String,
    },
    /// 已撤销: void from the start (民法典 art. 1113).
    Revoked {
        /// The day of the decision.
        on: NaiveDate,
        /// 撤销决定书文号
        number: String,
    },
}

impl Standing {
    /// The word in the ledger.
    pub fn word(&self) -> &'static str {
        match self {
            Standing::Stands => "stands",
            Standing::Dissolved { .. } => "dissolved",
            Standing::Revoked { .. } => "revoked",
        }
    }

    /// The word printed on papers.
    pub fn printed(&self) -> &'static str {
        match self {
            Standing::Stands => "存续",
            Standing::Dissolved { .. } => "已解除",
            Standing::Revoked { .. } => "已撤销",
        }
    }

    /// Whether the adoption stands.
    pub fn stands(&self) -> bool {
        *self == Standing::Stands
    }
}

/// A paper of the adoption that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Replaced {
    /// The day.
    pub on: NaiveDate,
    /// Which paper.
    pub paper: ReplacedPaper,
    /// The number of the replacement.
    pub number: String,
    /// 印制号 of the copy that holds from now on.
    pub blank_serial: String,
}

/// A proof that was given of the adoption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ProofGiven {
    /// The day.
    pub on: NaiveDate,
    /// Its number.
    pub number: String,
}

/// What became of an adoption after its registration.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Aftermath {
    /// How it stands.
    pub standing: Standing,
    /// The copies that replaced its papers.
    pub replaced: Vec<Replaced>,
    /// The proofs given of it.
    pub proofs: Vec<ProofGiven>,
}
