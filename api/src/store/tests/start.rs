//! Starting: two at once, a file of another program, the settings as they must be.

use super::databases;
use crate::store::connection::connect::{Address, Verdict};
use crate::store::{Store, StoreError};

#[tokio::test]
async fn every_setting_is_good_or_has_a_warning() {
    for database in databases().await {
        let settings = database.store.settings().await.expect("settings");
        assert!(settings.len() >= 6, "{}", database.name);
        for setting in settings {
            assert_ne!(setting.verdict, Verdict::Refused, "{}: {setting:?}", database.name);
        }
    }
}

#[tokio::test]
async fn four_starters_bring_one_new_file_up_to_date() {
    let directory = tempfile::tempdir().expect("a directory");
    let address = Address::in_directory(directory.path());
    let starters: Vec<_> = (0..4)
        .map(|_| {
            let address = address.clone();
            tokio::spawn(async move {
                let store = Store::open(&address).await.expect("open");
                store.migrate().await.expect("migrate");
                store.is_current().await.expect("asked")
            })
        })
        .collect();
    for starter in starters {
        assert!(starter.await.expect("a starter"));
    }
}

#[tokio::test]
async fn the_file_of_another_program_is_refused() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("other.sqlite");
    let url = format!("sqlite:{}?mode=rwc", path.display());
    let other = sea_orm::Database::connect(&url).await.expect("a file");
    sea_orm::ConnectionTrait::execute_unprepared(&other, "CREATE TABLE other (x INTEGER)")
        .await
        .expect("a table");
    other.close().await.expect("closed");
    let address = Address::parse(&url).expect("an address");
    assert!(matches!(Store::open(&address).await, Err(StoreError::Setting(_))));
    assert!(Address::parse("mysql://localhost/x").is_err());
}
