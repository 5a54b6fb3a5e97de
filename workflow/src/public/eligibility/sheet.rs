//! The fact sheet as it is sent: who the child, the adopters and those who place are said to be.

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::placing::Placing;
use super::source::Source;
use crate::case::Residency;
use crate::identity::Sex;
use crate::identity::dictionaries::MaritalStatus;

/// What somebody states of an adoption, to learn whether the law allows it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FactSheet {
    /// The day the conditions are tested.
    pub as_of: NaiveDate,
    /// Six digits (GB/T 2260) of the office asked.
    #[schemars(regex(pattern = "^[0-9]{6}$"))]
    pub office_division: String,
    /// The divisions whose office is competent for this child (登记办法 art. 4), as the asker has
    /// established them: the institution's, the place of discovery, the parents' or guardian's.
    #[schemars(inner(regex(pattern = "^[0-9]{6}$")))]
    pub competent_divisions: Vec<String>,
    /// 被收养人
    pub child: ChildFacts,
    /// 收养人: one person, or two spouses.
    #[schemars(length(min = 1, max = 2))]
    pub adopters: Vec<AdopterFacts>,
    /// The children the adopters have and want.
    pub household: HouseholdFacts,
    /// 送养: what the source of the child asks for, and nothing else.
    pub placing: Placing,
}

/// What is stated of the child.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildFacts {
    /// Where the child comes from.
    pub source: Source,
    /// 出生日期
    pub born: NaiveDate,
    /// 性别
    pub sex: Sex,
    /// 残疾未成年人
    pub disabled: bool,
    /// Whether the child agrees; null while nobody has asked.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schemars(schema_with = "yes_no_or_null")]
    pub consents: Option<bool>,
}

/// What is stated of one adopter.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdopterFacts {
    /// 出生日期
    pub born: NaiveDate,
    /// 性别
    pub sex: Sex,
    /// 婚姻状况
    pub marital_status: StatedMaritalStatus,
    /// Where the adopter lives, or that the adopter is a foreigner.
    pub residency: Residency,
    /// 有抚养、教育和保护被收养人的能力
    pub capable: bool,
    /// 患有在医学上认为不应当收养子女的疾病
    pub medically_unfit: bool,
    /// 有不利于被收养人健康成长的违法犯罪记录
    pub adverse_record: bool,
}

/// 婚姻状况, in the words of the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatedMaritalStatus {
    /// 未婚
    NeverMarried,
    /// 已婚
    Married,
    /// 离婚
    Divorced,
    /// 丧偶
    Widowed,
}

impl AdopterFacts {
    /// 婚姻状况, as a case knows it.
    pub fn marital_status(&self) -> MaritalStatus {
        match self.marital_status {
            StatedMaritalStatus::NeverMarried => MaritalStatus::Unmarried,
            StatedMaritalStatus::Married => MaritalStatus::Married,
            StatedMaritalStatus::Divorced => MaritalStatus::Divorced,
            StatedMaritalStatus::Widowed => MaritalStatus::Widowed,
        }
    }
}

/// The children of the adopters.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HouseholdFacts {
    /// Children they have, counted once for a couple.
    pub existing_children: u32,
    /// Children to be adopted in all, this one included.
    #[schemars(range(min = 1))]
    pub adopting: u32,
}

/// The schema of an answer that must be there and may be null.
fn yes_no_or_null(_generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["boolean", "null"] })
}
