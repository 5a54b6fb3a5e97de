//! What an office keeps is open to its service and to nobody else, whatever the operator made.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::real_office::Place;
use crate::support::database::Backend;
use crate::support::story::application;
use crate::support::{Office, Story, program};

#[tokio::test]
async fn what_the_operator_made_open_is_closed_at_the_start() {
    let place = Place::new(Backend::Sqlite).await;
    let data = PathBuf::from(place.path("data"));
    fs::create_dir_all(data.join("files")).expect("made");
    for folder in [data.clone(), data.join("files")] {
        fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("opened");
    }
    let founded = place.init().await;
    assert_eq!(founded.code, Some(0), "{}", founded.complained);
    let server = place.serve().await;
    assert_eq!(open_to_others(&data), Vec::<String>::new(), "while it is served");
    assert!(data.join("guijia.sqlite-wal").exists(), "the database is in use");
    assert_eq!(server.terminate().await, Some(0));
}

#[tokio::test]
async fn what_an_older_version_left_open_is_closed_at_the_next_start() {
    let office = Office::open(Backend::Sqlite).await;
    let story = Story::apply(&office, application(1)).await;
    drop(story);
    office.at_rest().await;
    let data = office.data();
    let kept = data.join("files");
    let office = office
        .reopen(async |server| {
            assert_eq!(server.terminate().await, Some(0));
            assert!(all_in(&kept).iter().any(|path| path.is_file()), "a paper was printed");
            for path in all_in(&data) {
                if !path.starts_with(data.join("keys")) {
                    let mode = if path.is_dir() { 0o755 } else { 0o644 };
                    fs::set_permissions(path, Permissions::from_mode(mode)).expect("opened");
                }
            }
        })
        .await;
    assert_eq!(open_to_others(&office.data()), Vec::<String>::new());
}

#[tokio::test]
async fn a_data_directory_that_others_share_is_refused() {
    let place = Place::new(Backend::Sqlite).await;
    let data = PathBuf::from(place.path("data"));
    fs::create_dir_all(data.join("somebody")).expect("made");
    fs::set_permissions(&data, Permissions::from_mode(0o1777)).expect("opened");
    let ended = place.init().await;
    assert_eq!(ended.code, Some(2), "{}", ended.complained);
    assert!(ended.complained.contains("is open to others (mode 1777)"), "{}", ended.complained);
}

#[tokio::test]
async fn a_password_is_never_taken_from_the_arguments() {
    let place = Place::new(Backend::Sqlite).await;
    for address in [
        "postgres://guijia:hidden-word@127.0.0.1:1/guijia",
        "postgres://127.0.0.1:1/guijia?user=guijia&password=hidden-word",
    ] {
        for command in ["migrate", "serve", "verify"] {
            let ended = place.run(&[command, "--database-url", address]).await;
            assert_eq!(ended.code, Some(64), "{command}: {}", ended.complained);
            assert!(ended.complained.contains("--database-url holds a password"), "{command}");
            assert!(!ended.complained.contains("hidden-word"), "{}", ended.complained);
        }
    }
}

#[tokio::test]
async fn a_configuration_with_a_password_is_for_the_service_alone() {
    let place = Place::new(Backend::Sqlite).await;
    let file = place.path("guijia.toml");
    let text =
        "database = 'postgres://guijia:hidden-word@127.0.0.1:1/guijia'\ndatabase_patience = 0\n";
    fs::write(&file, text).expect("written");
    let ended = async |mode| {
        fs::set_permissions(&file, Permissions::from_mode(mode)).expect("set");
        program::run(&["serve", "--data", &place.path("data"), "--config", &file]).await
    };
    let refused = ended(0o644).await;
    assert_eq!(refused.code, Some(64), "{}", refused.complained);
    assert!(refused.complained.contains("others may read it (mode 644)"), "{}", refused.complained);
    assert!(!refused.complained.contains("hidden-word"), "{}", refused.complained);
    // Nothing listens there: what is complained of is the database and no longer the file.
    let read = ended(0o600).await;
    assert_eq!(read.code, Some(2), "{}", read.complained);
    assert!(read.complained.contains("the database did not answer"), "{}", read.complained);
    assert!(!read.complained.contains("hidden-word"), "{}", read.complained);
}

/// The directory and everything in it.
fn all_in(directory: &Path) -> Vec<PathBuf> {
    let mut all = vec![directory.to_owned()];
    let mut seen = 0;
    while let Some(path) = all.get(seen).cloned() {
        seen += 1;
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("readable");
            all.extend(entries.map(|entry| entry.expect("an entry").path()));
        }
    }
    all
}

fn open_to_others(directory: &Path) -> Vec<String> {
    let mode = |path: &PathBuf| fs::metadata(path).expect("there").mode() & 0o777;
    let all = all_in(directory);
    let open = all.iter().filter(|path| mode(path) & 0o077 != 0);
    open.map(|path| format!("{} {:o}", path.display(), mode(path))).collect()
}
