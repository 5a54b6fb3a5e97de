//! The work of an assessment that is scored: the plan, and what was seen and heard, with its evidence.

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::ids::UserId;
use crate::indicator::{Evidence, NotApplicable};

/// How a visit was made (评估办法 art. 9(3)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitMethod {
    /// 入户走访
    HomeVisit,
    /// 面谈
    Interview,
    /// 邻里和社区走访
    NeighbourhoodVisit,
    /// 查阅资料
    DocumentReview,
}

impl VisitMethod {
    /// Every way.
    pub const ALL: [VisitMethod; 4] = [
        VisitMethod::HomeVisit,
        VisitMethod::Interview,
        VisitMethod::NeighbourhoodVisit,
        VisitMethod::DocumentReview,
    ];

    /// The word printed in the report.
    pub fn printed(self) -> &'static str {
        match self {
            VisitMethod::HomeVisit => "入户走访",
            VisitMethod::Interview => "面谈",
            VisitMethod::NeighbourhoodVisit => "邻里和社区走访",
            VisitMethod::DocumentReview => "查阅资料",
        }
    }
}

/// An adult who lives with the applicants.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CoResident {
    /// The name.
    pub name: String,
    /// What they are to the applicants.
    pub relation: String,
}

/// A child who lives with the applicants already.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildAtHome {
    /// The name.
    pub name: String,
    /// The birth date: from eight on the child is heard alone.
    pub birth_date: NaiveDate,
}

/// Who lives in the home, as the assessors found it: whom to talk to, and what does not apply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Household {
    /// Adults beside the applicants.
    pub co_residents: Vec<CoResident>,
    /// Children of the home.
    pub children: Vec<ChildAtHome>,
    /// What the child to be adopted specially needs, if anything.
    #[serde(default)]
    pub special_need: Option<String>,
}

/// One thing that is planned.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedWork {
    /// The day.
    pub on: NaiveDate,
    /// How.
    pub method: VisitMethod,
    /// With whom.
    pub whom: String,
    /// Where.
    pub place: String,
}

/// 评估方案
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentPlan {
    /// Who lives in the home.
    pub household: Household,
    /// What is planned.
    pub entries: Vec<PlannedWork>,
    /// What else is to be heeded.
    #[serde(default)]
    pub remarks: Option<String>,
}

/// As whom somebody was met.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MetAs {
    /// The first applicant.
    #[serde(rename = "adopter_1")]
    FirstAdopter,
    /// The second applicant.
    #[serde(rename = "adopter_2")]
    SecondAdopter,
    /// 被收养人
    Child,
    /// An adult of the household.
    CoResident,
    /// A child of the household.
    OwnChild,
    /// 邻居
    Neighbour,
    /// 村（居）民委员会
    Committee,
    /// 单位
    Employer,
    /// Somebody else: a teacher, a doctor, a carer of the child.
    Other,
}

impl MetAs {
    /// The word printed in the report.
    pub fn printed(self) -> &'static str {
        match self {
            MetAs::FirstAdopter | MetAs::SecondAdopter => "收养申请人",
            MetAs::Child => "被收养人",
            MetAs::CoResident => "共同生活家庭成员",
            MetAs::OwnChild => "家庭中的未成年人",
            MetAs::Neighbour => "邻居",
            MetAs::Committee => "村（居）民委员会",
            MetAs::Employer => "单位",
            MetAs::Other => "其他人员",
        }
    }
}

/// Somebody who was there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Met {
    /// As whom.
    pub who: MetAs,
    /// The name.
    pub name: String,
}

/// What the child said to the adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChildSays {
    /// 愿意
    WantsIt,
    /// 犹豫
    Wavers,
    /// 不愿意: from eight on it ends the matter whatever the points (民法典 art. 1104).
    SaysNo,
}

/// A piece of evidence, tied to the items it shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct EvidencePiece {
    /// Its number in the assessment, from 1.
    pub number: u32,
    /// What kind it is.
    pub kind: Evidence,
    /// What it shows: of a recording, where it is kept.
    pub what: String,
    /// The filed paper or photo it is, if it is one.
    pub paper: Option<u32>,
    /// The items it shows.
    pub items: Vec<String>,
}

/// An interview, a visit or a reading of papers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct WorkRecord {
    /// Its number in the assessment, from 1.
    pub number: u32,
    /// How.
    pub method: VisitMethod,
    /// The day.
    pub on: NaiveDate,
    /// When it began.
    pub began_at: NaiveTime,
    /// When it ended.
    pub ended_at: NaiveTime,
    /// Where.
    pub place: String,
    /// Which of the appointed assessors were there.
    pub assessors: Vec<UserId>,
    /// Who else was there.
    pub people: Vec<Met>,
    /// Whether the one who was heard was heard alone.
    pub alone: bool,
    /// Whether the child lived in the home on that day.
    pub child_lives_there: bool,
    /// What the child said, where it was asked.
    pub child_says: Option<ChildSays>,
    /// What was seen and heard.
    pub notes: String,
    /// The evidence it brought.
    pub evidence: Vec<EvidencePiece>,
}

impl WorkRecord {
    /// Whether somebody was there as this.
    pub fn has(&self, who: MetAs) -> bool {
        self.people.iter().any(|met| met.who == who)
    }

    /// Whether exactly one person was heard, and nobody else was there: this one.
    pub fn heard_alone(&self, who: MetAs) -> bool {
        self.alone && self.people.len() == 1 && self.has(who)
    }
}

impl Household {
    /// What takes items out of the set.
    pub fn not_applicable(&self) -> impl Iterator<Item = NotApplicable> {
        let absent = [
            (self.co_residents.is_empty(), NotApplicable::NoCoResident),
            (self.children.is_empty(), NotApplicable::NoOwnChild),
            (self.special_need.is_none(), NotApplicable::NoSpecialNeed),
        ];
        absent.into_iter().filter(|(absent, _)| *absent).map(|(_, what)| what)
    }
}
