//! A release holds the browser pages, so it is built anew when they were. A debug build reads them from the
//! disk when it starts.

fn main() {
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    println!("cargo::rerun-if-changed={}", if is_release { "../portal/dist" } else { "build.rs" });
}
