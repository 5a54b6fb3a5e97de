//! Every rule refuses: one table with a row for each rule of the rulebook, each a situation in which
//! a command is refused by that rule. A rule without a row fails here by its name.
//!
//! What a rule guards is gathered from these rows, from every command of the stories shaken in its
//! values, its day and its place, and from the fact sheets of the eligibility check shaken too. It is
//! kept in `rulebook/guards.txt`.

mod appointment;
mod eligibility;
mod gates;
mod gifts;
mod intake;
mod kinds;
mod later;
mod outcome;
mod recusal;
mod review;
mod scored;
mod seen;
mod shaken;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::rule::{Refusal, Rule, Violation};
use crate::command::Command;
use crate::donation::LedgerAct;
use crate::facts::Facts;
use crate::law::parts::{PARTS, Purpose, rulebook};
use crate::proof::testing::{Story, decide};
use crate::rulebook::Guarded;
use crate::steps::apply::Apply;
use crate::{decide_application, decide_opening};

/// What is tried and must be refused.
pub enum Attempt {
    /// A command in the case of a story.
    InCase(Box<Story>, Command),
    /// A command that opens a procedure after a registration, on these facts.
    Opening(Box<Command>, Box<Facts>),
    /// An application, on these facts.
    Application(Box<Apply>, Box<Facts>),
    /// An entry in the ledger of gifts: what was sent, and the rules it broke.
    Gift(LedgerAct, String, Vec<Violation>),
}

impl Attempt {
    /// Tries it.
    fn refusal(&self) -> Option<Refusal> {
        match self {
            Attempt::InCase(story, command) => decide(&story.case, command, &story.facts).err(),
            Attempt::Opening(command, facts) => decide_opening(command, facts)?.err(),
            Attempt::Application(application, facts) => {
                decide_application(application, facts).err()
            }
            Attempt::Gift(_, _, violations) => Refusal::unless_none(violations.clone()).err(),
        }
    }

    /// What is refused.
    fn guarded(&self) -> Guarded {
        match self {
            Attempt::InCase(_, command) => Guarded::Act(command.act()),
            Attempt::Opening(command, _) => Guarded::Act(command.act()),
            Attempt::Application(..) => Guarded::Act(crate::base::act::Act::Apply),
            Attempt::Gift(act, ..) => Guarded::Ledger(*act),
        }
    }

    /// The texts that were sent, long enough to be told from the words of a message.
    fn texts_sent(&self) -> Vec<String> {
        let written = match self {
            Attempt::InCase(_, command) => format!("{command:?}"),
            Attempt::Opening(command, _) => format!("{command:?}"),
            Attempt::Application(application, _) => format!("{application:?}"),
            Attempt::Gift(_, sent, _) => sent.clone(),
        };
        let texts = written.split('"').skip(1).step_by(2);
        texts.filter(|text| text.chars().count() >= 4).map(str::to_owned).collect()
    }
}

/// A rule, a way of not meeting it, and what is then refused.
pub struct Row {
    rule: String,
    way: String,
    attempt: Attempt,
}

fn row(rule: &Rule, way: &str, attempt: Attempt) -> Row {
    Row { rule: rule.id.to_owned(), way: way.to_owned(), attempt }
}

/// A command in a story.
fn sending(story: Story, command: Command) -> Attempt {
    Attempt::InCase(Box::new(story), command)
}

/// The whole table.
fn rows() -> Vec<Row> {
    let parts = [
        gates::rows(),
        kinds::rows(),
        values::rows(),
        intake::rows(),
        recusal::rows(),
        review::rows(),
        scored::rows(),
        appointment::rows(),
        outcome::rows(),
        gifts::rows(),
        later::rows(),
    ];
    parts.into_iter().flatten().collect()
}

/// The rules that refuse.
fn refusing() -> BTreeSet<&'static str> {
    let parts = PARTS.iter().filter(|part| part.purpose == Purpose::Refuses);
    parts.flat_map(|part| part.rules).map(|rule| rule.id).collect()
}

#[test]
fn every_rule_has_a_refusing_test() {
    let rows = rows();
    let tested: BTreeSet<&str> = rows.iter().map(|row| row.rule.as_str()).collect();
    let untested: Vec<_> = refusing().difference(&tested).copied().collect();
    assert!(untested.is_empty(), "no row of the table of refusals for {untested:?}");
    let unknown: Vec<_> = tested.difference(&refusing()).copied().collect();
    assert!(unknown.is_empty(), "no part of the rulebook has {unknown:?}");
}

#[test]
fn every_row_is_refused_by_its_rule_in_both_languages_and_without_what_was_sent() {
    for Row { rule, way, attempt } in rows() {
        let what = attempt.guarded().word();
        let refusal = attempt.refusal().unwrap_or_else(|| panic!("{rule}: {way} passed at {what}"));
        let named = refusal.violations.iter().any(|violation| violation.rule.id == rule);
        let names: Vec<_> = refusal.violations.iter().map(|broken| broken.rule.id).collect();
        assert!(named, "{way} at {what} broke {names:?}, not {rule}");
        let sent = attempt.texts_sent();
        for violation in &refusal.violations {
            let message = &violation.message;
            let chinese = message.zh.chars().any(|one| ('\u{4E00}'..='\u{9FFF}').contains(&one));
            let english = message.en.chars().any(|one| one.is_ascii_alphabetic());
            assert!(chinese && english, "{rule}: {message:?}");
            let field = violation.field.clone().unwrap_or_default();
            let said = format!("{} {} {field}", message.zh, message.en);
            let echoed = sent.iter().find(|text| said.contains(text.as_str()));
            assert!(echoed.is_none(), "{rule} at {what} says again what was sent: {echoed:?}");
        }
    }
}

#[test]
fn every_identifier_is_one_rule_and_every_rule_is_whole() {
    let mut known = BTreeMap::new();
    for rule in rulebook() {
        assert!(known.insert(rule.id, rule).is_none(), "two rules are called {}", rule.id);
        for text in [rule.citation, rule.citation_en, rule.zh, rule.en] {
            assert!(!text.is_empty() && text.trim() == text, "{}: {text:?}", rule.id);
        }
        let sequence = rule.sequence;
        let listed = |sequence| crate::rulebook::SEQUENCES.iter().any(|one| one.id == sequence);
        assert!(sequence.is_none_or(listed), "{}: {sequence:?}", rule.id);
    }
}
