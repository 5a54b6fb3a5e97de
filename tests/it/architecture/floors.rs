//! The floors of the law: a room stands above all that it imports.

use std::collections::BTreeMap;

use super::expect_none;
use super::imports::arrows;

/// The rooms of `workflow`, from the ground up. Rooms of one floor do not know each other.
const FLOORS: [&[&str]; 14] = [
    &["base"],
    &["identity", "indicator"],
    &["case", "staff"],
    &["event", "access"],
    &["facts"],
    &["law"],
    &["procedures", "evolve"],
    &["steps"],
    &["effects", "time", "command", "rights", "donation", "public", "quality", "cast", "examples"],
    &["decide", "rulebook"],
    &["acts", "approval", "next"],
    &["overview"],
    &["lib"],
    // What only tests use stands above all that it tries.
    &["proof"],
];

/// The room of a file: the folder below the source, or the file that stands there by itself.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

fn floors() -> BTreeMap<&'static str, usize> {
    let numbered = (1..).zip(FLOORS);
    numbered.flat_map(|(floor, rooms)| rooms.iter().map(move |room| (*room, floor))).collect()
}

#[test]
fn a_room_stands_above_all_that_it_imports() {
    let floors = floors();
    let mut climbs = Vec::new();
    for (file, taken) in arrows("workflow/src") {
        let own = floors.get(room(&file));
        for (other, names) in taken.iter().filter(|(other, _)| room(other) != room(&file)) {
            if own <= floors.get(room(other)) {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                climbs.push(format!("{file} → {other}: {}", names.join(", ")));
            }
        }
    }
    for (floor, rooms) in (1..).zip(FLOORS) {
        println!("floor {floor}: {}", rooms.join(", "));
    }
    expect_none("imports that climb", climbs);
}

#[test]
fn every_room_has_a_floor_and_every_floor_its_rooms() {
    let floors = floors();
    let all = arrows("workflow/src");
    let without = all.keys().filter(|file| !floors.contains_key(room(file))).cloned();
    let of_tests = ["proof"];
    let gone = floors.keys().filter(|name| !of_tests.contains(name));
    let gone = gone.filter(|name| !all.keys().any(|file| room(file) == **name));
    expect_none(
        "rooms without a floor, or gone",
        without.chain(gone.map(|name| (*name).to_owned())).collect(),
    );
}
