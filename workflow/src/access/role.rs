//! The roles a person may hold in an office.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use crate::base::words::all;

/// What a person is in the office. One person may hold several roles; what they may do
/// is read from the database at each request.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// 收养登记员: works the cases.
    Registrar,
    /// 民政局主要领导或者分管领导: approves.
    Leader,
    /// 评估员: sees an assigned case until the task ends.
    Assessor,
    /// Manager of a commissioned assessing body.
    AgencyManager,
    /// 儿童福利机构: supplies a child's papers.
    Institution,
    /// 档案员: files, keeps, lends.
    Archivist,
    /// 儿童督导员、儿童主任: visits after the adoption.
    Visitor,
    /// Keeps the donation ledger; walled off from cases.
    DonationClerk,
    /// Verifies chains and reads the access log without contents.
    Auditor,
    /// Manages accounts and settings; sees no case.
    Administrator,
    /// A party to one case.
    Family,
}

impl Role {
    /// Every role, in the order of the access table.
    pub const ALL: [Role; Role::COUNT] = all(Role::VARIANTS);

    /// The word used in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The role a word names, if any.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}
