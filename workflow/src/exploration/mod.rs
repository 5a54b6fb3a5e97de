//! The procedures explored: every path along the road of a procedure that deviates from it at most so
//! many times, each act decided by [`decide`](crate::decide::decide), each history judged by a property table
//! written from the law.
//!
//! No path may break a row of the table, and with any one rule dropped some path must. What is dropped
//! is dropped in these tests alone: there is no switch for it outside them.

mod people;
mod properties;
mod road;
mod stations;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use crate::law::rulebook;
use road::{Found, Road, Search, without};
use stations::{Start, application, formation, nothing_yet};

/// What was seen along one road.
struct Explored {
    road: Road,
    found: Found,
}

/// Explores the roads of a kind of child and prints what was seen. Every single deviation is tried
/// at every station; with two, every pair.
fn explore(kind: &str, starts: &[Start], deviations: u8) -> Vec<Explored> {
    let mut explored = Vec::new();
    for start in starts {
        let road = formation(start);
        let mut search = Search::new(&road);
        search.from(nothing_yet(), 0, deviations, &[]);
        let found = search.found;
        tell(&format!("{kind}, {}", start.name), &road, &found);
        explored.push(Explored { road, found });
    }
    let broken: usize = explored.iter().map(|seen| seen.found.broken.len()).sum();
    assert_eq!(broken, 0, "paths break the table");
    for seen in &explored {
        assert!(seen.found.events.contains_key("archived"), "{kind}: nobody comes to the end");
    }
    explored
}

fn tell(start: &str, road: &Road, found: &Found) {
    let count = |event: &str| found.events.get(event).copied().unwrap_or(0);
    let ways: usize = road.iter().map(|station| station.moves.len() - 1).sum();
    println!("{start}: {} stations, {ways} other ways", road.len());
    println!(
        "  {} histories, {} cases, {} decisions, {} refused; {} registrations, {} certificates \
         issued, {} volumes",
        found.histories,
        found.cases.len(),
        found.decided,
        found.refused,
        count("registered"),
        count("certificate_issued"),
        count("archived"),
    );
    for broken in found.broken.iter().take(30) {
        println!("  BROKEN {broken}");
    }
}

#[test]
fn no_foundling_is_adopted_against_the_law() {
    explore("a foundling of an institution", &application::foundlings(), 1);
}

#[test]
fn no_child_of_parents_in_hardship_is_adopted_against_the_law() {
    explore("a child of parents in hardship", &application::of_hardship(), 1);
}

#[test]
fn no_stepchild_is_adopted_against_the_law() {
    explore("a stepchild", &application::stepchildren(), 1);
}

#[test]
#[ignore = "every pair of deviations takes minutes"]
fn no_pair_of_deviations_breaks_the_law() {
    explore("a stepchild", &application::stepchildren()[..1], 2);
}

/// Rules that tell the parties of the law and are asked of no act.
const TOLD_ONLY: [&str; 5] = ["ARL-20", "ALL-46", "REG-9", "CC-1111.1", "CC-1112"];

/// Rules that never refuse alone, because another asks the same of the same paper or act: dropping
/// one changes nothing, dropping both does.
const DOUBLED: [(&str, &str); 5] = [
    ("CC-1098.2", "REG-6.1.2"),
    ("CC-1098.3", "REG-6.1.3"),
    ("REG-6.1.3", "CC-1098.3"),
    ("REG-7.4", "CC-1094.3"),
    ("SPEC-16", "SPEC-11"),
];

#[test]
fn dropping_any_rule_is_caught() {
    let mut explored = explore("a foundling of an institution", &application::foundlings(), 1);
    explored.extend(explore("a child of parents in hardship", &application::of_hardship(), 1));
    explored.extend(explore("a stepchild", &application::stepchildren(), 1));
    let companions = companions(&explored);
    let (mut missed, mut unasked) = (Vec::new(), Vec::new());
    for rule in rulebook().into_iter().map(|rule| rule.id) {
        let double = DOUBLED.iter().find(|(doubled, _)| *doubled == rule).map(|(_, other)| *other);
        let dropped: BTreeSet<&'static str> = std::iter::once(rule).chain(double).collect();
        let caught = explored.iter().find_map(|seen| without(&seen.road, &seen.found, &dropped));
        match caught {
            _ if !companions.contains_key(rule) => unasked.push(rule),
            Some(path) => println!("caught: {} {path}", Vec::from_iter(dropped).join(" with ")),
            None => missed.push(rule),
        }
        if let Some(double) = double {
            let always = companions.get(rule).is_some_and(|others| others.contains(double));
            assert!(always, "{rule} refuses without {double}");
        }
    }
    for rule in &missed {
        println!("missed: {rule}, always with {:?}", companions.get(rule));
    }
    unasked.retain(|rule| !TOLD_ONLY.contains(rule));
    println!("asked of no act: {TOLD_ONLY:?}; on no road explored here: {unasked:?}");
    assert!(missed.is_empty(), "{missed:?}");
    assert!(TOLD_ONLY.iter().all(|rule| !companions.contains_key(rule)), "some act asks them");
}

/// The rules that were broken, each with those that were broken whenever it was.
fn companions(explored: &[Explored]) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut companions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (rule, others) in explored.iter().flat_map(|seen| &seen.found.companions) {
        let known = companions.entry(rule).or_insert_with(|| others.clone());
        known.retain(|other| others.contains(other));
    }
    companions
}
