//! What became of an adoption after its registration: whether it stands, and what was given out of it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// How an adoption was ended elsewhere than by this office.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum EndedBy {
    /// 人民法院判决、调解解除 (民法典 arts. 1114(2), 1115)
    CourtDissolution,
    /// 人民法院确认收养无效 (民法典 art. 1113)
    CourtVoid,
    /// 其他登记机关解除登记 (登记办法 arts. 10, 11)
    DissolvedElsewhere,
}

impl EndedBy {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// What it is called in the history of the case.
    pub fn printed(self) -> &'static str {
        match self {
            EndedBy::CourtDissolution => "人民法院解除收养关系",
            EndedBy::CourtVoid => "人民法院确认收养无效",
            EndedBy::DissolvedElsewhere => "其他登记机关解除收养关系",
        }
    }
}

/// How an adoption stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
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
    /// Ended by a court or another office, as its paper says.
    EndedElsewhere {
        /// Since which day.
        on: NaiveDate,
        /// How.
        by: EndedBy,
        /// 案号, or the number of the other office's proof.
        number: String,
        /// The court or the office.
        authority: String,
    },
}

impl Standing {
    /// The word in the ledger.
    pub fn word(&self) -> &'static str {
        match self {
            Standing::Stands => "stands",
            Standing::Dissolved { .. } => "dissolved",
            Standing::Revoked { .. } => "revoked",
            Standing::EndedElsewhere { by: EndedBy::CourtVoid, .. } => "void",
            Standing::EndedElsewhere { .. } => "dissolved",
        }
    }

    /// The word printed on papers.
    pub fn printed(&self) -> &'static str {
        match self {
            Standing::Stands => "存续",
            Standing::Dissolved { .. } => "已解除",
            Standing::Revoked { .. } => "已撤销",
            Standing::EndedElsewhere { by: EndedBy::CourtVoid, .. } => "已确认无效",
            Standing::EndedElsewhere { .. } => "已解除",
        }
    }

    /// Whether the adoption stands.
    pub fn stands(&self) -> bool {
        *self == Standing::Stands
    }
}

/// Which paper is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReplacedPaper {
    /// 收养登记证
    Certificate,
    /// 解除收养关系证明
    DissolutionProof,
}

/// A paper of the adoption that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ProofGiven {
    /// The day.
    pub on: NaiveDate,
    /// Its number.
    pub number: String,
}

/// What became of an adoption after its registration.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
pub struct Aftermath {
    /// How it stands.
    pub standing: Standing,
    /// The copies that replaced its papers.
    pub replaced: Vec<Replaced>,
    /// The proofs given of it.
    pub proofs: Vec<ProofGiven>,
    /// The day the last of the adopters died. Nothing is dissolved by it, but the child has lost its
    /// parents and may be adopted again (民法典 art. 1093(1)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopters_died: Option<NaiveDate>,
}

impl Aftermath {
    /// The word in the ledger. Where the adopters have died it is not `stands`, so that the adoption
    /// keeps the child from no other.
    pub fn word(&self) -> &'static str {
        match self.adopters_died {
            Some(_) if self.standing.stands() => "adopters_died",
            _ => self.standing.word(),
        }
    }
}
