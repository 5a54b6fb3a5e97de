//! 审查处理表 of dissolution, revocation, replacement and proof.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Child, InquirySummary, Office, Opinion, Person, Placer, RegisteredAdoption};

/// A line that only one procedure has, such as 解除原因.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particular {
    /// What the line is called.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// Papers that one side handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PapersOf {
    /// Whose papers: 收养人, 送养人, 被收养人, 申请人.
    pub whose: String,
    /// Their titles.
    pub titles: Vec<String>,
}

/// Who signs for the paper that is given out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// 收养人, 被收养人, 送养人 or 申请人.
    pub role: String,
    /// 姓名 or 名称.
    pub name: String,
    /// The signer is of the side that places, which signs on a sheet of its own in a case kept
    /// secret.
    pub places: bool,
}

/// The form on which the registrar proposes, the leader decides, and the paper is signed for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterApprovalForm {
    /// What the form is called in this procedure.
    pub title: String,
    /// The office.
    pub office: Office,
    /// 办件编号.
    pub case_number: String,
    /// Day the form was drawn up.
    pub drawn_up_on: NaiveDate,
    /// Day of the application; none where the office acts of its own motion.
    pub applied_on: Option<NaiveDate>,
    /// Day of acceptance.
    pub accepted_on: Option<NaiveDate>,
    /// The adoption it is about.
    pub adoption: RegisteredAdoption,
    /// One or two adopters.
    pub adopters: Vec<Person>,
    /// The adoptee.
    pub child: Child,
    /// The placer, where it takes part.
    pub placer: Option<Placer>,
    /// What only this procedure asks.
    pub particulars: Vec<Particular>,
    /// Papers handed in.
    pub papers: Vec<PapersOf>,
    /// Who was asked.
    pub inquiries: Vec<InquirySummary>,
    /// The registrar's proposal.
    pub proposal: Option<Opinion>,
    /// The leader's decision.
    pub approval: Option<Opinion>,
    /// Number of the paper that is given out, once it is allocated.
    pub number: Option<String>,
    /// The day it is given out.
    pub concluded_on: Option<NaiveDate>,
    /// Who signs for it.
    pub signers: Vec<Signer>,
    /// 备注.
    pub remarks: Option<String>,
    /// A party asked that the adoption be kept secret.
    pub confidential: bool,
}
