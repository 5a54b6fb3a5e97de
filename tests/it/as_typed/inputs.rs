//! The inputs that went wrong elsewhere: those of `GUIJIA_CASES`, or of `shared/cases` beside the
//! checkout, and always the copies that are kept here.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Copies kept beside the tests.
const KEPT: usize = 34;

/// Scans kept beside them; those that only need to be seen are with the tests of the papers.
const KEPT_SCANS: usize = 6;

/// Where the inputs lie: the copies, and the folder given from outside where there is one.
pub fn folders() -> Vec<PathBuf> {
    kept_and_given("it/inputs", KEPT)
}

/// The same for scans.
pub fn scan_folders() -> Vec<PathBuf> {
    kept_and_given("it/scanned", KEPT_SCANS)
}

fn kept_and_given(folder: &str, count: usize) -> Vec<PathBuf> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(&kept).expect("the kept inputs").count();
    assert_eq!(files, count, "an input is missing or has no right answer yet");
    std::iter::once(kept).chain(given()).collect()
}

/// The folder from outside.
pub fn given() -> Option<PathBuf> {
    let given = std::env::var_os("GUIJIA_CASES").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/cases");
    let folder = given.unwrap_or(beside);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("SKIPPED: no folder {}; only the kept inputs run", folder.display());
    None
}

/// The file whose name begins with this number, if it is here, and what is in it.
pub fn bytes(folder: &Path, number: &str) -> Option<(PathBuf, Vec<u8>)> {
    let path = paths(folder).find(|path| begins_with(path, number))?;
    let bytes = std::fs::read(&path).expect("its bytes");
    Some((path, bytes))
}

fn paths(folder: &Path) -> impl Iterator<Item = PathBuf> {
    std::fs::read_dir(folder).expect("the inputs").map(|file| file.expect("an input").path())
}

fn begins_with(path: &Path, number: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number))
}

/// The input whose name begins with this number.
pub fn input(folder: &Path, number: &str) -> Value {
    let path = paths(folder).find(|path| begins_with(path, number));
    let path = path.unwrap_or_else(|| panic!("no input {number}"));
    let text = std::fs::read_to_string(path).expect("its text");
    serde_json::from_str(&text).expect("JSON")
}
