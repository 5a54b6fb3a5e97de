//! A backup of an older schema is brought up to date: that of an office that an earlier program kept.

use std::process::Command;

use tempfile::TempDir;

use super::support::{Ring, Target};
use crate::support::{Backend, program};

/// The earlier program's data.
const KEPT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/office-of-an-earlier-program.tar.gz");

async fn an_older_backup_is_brought_up_to_date(into: Backend) {
    let home = TempDir::new().expect("a folder");
    let done = Command::new("tar").arg("-xzf").arg(KEPT).arg("-C").arg(home.path()).status();
    assert!(done.expect("tar").success());
    let data = home.path().join("data").display().to_string();
    let ring = Ring::new();
    let backup = ring.path("older.age");
    let (to, recipient) = (backup.display().to_string(), ring.recipient());
    let made = ["backup", "--to", &to, "--recipient", &recipient, "--with-keys", "--data", &data];
    let made = program::run(&made).await;
    assert_eq!(made.code, Some(0), "{}{}", made.said, made.complained);
    let target = Target::new(into).await;
    let restored = target.restore(&backup, &ring).await;
    assert_eq!(restored.code, Some(0), "{}{}", restored.said, restored.complained);
    assert!(restored.said.contains("schema up to m0015_certificate_numbers"), "{}", restored.said);
    assert!(restored.said.contains("its older schema was brought up to date"));
    let looked = target.run(&["rebuild", "--check"]).await;
    assert_eq!(looked.code, Some(0), "{}{}", looked.said, looked.complained);
    let office = target.serve().await;
    assert_eq!(office.database().await.count("event").await, 78);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_sqlite() {
    an_older_backup_is_brought_up_to_date(Backend::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_postgresql() {
    an_older_backup_is_brought_up_to_date(Backend::Postgresql).await;
}
