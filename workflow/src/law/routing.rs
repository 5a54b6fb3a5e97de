//! Which level of office registers, by where the adopters live, and what bars foreigners.

use schemars::JsonSchema;
use serde::Serialize;

use super::input::CITY_LEVEL;
use crate::base::open_points::OpenPoints;
use crate::base::rule::{Rule, rules};
use crate::case::{ChildKind, Residency};

rules! {
    /// One foreigner among the adopters is enough for the province.
    PROVINCE_LEVEL = "FOR-2", Some("SEQ-1"),
        "《外国人在中华人民共和国收养子女登记办法》第二条", "Measures for Adoption by Foreigners art. 2", Verified,
        "收养人或者其配偶为外国人的，由省级民政部门办理收养登记",
        "where an adopter or the spouse is a foreigner, the provincial department registers";
    /// Foreigners adopt only kin and stepchildren: a policy, which the office configures.
    ONLY_KIN_OR_STEPCHILD = "FOR-2024", Some("SEQ-1"),
        "外交部发言人2024年9月5日答记者问", "statement of the foreign ministry, 5 September 2024", SecondHand,
        "外国人来华收养限于三代以内旁系同辈血亲的子女和继子女",
        "foreigners may adopt only a child of collateral kin or a stepchild";
    /// A rescued child is adopted at home.
    RESCUED_AT_HOME = "D159-4", Some("SEQ-1"),
        "民发〔2015〕159号（打拐解救儿童仅限国内收养）", "Notice 159 of 2015 (rescued children: domestic adoption only)", SecondHand,
        "打拐解救儿童只能由国内公民收养", "a rescued child may be adopted only at home";
}

/// The level of the office that registers (登记办法 arts. 2, 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CompetentLevel {
    /// 县级
    County,
    /// 设区的市级
    City,
    /// 省级
    Province,
}

/// The level for all adopters together: the highest that one of them needs. That one spouse is enough
/// is said of foreigners; for residents of Hong Kong, Macau and Taiwan it is doubtful.
pub fn competent_level(adopters: impl Iterator<Item = Residency>) -> CompetentLevel {
    adopters.map(level_for).max().unwrap_or(CompetentLevel::County)
}

fn level_for(residency: Residency) -> CompetentLevel {
    match residency {
        Residency::Mainland => CompetentLevel::County,
        Residency::OverseasChinese | Residency::HongKong | Residency::Macau | Residency::Taiwan => {
            CompetentLevel::City
        }
        Residency::Foreign => CompetentLevel::Province,
    }
}

/// The rule that sends the adopters to another level than the county's.
pub fn rule_of(level: CompetentLevel) -> Option<&'static Rule> {
    match level {
        CompetentLevel::County => None,
        CompetentLevel::City => Some(&CITY_LEVEL),
        CompetentLevel::Province => Some(&PROVINCE_LEVEL),
    }
}

/// Every rule by which a foreigner may not adopt a child of this kind.
pub fn bars_foreigners(kind: ChildKind, kin: bool, points: &OpenPoints) -> Vec<&'static Rule> {
    let family = kin || kind == ChildKind::Stepchild;
    let policy = points.foreigners_only_kin_or_stepchild && !family;
    let rescued = kind == ChildKind::RescuedChild;
    let rules = [(policy, &ONLY_KIN_OR_STEPCHILD), (rescued, &RESCUED_AT_HOME)];
    rules.into_iter().filter(|(bars, _)| *bars).map(|(_, rule)| rule).collect()
}
