//! What a set consists of.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::points::Points;
use super::wording::{Wording, chosen};

chosen! {
    /// What a group of items is about. Each belongs to one of the eleven national topics, so that a report
    /// can be printed by topic whatever the set (评估办法 art. 8).
    #[schemars(rename = "IndicatorTopic")]
    Topic;
    /// 收养动机
    Motive = "motive", "收养动机";
    /// 道德品行
    Conduct = "conduct", "道德品行";
    /// 受教育程度
    Education = "education", "受教育程度";
    /// 健康状况
    Health = "health", "健康状况";
    /// 经济条件: half of a national topic, because points for means are capped.
    Economy = "economy", "经济条件";
    /// 住房条件: the other half.
    Housing = "housing", "住房条件";
    /// 婚姻家庭关系
    MarriageAndFamily = "marriage_and_family", "婚姻家庭关系";
    /// 共同生活家庭成员意见
    HouseholdOpinion = "household_opinion", "共同生活家庭成员意见";
    /// 抚育计划
    RaisingPlan = "raising_plan", "抚育计划";
    /// 邻里关系
    Neighbours = "neighbours", "邻里关系";
    /// 社区环境
    Community = "community", "社区环境";
    /// 与被收养人融合情况
    Integration = "integration", "与被收养人融合情况";
}

chosen! {
    /// What shows how an item stands, and so how it is looked into.
    #[schemars(rename = "IndicatorEvidence")]
    Evidence;
    /// 书面材料
    Paper = "paper", "书面材料";
    /// 向有关部门核查
    Check = "check", "部门核查";
    /// 入户所见
    Home = "home", "入户走访";
    /// Each adult alone.
    Talk = "talk", "成年人单独面谈";
    /// The child heard, alone from eight.
    Child = "child", "听取未成年人意见";
    /// Neighbour, employer, committee.
    Third = "third", "邻里单位社区走访";
}

chosen! {
    /// Whom an item concerns.
    #[schemars(rename = "IndicatorConcerned")]
    Concerned;
    /// Each applicant.
    Applicants = "applicants", "收养申请人";
    /// Adults who live with them.
    CoResidents = "co_residents", "共同生活的成年人";
    /// Children who live with them.
    OwnChildren = "own_children", "家庭中的未成年人";
    /// The household as a whole.
    Household = "household", "家庭";
    /// The child to be adopted.
    Child = "child", "被收养人";
}

chosen! {
    /// When an item does not apply; the rest is then rescaled.
    #[schemars(rename = "IndicatorNotApplicable")]
    NotApplicable;
    /// There is one applicant.
    Single = "single", "单人收养";
    /// No other adult lives with them.
    NoCoResident = "no_co_resident", "无其他共同生活的成年人";
    /// No child lives with them.
    NoOwnChild = "no_own_child", "家庭中无未成年人";
    /// The child has no special need.
    NoSpecialNeed = "no_special_need", "被收养人无特殊需要";
}

chosen! {
    /// What a veto demands beside its evidence.
    #[schemars(rename = "IndicatorDemand")]
    Demand;
    /// A report to the police, with its number.
    PoliceReport = "police_report", "报警回执";
    /// A second person's signature.
    SecondSignature = "second_signature", "第二人签名";
}

/// Names one version of one set.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct SetVersion {
    /// The set, such as `GJ-DEFAULT`.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
}

/// One level of an item: what it looks like, and the points it earns.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorLevel")]
pub struct Level {
    /// What the level is called, such as 完全符合.
    pub name: Wording,
    /// The fewest points.
    pub from: Points,
    /// The most points.
    pub to: Points,
    /// How one knows it.
    pub anchor: Wording,
}

/// One thing that is scored.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorItem")]
pub struct Item {
    /// Such as `A1.1`; unique in the set.
    pub code: String,
    /// What is asked.
    pub ask: Wording,
    /// The most points.
    pub max: Points,
    /// The levels, the best first.
    pub levels: Vec<Level>,
    /// What shows it; a mark needs one of them at least.
    pub evidence: Vec<Evidence>,
    /// How it is looked into, where the table says more than its evidence does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Wording>,
    /// Whom it concerns.
    pub concerns: Vec<Concerned>,
    /// When it does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable_if: Option<NotApplicable>,
}

/// Items under one heading (一级指标).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorGroup")]
pub struct Group {
    /// Such as `A1`; unique in the set.
    pub code: String,
    /// The heading.
    pub name: Wording,
    /// Which topic it belongs to.
    pub topic: Topic,
    /// The points of its items together.
    pub max: Points,
    /// Its items.
    pub items: Vec<Item>,
}

/// Extra points, shown apart from the rest.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorBonus")]
pub struct Bonus {
    /// Such as `B1`.
    pub code: String,
    /// The points.
    pub points: Points,
    /// When it is given.
    pub condition: Wording,
    /// Items that must have been scored so high for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Mark>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// The points of one item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorMark")]
pub struct Mark {
    /// The item's code.
    pub item: String,
    /// Its points.
    pub points: Points,
}

/// 一票否决: proposed by an assessor with evidence, confirmed by the leader.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorVeto")]
pub struct Veto {
    /// Such as `V1`.
    pub code: String,
    /// What it is called.
    pub name: Wording,
    /// What it is.
    pub what: Wording,
    /// The item of art. 11 of the national measure it comes from, 1 to 9.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article_11_item: Option<u32>,
    /// What shows it; one of them is needed.
    pub evidence: Vec<Evidence>,
    /// What never shows it, such as talk of an illness.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<Evidence>,
    /// What is needed besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Demand>,
}

/// 收养能力: the first part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorCapability")]
pub struct Capability {
    /// The points of its groups together.
    pub max: Points,
    /// The points at which it passes.
    pub pass: Points,
    /// The most extra points that count.
    pub bonus_cap: Points,
    /// What is scored.
    pub groups: Vec<Group>,
    /// What earns extra points.
    #[serde(default)]
    pub bonuses: Vec<Bonus>,
}

/// 融合: the second part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "IndicatorIntegration")]
pub struct Integration {
    /// The points of its groups together.
    pub max: Points,
    /// The points at which it passes.
    pub pass: Points,
    /// The fewest full days the child lives there; an office may ask for more, never for less.
    pub min_days: u32,
    /// The fewest visits.
    pub min_visits: u32,
    /// What is scored, at each visit anew.
    pub groups: Vec<Group>,
}

/// Which part of a set.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AssessmentPart")]
pub enum Part {
    /// 收养能力
    Capability,
    /// 融合
    Integration,
}

/// A version of a set. It never changes: what differs is another version.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorSet {
    /// The set, such as `GJ-DEFAULT`: capital letters, digits and hyphens.
    pub id: String,
    /// Its version, from 1.
    pub version: u32,
    /// What it is called.
    pub name: Wording,
    /// Who issued it.
    pub issuer: Wording,
    /// Whether a province or another authority issued it. What is not is marked so on every paper.
    pub official: bool,
    /// The day from which assessments that begin are scored by it.
    pub in_force_from: NaiveDate,
    /// Whether half points are given.
    pub half_points: bool,
    /// Who is assessed.
    pub scope: Vec<Concerned>,
    /// The first part.
    pub capability: Capability,
    /// The second part.
    pub integration: Integration,
    /// What makes the assessment fail whatever the points.
    pub vetoes: Vec<Veto>,
}

impl IndicatorSet {
    /// Its name and version.
    pub fn named(&self) -> SetVersion {
        SetVersion { id: self.id.clone(), version: self.version }
    }

    /// The groups of a part.
    pub fn groups(&self, part: Part) -> &[Group] {
        match part {
            Part::Capability => &self.capability.groups,
            Part::Integration => &self.integration.groups,
        }
    }

    /// The items of a part, in order.
    pub fn items(&self, part: Part) -> impl Iterator<Item = &Item> {
        self.groups(part).iter().flat_map(|group| &group.items)
    }

    /// An item of a part by its code.
    pub fn item(&self, part: Part, code: &str) -> Option<&Item> {
        self.items(part).find(|item| item.code == code)
    }

    /// A veto by its code.
    pub fn veto(&self, code: &str) -> Option<&Veto> {
        self.vetoes.iter().find(|veto| veto.code == code)
    }

    /// The points at which a part passes.
    pub fn pass(&self, part: Part) -> Points {
        match part {
            Part::Capability => self.capability.pass,
            Part::Integration => self.integration.pass,
        }
    }

    /// The most points of a part, extra points apart.
    pub fn max(&self, part: Part) -> Points {
        match part {
            Part::Capability => self.capability.max,
            Part::Integration => self.integration.max,
        }
    }
}

impl Item {
    /// The place of the level a mark lies in, the best being 0; none if it lies in no level.
    pub fn level_of(&self, points: Points) -> Option<usize> {
        self.levels.iter().position(|level| (level.from..=level.to).contains(&points))
    }
}
