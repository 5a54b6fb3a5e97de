//! 经常居住地: where a person lives, which decides the level of office (登记办法 arts. 2, 15).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where an adopter lives, or that the adopter is a foreigner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Residency {
    /// 居住在中国内地的中国公民
    #[default]
    Mainland,
    /// 华侨
    OverseasChinese,
    /// 居住在香港的中国公民
    HongKong,
    /// 居住在澳门的中国公民
    Macau,
    /// 居住在台湾地区的中国公民
    Taiwan,
    /// 外国人
    Foreign,
}

impl Residency {
    /// Whether the county's office may serve this person.
    pub fn is_mainland(&self) -> bool {
        *self == Residency::Mainland
    }
}
