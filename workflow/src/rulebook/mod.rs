//! 规则手册: every rule with its article, its words, what it guards and how sure we are of it.

mod guards;
mod page;
mod sequences;

pub use guards::{Guarded, Guards, guards};
pub use page::page;
pub use sequences::{SEQUENCES, Sequence};
#[cfg(test)]
pub use {guards::written, page::page_with};

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::base::rule::{Confidence, Rule};
use crate::law::parts::{PARTS, Part, Purpose};

/// A rule as the rulebook lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleEntry {
    /// The identifier, such as `CC-1098.5`: what refusals name.
    pub id: &'static str,
    /// The sequence rule it serves, such as `SEQ-1`; absent for forms and for what is only told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence: Option<&'static str>,
    /// The part of the rulebook it stands in.
    pub part: Message,
    /// The article.
    pub citation: Message,
    /// What it demands, or tells.
    pub statement: Message,
    /// How sure we are of its source.
    pub confidence: Confidence,
    /// Whether it stands in the way of anything; what is only told to a party does not.
    pub refuses: bool,
    /// What it may refuse, as the tests have seen it refuse.
    pub guards: Vec<GuardedEntry>,
}

/// What a rule guards, as the rulebook lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GuardedEntry {
    /// Its word, such as `accept`; `check_eligibility` for the check of stated facts.
    pub act: &'static str,
    /// What the field calls it, such as 受理.
    pub name: &'static str,
}

impl RuleEntry {
    fn of(part: &Part, rule: &Rule, guards: &Guards) -> RuleEntry {
        let guarded = guards.get(rule.id).into_iter().flatten();
        RuleEntry {
            id: rule.id,
            sequence: rule.sequence,
            part: Message::new(part.zh, part.en),
            citation: Message::new(rule.citation, rule.citation_en),
            statement: Message::new(rule.zh, rule.en),
            confidence: rule.confidence,
            refuses: part.purpose == Purpose::Refuses,
            guards: guarded
                .map(|guarded| GuardedEntry { act: guarded.word(), name: guarded.printed() })
                .collect(),
        }
    }
}

/// Every rule, in the order of the rulebook.
pub fn entries() -> Vec<RuleEntry> {
    entries_seen(&guards())
}

/// The same, with what was seen as what they guard.
fn entries_seen(guards: &Guards) -> Vec<RuleEntry> {
    let each = PARTS.iter().flat_map(|part| part.rules.iter().map(move |rule| (part, *rule)));
    each.map(|(part, rule)| RuleEntry::of(part, rule, guards)).collect()
}
