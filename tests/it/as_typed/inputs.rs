//! The inputs that went wrong elsewhere: those of `GUIJIA_CASES`, or of `shared/cases` beside the
//! checkout, and always the copies that are kept here.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// Copies kept beside the tests.
const KEPT: usize = 31;

/// Where the inputs lie: the copies, and the folder given from outside where there is one.
pub fn folders() -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let kept = here.join("it/inputs");
    let files = std::fs::read_dir(&kept).expect("the kept inputs").count();
    assert_eq!(files, KEPT, "an input is missing or has no right answer yet");
    let given = std::env::var_os("GUIJIA_CASES").map(PathBuf::from);
    let beside = given.unwrap_or_else(|| here.join("../../shared/cases"));
    if beside.is_dir() {
        return vec![kept, beside];
    }
    println!("SKIPPED: no folder {}; only the {KEPT} kept inputs run", beside.display());
    vec![kept]
}

/// The input whose name begins with this number.
pub fn input(folder: &Path, number: &str) -> Value {
    let files = std::fs::read_dir(folder).expect("the inputs");
    let mut names = files.map(|file| file.expect("an input").path()).filter(|path| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number))
    });
    let path = names.next().unwrap_or_else(|| panic!("no input {number}"));
    let text = std::fs::read_to_string(path).expect("its text");
    serde_json::from_str(&text).expect("JSON")
}
