//! No two files of a crate know each other, directly or round about.

use std::collections::BTreeSet;

use super::expect_none;
use super::imports::{Arrows, arrows};

/// Files that still stand in a circle, by crate. This list may only shrink.
const KNOWN: [(&str, &[&str]); 0] = [];

/// The source folders of the crates.
const FOLDERS: [&str; 4] = ["workflow/src", "documents/src", "migrations/src", "api/src"];

/// The files that a file reaches by its arrows.
fn reached<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a str> {
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
    let reach = |file: &str| reached(arrows, file);
    let in_circles = arrows.keys().map(String::as_str).filter(|file| reach(file).contains(file));
    let circle = |file: &str| reach(file).into_iter().filter(|other| reach(other).contains(file));
    in_circles.map(|file| circle(file).collect()).collect()
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
        let known = KNOWN.iter().find(|(name, _)| *name == folder).map_or(&[][..], |(_, of)| of);
        let circles = circles(&arrows);
        println!("{folder}: {} files, {} circles", arrows.len(), circles.len());
        let new = |circle: &&BTreeSet<&str>| !circle.iter().all(|file| known.contains(file));
        found.extend(circles.iter().filter(new).map(|circle| described(folder, &arrows, circle)));
    }
    expect_none("files that know each other", found);
}

#[test]
fn the_list_of_known_circles_shrinks_with_them() {
    let mut stale = Vec::new();
    for (folder, files) in KNOWN {
        let arrows = arrows(folder);
        let standing: BTreeSet<&str> = circles(&arrows).into_iter().flatten().collect();
        let gone = files.iter().filter(|file| !standing.contains(*file));
        stale.extend(gone.map(|file| format!("{folder}/{file}")));
    }
    expect_none("files that stand in no circle any more", stale);
}
