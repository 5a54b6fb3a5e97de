//! No kind of event is forgotten where nobody must name it: each has a stored sample, leaves something
//! in its case, and has a line of its own in the history.

use std::collections::BTreeSet;

use strum::VariantNames;

use crate::base::document::DocumentKind;
use crate::case::Case;
use crate::effects::effects;
use crate::event::{AssessmentEvent, Entry, Event, LaterEvent};
use crate::evolve::{Effect, headline};
use crate::law::numbers::series_of;
use crate::procedures::plan;
use crate::proof::sample_tests::{SAMPLES, stories};
use crate::proof::testing::Story;
use crate::{decide, evolve};

/// The word of every kind of event. That of a later procedure goes by its own.
fn every_kind() -> BTreeSet<String> {
    let own = Event::VARIANTS.iter().filter(|word| !["later", "assessment"].contains(*word));
    own.chain(AssessmentEvent::VARIANTS)
        .chain(LaterEvent::VARIANTS)
        .map(|word| (*word).to_owned())
        .collect()
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
    expect_every_kind("kinds of event that no `meaning` of evolve/ names", kinds);
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

/// Those of every procedure.
fn stories_of_all() -> impl Iterator<Item = Story> {
    stories().into_iter().chain(crate::proof::procedures::stories())
}

/// Else a series would seem to have gaps.
#[test]
fn what_an_act_draws_a_number_for_is_numbered_by_its_event() {
    for (case, facts, command) in stories_of_all().flat_map(|story| story.sent) {
        let events = decide(&case, &command, &facts).expect("it was decided so before");
        let numbered = events.iter().filter_map(|event| series_of(event, case.procedure));
        let drawn = command.series(case.procedure);
        assert!(numbered.eq(drawn), "{:?}: `series_of` does not say {drawn:?}", command.act());
    }
}

/// The documents that were called for on the way.
fn called_for(entries: &[Entry]) -> Vec<DocumentKind> {
    let mut case = None;
    let mut called = Vec::new();
    for entry in entries {
        case = evolve(case, entry);
        called.extend(case.iter().flat_map(|case| effects(case, entry)));
    }
    let document = |effect| match effect {
        Effect::Print { document, .. } => Some(document),
        Effect::CheckGifts => None,
    };
    called.into_iter().filter_map(document).collect()
}

/// Else every case of the procedure would be kept from its archive.
#[test]
fn what_a_volume_binds_is_called_for_by_an_event() {
    let is_done = |case: &Case| {
        let outcome = case.later.as_deref().and_then(|later| later.outcome.as_ref());
        case.archive.is_some() || outcome.is_some()
    };
    for story in stories_of_all().filter(|story| is_done(&story.case)) {
        let called = called_for(&story.entries);
        let procedure = story.case.procedure;
        for wanted in (plan(procedure).documents_of_volume)(&story.case) {
            assert!(called.contains(&wanted), "{procedure:?}: no event calls for {wanted:?}");
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
