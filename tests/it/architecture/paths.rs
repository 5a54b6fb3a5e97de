//! The map of the project and the guides name only what is there.

use std::path::Path;

use super::{expect_none, root};

const MAP: &str = "ARCHITECTURE.md";
const GUIDES: [&str; 4] = [
    "docs/adding-a-paper.md",
    "docs/adding-a-procedure.md",
    "docs/adding-a-rule.md",
    "docs/adding-an-act.md",
];
/// What the examples of the guides would add.
const EXAMPLES: [&str; 4] = ["change_telephone", "visit_notice", "open_copy", "copy.rs"];
/// What is made and not written.
const NOT_OURS: [&str; 2] = ["target", ".git"];

/// Every file of the project, by its path from the root.
fn files(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if !path.is_dir() {
            found.push(path.strip_prefix(root()).expect("below the root").display().to_string());
        } else if !NOT_OURS.iter().any(|name| path.ends_with(name)) {
            files(&path, found);
        }
    }
}

/// The words in backticks, outside of pictures.
fn words_in_backticks(text: &str) -> Vec<&str> {
    let outside = text.split("```").step_by(2);
    outside.flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// Whether a word is a path: a folder, or a file by its ending, without a gap or a place to fill in.
fn is_path(word: &str) -> bool {
    let character = |c: char| c.is_ascii_alphanumeric() || "/_-.".contains(c);
    let ending = word.rsplit_once('.').map(|(_, ending)| ending);
    let names_a_file =
        ending.is_some_and(|ending| ["rs", "md", "typ", "txt", "py", "json"].contains(&ending));
    word.chars().all(character) && !word.starts_with('/') && (word.ends_with('/') || names_a_file)
}

/// The paths a page names that are not there.
fn gone_from(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    files(&root(), &mut found);
    let is_there = |word: &str| {
        let below = format!("/{word}");
        found.iter().map(|path| format!("/{path}")).any(|path| match word.ends_with('/') {
            true => path.contains(&below),
            false => path.ends_with(&below),
        })
    };
    let text = std::fs::read_to_string(root().join(page)).expect("the page");
    let paths: Vec<&str> =
        words_in_backticks(&text).into_iter().filter(|word| is_path(word)).collect();
    assert!(paths.len() > 5, "{page} names paths: {paths:?}");
    let gone = paths.into_iter().filter(|path| !is_there(path));
    gone.map(|path| format!("{page}: {path}")).collect()
}

#[test]
fn every_path_on_the_map_is_there() {
    expect_none("paths on the map that are gone", gone_from(MAP));
}

#[test]
fn every_path_in_the_guides_is_there() {
    let is_of_an_example = |path: &String| EXAMPLES.iter().any(|example| path.contains(example));
    let gone = GUIDES.into_iter().flat_map(gone_from);
    expect_none(
        "paths in the guides that are gone",
        gone.filter(|path| !is_of_an_example(path)).collect(),
    );
}
