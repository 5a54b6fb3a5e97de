//! A release holds the browser pages, so it is built anew when they were. A debug build reads them from the
//! disk when it starts.

use std::path::Path;

const PAGES: &str = "../portal/dist";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    // A place that is not there would count as changed at every build.
    if is_release && Path::new(PAGES).exists() {
        println!("cargo::rerun-if-changed={PAGES}");
    }
}
