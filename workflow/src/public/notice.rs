//! 公告 as the public reads it while it runs: what the newspaper printed, and nothing beside it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::identity::Sex;
use crate::law::kinds::parents_are_unknown;

/// A public notice that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "RunningNotice")]
pub struct RunningNotice {
    /// The newspaper, with its issue.
    pub newspaper: String,
    /// The day of publication.
    pub published_on: NaiveDate,
    /// Until when the parents may come forward.
    pub last_day: NaiveDate,
    /// What the child is called.
    pub child: String,
    /// 性别
    pub sex: Sex,
    /// 出生日期
    pub born_on: NaiveDate,
    /// Whether the day of birth was estimated.
    pub born_on_estimated: bool,
    /// The day the child was found.
    pub found_on: Option<NaiveDate>,
    /// Where the child was found.
    pub found_at: Option<String>,
    /// 随身物品和身体特征
    pub features: Option<String>,
    /// Who looks after the child.
    pub cared_for_by: Option<String>,
}

/// The notice of a case, while it runs and the case goes on.
pub fn running(case: &Case, today: NaiveDate) -> Option<RunningNotice> {
    let notice = case.notice.as_ref()?;
    let runs = (notice.published_on..=notice.last_day).contains(&today);
    let goes_on = case.stage.is_before_registration();
    (runs && goes_on).then(|| RunningNotice {
        newspaper: notice.newspaper.clone(),
        published_on: notice.published_on,
        last_day: notice.last_day,
        child: case.child.name.clone(),
        sex: case.child.sex,
        born_on: case.child.birth_date,
        born_on_estimated: parents_are_unknown(case.kind),
        found_on: case.child.found_on,
        found_at: case.child.found_at.clone(),
        features: case.child.features.clone(),
        cared_for_by: case.placer.organisation().map(|organisation| organisation.name.clone()),
    })
}
