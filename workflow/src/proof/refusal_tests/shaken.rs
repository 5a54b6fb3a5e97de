//! Every command of the stories, shaken: each value of it replaced by another, its day set back, a
//! character in it that no font has, and itself sent at every other stage. Whatever refuses is noted.
//! Nothing may panic, and no message may say again what was sent.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::seen::note;
use crate::base::act::Act;
use crate::base::rule::Refusal;
use crate::case::{Case, ChildKind, Party};
use crate::command::Command;
use crate::decide::gates;
use crate::decide_application;
use crate::facts::{Facts, Unprintable};
use crate::identity::ResidentId;
use crate::proof::sample_tests::stories;
use crate::proof::testing::{application_of, decide};
use crate::rulebook::{Guarded, Guards};
use crate::steps::apply::Apply;

/// A text that nobody says by chance.
const TEXT_SENT: &str = "戊戌己亥庚子辛丑";

/// Looks at all of it.
pub fn look(seen: &mut Guards) {
    let mut shaken = BTreeSet::new();
    for story in stories() {
        let states = states(&story.sent, (&story.case, &story.facts));
        for (case, facts) in &states {
            for act in Act::ALL {
                note(seen, Guarded::Act(act), &gates(case, act, facts));
            }
        }
        let mut placed = BTreeSet::new();
        for (case, facts, command) in &story.sent {
            if placed.insert(command.act()) {
                out_of_place(seen, command, &states);
            }
            if shaken.insert((command.act(), case.kind.word())) {
                at_a_bad_time(seen, case, facts, command);
                each_value(seen, case, facts, command);
            }
        }
    }
    for application in ChildKind::ALL.map(application_of) {
        each_value_of_an_application(seen, &application);
    }
}

/// One state of the story for each stage it went through.
fn states(sent: &[(Case, Facts, Command)], last: (&Case, &Facts)) -> Vec<(Case, Facts)> {
    let mut states = BTreeMap::new();
    let before = sent.iter().map(|(case, facts, _)| (case, facts));
    for (case, facts) in before.chain([last]) {
        let stage = crate::base::words::word(&case.stage);
        states.entry(stage).or_insert_with(|| (case.clone(), facts.clone()));
    }
    states.into_values().collect()
}

fn see(seen: &mut Guards, act: Act, answer: Option<Refusal>) {
    let violations = answer.map(|refusal| refusal.violations).unwrap_or_default();
    for violation in &violations {
        let message = format!("{:?}{:?}", violation.message, violation.field);
        assert!(!message.contains(TEXT_SENT), "{} says again what was sent", violation.rule.id);
    }
    note(seen, Guarded::Act(act), &violations);
}

fn out_of_place(seen: &mut Guards, command: &Command, states: &[(Case, Facts)]) {
    for (case, facts) in states {
        see(seen, command.act(), decide(case, command, facts).err());
    }
}

fn at_a_bad_time(seen: &mut Guards, case: &Case, facts: &Facts, command: &Command) {
    let mut earlier = facts.clone();
    earlier.today = case.last_on.pred_opt().expect("a day before");
    see(seen, command.act(), decide(case, command, &earlier).err());
    let mut unprintable = facts.clone();
    let field = "reason".into();
    unprintable.unprintable.push(Unprintable { field, character: '\u{E000}' });
    see(seen, command.act(), decide(case, command, &unprintable).err());
}

fn each_value(seen: &mut Guards, case: &Case, facts: &Facts, command: &Command) {
    let written = serde_json::to_value(command).expect("a command is written");
    for shaken in variants(&written) {
        // What has no such form never reaches a decision.
        if let Ok(shaken) = serde_json::from_value::<Command>(shaken) {
            see(seen, command.act(), decide(case, &shaken, facts).err());
        }
    }
}

fn each_value_of_an_application(seen: &mut Guards, application: &Apply) {
    let facts = crate::proof::testing::Story::applied().facts;
    let written = serde_json::to_value(application).expect("an application is written");
    for shaken in variants(&written) {
        if let Ok(shaken) = serde_json::from_value::<Apply>(shaken) {
            see(seen, Act::Apply, decide_application(&shaken, &facts).err());
        }
    }
}

/// The value with one part of it replaced, each part in each way.
pub fn variants(value: &Value) -> Vec<Value> {
    let mut variants = instead_of(value);
    match value {
        Value::Array(items) => {
            variants.push(Value::Array(Vec::new()));
            variants.push(Value::Array(items.iter().chain(items).cloned().collect()));
            for (place, item) in items.iter().enumerate() {
                for other in self::variants(item) {
                    let mut items = items.clone();
                    items[place] = other;
                    variants.push(Value::Array(items));
                }
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                for other in self::variants(field) {
                    let mut fields = fields.clone();
                    fields.insert(name.clone(), other);
                    variants.push(Value::Object(fields));
                }
            }
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => {}
    }
    variants
}

/// Values of the same form that are wrong somewhere.
fn instead_of(value: &Value) -> Vec<Value> {
    match value {
        Value::String(_) => {
            let of_hong_kong = ResidentId::with_check_character("81000019880312117");
            let texts = [
                String::new(),
                TEXT_SENT.to_owned(),
                TEXT_SENT.repeat(600),
                of_hong_kong.expect("seventeen digits").0,
            ];
            let words = ["1900-01-01", "2999-01-01", "00:00:00", "23:59:59", "500000", "CC-1098.5"];
            let parties = Party::ALL.into_iter().map(Party::word);
            let texts = texts.into_iter().map(Value::from);
            texts.chain(words.into_iter().chain(parties).map(Value::from)).collect()
        }
        Value::Number(_) => [0, 1, 31, 99, 255].into_iter().map(Value::from).collect(),
        Value::Bool(given) => vec![Value::Bool(!given)],
        Value::Null => vec![Value::from(TEXT_SENT), Value::from("2999-01-01")],
        Value::Array(_) | Value::Object(_) => vec![Value::Null],
    }
}
