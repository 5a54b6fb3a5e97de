//! What the check answers. The names and words are fixed; explanations stand beside them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::law::routing::CompetentLevel;

/// Which of two wordings the asker reads, the Chinese or the English.
pub type Choose = for<'a> fn(&'a str, &'a str) -> &'a str;

/// What the law says of the facts stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Eligibility {
    /// The outcome in a word.
    pub verdict: Verdict,
    /// Every condition that bars the adoption, and every rule that sends it elsewhere.
    pub findings: Vec<Finding>,
    /// Conditions this adoption is exempt from, whether or not the facts would meet them.
    pub waived: Vec<Waived>,
    /// Which level of office registers.
    pub competent_level: CompetentLevel,
    /// Whether a public notice precedes registration (民法典 art. 1105(2)).
    pub public_notice: bool,
    /// Whether the adopters are assessed.
    pub assessment: Assessment,
    /// Whether the child must consent (民法典 art. 1104).
    pub child_consent_needed: bool,
    /// Every paper the law asks for and none beyond (登记办法 arts. 6, 7); null where another level of
    /// office is competent, whose papers other instruments list.
    pub documents: Option<Vec<&'static str>>,
    /// Points of this adoption that the law leaves open, and how they are handled here.
    pub warnings: Vec<Warning>,
}

/// The outcome in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "EligibilityVerdict")]
pub enum Verdict {
    /// A condition bars the adoption.
    Barred,
    /// Nothing bars it, but another office is competent.
    Elsewhere,
    /// Nothing bars it, and this office may register it.
    MayProceed,
}

/// What a rule does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "EligibilityEffect")]
pub enum Effect {
    /// It bars the adoption.
    Bars,
    /// It sends the adopters to another office.
    Routes,
}

/// A rule that the facts do not meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EligibilityFinding")]
pub struct Finding {
    /// The rule, such as `CC-1098.5`.
    pub rule: &'static str,
    /// What it does.
    pub effect: Effect,
    /// The article.
    pub citation: &'static str,
    /// What it demands.
    pub message: &'static str,
    /// The facts that do not meet it, such as `adopters[1].born`.
    pub fields: Vec<String>,
}

/// A condition that does not apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "WaivedCondition")]
pub struct Waived {
    /// The condition, such as `CC-1098.1`.
    pub rule: &'static str,
    /// Every article that waives it, such as `CC-1100.2`.
    pub by: Vec<&'static str>,
    /// The same articles as they are cited in Chinese.
    pub citations: Vec<&'static str>,
}

/// Whether the adopters are assessed (收养评估).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "AssessmentNeed")]
pub enum Assessment {
    /// They are.
    Required,
    /// A step-parent is not.
    Exempt,
    /// Adopters who do not live on the mainland are, by other instruments.
    ByOtherRules,
}

/// A point that the law leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EligibilityWarning")]
pub struct Warning {
    /// The point, such as `HMT-MIX`.
    pub point: &'static str,
    /// What is open, and how it is handled.
    pub message: String,
}
