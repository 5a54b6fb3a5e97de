//! How files are written: what they open with, how long they are, and what is not in them.

use std::collections::BTreeMap;

use super::{all_sources, expect_none, sources};

/// The most lines a file has.
const MOST_LINES: usize = 350;

/// Files that are longer, with the lines they have. This list may only shrink.
const LONGER: [(&str, usize); 0] = [];

#[test]
fn every_file_says_what_it_is_for() {
    let silent = all_sources().into_iter().filter(|source| !source.text.starts_with("//! "));
    expect_none(
        "files without a first line of documentation",
        silent.map(|source| source.path).collect(),
    );
}

#[test]
fn no_file_is_too_long() {
    let known: BTreeMap<&str, usize> = LONGER.into();
    let too_long = all_sources().into_iter().filter_map(|source| {
        let lines = source.text.lines().count();
        let most = known.get(source.path.as_str()).copied().unwrap_or(MOST_LINES);
        (lines > most).then(|| format!("{}: {lines} lines, at most {most}", source.path))
    });
    expect_none("files that are too long", too_long.collect());
}

#[test]
fn the_list_of_longer_files_shrinks_with_them() {
    let lengths: BTreeMap<String, usize> = all_sources()
        .into_iter()
        .map(|source| (source.path, source.text.lines().count()))
        .collect();
    let stale = LONGER.into_iter().filter(|(path, lines)| {
        *lines <= MOST_LINES || lengths.get(*path).is_none_or(|now| now < lines)
    });
    expect_none("entries to lower or to remove", stale.map(|(path, _)| path.to_owned()).collect());
}

#[test]
fn nothing_is_left_unfinished() {
    // Put together here, so that this file does not hold them.
    let words = ["todo", "unimplemented", "dbg"].map(|name| format!("{name}!("));
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let found = all_sources().iter().flat_map(|source| source.lines_with(&words)).collect();
    expect_none("unfinished work", found);
}

#[test]
fn what_a_client_or_a_database_sends_cannot_stop_the_program() {
    let words = [".unwrap()", ".expect(\"", "panic!(", "unreachable!("];
    let crates = ["workflow/src", "documents/src", "migrations/src", "api/src"];
    let all = crates.into_iter().flat_map(sources);
    let found = all.flat_map(|source| source.lines_with(&words)).collect();
    expect_none("panics in the program", found);
}

#[test]
fn lints_are_silenced_with_a_reason_only() {
    let found = all_sources()
        .iter()
        .flat_map(|source| source.lines_with(&["#[allow(", "#![allow(", "#[expect("]))
        .filter(|line| !line.contains("reason = ") && !line.ends_with('('))
        .collect();
    expect_none("lints silenced without a reason", found);
}
