//! What a question is, and how one is put together.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::message::Message;
use crate::base::rule::Rule;

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EligibilityQuestion")]
pub struct Question {
    /// Which field of the fact sheet the answer is. What begins with `adopters[]` is asked for each adopter.
    pub field: &'static str,
    /// The question.
    pub ask: Message,
    /// Why it is asked.
    pub why: Message,
    /// The article.
    pub article: Message,
    /// Which answers it takes.
    pub answer: Answer,
    /// It is asked where each of these holds; always where there is none.
    pub asked_if: Vec<Condition>,
    /// What the fact sheet says where it is not asked; where this is absent, the field is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<&'static str>,
}

/// Which answers a question takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schemars(rename = "EligibilityAnswerForm")]
pub enum Answer {
    /// `true` or `false`; `null` where that is a choice, too.
    YesNo {
        /// The words of an answer that is not known, which is sent as `null`.
        #[serde(skip_serializing_if = "Option::is_none")]
        unknown: Option<Message>,
    },
    /// One of these words.
    Choice {
        /// The words.
        options: Vec<Choice>,
    },
    /// A day, such as 2026-03-02.
    Day,
    /// A whole number.
    Number {
        /// The least.
        least: u32,
    },
    /// So many persons, each of whom is then asked about.
    Persons {
        /// The most.
        most: u32,
    },
    /// The code of a county (GB/T 2260); it is sent as a list of one.
    Division,
}

/// A word to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EligibilityChoice")]
pub struct Choice {
    /// As the fact sheet writes it.
    pub value: &'static str,
    /// In plain words.
    pub label: Message,
}

/// What an earlier answer must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "EligibilityCondition")]
pub struct Condition {
    /// The field of the earlier answer.
    pub field: &'static str,
    /// One of these, as a text: numbers and `true` are written so, too.
    pub is: Vec<&'static str>,
}

/// A question that is always asked.
pub(super) fn question(
    field: &'static str,
    ask: (&str, &str),
    why: (&str, &str),
    rule: &Rule,
    answer: Answer,
) -> Question {
    let message = |(zh, en): (&str, &str)| Message::new(zh, en);
    Question {
        field,
        ask: message(ask),
        why: message(why),
        article: Message::new(rule.citation, rule.citation_en),
        answer,
        asked_if: Vec::new(),
        otherwise: None,
    }
}

impl Question {
    /// Asked only where the earlier answer is one of these.
    pub(super) fn where_is(mut self, field: &'static str, is: &[&'static str]) -> Question {
        self.asked_if.push(Condition { field, is: is.to_vec() });
        self
    }

    /// What the sheet says where it is not asked.
    pub(super) fn otherwise(self, value: &'static str) -> Question {
        Question { otherwise: Some(value), ..self }
    }
}

/// Yes or no.
pub(super) fn yes_no() -> Answer {
    Answer::YesNo { unknown: None }
}

/// One of these words, each with its label.
pub(super) fn choice(options: &[(&'static str, &str, &str)]) -> Answer {
    let options = options.iter();
    let options = options.map(|(value, zh, en)| Choice { value, label: Message::new(*zh, *en) });
    Answer::Choice { options: options.collect() }
}
