//! Where backups come from and go to: what they leave behind, what they lack, and whose keys are there.

use std::path::Path;

use tempfile::TempDir;

use super::support::{Ring, Target, everything};
use crate::support::story::application;
use crate::support::{Backend, Office, Story, kept, on_both_databases, program};

on_both_databases!(
    a_backup_leaves_nothing_but_its_note,
    what_is_missing_or_damaged_is_named_and_the_rest_is_there,
);

async fn a_backup_leaves_nothing_but_its_note(office: Office) {
    let application = application(1);
    Story::apply(&office, application.clone()).await;
    office.at_rest().await;
    let names = |office: &Office| {
        let all = everything(&office.data()).into_iter().map(|(path, _)| path);
        all.collect::<std::collections::BTreeSet<_>>()
    };
    let before = names(&office);
    let ring = Ring::new();
    let (backup, ended) = ring.back_up(&office, &[]).await;
    assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
    let after = names(&office);
    let left: Vec<_> = after.difference(&before).collect();
    assert_eq!(left, [&office.data().join("last-backup.json")]);
    let kept = std::fs::read(&backup).expect("a backup");
    let name = application["adopters"]["husband"]["name"].as_str();
    let name = name.or_else(|| application["adopter"]["name"].as_str()).unwrap_or("练习县");
    for word in [name, "guijia-backup.json", "case_key"] {
        let is_plain = kept.windows(word.len()).any(|bytes| bytes == word.as_bytes());
        assert!(!is_plain, "{word} can be read in the backup");
    }
    // Without being asked for, the keys are not in it.
    let entries = ring.entries(&backup);
    assert!(entries.iter().all(|(name, _)| !name.starts_with("keys/")), "keys are in it");
    // A backup is never written over another.
    let to = backup.display().to_string();
    let again = office.command(&["backup", "--to", &to, "--recipient", &ring.recipient()]).await;
    assert_eq!(again.code, Some(2), "{}", again.said);
    assert!(again.complained.contains("is there already"), "{}", again.complained);
    assert!(std::fs::read(&backup).expect("a backup") == kept, "it was written over");
    let none = office.command(&["backup", "--to", &to, "--recipient", "age1nobody"]).await;
    assert_eq!(none.code, Some(64), "{}", none.complained);
}

async fn what_is_missing_or_damaged_is_named_and_the_rest_is_there(office: Office) {
    let mut story = Story::apply(&office, application(1)).await;
    story.bring("identity_card", Some("adopter_1")).await;
    story.bring("identity_card", Some("adopter_2")).await;
    office.at_rest().await;
    let digests = "SELECT digest FROM case_paper ORDER BY number";
    let digests = office.database().await.texts(digests).await;
    let file = |digest: &str| kept::file(&office.data(), digest);
    std::fs::write(file(&digests[0]), b"forged").expect("altered");
    std::fs::remove_file(file(&digests[1])).expect("removed");
    let ring = Ring::new();
    let (backup, ended) = ring.back_up(&office, &["--with-keys"]).await;
    assert_eq!(ended.code, Some(1), "{}{}", ended.said, ended.complained);
    let altered = format!("the file {} was altered", digests[0]);
    let missing = format!("the file {} is missing", digests[1]);
    for words in [&altered, &missing] {
        assert!(ended.said.contains(words), "{}", ended.said);
    }
    let checked = ring.check(&backup).await;
    assert_eq!(checked.code, Some(1), "{}", checked.complained);
    assert!(checked.said.contains("the backup is whole") && checked.said.contains(&missing));
    let target = Target::new(office.backend).await;
    let restored = target.restore(&backup, &ring).await;
    assert_eq!(restored.code, Some(1), "{}{}", restored.said, restored.complained);
    assert!(restored.said.contains("everything is in its place"), "{}", restored.said);
    for digest in &digests[..2] {
        let words = format!("the file {digest} of paper");
        assert!(restored.said.contains(&words), "{}", restored.said);
    }
    assert!(restored.complained.contains("2 findings"), "{}", restored.complained);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_kept_apart_go_with_their_own_office_only() {
    let office = Office::open(Backend::Sqlite).await;
    Story::apply(&office, application(1)).await;
    office.at_rest().await;
    let other = Office::founded_apart(Backend::Sqlite).await;
    let ring = Ring::new();
    let (backup, ended) = ring.back_up(&office, &[]).await;
    assert_eq!(ended.code, Some(0), "{}", ended.complained);
    let target = Target::new(Backend::Sqlite).await;
    let keys = target.data().join("keys");
    lay_keys(&other.data().join("keys"), &keys);
    let before = everything(&target.data());
    let refused = target.restore(&backup, &ring).await;
    assert_eq!(refused.code, Some(1), "{}", refused.said);
    assert!(refused.complained.contains("another office's"), "{}", refused.complained);
    assert!(everything(&target.data()) == before, "something was changed");
    std::fs::remove_dir_all(&keys).expect("removed");
    lay_keys(&office.data().join("keys"), &keys);
    let restored = target.restore(&backup, &ring).await;
    assert_eq!(restored.code, Some(0), "{}{}", restored.said, restored.complained);
    // Without the keys no case is opened, and it says so.
    let bare = Target::new(Backend::Sqlite).await;
    let restored = bare.restore(&backup, &ring).await;
    assert_eq!(restored.code, Some(0), "{}{}", restored.said, restored.complained);
    assert!(restored.said.contains("bring the office's keys into"), "{}", restored.said);
    assert!(restored.said.contains("master keys are not at hand"), "{}", restored.said);
}

fn lay_keys(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    let closed = std::os::unix::fs::PermissionsExt::from_mode(0o700);
    std::fs::set_permissions(to, closed).expect("closed");
    for entry in std::fs::read_dir(from).expect("keys") {
        let path = entry.expect("a key").path();
        std::fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("copied");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_folder_with_anything_in_it_is_refused() {
    let office = Office::open(Backend::Sqlite).await;
    office.at_rest().await;
    let ring = Ring::new();
    let (backup, _) = ring.back_up(&office, &["--with-keys"]).await;
    let target = Target::new(Backend::Sqlite).await;
    std::fs::create_dir_all(target.data()).expect("a folder");
    std::fs::write(target.data().join("somebody's.txt"), b"words").expect("written");
    let refused = target.restore(&backup, &ring).await;
    assert_eq!(refused.code, Some(1), "{}", refused.said);
    assert!(refused.complained.contains("holds somebody's.txt"), "{}", refused.complained);
    assert_eq!(everything(&target.data()).len(), 1, "something was made");
    let nothing = TempDir::new().expect("a folder");
    let data = nothing.path().join("data").display().to_string();
    let (to, recipient) = (ring.path("none.age").display().to_string(), ring.recipient());
    let none = ["backup", "--to", &to, "--recipient", &recipient, "--data", &data];
    let none = program::run(&none).await;
    assert_eq!(none.code, Some(2), "a backup of nothing: {}", none.said);
    assert!(!ring.path("none.age").exists() && !ring.path("none.age.part").exists());
}
