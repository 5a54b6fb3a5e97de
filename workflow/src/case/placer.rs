//! 送养人: who places the child for adoption (民法典 art. 1094).

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::Party;
use crate::identity::{CreditCode, Division, EthnicGroup, IdentityDocument, ResidentId, Sex};

/// Who places the child.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "placed_by", rename_all = "snake_case")]
pub enum Placer {
    /// 儿童福利机构 (民法典 art. 1094(2)).
    Institution(Institution),
    /// 生父母 (民法典 arts. 1094(3), 1097, 1103).
    Parents(PlacingParents),
    /// 监护人 (民法典 arts. 1094(1), 1095).
    Guardian(Box<PlacingGuardian>),
    /// Nobody: art. 1094 names no placer for a child whose parents cannot be found and whom no
    /// institution raises.
    Nobody,
}

/// The child welfare institution that places the child.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    /// 机构名称
    pub name: String,
    /// 统一社会信用代码
    pub credit_code: CreditCode,
    /// The county where the institution is, which decides jurisdiction (登记办法 art. 4(1)).
    pub division: Division,
    /// 地址
    pub address: String,
    /// 联系电话
    pub telephone: String,
    /// 负责人姓名
    pub responsible_person: String,
    /// 负责人公民身份号码
    pub responsible_person_id: ResidentId,
}

/// The birth parents of the child, as far as they take part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacingParents {
    /// Those who place: both, or one alone (民法典 art. 1097). A stepchild is placed by the parent
    /// whom the adopter married.
    pub placing: Vec<PlacingPerson>,
    /// The parent who does not place, where one places alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_parent: Option<OtherParent>,
}

/// A person who places the child: 生父, 生母, or a guardian who is a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacingPerson {
    /// 姓名, as on the identity card.
    pub name: String,
    /// 性别
    pub sex: Sex,
    /// 出生日期
    pub birth_date: NaiveDate,
    /// 公民身份号码
    pub resident_id: ResidentId,
    /// 民族
    pub ethnic_group: EthnicGroup,
    /// 职业和工作单位
    pub occupation: String,
    /// 常住户口所在地
    pub household_address: String,
    /// The county of the registered residence, which decides jurisdiction (登记办法 art. 4(3), (4)).
    pub division: Division,
    /// 现住址
    pub residence: String,
    /// 联系电话
    pub telephone: String,
}

/// The guardian of an orphan or of a child of incapable parents: one person, or one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacingGuardian {
    /// 监护人为个人
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PlacingPerson>,
    /// 监护人为组织
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Institution>,
    /// 与被监护人的关系, such as 祖父 or 村民委员会.
    pub relation: String,
}

/// 有抚养义务的人 (民法典 arts. 1074, 1075, 1096): a grandparent or an elder sibling who could raise
/// the orphan and whose written consent the placing needs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SupportDutyPerson {
    /// 姓名
    pub name: String,
    /// 与被收养人的关系
    pub relation: String,
}

/// The parent who does not place, and why.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherParent {
    /// What became of this parent.
    pub state: OtherParentState,
    /// 姓名, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// 公民身份号码, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resident_id: Option<ResidentId>,
    /// 身份证件, of a parent who has no identity number, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<IdentityDocument>,
    /// The county of the registered residence, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<Division>,
}

/// What became of the parent who does not place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OtherParentState {
    /// 在世
    Alive,
    /// 死亡
    Dead,
    /// 下落不明
    Missing,
    /// 身份不明
    Unknown,
}

impl OtherParentState {
    /// The word printed on papers.
    pub fn printed(self) -> &'static str {
        match self {
            OtherParentState::Alive => "在世",
            OtherParentState::Dead => "死亡",
            OtherParentState::Missing => "下落不明",
            OtherParentState::Unknown => "身份不明",
        }
    }
}

impl Placer {
    /// The institution, where one places the child.
    pub fn institution(&self) -> Option<&Institution> {
        match self {
            Placer::Institution(institution) => Some(institution),
            Placer::Parents(_) | Placer::Guardian(_) | Placer::Nobody => None,
        }
    }

    /// The parents, where they place the child.
    pub fn parents(&self) -> Option<&PlacingParents> {
        match self {
            Placer::Parents(parents) => Some(parents),
            Placer::Institution(_) | Placer::Guardian(_) | Placer::Nobody => None,
        }
    }

    /// The guardian, where one places the child.
    pub fn guardian(&self) -> Option<&PlacingGuardian> {
        match self {
            Placer::Guardian(guardian) => Some(guardian),
            Placer::Institution(_) | Placer::Parents(_) | Placer::Nobody => None,
        }
    }

    /// The organisation that places: the institution, or the guardian that is one.
    pub fn organisation(&self) -> Option<&Institution> {
        self.institution().or_else(|| self.guardian()?.organisation.as_ref())
    }

    /// The persons who place: the parents, or the guardian who is one.
    pub fn persons(&self) -> &[PlacingPerson] {
        match self {
            Placer::Parents(parents) => &parents.placing,
            Placer::Guardian(guardian) => guardian.person.as_slice(),
            Placer::Institution(_) | Placer::Nobody => &[],
        }
    }

    /// What became of the parent who does not place, where one places alone.
    pub fn other_parent(&self) -> Option<&OtherParent> {
        self.parents().and_then(|parents| parents.other_parent.as_ref())
    }

    /// Those who place, in order: an organisation by its responsible person.
    pub fn parties(&self) -> Vec<PlacingParty<'_>> {
        if let Some(organisation) = self.organisation() {
            return vec![PlacingParty {
                party: Party::Placer,
                name: &organisation.responsible_person,
                resident_id: &organisation.responsible_person_id,
            }];
        }
        let places = [Party::Placer, Party::SecondPlacer].into_iter();
        let people = places.zip(self.persons());
        people
            .map(|(party, person)| PlacingParty {
                party,
                name: &person.name,
                resident_id: &person.resident_id,
            })
            .collect()
    }

    /// The placer as the certificate and the ledger name it: the organisation, or the persons.
    /// Empty where nobody places.
    pub fn name(&self) -> String {
        if let Some(organisation) = self.organisation() {
            return organisation.name.clone();
        }
        let names: Vec<&str> = self.persons().iter().map(|person| person.name.as_str()).collect();
        names.join("、")
    }
}

/// One who places the child, as the person who comes and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PlacingParty<'a> {
    /// Which party.
    pub party: Party,
    /// 姓名
    pub name: &'a str,
    /// 公民身份号码
    pub resident_id: &'a ResidentId,
}
