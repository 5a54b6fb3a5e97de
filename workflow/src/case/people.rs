//! The people of a case: adopters, the child, the placer.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use super::residency::Residency;
use crate::base::words::all;
use crate::identity::dictionaries::{ChildHealth, MaritalStatus};
use crate::identity::{Division, Education, EthnicGroup, ResidentId, Sex};

/// The kind of child, which decides exemptions, papers, consents and jurisdiction.
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
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ChildKind {
    /// 儿童福利机构抚养的查找不到生父母的未成年人 (民法典 1093(2), 1094(2), 1100(2))
    InstitutionFoundling,
    /// 儿童福利机构抚养的孤儿 (民法典 1093(1), 1094(2), 1100(2))
    InstitutionOrphan,
    /// 监护人监护的孤儿 (民法典 1093(1), 1094(1), 1096, 1100(2))
    GuardianOrphan,
    /// 非儿童福利机构抚养的查找不到生父母的未成年人 (民法典 1093(2); 登记办法 4(2), 6(2))
    Foundling,
    /// 生父母有特殊困难无力抚养的子女 (民法典 1093(3), 1094(3), 1097)
    HardshipParents,
    /// 生父母均不具备完全民事行为能力且可能严重危害的未成年人 (民法典 1095)
    IncapableParents,
    /// 三代以内旁系同辈血亲的子女 (民法典 1099)
    CollateralKin,
    /// 继子女 (民法典 1103)
    Stepchild,
    /// 民政部门长期监护的未成年人 (未成年人保护法 94, 95)
    StateGuardianship,
    /// 查找不到生父母的打拐解救儿童 (民法典 1093(2), 1100(2); 民发〔2015〕159号)
    RescuedChild,
}

impl ChildKind {
    /// Every kind.
    pub const ALL: [ChildKind; ChildKind::COUNT] = all(ChildKind::VARIANTS);

    /// The word used in JSON and in the ledger.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// 收养类别, as printed on the certificate.
    pub fn printed(self) -> &'static str {
        match self {
            ChildKind::InstitutionFoundling => "儿童福利机构抚养的查找不到生父母的未成年人",
            ChildKind::InstitutionOrphan => "儿童福利机构抚养的孤儿",
            ChildKind::GuardianOrphan => "监护人监护的孤儿",
            ChildKind::Foundling => "非儿童福利机构抚养的查找不到生父母的未成年人",
            ChildKind::HardshipParents => "生父母有特殊困难无力抚养的子女",
            ChildKind::IncapableParents => "生父母均不具备完全民事行为能力且可能严重危害的未成年人",
            ChildKind::CollateralKin => "三代以内旁系同辈血亲的子女",
            ChildKind::Stepchild => "继子女",
            ChildKind::StateGuardianship => "民政部门长期监护的未成年人",
            ChildKind::RescuedChild => "查找不到生父母的打拐解救儿童",
        }
    }
}

/// A party to the case (收养关系当事人).
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
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
pub enum Party {
    /// The first adopter (收养人).
    #[serde(rename = "adopter_1")]
    #[strum(serialize = "adopter_1")]
    FirstAdopter,
    /// The second adopter, where spouses adopt jointly.
    #[serde(rename = "adopter_2")]
    #[strum(serialize = "adopter_2")]
    SecondAdopter,
    /// 送养人
    #[serde(rename = "placer")]
    #[strum(serialize = "placer")]
    Placer,
    /// The second birth parent, where both place jointly (民法典 art. 1097).
    #[serde(rename = "placer_2")]
    #[strum(serialize = "placer_2")]
    SecondPlacer,
    /// The birth parent who does not place but must consent (民法典 art. 1103).
    #[serde(rename = "other_parent")]
    #[strum(serialize = "other_parent")]
    OtherParent,
    /// 被收养人
    #[serde(rename = "child")]
    #[strum(serialize = "child")]
    Child,
    /// The guardian who applies for a minor adoptee after the registration.
    #[serde(rename = "guardian")]
    #[strum(serialize = "guardian")]
    Guardian,
    /// 利害关系人: who applied for a revocation and is no party of the adoption.
    #[serde(rename = "interested_person")]
    #[strum(serialize = "interested_person")]
    InterestedPerson,
}

impl Party {
    /// Every party.
    pub const ALL: [Party; Party::COUNT] = all(Party::VARIANTS);

    /// The word used in JSON and in the database.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// The party a word names, if any.
    pub fn from_word(word: &str) -> Option<Party> {
        Party::ALL.into_iter().find(|party| party.word() == word)
    }

    /// 收养人, 送养人, 被收养人, or who acts beside them.
    pub fn printed(self) -> &'static str {
        match self {
            Party::FirstAdopter | Party::SecondAdopter => "收养人",
            Party::Placer | Party::SecondPlacer => "送养人",
            Party::OtherParent => "生父母另一方",
            Party::Child => "被收养人",
            Party::Guardian => "被收养人的监护人",
            Party::InterestedPerson => "利害关系人",
        }
    }

    /// The same in English, each told apart.
    pub fn english(self) -> &'static str {
        match self {
            Party::FirstAdopter => "the first adopter",
            Party::SecondAdopter => "the second adopter",
            Party::Placer => "the placer",
            Party::SecondPlacer => "the second placer",
            Party::OtherParent => "the other parent",
            Party::Child => "the child",
            Party::Guardian => "the guardian",
            Party::InterestedPerson => "the interested person",
        }
    }
}

/// 收养人: a citizen living on the mainland who applies to adopt.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Adopter {
    /// 姓名, as on the identity card.
    pub name: String,
    /// 性别
    pub sex: Sex,
    /// 出生日期
    pub birth_date: NaiveDate,
    /// 经常居住地; whoever lives elsewhere is served by another office.
    #[serde(default, skip_serializing_if = "Residency::is_mainland")]
    pub residency: Residency,
    /// 公民身份号码
    #[serde(default)]
    pub resident_id: ResidentId,
    /// 民族
    pub ethnic_group: EthnicGroup,
    /// 婚姻状况
    pub marital_status: MaritalStatus,
    /// 文化程度
    pub education: Education,
    /// 职业和工作单位
    pub occupation: String,
    /// 常住户口所在地
    pub household_address: String,
    /// 现住址
    pub residence: String,
    /// 联系电话
    pub telephone: String,
    /// 现有子女数
    pub children: u8,
}

/// 被收养人. What is told of a finding belongs to a child whose parents cannot be found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Child {
    /// 现用名
    pub name: String,
    /// 收养后改用姓名, where the child takes a new name (民法典 art. 1112).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_name: Option<String>,
    /// 性别
    pub sex: Sex,
    /// 出生日期; of a foundling, the day the household register gives.
    pub birth_date: NaiveDate,
    /// 公民身份号码, where the child has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resident_id: Option<ResidentId>,
    /// 出生医学证明编号, of a child of known parents who has no identity number yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_certificate_number: Option<String>,
    /// 民族
    pub ethnic_group: EthnicGroup,
    /// 健康状况; a disabled child needs a certificate (登记办法 art. 7).
    pub health: ChildHealth,
    /// 户籍或者居住地址
    pub address: String,
    /// 捡拾日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_on: Option<NaiveDate>,
    /// 捡拾地点
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_at: Option<String>,
    /// The county of discovery, which decides jurisdiction over a foundling whom no institution
    /// raises (登记办法 art. 4(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_division: Option<Division>,
    /// 捡拾报案证明编号, which tells such a foundling without an identity number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding_certificate_number: Option<String>,
    /// 入院日期
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_institution_on: Option<NaiveDate>,
    /// 入院登记编号: the number of the original record of entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_number: Option<String>,
    /// 随身物品和身体特征, as the public notice tells them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<String>,
    /// 监护人资格撤销日期: the day of the judgment, of a child under the state's guardianship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guardianship_revoked_on: Option<NaiveDate>,
}

/// What the parties ask for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wishes {
    /// 要求保守收养秘密 (民法典 art. 1110).
    #[serde(default)]
    pub secrecy: bool,
    /// 签订收养协议 (民法典 art. 1105(3)).
    #[serde(default)]
    pub agreement: bool,
    /// 要求办理收养公证 (民法典 art. 1105(4)): the notarisation must then be done.
    #[serde(default)]
    pub notarisation: bool,
}
