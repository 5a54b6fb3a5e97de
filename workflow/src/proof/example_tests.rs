//! Every act has an example, and each example is what a story sent and the law took.
//!
//! With `GUIJIA_ADD_SAMPLES=1` the test appends what is not in `samples/acts.jsonl` yet.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::procedures::{self, adopted, dissolution, late_entry, replacement, revocation};
use super::sample_tests::stories;
use super::testing::application_of;
use crate::base::act::Act;
use crate::case::ChildKind;
use crate::command::Command;
use crate::examples::{self, Example};

/// Everything that stories sent and that was taken.
fn taken() -> Vec<Command> {
    let applications = ChildKind::ALL.map(|kind| Command::Apply(Box::new(application_of(kind))));
    let openings = [
        Command::OpenDissolution(Box::new(dissolution(&adopted("2026-06-01")))),
        revocation::revocation(revocation::applied_for()),
        replacement::command(replacement::replacement()),
        Command::OpenProof(Box::new(replacement::proof())),
        late_entry::command(late_entry::entry()),
    ];
    let stories = stories().into_iter().chain(procedures::stories());
    let sent = stories.flat_map(|story| story.sent).map(|(_, _, command)| command);
    applications.into_iter().chain(openings).chain(sent).collect()
}

/// The body of a command as it is sent, without what is not said.
fn body(command: &Command) -> Value {
    let written = serde_json::to_value(command).expect("a command is written");
    let data = written.as_object().and_then(|object| object.values().next()).expect("its data");
    let mut body = match data.as_array().and_then(|parts| parts.last()) {
        Some(body) => body.clone(),
        None => data.clone(),
    };
    leave_out_nulls(&mut body);
    body
}

fn leave_out_nulls(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|_, value| !value.is_null());
            object.values_mut().for_each(leave_out_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_nulls),
        _ => {}
    }
}

/// Whether what it takes does not come as JSON.
fn takes_a_file(act: Act) -> bool {
    matches!(act, Act::FilePaper | Act::FileEvidence)
}

/// What the command is an example of.
fn name(command: &Command, body: &Value) -> String {
    let told = match command {
        Command::Apply(_) => &body["kind"],
        Command::ChangeFact(_) => &body["change"]["what"],
        _ => &Value::Null,
    };
    told.as_str().unwrap_or(command.act().word()).to_owned()
}

#[test]
fn every_act_has_an_example_that_was_taken() {
    let taken: Vec<Example> = taken()
        .iter()
        .filter(|command| !takes_a_file(command.act()))
        .map(|command| {
            let body = body(command);
            Example { act: command.act(), name: name(command, &body), body }
        })
        .collect();
    let mut missing = Vec::new();
    let mut known: BTreeSet<(Act, String)> = Act::ALL
        .into_iter()
        .flat_map(|act| examples::of(act).map(move |example| (act, example.name.clone())))
        .collect();
    for example in &taken {
        if known.insert((example.act, example.name.clone())) {
            missing.push(example);
        }
    }
    if std::env::var_os("GUIJIA_ADD_SAMPLES").is_some() {
        return add(&missing);
    }
    assert!(missing.is_empty(), "no example of {:?}", missing.iter().map(|one| &one.name));
    for act in Act::ALL.into_iter().filter(|act| !takes_a_file(*act)) {
        assert!(examples::of(act).next().is_some(), "{act:?} has no example: no story sends it");
        for example in examples::of(act) {
            assert!(taken.contains(example), "{act:?} {} was never taken", example.name);
        }
    }
}

#[test]
fn every_line_of_the_examples_can_be_read() {
    let lines = include_str!("../../samples/acts.jsonl").lines();
    let read = Act::ALL.into_iter().flat_map(examples::of).count();
    assert_eq!(read, lines.count());
}

fn add(examples: &[&Example]) {
    use std::io::Write;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/acts.jsonl");
    let mut file = std::fs::OpenOptions::new().append(true).open(path).expect("the examples open");
    for example in examples {
        writeln!(file, "{}", json!(example)).expect("it is appended");
    }
}
