//! A practice office that was founded once in a run and is copied for each story: founding it is a third to a half of opening it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::database::{self, Backend};
use super::program::{self, Server};

/// Names the folder in which a run keeps the offices it copies; without one each story founds its own.
const SHELF: &str = "GUIJIA_TEST_SHELF";

/// Puts the data of a practice office into a directory, and says which database goes with it.
pub async fn lay(backend: Backend, directory: &Path) -> Option<String> {
    let Some(shelf) = std::env::var_os(SHELF).map(PathBuf::from) else {
        return database::create(backend).await;
    };
    let office = shelf.join(format!("{backend:?}"));
    found_once(backend, &shelf, &office).await;
    // As it is, with who may read what.
    let mut copy = Command::new("cp");
    let copied = copy.arg("-a").arg(office.join("data")).arg(directory).status();
    assert!(copied.expect("a copy").success());
    match backend {
        Backend::Sqlite => None,
        Backend::Postgresql => {
            let founded = std::fs::read_to_string(office.join("database")).expect("an address");
            Some(database::copy(&founded).await)
        }
    }
}

/// Whoever comes first founds it, and the others wait: each story is told by a process of its own.
async fn found_once(backend: Backend, shelf: &Path, office: &Path) {
    let lock = File::create(shelf.join(format!("{backend:?}.lock"))).expect("a lock");
    let lock = tokio::task::spawn_blocking(move || lock.lock().map(|()| lock)).await;
    let _held = lock.expect("waited for").expect("locked");
    if office.exists() {
        return;
    }
    // Beside its place first: what stands there is whole.
    let draft = TempDir::new_in(shelf).expect("a directory");
    let url = database::create(backend).await;
    let place = program::place(&draft.path().join("data"), url.as_deref());
    let mut arguments = vec!["--demo"];
    arguments.extend(place.iter().map(String::as_str));
    let server = Server::start(&arguments, &draft.path().join("log")).await;
    assert_eq!(server.terminate().await, Some(0), "it is left as an operator leaves it");
    if let Some(url) = url {
        std::fs::write(draft.path().join("database"), url).expect("an address");
    }
    std::fs::rename(draft.keep(), office).expect("an office");
}
