//! 回避: a tie to a party, who asked that somebody withdraw, and who withdrew.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::ids::UserId;
use crate::case::{Actor, Party};

/// What ties somebody to a party (评估办法 art. 12, as in Hunan's rules).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ConflictTie")]
pub enum Tie {
    /// 直系血亲
    DirectBlood,
    /// 三代以内旁系血亲
    CollateralBlood,
    /// 姻亲
    Affinity,
    /// 其他可能影响公正的关系
    Other,
}

impl Tie {
    /// Every tie.
    pub const ALL: [Tie; 4] = [Tie::DirectBlood, Tie::CollateralBlood, Tie::Affinity, Tie::Other];

    /// What it is called.
    pub fn printed(self) -> &'static str {
        match self {
            Tie::DirectBlood => "直系血亲",
            Tie::CollateralBlood => "三代以内旁系血亲",
            Tie::Affinity => "姻亲",
            Tie::Other => "其他可能影响公正的关系",
        }
    }
}

/// To which side of the adoption the tie is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TiedTo {
    /// 收养申请人
    Applicants,
    /// 送养人
    Placer,
}

impl TiedTo {
    /// Both sides.
    pub const ALL: [TiedTo; 2] = [TiedTo::Applicants, TiedTo::Placer];

    /// What it is called.
    pub fn printed(self) -> &'static str {
        match self {
            TiedTo::Applicants => "收养申请人",
            TiedTo::Placer => "送养人",
        }
    }
}

/// 利害关系
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// What kind of tie.
    pub tie: Tie,
    /// To whom.
    pub tied_to: TiedTo,
    /// The facts.
    pub facts: String,
}

/// From which work somebody withdraws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecusalFrom {
    /// 评估
    Assessment,
    /// 复核
    Review,
}

/// Somebody who withdrew, or was withdrawn, and takes no more part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Withdrawal {
    /// The account.
    pub user: UserId,
    /// From which work.
    pub from: RecusalFrom,
    /// The day.
    pub on: NaiveDate,
    /// The tie.
    pub conflict: Conflict,
}

/// What the leader decided on a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct RecusalDecision {
    /// The day.
    pub on: NaiveDate,
    /// Who decided.
    pub by: Actor,
    /// Whether they withdraw.
    pub recused: bool,
    /// Why.
    pub reasons: String,
}

/// 申请回避: a party asks that somebody withdraw.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct RecusalRequest {
    /// Its number in the assessment, from 1.
    pub number: u32,
    /// Who asks.
    pub party: Party,
    /// Who is to withdraw.
    pub assessor: UserId,
    /// From which work.
    pub from: RecusalFrom,
    /// The day it was asked for.
    pub requested_on: NaiveDate,
    /// The tie, as the party says.
    pub conflict: Conflict,
    /// What the leader decided.
    pub decision: Option<RecusalDecision>,
}
