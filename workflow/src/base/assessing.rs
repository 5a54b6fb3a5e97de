//! What an assessment is about and what must be reported in it: words that an indicator set and a case share.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

use super::words::all;

/// The contents of an assessment (评估办法 art. 8).
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
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum AssessmentTopic {
    /// 收养动机
    Motive,
    /// 道德品行
    Conduct,
    /// 受教育程度
    Education,
    /// 健康状况
    Health,
    /// 经济及住房条件
    MeansAndHousing,
    /// 婚姻家庭关系
    MarriageAndFamily,
    /// 共同生活家庭成员意见
    HouseholdOpinion,
    /// 抚育计划
    RaisingPlan,
    /// 邻里关系
    Neighbours,
    /// 社区环境
    Community,
    /// 与被收养人融合情况
    Integration,
}

impl AssessmentTopic {
    /// Every content the report must cover.
    pub const ALL: [AssessmentTopic; AssessmentTopic::COUNT] = all(AssessmentTopic::VARIANTS);

    /// The words printed in the report.
    pub fn printed(self) -> &'static str {
        match self {
            AssessmentTopic::Motive => "收养动机",
            AssessmentTopic::Conduct => "道德品行",
            AssessmentTopic::Education => "受教育程度",
            AssessmentTopic::Health => "健康状况",
            AssessmentTopic::MeansAndHousing => "经济及住房条件",
            AssessmentTopic::MarriageAndFamily => "婚姻家庭关系",
            AssessmentTopic::HouseholdOpinion => "共同生活家庭成员意见",
            AssessmentTopic::RaisingPlan => "抚育计划",
            AssessmentTopic::Neighbours => "邻里关系",
            AssessmentTopic::Community => "社区环境",
            AssessmentTopic::Integration => "与被收养人融合情况",
        }
    }
}

/// A circumstance that must be reported during assessment (评估办法 art. 11).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum IncidentGround {
    /// 弄虚作假
    Fraud,
    /// 参加非法组织、邪教组织
    IllegalOrganisation,
    /// 买卖、性侵、虐待、遗弃、非法送养未成年人
    HarmToMinors,
    /// 有持续性、经常性的家庭暴力
    DomesticViolence,
    /// 故意犯罪
    IntentionalCrime,
    /// 患有可能影响抚养的疾病
    Illness,
    /// 吸毒、酗酒、赌博、嫖娼等
    BadHabits,
    /// 故意或者过失侵害融合期间的未成年人: the police are told at once.
    HarmDuringIntegration,
    /// 其他不利于未成年人的行为
    OtherConduct,
}

impl IncidentGround {
    /// Every ground, in the order of the article.
    pub const ALL: [IncidentGround; IncidentGround::COUNT] = all(IncidentGround::VARIANTS);
}
