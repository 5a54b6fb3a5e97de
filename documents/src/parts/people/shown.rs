//! Offices, persons, children and placers as they are shown on paper.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The registering office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Full name, as on its seal.
    pub name: String,
    /// Where families go.
    pub address: String,
    /// Telephone of the registration desk.
    pub telephone: String,
}

/// 性别.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男.
    Male,
    /// 女.
    Female,
}

/// An identity paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name of the paper, such as 居民身份证.
    pub paper: String,
    /// Its number.
    pub number: String,
}

/// A person who is a party. What a paper does not show may be left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 出生日期.
    pub born_on: NaiveDate,
    /// 国籍.
    pub nationality: String,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 身份证件; a child who is asked may have none.
    pub identity: Option<Identity>,
    /// 户籍地址.
    pub household_address: Option<String>,
    /// 现住址, where it differs.
    pub residence: Option<String>,
    /// 职业及工作单位.
    pub occupation: Option<String>,
    /// 文化程度.
    pub education: Option<String>,
    /// 婚姻状况.
    pub marital_status: Option<String>,
    /// 子女情况.
    pub children: Option<String>,
    /// 联系电话.
    pub telephone: Option<String>,
}

/// A person of whom only the name and the identity paper are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// 姓名.
    pub name: String,
    /// 身份证件.
    pub identity: Option<Identity>,
}

impl From<&Person> for Named {
    fn from(person: &Person) -> Self {
        Self { name: person.name.clone(), identity: person.identity.clone() }
    }
}

/// The child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Child {
    /// 姓名.
    pub name: String,
    /// 收养后姓名, or another name.
    pub name_after_adoption: Option<String>,
    /// 性别.
    pub sex: Sex,
    /// 出生日期.
    pub born_on: NaiveDate,
    /// The date of birth was estimated, as it is for a foundling.
    pub born_on_estimated: bool,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 身份类别, in the words of the Civil Code.
    pub category: String,
    /// 身份证件, if the child has one.
    pub identity: Option<Identity>,
    /// 户籍地址或住址.
    pub address: String,
    /// 健康状况.
    pub health: Option<String>,
}

/// 儿童福利机构, or an organisation that is the guardian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Institution {
    /// Full name, as on its seal.
    pub name: String,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// 住所.
    pub address: String,
    /// 负责人.
    pub representative: String,
    /// Identity paper of the person responsible.
    pub representative_identity: Identity,
    /// 联系电话.
    pub telephone: String,
    /// Of a guardian, what it is to the child.
    pub relation: Option<String>,
}

/// A person who places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacingPerson {
    /// 生父, 生母, or what a guardian is to the child.
    pub relation: String,
    /// The person.
    pub person: Person,
}

/// 送养人.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Placer {
    /// An institution or organisation.
    Institution(Institution),
    /// Birth parents, or a guardian.
    Persons {
        /// One or two persons.
        persons: Vec<PlacingPerson>,
        /// What is known of a birth parent who does not place.
        other_parent: Option<String>,
    },
    /// Nobody: the law names no placer for a foundling whom no institution raises.
    Nobody,
}

/// Who carries out the assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AssessingBody {
    /// The office's own assessment team.
    OwnTeam {
        /// Name of the team.
        name: String,
    },
    /// A body commissioned by the office.
    ThirdParty {
        /// Full name, as on its seal.
        name: String,
    },
}

/// 评估人员.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessor {
    /// 姓名.
    pub name: String,
    /// Kind and number of the qualification.
    pub qualification: String,
}
