//! Which module of the service may know which: `cli → {http, jobs} → {execute, reading} → store`.

use super::{Source, expect_none, sources};

/// What each module may use besides itself. A module that is not here may use nothing. A file of a
/// room has a row of its own where it stands elsewhere than its room.
const ALLOWED: [(&str, &[&str]); 18] = [
    ("clock", &[]),
    ("secret", &["clock"]),
    ("heads", &["clock"]),
    ("store", &["clock", "heads", "secret"]),
    ("config", &["accesses", "store"]),
    ("children", &["store"]),
    ("measures", &["clock", "store"]),
    ("app", &["accesses", "children", "config", "heads", "measures", "secret", "store"]),
    ("office", &["clock", "store"]),
    ("backup", &["clock", "config", "secret", "store"]),
    ("execute", &["app", "clock", "store"]),
    ("reading", &["app", "clock", "execute", "secret", "store"]),
    ("donations", &["app", "execute", "store"]),
    (
        "jobs",
        &["accesses", "app", "children", "clock", "execute", "heads", "reading", "secret", "store"],
    ),
    (
        "http",
        &[
            "accesses",
            "app",
            "children",
            "clock",
            "config",
            "donations",
            "execute",
            "heads",
            "measures",
            "office",
            "reading",
            "secret",
            "store",
        ],
    ),
    ("office/founding", &["clock", "config", "http", "office", "secret", "store"]),
    (
        "cli",
        &[
            "accesses",
            "app",
            "backup",
            "children",
            "clock",
            "config",
            "execute",
            "heads",
            "http",
            "jobs",
            "office",
            "office/founding",
            "reading",
            "secret",
            "store",
        ],
    ),
    ("accesses", &["clock", "secret", "store"]),
];

/// The module of the service that a path of names is in, such as `store`.
fn module(path: &str) -> &str {
    let has_own_row = ALLOWED.iter().find(|(name, _)| name.contains('/') && path.starts_with(name));
    has_own_row.map_or_else(|| path.split('/').next().unwrap_or_default(), |(name, _)| name)
}

/// The module of the service a file is in.
fn module_of(source: &Source) -> &str {
    module(source.path.trim_start_matches("api/src/").trim_end_matches(".rs"))
}

/// The modules of the service a line names.
fn named(line: &str) -> Vec<String> {
    let ends = |character: char| !character.is_ascii_alphanumeric() && !"_:".contains(character);
    let after_crate = line.split("crate::").skip(1);
    let paths = after_crate.filter_map(|rest| rest.split(ends).next());
    paths.map(|path| module(&path.replace("::", "/")).to_owned()).collect()
}

#[test]
fn each_module_knows_only_what_is_below_it() {
    let mut found = Vec::new();
    for source in sources("api/src") {
        let own = module_of(&source);
        if ["lib", "main"].contains(&own) {
            continue;
        }
        let allowed = ALLOWED.iter().find(|(name, _)| *name == own).map_or(&[][..], |(_, may)| may);
        for (number, line) in source.program() {
            let strange = named(line)
                .into_iter()
                .filter(|name| name != own && !allowed.contains(&name.as_str()));
            found.extend(strange.map(|name| format!("{}:{number}: {own} → {name}", source.path)));
        }
    }
    expect_none("arrows that nobody drew", found);
}

#[test]
fn the_table_of_arrows_lists_no_module_that_is_gone() {
    let modules: Vec<String> =
        sources("api/src").iter().map(|source| module_of(source).to_owned()).collect();
    let gone = ALLOWED.iter().map(|(name, _)| (*name).to_owned());
    expect_none("modules that are gone", gone.filter(|name| !modules.contains(name)).collect());
}

#[test]
fn only_the_store_knows_the_database() {
    let outside = sources("api/src").into_iter().filter(|source| module_of(source) != "store");
    let found = outside.flat_map(|source| source.lines_with(&["sea_orm::", "sqlx::"])).collect();
    expect_none("only `store` may name the database's library", found);
}

#[test]
fn only_one_file_picks_a_status_code() {
    let others = sources("api/src")
        .into_iter()
        .filter(|source| source.path != "api/src/http/answer/error.rs");
    let found = others.flat_map(|source| source.lines_with(&["StatusCode::"])).collect();
    expect_none("only `http/answer/error.rs` picks a status", found);
}

#[test]
fn only_the_migrations_and_the_connection_ask_which_database_it_is() {
    let asking =
        ["connect.rs", "compaction.rs"].map(|file| format!("api/src/store/connection/{file}"));
    let others = sources("api/src").into_iter().filter(|source| !asking.contains(&source.path));
    let words = ["DbBackend::", "DatabaseBackend::"];
    let found = others.flat_map(|source| source.lines_with(&words)).collect();
    expect_none("one text of SQL serves both databases", found);
}
