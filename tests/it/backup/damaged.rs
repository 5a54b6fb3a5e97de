//! Damaged backups, and those that are none or another's: each is refused with its reason, and the place to
//! which it was to be brought stays as it was.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::support::{Entry, Ring, Target, cut_off, everything, with_a_bit_flipped};
use crate::support::story::application;
use crate::support::{Backend, Office, Story};

/// An office with a case, and a backup of it.
async fn an_office_and_its_backup(backend: Backend, ring: &Ring) -> (Office, PathBuf) {
    let office = Office::open(backend).await;
    Story::apply(&office, application(1)).await;
    office.at_rest().await;
    let (backup, ended) = ring.back_up(&office, &["--with-keys"]).await;
    assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
    (office, backup)
}

/// The entries with one of them changed.
fn changed(entries: &[Entry], name: &str, change: impl FnOnce(&mut Value)) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    let entry = entries.iter_mut().find(|(own, _)| own == name).expect("the entry");
    let mut value: Value = serde_json::from_slice(&entry.1).expect("JSON");
    change(&mut value);
    entry.1 = serde_json::to_vec(&value).expect("JSON");
    entries
}

/// Every damage with the words of its refusal.
fn damages(ring: &Ring, backup: &Path) -> Vec<(&'static str, PathBuf, &'static str)> {
    let bytes = std::fs::read(backup).expect("a backup");
    let length = bytes.len();
    let head_ends = bytes.windows(4).position(|four| four == b"\n---").expect("a head") + 60;
    let entries = ring.entries(backup);
    let table = entries.iter().position(|(name, _)| name.starts_with("tables/event/"));
    let table = table.expect("events");
    let without = |place: usize| {
        let mut entries = entries.clone();
        entries.remove(place);
        entries
    };
    let mut another_row = entries.clone();
    let text = String::from_utf8(another_row[table].1.clone()).expect("text");
    another_row[table].1 =
        text.replacen("\"kind\"", "\"kinds\"", 1).replacen(",1,", ",2,", 1).into();
    let newer = changed(&entries, "guijia-backup.json", |head| {
        head["schema"].as_array_mut().expect("a list").push(json!("m9999_future"));
        head["program"] = json!("9.9.9");
    });
    let other_format = changed(&entries, "guijia-backup.json", |head| head["format"] = json!(2));
    let plain = ring.path("plain.tar");
    std::fs::write(&plain, b"a tar of somebody's holidays").expect("written");
    vec![
        ("cut off in the middle", cut_off(ring, backup, length / 2), "cut off"),
        ("cut off by one byte", cut_off(ring, backup, length - 1), "cut off"),
        ("cut off in its head", cut_off(ring, backup, 40), "cut off at byte 40"),
        (
            "one bit flipped early",
            with_a_bit_flipped(ring, backup, head_ends + 1000),
            "was altered before byte",
        ),
        (
            "one bit flipped at the end",
            with_a_bit_flipped(ring, backup, length - 5),
            "its last part was altered",
        ),
        ("newer schema", ring.made_of(&newer), "made by guijia 9.9.9, which is newer"),
        ("newer layout", ring.made_of(&other_format), "which is newer than this program"),
        ("never finished", ring.made_of(&without(entries.len() - 1)), "it has no list at its end"),
        ("without its events", ring.made_of(&without(table)), "event is listed with"),
        ("with another row", ring.made_of(&another_row), "event is listed with"),
        ("no backup at all", plain, "does not begin as a file of age"),
        ("another program's file", ring.sealed(b"a letter"), "this is no backup of guijia"),
        (
            "another program's archive",
            ring.made_of(&[("letter.txt".to_owned(), b"a letter".to_vec())]),
            "its entries are not in their order",
        ),
    ]
}

async fn each_is_refused_and_nothing_is_made(backend: Backend) {
    let ring = Ring::new();
    let (office, backup) = an_office_and_its_backup(backend, &ring).await;
    drop(office);
    let target = Target::new(backend).await;
    let refused = async |what: &str, damaged: &Path, ring: &Ring, words: &str| {
        let checked = ring.check(damaged).await;
        assert_eq!(checked.code, Some(1), "{what}: {}{}", checked.said, checked.complained);
        assert!(checked.complained.contains(words), "{what}: {}", checked.complained);
        let ended = target.restore(damaged, ring).await;
        assert_eq!(ended.code, Some(1), "{what}: {}{}", ended.said, ended.complained);
        assert!(ended.complained.contains(words), "{what}: {}", ended.complained);
        assert!(!target.data().exists(), "{what}: something was made");
        assert_eq!(target.tables().await, 0, "{what}");
    };
    for (what, damaged, words) in damages(&ring, &backup) {
        refused(what, &damaged, &ring, words).await;
    }
    refused("wrong key", &backup, &Ring::new(), "none of these identities opens").await;
    // The same place takes the backup that is whole.
    let restored = target.restore(&backup, &ring).await;
    assert_eq!(restored.code, Some(0), "{}{}", restored.said, restored.complained);
    // And no second one: what is there stays as it is.
    let before = everything(&target.data());
    let again = target.restore(&backup, &ring).await;
    assert_eq!(again.code, Some(1), "{}{}", again.said, again.complained);
    assert!(again.complained.contains("nothing was changed"), "{}", again.complained);
    assert!(everything(&target.data()) == before, "something was changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_stays_as_it_was() {
    each_is_refused_and_nothing_is_made(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_stays_as_it_was() {
    each_is_refused_and_nothing_is_made(Backend::Postgresql).await;
}
