//! Looking changes nothing: no file is made, none is altered, and another schema is refused in words.

use std::path::Path;

use tempfile::TempDir;

use super::support::Copy;
use crate::support::story::application;
use crate::support::{Backend, Office, Story, on_both_databases, program};

on_both_databases!(work_goes_on_while_it_is_looked_at, a_newer_schema_is_refused_in_words);

/// Every file below a folder with its bytes.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("readable") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    found.push((path.display().to_string(), std::fs::read(&path).expect("bytes")))
                }
            }
        }
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_folder_stays_as_it_is() {
    let directory = TempDir::new().expect("a directory");
    for (name, made) in [("empty", true), ("missing", false)] {
        let place = directory.path().join(name);
        if made {
            std::fs::create_dir(&place).expect("a folder");
        }
        let data = place.display().to_string();
        for command in [vec!["verify"], vec!["verify", "--files"], vec!["rebuild", "--check"]] {
            let mut all = command.clone();
            all.extend(["--data", &data]);
            let ended = program::run(&all).await;
            assert_eq!(ended.code, Some(2), "{command:?}: {}", ended.said);
            assert!(!ended.complained.is_empty(), "{command:?}");
        }
        let verified = program::run(&["verify", "--data", &data]).await;
        assert!(
            verified.complained.contains("there is no database here"),
            "{}",
            verified.complained
        );
        assert_eq!(place.exists(), made);
        assert!(!made || everything(&place).is_empty(), "something was made in {name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looking_alters_no_byte_and_makes_no_file() {
    let office = Office::open(Backend::Sqlite).await;
    Story::apply(&office, application(1)).await;
    office.at_rest().await;
    let copy = Copy::of(&office).await;
    let before = everything(&copy.data());
    for command in [vec!["verify"], vec!["verify", "--files"], vec!["rebuild", "--check"]] {
        let ended = copy.command(&command).await;
        assert_eq!(ended.code, Some(0), "{command:?}: {}{}", ended.said, ended.complained);
        assert!(everything(&copy.data()) == before, "{command:?} changed something");
    }
}

/// Writers at work are no finding: what is compared is of one moment.
async fn work_goes_on_while_it_is_looked_at(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    let work = async {
        for party in ["adopter_1", "adopter_2"] {
            story.bring("identity_card", Some(party)).await;
            story.bring("health_certificate", Some(party)).await;
        }
    };
    let looking = async {
        for _ in 0..4 {
            let ended = office.command(&["verify"]).await;
            assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
        }
    };
    tokio::join!(work, looking);
}

async fn a_newer_schema_is_refused_in_words(office: Office) {
    office.at_rest().await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_future', 1)";
    office.database().await.change(newer).await.expect("put in");
    for command in [vec!["verify"], vec!["rebuild", "--check"]] {
        let ended = office.command(&command).await;
        assert_eq!(ended.code, Some(2), "{}", ended.said);
        assert!(ended.complained.contains("newer than this program"), "{}", ended.complained);
    }
}
