//! 三代以内旁系同辈血亲 (民法典 art. 1099): how an adopter is related to a birth parent of the child.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::Party;

/// The tie between one adopter and one birth parent. Of a couple, either spouse may be the kin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kinship {
    /// Which adopter is the kin.
    pub adopter: Party,
    /// Of which birth parent.
    pub parent: BirthParent,
    /// How they are related.
    pub relation: KinRelation,
}

/// 生父 or 生母.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BirthParent {
    /// 生父
    Father,
    /// 生母
    Mother,
}

/// The collateral relatives by blood of the same generation within three degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum KinRelation {
    /// 兄弟姐妹, full or half.
    Sibling,
    /// 堂兄弟姐妹
    PaternalCousin,
    /// 表兄弟姐妹
    MaternalCousin,
}

impl Kinship {
    /// The tie in words: 生父的兄弟姐妹.
    pub fn printed(self) -> String {
        let parent = match self.parent {
            BirthParent::Father => "生父",
            BirthParent::Mother => "生母",
        };
        let relation = match self.relation {
            KinRelation::Sibling => "兄弟姐妹",
            KinRelation::PaternalCousin => "堂兄弟姐妹",
            KinRelation::MaternalCousin => "表兄弟姐妹",
        };
        format!("{parent}的{relation}")
    }
}
