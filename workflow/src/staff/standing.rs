//! What is on file of an assessor, beside the account and the post certificate.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agency::AgencyId;

/// How an assessor is employed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AssessorEmployment")]
pub enum Employment {
    /// 在编
    OnEstablishment,
    /// 专职
    FullTime,
    /// 兼职或者其他
    Other,
}

/// 专业背景
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AssessorBackground")]
pub enum Background {
    /// 社会工作
    SocialWork,
    /// 医学
    Medicine,
    /// 心理学
    Psychology,
    /// 法律
    Law,
    /// 其他
    Other,
}

/// 培训
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AssessorTraining")]
pub struct Training {
    /// The last day of it.
    pub on: NaiveDate,
    /// What it was about.
    pub topic: String,
    /// Its hours.
    pub hours: u32,
    /// Who held it.
    pub organiser: String,
    /// Whether it taught the law of adoption.
    pub on_adoption_law: bool,
}

/// 考试
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AssessorExamination")]
pub struct Examination {
    /// The day.
    pub on: NaiveDate,
    /// Who examined.
    pub organiser: String,
    /// Whether it was passed.
    pub passed: bool,
}

/// 违法犯罪记录查询: the yearly check of those who meet children (未成年人保护法 art. 62).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AssessorScreening")]
pub struct Screening {
    /// The day the authority answered.
    pub on: NaiveDate,
    /// Which authority, and the number of its answer.
    pub source: String,
    /// Whether it knows of nothing that bars the work.
    pub clear: bool,
}

/// 暂停
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AssessorSuspension")]
pub struct Suspension {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// What is on file of an assessor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "AssessorStanding")]
pub struct Standing {
    /// The body they assess for.
    pub agency: AgencyId,
    /// How they are employed there.
    pub employment: Employment,
    /// What they learnt.
    pub background: Background,
    /// Years of related work.
    pub related_years: u32,
    /// Their trainings.
    pub trainings: Vec<Training>,
    /// Their examinations.
    pub examinations: Vec<Examination>,
    /// The checks of their record.
    pub screenings: Vec<Screening>,
    /// Suspensions.
    pub suspensions: Vec<Suspension>,
}

impl Standing {
    /// The newest check of the record up to a day.
    pub fn screened(&self, day: NaiveDate) -> Option<&Screening> {
        self.screenings.iter().filter(|check| check.on <= day).max_by_key(|check| check.on)
    }

    /// The newest examination up to a day.
    pub fn examined(&self, day: NaiveDate) -> Option<&Examination> {
        self.examinations.iter().filter(|taken| taken.on <= day).max_by_key(|taken| taken.on)
    }

    /// Whether they learnt the law of adoption by a day.
    pub fn knows_the_law(&self, day: NaiveDate) -> bool {
        self.trainings.iter().any(|training| training.on <= day && training.on_adoption_law)
    }

    /// Whether they are suspended on a day.
    pub fn is_suspended(&self, day: NaiveDate) -> bool {
        self.suspensions
            .iter()
            .any(|pause| pause.from <= day && pause.until.is_none_or(|until| day <= until))
    }
}
