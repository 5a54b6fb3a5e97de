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

/// Explores the roads of a kind of child and prints what was seen.
fn explore(kind: &str, starts: &[Start], deviations: u8) -> Vec<(Road, Found)> {
    let explored = starts.iter().map(|start| {
        let road = formation(start);
        let mut search = Search::new(&road);
        search.from(nothing_yet(), 0, deviations, &[]);
        let found = search.found;
        let count = |event: &str| found.events.get(event).copied().unwrap_or(0);
        println!(
            "{kind}, {}: {} stations, {} ways; {} histories, {} cases, {} decisions, {} refused, \
             {} registrations, {} volumes",
            start.name,
            road.len(),
            road.iter().map(|station| station.moves.len() - 1).sum::<usize>(),
            found.histories,
            found.cases.len(),
            found.decided,
            found.refused,
            count("registered"),
            count("archived"),
        );
        for broken in found.broken.iter().take(20) {
            println!("  BROKEN {broken}");
        }
        assert!(count("registered") > 0, "{kind}, {}: nobody is registered", start.name);
        assert!(found.broken.is_empty(), "{} paths break the table", found.broken.len());
        (road, found)
    });
    explored.collect()
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

/// Rules that tell the parties of the law and are asked of no act.
const TOLD_ONLY: [&str; 5] = ["ARL-20", "ALL-46", "REG-9", "CC-1111", "CC-1112"];

#[test]
fn dropping_any_rule_is_caught() {
    let mut explored = explore("a foundling of an institution", &application::foundlings(), 1);
    explored.extend(explore("a child of parents in hardship", &application::of_hardship(), 1));
    explored.extend(explore("a stepchild", &application::stepchildren(), 1));
    let mut missed = Vec::new();
    for rule in rulebook() {
        let caught = explored.iter().find_map(|(road, found)| without(road, found, rule.id));
        match caught {
            Some(path) => println!("caught: {:22} {path}", rule.id),
            None => missed.push(rule.id),
        }
    }
    let mut companions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (rule, others) in explored.iter().flat_map(|(_, found)| &found.companions) {
        let known = companions.entry(rule).or_insert_with(|| others.clone());
        known.retain(|other| others.contains(other));
    }
    for rule in &missed {
        println!("missed: {rule}, always with {:?}", companions.get(rule));
    }
    missed.retain(|rule| !TOLD_ONLY.contains(rule));
    assert!(missed.is_empty(), "{missed:?}");
}
