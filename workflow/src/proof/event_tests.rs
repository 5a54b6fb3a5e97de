//! No kind of event is forgotten where nobody must name it: each has a stored sample, leaves something
//! in its case, and has a line of its own in the history.

use std::collections::BTreeSet;

use strum::VariantNames;

use crate::case::Case;
use crate::effects::{Effect, effects};
use crate::event::{Entry, Event, LaterEvent};
use crate::law::numbers::series_of;
use crate::procedures::plan;
use crate::proof::sample_tests::{SAMPLES, stories};
use crate::proof::testing::Story;
use crate::timeline::headline;
use crate::{decide, evolve};

/// The word of every kind of event. That of a later procedure goes by its own.
fn every_kind() -> BTreeSet<String> {
    let own = Event::VARIANTS.iter().filter(|word| **word != "later");
    own.chain(LaterEvent::VARIANTS).map(|word| (*word).to_owned()).collect()
}

fn samples() -> Vec<Entry> {
    SAMPLES.lines().map(|line| serde_json::from_str(line).expect("a stored entry loads")).collect()
}

fn expect_every_kind(what: &str, found: BTreeSet<String>) {
    let forgotten: Vec<_> = every_kind().difference(&found).cloned().collect();
    assert!(forgotten.is_empty(), "{what}: {forgotten:?}");
}

#[test]
fn every_kind_of_event_has_a_stored_sample() {
    let kinds = samples().iter().map(|entry| entry.event.kind().to_owned()).collect();
    expect_every_kind("kinds of event that no story sends or no line of events.jsonl keeps", kinds);
}

#[test]
fn every_kind_of_event_has_its_line_in_the_history() {
    let samples = samples();
    let told = samples.iter().filter(|entry| headline(&entry.event).zh != entry.event.kind());
    let kinds = told.map(|entry| entry.event.kind().to_owned()).collect();
    expect_every_kind("kinds of event without a line in timeline.rs", kinds);
}

#[test]
fn every_kind_of_event_leaves_something_in_the_case() {
    let of_stories = stories().into_iter().map(|story| story.entries);
    let later = crate::proof::procedures::samples();
    let mut kinds = BTreeSet::new();
    for entries in of_stories.chain([later]) {
        let mut case: Option<Case> = None;
        for entry in &entries {
            let opens = matches!(
                entry.event,
                Event::ApplicationFiled(_) | Event::Later(LaterEvent::LaterApplicationFiled(_))
            );
            let before = case.take().filter(|_| !opens);
            case = evolve(before.clone(), entry);
            if leaves_something(before, case.as_ref()) {
                kinds.insert(entry.event.kind().to_owned());
            }
        }
    }
    expect_every_kind("kinds of event that no file of evolve/ folds", kinds);
}

/// What an act draws is compared with what its event says it was given, so no series seems to have gaps.
#[test]
fn what_an_act_draws_a_number_for_is_numbered_by_its_event() {
    let stories = stories().into_iter().chain(crate::proof::procedures::stories());
    for (case, facts, command) in stories.flat_map(|story| story.sent) {
        let events = decide(&case, &command, &facts).expect("it was decided so before");
        let numbered = events.iter().filter_map(|event| series_of(event, case.procedure));
        let drawn = command.series(case.procedure);
        assert!(numbered.eq(drawn), "{:?}: `series_of` does not say {drawn:?}", command.act());
    }
}

/// A document that the volume wants and that no event calls for would keep every case from its archive.
#[test]
fn what_a_volume_binds_is_called_for_by_an_event() {
    let stories = stories().into_iter().chain(crate::proof::procedures::stories());
    for Story { case, entries, .. } in stories {
        let mut known = None;
        let mut called = Vec::new();
        for entry in &entries {
            known = evolve(known, entry);
            called.extend(known.iter().flat_map(|case| effects(case, entry)));
        }
        let done = case.later.as_deref().is_some_and(|later| later.outcome.is_some());
        let concluded = done || case.archive.is_some();
        let wanted = (plan(case.procedure).documents_of_volume)(&case);
        for wanted in wanted.into_iter().filter(|_| concluded) {
            let is_it = |effect: &Effect| matches!(effect, Effect::Print { document, .. } if *document == wanted);
            assert!(
                called.iter().any(is_it),
                "{:?}: no event calls for {wanted:?}",
                case.procedure
            );
        }
    }
}

/// Whether more is different than that something happened on a day.
fn leaves_something(before: Option<Case>, after: Option<&Case>) -> bool {
    match (before, after) {
        (None, after) => after.is_some(),
        (Some(before), Some(after)) => {
            let counted = Case { version: after.version, last_on: after.last_on, ..before };
            counted != *after
        }
        (Some(_), None) => false,
    }
}
