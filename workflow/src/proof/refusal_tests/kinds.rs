//! What each kind of child asks for itself, who is served elsewhere, and siblings.

use super::gates::{Table, of_table};
use super::{Attempt, Row, row};
use crate::case::{ChildKind, Residency};
use crate::law::input::CITY_LEVEL;
use crate::law::routing::{ONLY_KIN_OR_STEPCHILD, PROVINCE_LEVEL, RESCUED_AT_HOME};
use crate::law::siblings::SAME_ADOPTERS;
use crate::proof::gate_tests::miss;
use crate::proof::kinds_tests::{OFFICES, elsewhere, own_gates, story_before};
use crate::proof::sibling_tests::second_child;
use crate::proof::testing::{Story, application_of};
use crate::steps::apply::Apply;

pub fn rows() -> Vec<Row> {
    let tables = OFFICES.map(|(kind, rule)| {
        let mut misses = own_gates(kind);
        misses.push(miss("SEQ-1", "another county", rule, |case, _| elsewhere(case)));
        let mut brought = Story::applied_with(application_of(kind));
        brought.bring_papers();
        Table { misses, before: Box::new(move |act| story_before(kind, act)), brought }
    });
    tables.iter().flat_map(of_table).chain(served_elsewhere()).chain([another_family()]).collect()
}

fn applying(application: Apply) -> Attempt {
    Attempt::Application(Box::new(application), Box::new(Story::applied().facts))
}

fn served_elsewhere() -> Vec<Row> {
    let living = |kind, residency| {
        let mut application = application_of(kind);
        application.adopters.iter_mut().for_each(|adopter| adopter.residency = residency);
        applying(application)
    };
    let foundling = ChildKind::InstitutionFoundling;
    let rescued = ChildKind::RescuedChild;
    vec![
        row(&CITY_LEVEL, "adopters in Hong Kong", living(foundling, Residency::HongKong)),
        row(&PROVINCE_LEVEL, "foreigners", living(ChildKind::Stepchild, Residency::Foreign)),
        row(&ONLY_KIN_OR_STEPCHILD, "foreigners", living(foundling, Residency::Foreign)),
        row(&RESCUED_AT_HOME, "a rescued child abroad", living(rescued, Residency::Foreign)),
    ]
}

fn another_family() -> Row {
    let (story, mut application) = second_child(&Story::ready());
    application.adopters.reverse();
    let attempt = Attempt::Application(Box::new(application), Box::new(story.facts));
    row(&SAME_ADOPTERS, "the other family", attempt)
}
