//! Which crate may know which: workflow ← documents ← api → migrations, and what none may know.

use super::{CRATES, expect_none, root, sources};

/// The names under `[dependencies]` of a crate.
fn dependencies(name: &str) -> Vec<String> {
    listed(name, "[dependencies]")
}

/// The names under a heading of the manifest in a folder of the workspace.
fn listed(folder: &str, heading: &str) -> Vec<String> {
    let manifest = root().join(folder).join("Cargo.toml");
    let manifest = std::fs::read_to_string(manifest).expect("a manifest");
    manifest
        .lines()
        .skip_while(|line| line.trim() != heading)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split(['.', '=', ' ']).next())
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

fn expect_not(name: &str, forbidden: &[&str]) {
    let known = dependencies(name);
    let found = known.into_iter().filter(|known| forbidden.contains(&known.as_str())).collect();
    expect_none(&format!("{name} must not know"), found);
}

/// Everything by which a crate could reach a network, a database, a clock or a runtime.
const OUTSIDE_WORLD: [&str; 14] = [
    "tokio",
    "poem",
    "poem-openapi",
    "sea-orm",
    "sea-orm-migration",
    "sqlx",
    "reqwest",
    "hyper",
    "object_store",
    "jsonwebtoken",
    "rand",
    "getrandom",
    "tracing",
    "futures-util",
];

#[test]
fn the_law_depends_on_data_only() {
    let allowed = [
        "chrono",
        "pinyin",
        "schemars",
        "serde",
        "serde_json",
        "strum",
        "unicode-normalization",
        "uuid",
    ];
    let known = dependencies("workflow");
    let found = known.into_iter().filter(|name| !allowed.contains(&name.as_str())).collect();
    expect_none("workflow must not know", found);
}

#[test]
fn the_law_has_no_clock_no_chance_and_no_files() {
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "Utc::now",
        "Local::now",
        "Uuid::new_v",
        "Uuid::now_v",
        "println!",
        "async fn",
    ];
    let found =
        sources("workflow").iter().flat_map(|source| source.lines_with(&forbidden)).collect();
    expect_none("the law must be told these, not look them up", found);
}

#[test]
fn the_press_knows_the_law_and_neither_database_nor_network() {
    expect_not("documents", &OUTSIDE_WORLD);
    expect_not("documents", &["guijia", "migrations"]);
    let found =
        sources("documents").iter().flat_map(|source| source.lines_with(&["std::net"])).collect();
    expect_none("the press must not reach a network", found);
}

#[test]
fn the_schema_knows_nothing_of_ours() {
    expect_not("migrations", &["guijia", "workflow", "documents"]);
}

#[test]
fn nothing_depends_on_the_tests() {
    for name in ["workflow", "documents", "migrations", "api"] {
        expect_not(name, &["guijia-tests"]);
    }
    assert_eq!(dependencies("tests"), Vec::<String>::new(), "the tests are nobody's library");
}

#[test]
fn what_a_crate_depends_on_is_named_in_its_source() {
    let mut idle = Vec::new();
    for name in CRATES {
        let text: String = sources(name).into_iter().map(|source| source.text).collect();
        for heading in ["[dependencies]", "[dev-dependencies]"] {
            let is_named =
                |known: &String| text.contains(&format!("{}::", known.replace('-', "_")));
            let unnamed = listed(name, heading).into_iter().filter(|known| !is_named(known));
            idle.extend(unnamed.map(|known| format!("{name}: {known}")));
        }
    }
    expect_none("dependencies that nothing names", idle);
}

#[test]
fn what_the_workspace_chose_is_used_by_a_crate() {
    let all = CRATES.iter().flat_map(|name| {
        ["[dependencies]", "[dev-dependencies]"].into_iter().flat_map(|part| listed(name, part))
    });
    let used: Vec<String> = all.collect();
    let chosen = listed("", "[workspace.dependencies]").into_iter();
    expect_none("chosen and not used", chosen.filter(|name| !used.contains(name)).collect());
}
