//! Which module of the service may know which: `cli → {http, jobs} → {execute, consult} → store`.

use super::{Source, expect_none, sources};

/// What each module may use besides itself. A module that is not here may use nothing.
const ALLOWED: [(&str, &[&str]); 22] = [
    ("clock", &[]),
    ("secret", &[]),
    ("query_code", &["secret"]),
    ("store", &["access", "clock", "query_code", "secret"]),
    ("access", &["store"]),
    ("config", &["store"]),
    ("calendar_file", &["store"]),
    ("child", &[]),
    ("printing", &["child", "store"]),
    ("virus", &[]),
    ("app", &["child", "config", "printing", "secret", "store", "virus"]),
    ("scans", &["child", "store", "virus"]),
    ("practice", &["store"]),
    ("execute", &["access", "app", "clock", "store"]),
    ("consult", &["access", "app", "execute", "store"]),
    ("donations", &["access", "app", "execute", "store"]),
    ("family", &["access", "app", "clock", "consult", "execute", "query_code", "secret", "store"]),
    ("certificate", &["app", "store"]),
    ("jobs", &["app", "child", "clock", "execute", "printing", "query_code", "store"]),
    (
        "http",
        &[
            "access",
            "app",
            "calendar_file",
            "certificate",
            "clock",
            "config",
            "consult",
            "donations",
            "execute",
            "family",
            "query_code",
            "scans",
            "secret",
            "store",
        ],
    ),
    ("founding", &["clock", "config", "http", "secret", "store"]),
    (
        "cli",
        &[
            "access",
            "app",
            "calendar_file",
            "clock",
            "config",
            "consult",
            "execute",
            "founding",
            "http",
            "jobs",
            "practice",
            "printing",
            "scans",
            "secret",
            "store",
        ],
    ),
];

/// The module of the service a file is in, such as `store`.
fn module(source: &Source) -> &str {
    let inside = source.path.trim_start_matches("api/src/");
    inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The modules of the service a line names.
fn named(line: &str) -> Vec<&str> {
    let ends = |character: char| !character.is_ascii_alphanumeric() && character != '_';
    let after_crate = line.split("crate::").skip(1);
    after_crate.filter_map(|rest| rest.split(ends).next()).collect()
}

#[test]
fn each_module_knows_only_what_is_below_it() {
    let mut found = Vec::new();
    for source in sources("api/src") {
        let own = module(&source);
        if ["lib", "main"].contains(&own) {
            continue;
        }
        let allowed = ALLOWED.iter().find(|(name, _)| *name == own).map_or(&[][..], |(_, may)| may);
        for (number, line) in source.program() {
            let strange =
                named(line).into_iter().filter(|name| *name != own && !allowed.contains(name));
            found.extend(strange.map(|name| format!("{}:{number}: {own} → {name}", source.path)));
        }
    }
    expect_none("arrows that nobody drew", found);
}

#[test]
fn the_table_of_arrows_lists_no_module_that_is_gone() {
    let modules: Vec<String> =
        sources("api/src").iter().map(|source| module(source).to_owned()).collect();
    let gone = ALLOWED.iter().map(|(name, _)| (*name).to_owned());
    expect_none("modules that are gone", gone.filter(|name| !modules.contains(name)).collect());
}

#[test]
fn only_the_store_knows_the_database() {
    let outside = sources("api/src").into_iter().filter(|source| module(source) != "store");
    let found = outside.flat_map(|source| source.lines_with(&["sea_orm::", "sqlx::"])).collect();
    expect_none("only `store` may name the database's library", found);
}

#[test]
fn only_one_file_picks_a_status_code() {
    let others =
        sources("api/src").into_iter().filter(|source| source.path != "api/src/http/error.rs");
    let found = others.flat_map(|source| source.lines_with(&["StatusCode::"])).collect();
    expect_none("only `http/error.rs` picks a status", found);
}

#[test]
fn only_the_migrations_and_the_connection_ask_which_database_it_is() {
    let others =
        sources("api/src").into_iter().filter(|source| source.path != "api/src/store/connect.rs");
    let words = ["DbBackend::", "DatabaseBackend::"];
    let found = others.flat_map(|source| source.lines_with(&words)).collect();
    expect_none("one text of SQL serves both databases", found);
}
