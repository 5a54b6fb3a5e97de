//! 审批摘要: what a leader has before them: each condition with what proves it and from which day, what does
//! not apply and why, and first of all what is out of the ordinary.
//!
//! Whether a condition holds is asked of the gates of the proposal; whatever else they refuse stands in the
//! list, too, so that nothing that is in the way is left out.

mod proofs;
mod unusual;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::base::rule::{Rule, Violation};
use crate::case::assessment::Conclusion;
use crate::case::{Case, Procedure};
use crate::event::{Entry, Event};
use crate::evolve::headline;
use crate::facts::Facts;
use crate::law::exemptions::exemptions_of;
use crate::law::parts::rulebook;
use crate::law::time::periods::months_after;
use crate::procedures::proposal_gates;

pub use proofs::{Proof, ProofKind, ProofState};
pub use unusual::{Unusual, UnusualKind};

/// What a leader has before them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ApprovalSummary {
    /// What is out of the ordinary.
    pub unusual: Vec<Unusual>,
    /// Every condition, in the order of the law.
    pub conditions: Vec<Condition>,
    /// The conditions that do not apply.
    pub exemptions: Vec<ExemptionUsed>,
    /// What the assessment came to, where there was one.
    pub assessment: Option<AssessmentResult>,
    /// The registrar's opinion, once it was proposed.
    pub opinion: Option<Opinion>,
    /// How the case came here.
    pub path: Vec<PathLine>,
}

/// A condition, whether it holds, and by what that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ApprovalCondition")]
pub struct Condition {
    /// The rule.
    pub rule: &'static str,
    /// What it demands.
    pub statement: Message,
    /// The article.
    pub article: Message,
    /// Whether it holds on this day.
    pub holds: bool,
    /// What is in the way, where it does not.
    pub obstacles: Vec<Message>,
    /// What shows it.
    pub proofs: Vec<Proof>,
}

/// A condition that does not apply, and by which article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExemptionUsed {
    /// The condition, such as `CC-1098.1`.
    pub condition: &'static str,
    /// What it would demand.
    pub statement: Option<Message>,
    /// The article that waives it, such as `CC-1100.2`.
    pub by: &'static str,
    /// The same article in Chinese.
    pub citation: &'static str,
}

/// What the assessment came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ApprovalAssessment")]
pub struct AssessmentResult {
    /// What the report concludes.
    pub conclusion: Conclusion,
    /// The day of the report.
    pub on: NaiveDate,
    /// The last day on which it is valid.
    pub valid_until: NaiveDate,
    /// Whether the signed report is filed and found in order.
    pub filed: bool,
    /// Visits and interviews made.
    pub visits: usize,
}

/// The registrar's opinion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Opinion {
    /// Who.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
    /// In their words.
    pub text: String,
}

/// One step on the way here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PathLine {
    /// The day.
    pub on: NaiveDate,
    /// Who.
    pub by: String,
    /// What happened.
    pub headline: Message,
}

/// The summary of a case on the day of the facts.
pub fn summary(case: &Case, entries: &[Entry], facts: &Facts) -> ApprovalSummary {
    ApprovalSummary {
        unusual: unusual::of(case, entries, facts),
        conditions: conditions(case, facts),
        exemptions: exemptions(case),
        assessment: assessment(case, facts),
        opinion: case.proposal.as_ref().map(|proposal| Opinion {
            by: proposal.by.name.clone(),
            on: proposal.on,
            text: proposal.opinion.clone(),
        }),
        path: entries.iter().filter(|entry| is_a_step(&entry.event)).map(path_line).collect(),
    }
}

fn conditions(case: &Case, facts: &Facts) -> Vec<Condition> {
    let broken = proposal_gates(case, facts);
    let mut conditions: Vec<Condition> = proofs::of(case, facts)
        .into_iter()
        .map(|(rule, proofs)| condition(rule, proofs, &broken))
        .collect();
    for violation in &broken {
        if !conditions.iter().any(|known| known.rule == violation.rule.id) {
            conditions.push(condition(violation.rule, Vec::new(), &broken));
        }
    }
    conditions
}

fn condition(rule: &'static Rule, proofs: Vec<Proof>, broken: &[Violation]) -> Condition {
    let mut obstacles: Vec<Message> = Vec::new();
    for violation in broken.iter().filter(|violation| violation.rule.id == rule.id) {
        if !obstacles.contains(&violation.message) {
            obstacles.push(violation.message.clone());
        }
    }
    Condition {
        rule: rule.id,
        statement: Message::new(rule.zh, rule.en),
        article: Message::new(rule.citation, rule.citation_en),
        holds: obstacles.is_empty(),
        obstacles,
        proofs,
    }
}

/// Of a later procedure nothing is waived: it forms no adoption.
fn exemptions(case: &Case) -> Vec<ExemptionUsed> {
    if case.procedure != Procedure::Formation {
        return Vec::new();
    }
    let rules = rulebook();
    let used = exemptions_of(case).into_iter().map(|exemption| {
        let rule = rules.iter().find(|rule| rule.id == exemption.condition);
        ExemptionUsed {
            condition: exemption.condition,
            statement: rule.map(|rule| Message::new(rule.zh, rule.en)),
            by: exemption.by,
            citation: exemption.citation,
        }
    });
    used.collect()
}

fn assessment(case: &Case, facts: &Facts) -> Option<AssessmentResult> {
    let report = case.assessment.report.as_ref()?;
    Some(AssessmentResult {
        conclusion: report.conclusion,
        on: report.on,
        valid_until: months_after(report.on, facts.rules.report_valid_months),
        filed: case.report_is_filed(),
        visits: case.assessment.visits.len(),
    })
}

/// Papers that come and go are no steps; what was decided, told or said is.
fn is_a_step(event: &Event) -> bool {
    !matches!(
        event,
        Event::PaperFiled { .. } | Event::PaperVerified { .. } | Event::PaperRejected { .. }
    )
}

fn path_line(entry: &Entry) -> PathLine {
    PathLine { on: entry.on, by: entry.by.name.clone(), headline: headline(&entry.event) }
}
