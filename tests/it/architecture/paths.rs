//! The map of the project names only what is there.

use std::path::Path;

use super::{expect_none, root};

const MAP: &str = "ARCHITECTURE.md";
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

#[test]
fn every_path_on_the_map_is_there() {
    let mut found = Vec::new();
    files(&root(), &mut found);
    let is_there = |word: &str| {
        let below = format!("/{word}");
        found.iter().map(|path| format!("/{path}")).any(|path| match word.ends_with('/') {
            true => path.contains(&below),
            false => path.ends_with(&below),
        })
    };
    let map = std::fs::read_to_string(root().join(MAP)).expect("the map");
    let paths: Vec<&str> =
        words_in_backticks(&map).into_iter().filter(|word| is_path(word)).collect();
    assert!(paths.len() > 20, "the map names paths: {paths:?}");
    let gone = paths.into_iter().filter(|path| !is_there(path)).map(str::to_owned);
    expect_none("paths on the map that are gone", gone.collect());
}
