//! Turns a case may take beside its way: corrections, mandates, service of papers, readings.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::papers::Slot;
use super::people::Party;
use crate::base::document::DocumentKind;
use crate::base::message::Message;

/// 一次性告知: everything that is missing and everything that is not in order, told at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Correction {
    /// Its number in the case, from 1.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// Papers not brought.
    pub missing: Vec<Slot>,
    /// Papers brought and not in order.
    pub incorrect: Vec<IncorrectPaper>,
}

/// A paper that was brought and found not in order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct IncorrectPaper {
    /// Its number in the case.
    pub number: u32,
    /// The slot it was to fill.
    pub slot: Slot,
    /// What is not in order.
    pub reason: String,
}

/// 委托书: one spouse empowers the other (登记办法 art. 5(2)). It counts once its signed and certified
/// scan is verified.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// Who cannot come.
    pub party: Party,
    /// Why that spouse cannot come.
    pub reason: String,
}

/// 拒签: a party did not sign the statement that nothing was asked, offered or promised beside the
/// adoption. It takes no right from anybody; the leader is told of it before approving.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnsignedStatement {
    /// Who did not sign: an adopter or one who places the child.
    pub party: Party,
    /// The day.
    pub refused_on: NaiveDate,
    /// What the party said to it.
    pub said: String,
}

/// What somebody says of gifts to themselves from the parties of a case. Which gift it was, and what
/// it was worth, is no matter of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum GiftAnswer {
    /// 未收受
    NoneTaken,
    /// 收受过: who says so withdraws from the case.
    Taken,
}

impl GiftAnswer {
    /// Whether one was taken.
    pub fn is_taken(self) -> bool {
        self == GiftAnswer::Taken
    }

    /// The line of the history.
    pub fn headline(self) -> Message {
        match self {
            GiftAnswer::NoneTaken => {
                Message::new("申报未收受当事人馈赠", "no gift from a party was declared")
            }
            GiftAnswer::Taken => Message::new(
                "申报收受过当事人馈赠，回避",
                "a gift from a party was declared; who declared it withdraws",
            ),
        }
    }
}

/// 馈赠申报: what one who acts in the case declared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct GiftDeclaration {
    /// The day.
    pub on: NaiveDate,
    /// Who, of themselves.
    pub by: Actor,
    /// What.
    pub declared: GiftAnswer,
}

/// 送达方式
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceManner {
    /// 直接送达: handed to the addressee.
    Direct,
    /// 留置送达: left, with witnesses.
    Left,
    /// 邮寄送达: posted, with the post's receipt.
    Posted,
}

impl ServiceManner {
    /// The word printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            ServiceManner::Direct => "直接送达",
            ServiceManner::Left => "留置送达",
            ServiceManner::Posted => "邮寄送达",
        }
    }
}

/// 送达: a paper reached a party; the terms of remedies run from that day.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Which paper.
    pub document: DocumentKind,
    /// On whom.
    pub party: Party,
    /// How.
    pub manner: ServiceManner,
    /// Who received it.
    pub received_by: String,
    /// The day.
    pub served_on: NaiveDate,
}

/// On what ground somebody may read a volume (档案办法 arts. 10, 11; remembered).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReadingGround {
    /// 当事人: reads the own file with identity papers.
    Party,
    /// 公安、检察、审判、国家安全机关: with a work letter.
    Authority,
    /// 诉讼代理律师: with the accepting court's paper.
    Lawyer,
    /// 其他: only after a leader approved a reasonable purpose.
    Other,
}

impl ReadingGround {
    /// The words printed on the slip.
    pub fn printed(self) -> &'static str {
        match self {
            ReadingGround::Party => "当事人查阅本人档案",
            ReadingGround::Authority => "公安、检察、审判、国家安全机关持工作函查阅",
            ReadingGround::Lawyer => "诉讼代理律师持人民法院受理文书查阅",
            ReadingGround::Other => "其他正当理由，经负责人批准",
        }
    }
}

/// Who reads a volume, on what ground, and for what.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Who reads.
    pub reader: String,
    /// On what ground.
    pub ground: ReadingGround,
    /// Which identity paper or letter was shown.
    pub identity_shown: String,
    /// For what.
    pub purpose: String,
    /// Which leader approved the purpose, where the ground is another than the listed ones.
    #[serde(default)]
    pub approved_by: Option<String>,
}

/// 查阅: a volume is read on the spot; it never leaves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Loan {
    /// Its number in the case, from 1.
    pub number: u32,
    /// The day it was handed out.
    pub on: NaiveDate,
    /// Who reads and why.
    pub reading: Reading,
    /// How it came back.
    pub returned: Option<LoanReturned>,
}

/// A volume came back.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct LoanReturned {
    /// The day.
    pub on: NaiveDate,
    /// Whether every page was there.
    pub complete: bool,
    /// What was noticed.
    pub remarks: Option<String>,
}
