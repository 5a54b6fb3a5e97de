//! Where the child comes from, as the fact sheet says it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::case::ChildKind;

/// Where the child comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ChildSource")]
pub enum Source {
    /// 儿童福利机构抚养的查找不到生父母的未成年人
    InstitutionFoundling,
    /// 儿童福利机构抚养的孤儿
    InstitutionOrphan,
    /// 监护人监护的孤儿
    GuardianOrphan,
    /// 非儿童福利机构抚养的查找不到生父母的未成年人
    Foundling,
    /// 生父母有特殊困难无力抚养的子女
    HardshipParents,
    /// 生父母均不具备完全民事行为能力且可能严重危害的未成年人
    IncapableParents,
    /// 三代以内旁系同辈血亲的子女
    CollateralKin,
    /// 继子女
    Stepchild,
    /// 打拐解救儿童
    RescuedChild,
}

impl Source {
    /// The kind of child a case would be opened for.
    pub fn kind(self) -> ChildKind {
        match self {
            Source::InstitutionFoundling => ChildKind::InstitutionFoundling,
            Source::InstitutionOrphan => ChildKind::InstitutionOrphan,
            Source::GuardianOrphan => ChildKind::GuardianOrphan,
            Source::Foundling => ChildKind::Foundling,
            Source::HardshipParents => ChildKind::HardshipParents,
            Source::IncapableParents => ChildKind::IncapableParents,
            Source::CollateralKin => ChildKind::CollateralKin,
            Source::Stepchild => ChildKind::Stepchild,
            Source::RescuedChild => ChildKind::RescuedChild,
        }
    }
}
