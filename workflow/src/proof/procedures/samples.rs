//! Every kind of event of the later procedures as it is stored, for the samples.

use super::dissolution::{after_a_death, registered};
use super::late_entry::of_another_office;
use super::replacement::{proved, replaced};
use super::revocation::posted;
use super::{first_after, guardian};
use crate::event::{Entry, Event};
use crate::procedures::consequence;
use crate::proof::testing::Story;

/// One case of each procedure, and those of a guardian.
pub(crate) fn stories() -> Vec<Story> {
    let stories = [
        registered(),
        after_a_death(),
        posted(),
        replaced(),
        proved(),
        of_another_office("2027-03-01"),
    ];
    stories.into_iter().chain(guardian::opened()).collect()
}

/// Their entries, with what each leaves in the adoption's case.
pub(crate) fn samples() -> Vec<Entry> {
    stories().iter().flat_map(with_what_it_leaves).collect()
}

fn with_what_it_leaves(story: &Story) -> Vec<Entry> {
    let mut entries = story.entries.clone();
    for entry in &story.entries {
        let left = consequence(&story.case, &entry.event).map(|(_, event)| event);
        entries.extend(left.map(|event: Event| Entry { event, ..entry.clone() }));
    }
    entries
}

#[test]
fn what_is_left_is_of_the_adoption() {
    let story = registered();
    let first = super::adopted("2030-03-04").case;
    let mut concluded = story.clone();
    concluded.entries.truncate(
        story
            .entries
            .iter()
            .rposition(|entry| consequence(&story.case, &entry.event).is_some())
            .map_or(0, |place| place + 1),
    );
    assert!(!first_after(&concluded, &first).aftermath.standing.stands());
}
