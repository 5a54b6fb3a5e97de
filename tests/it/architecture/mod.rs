//! The rules of the house that no compiler checks: which part knows which, and how files are written.

mod arrows;
mod circles;
mod floors;
mod imports;
mod modules;
mod paths;
mod writing;

use std::path::{Path, PathBuf};

/// The crates of the workspace.
const CRATES: [&str; 5] = ["workflow", "documents", "migrations", "api", "tests"];

/// Where the workspace is.
fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the workspace").to_owned()
}

/// A file of source code.
struct Source {
    /// Its path from the root, with `/` between the parts.
    path: String,
    /// Its whole text.
    text: String,
}

impl Source {
    /// Whether the whole file is there for tests only.
    fn is_for_tests(&self) -> bool {
        let in_a_folder_of_tests = ["tests/", "/tests/", "/testing/", "/proof/", "/benches/"];
        in_a_folder_of_tests
            .iter()
            .any(|folder| self.path.contains(folder) || self.path.starts_with(folder))
            || self.path.ends_with("tests.rs")
    }

    /// The lines that are part of the program, numbered: without tests at the end and comments.
    fn program(&self) -> Vec<(usize, &str)> {
        if self.is_for_tests() {
            return Vec::new();
        }
        let lines: Vec<&str> = self.text.lines().collect();
        let end = lines
            .windows(2)
            .position(|pair| pair[0] == "#[cfg(test)]" && pair[1] == "mod tests {")
            .unwrap_or(lines.len());
        let numbered = (1..).zip(lines).take(end);
        numbered.filter(|(_, line)| !line.trim_start().starts_with("//")).collect()
    }

    /// Every line of the program that holds one of these words, as `path:line: text`.
    fn lines_with(&self, words: &[&str]) -> Vec<String> {
        self.program()
            .into_iter()
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

/// Every source file below a folder of the workspace.
fn sources(folder: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("readable source");
                let path = path.strip_prefix(&root).expect("below the root").display().to_string();
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "{folder} has no source");
    found
}

/// Every source file of the workspace.
fn all_sources() -> Vec<Source> {
    CRATES.iter().flat_map(|name| sources(name)).collect()
}

/// Fails with the list, if there is anything in it.
#[track_caller]
fn expect_none(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}
