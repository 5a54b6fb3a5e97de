//! What a rule is: its name, its place in the sequence, its article, and its words.

use super::message::Message;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

use super::text::pointer;
use super::words::all;

/// How sure we are of a rule's source.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    JsonSchema,
    EnumCount,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Confidence {
    /// The article's text was read.
    Verified,
    /// Read in a guide, a restatement or deployed software, not in the instrument.
    SecondHand,
    /// Remembered, not seen in a text; its number or form is office configuration.
    Remembered,
    /// Our own derivation from the texts.
    Derived,
}

impl Confidence {
    /// Every mark, the surest first.
    pub const ALL: [Confidence; Confidence::COUNT] = all(Confidence::VARIANTS);

    /// The snake_case word.
    pub fn word(self) -> &'static str {
        self.into()
    }

    /// What the mark says, in Chinese and English.
    pub fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Confidence::Verified => ("已核对条文原文", "the article's text was read"),
            Confidence::SecondHand => (
                "见于办事指南、转述或者已运行的系统，未见原文",
                "read in a guide, a restatement or deployed software, not in the instrument",
            ),
            Confidence::Remembered => ("凭记忆，未见任何文本", "remembered, not seen in a text"),
            Confidence::Derived => ("由条文推导", "our own derivation from the texts"),
        }
    }
}

/// One rule of law or of the house, with its citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The finest identifier, such as `CC-1098.5`.
    pub id: &'static str,
    /// The sequence rule it serves, such as `SEQ-1`.
    pub sequence: Option<&'static str>,
    /// The article in Chinese, as printed on papers.
    pub citation: &'static str,
    /// The same article in English.
    pub citation_en: &'static str,
    /// What the rule demands, in Chinese.
    pub zh: &'static str,
    /// What the rule demands, in English.
    pub en: &'static str,
    /// How sure the source is.
    pub confidence: Confidence,
}

impl Rule {
    /// The violation of this rule in its own words.
    pub fn broken(&'static self) -> Violation {
        let message = Message::new(self.zh, self.en);
        Violation { rule: self, message, field: None, is_of_case: false }
    }

    /// The violation of this rule with what is particular to the case.
    pub fn broken_because(
        &'static self,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Violation {
        self.broken_with(Message::new(zh, en))
    }

    /// The violation of this rule with what is particular to the case, days among it.
    pub fn broken_with(&'static self, particular: Message) -> Violation {
        let message = particular.after(&format!("{}：", self.zh), &format!("{}: ", self.en));
        Violation { message, ..self.broken() }
    }
}

/// One rule broken by a command, with the message for the person who sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Which rule.
    pub rule: &'static Rule,
    /// What is wrong, in both languages, without the value that was sent.
    pub message: Message,
    /// The path of the field at fault, where it is one field: `adopters[0].resident_id`.
    pub field: Option<String>,
    /// Whether the case is at fault and not what was sent: then the field names a paper, a party or a
    /// check of the case.
    pub is_of_case: bool,
}

impl Violation {
    /// Names the field at fault.
    pub fn at(mut self, field: impl Into<String>) -> Violation {
        self.field = Some(field.into());
        self
    }

    /// The field at fault as a JSON pointer (RFC 6901).
    pub fn pointer(&self) -> Option<String> {
        self.field.as_deref().map(pointer)
    }
}

/// A refusal: every rule the command broke, never only the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// At least one violation.
    pub violations: Vec<Violation>,
}

impl Refusal {
    /// Refuses when any rule is broken.
    ///
    /// # Errors
    /// The refusal that lists all the violations given.
    pub fn unless_none(violations: Vec<Violation>) -> Result<(), Refusal> {
        #[cfg(test)]
        let violations = dropped::kept(violations);
        if violations.is_empty() { Ok(()) } else { Err(Refusal { violations }) }
    }

    /// The same refusal, told apart: what stood in the way whatever was sent is of the case.
    pub fn told_apart(mut self, whatever_was_sent: &[Violation]) -> Refusal {
        for violation in &mut self.violations {
            violation.is_of_case = whatever_was_sent.contains(violation);
        }
        self
    }

    /// Whether a rule of this identifier is among those broken.
    pub fn names(&self, rule: &Rule) -> bool {
        self.violations.iter().any(|violation| violation.rule.id == rule.id)
    }
}

/// Declares rules as constants, each with its documentation, so that a law file reads as a list.
macro_rules! rules {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, $sequence:expr, $citation:literal, $citation_en:literal, $confidence:ident, $zh:literal, $en:literal; )*) => {
        $(
            $(#[$doc])*
            pub static $name: $crate::base::rule::Rule = $crate::base::rule::Rule {
                id: $id,
                sequence: $sequence,
                citation: $citation,
                citation_en: $citation_en,
                zh: $zh,
                en: $en,
                confidence: $crate::base::rule::Confidence::$confidence,
            };
        )*
        /// Every rule this file declares. Where `law/parts.rs` has no line for the file, the compiler
        /// says that nobody uses it.
        pub(crate) static RULES: &[&$crate::base::rule::Rule] = &[$(&$name),*];
    };
}
pub(crate) use rules;

/// In the tests alone a rule can be dropped for a while, to see what then goes wrong.
#[cfg(test)]
pub(crate) mod dropped {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::Violation;

    thread_local! {
        static RULES: RefCell<BTreeSet<&'static str>> = const { RefCell::new(BTreeSet::new()) };
    }

    /// Does something while no decision asks the rules of these identifiers.
    pub fn while_without(rules: &BTreeSet<&'static str>, doing: impl FnOnce()) {
        RULES.set(rules.clone());
        doing();
        RULES.take();
    }

    pub(super) fn kept(mut violations: Vec<Violation>) -> Vec<Violation> {
        RULES.with_borrow(|dropped| violations.retain(|broken| !dropped.contains(broken.rule.id)));
        violations
    }
}
