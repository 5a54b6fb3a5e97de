//! No two files of a crate know each other, directly or round about.

use std::collections::{BTreeMap, BTreeSet};

use super::expect_none;
use super::imports::{Arrows, arrows};

/// The source folders of the crates.
const FOLDERS: [&str; 4] = ["workflow/src", "documents/src", "migrations/src", "api/src"];

/// The files that a file reaches by its arrows.
fn reached<'a>(arrows: &'a Arrows, from: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&str> = vec![from];
    while let Some(file) = next.pop() {
        let further = arrows.get(file).into_iter().flat_map(|further| further.keys());
        next.extend(further.map(String::as_str).filter(|file| found.insert(*file)));
    }
    found
}

/// The circles: sets of files each of which reaches all the others.
pub fn circles(arrows: &Arrows) -> BTreeSet<BTreeSet<&str>> {
    let files = arrows.keys().map(String::as_str);
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        files.map(|file| (file, reached(arrows, file))).collect();
    let comes_back =
        |file: &str, other: &str| reach.get(other).is_some_and(|further| further.contains(file));
    reach
        .iter()
        .filter(|(file, further)| further.contains(*file))
        .map(|(file, further)| {
            further.iter().copied().filter(|other| comes_back(file, other)).collect()
        })
        .collect()
}

/// A circle as its arrows, with the names that are taken.
fn described(folder: &str, arrows: &Arrows, circle: &BTreeSet<&str>) -> String {
    let mut lines = vec![format!("{folder}: a circle of {} files", circle.len())];
    for from in circle {
        for (to, names) in arrows.get(*from).into_iter().flatten() {
            if circle.contains(to.as_str()) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                lines.push(format!("  {from} → {to}: {}", names.join(", ")));
            }
        }
    }
    lines.join("\n")
}

#[test]
fn no_two_files_know_each_other() {
    let mut found = Vec::new();
    for folder in FOLDERS {
        let arrows = arrows(folder);
        let circles = circles(&arrows);
        println!("{folder}: {} files, {} circles", arrows.len(), circles.len());
        found.extend(circles.iter().map(|circle| described(folder, &arrows, circle)));
    }
    expect_none("files that know each other", found);
}
