//! The office, its calendar and its legal day.

use chrono::NaiveDate;
use workflow::law::office_rules::OfficeRules;

use super::databases;
use crate::practice::office::profile;
use crate::store::office::{self, Moved, Profile};
use crate::store::{Store, StoreError, calendar};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn practice_office() -> Profile {
    profile("http://127.0.0.1:8080")
}

/// Initialises a practice office on 2 March 2026.
pub(crate) async fn create(store: &Store) {
    let transaction = store.begin().await.expect("begin");
    office::create(&transaction, &practice_office()).await.expect("create");
    transaction.commit().await.expect("commit");
}

#[tokio::test]
async fn an_office_is_created_once_and_read_back() {
    for database in databases().await {
        let store = &database.store;
        assert_eq!(office::find(store.reader()).await.expect("find"), None);
        create(store).await;
        let loaded = office::load(store.reader()).await.expect("load");
        assert_eq!(loaded, practice_office(), "{}", database.name);
        let transaction = store.begin().await.expect("begin");
        let second = office::create(&transaction, &practice_office()).await;
        assert!(matches!(second, Err(StoreError::Duplicate)), "{}", database.name);
    }
}

#[tokio::test]
async fn only_a_practice_office_moves_its_legal_day() {
    for database in databases().await {
        let store = &database.store;
        assert_eq!(
            office::move_day(store, day("2026-05-07")).await.expect("asked"),
            Moved::NotAPracticeOffice
        );
        create(store).await;
        assert_eq!(office::move_day(store, day("2026-05-07")).await.expect("moved"), Moved::Moved);
        let today = office::load(store.reader()).await.expect("load").today();
        assert_eq!(today, day("2026-05-07"), "{}", database.name);
    }
}

#[tokio::test]
async fn the_newest_version_of_a_year_is_in_force() {
    for database in databases().await {
        let store = &database.store;
        create(store).await;
        let before = calendar::in_force(store.reader()).await.expect("calendar");
        assert!(before.is_rest_day(day("2026-05-01")), "{}", database.name);
        let mut table = calendar::built_in().expect("tables").pop().expect("2026");
        table.days.retain(|holiday| holiday.date != day("2026-05-01"));
        let transaction = store.begin().await.expect("begin");
        assert_eq!(calendar::add(&transaction, &table).await.expect("added"), 2);
        transaction.commit().await.expect("commit");
        let after = calendar::in_force(store.reader()).await.expect("calendar");
        assert!(!after.is_rest_day(day("2026-05-01")), "{}", database.name);
        assert!(after.is_rest_day(day("2025-10-01")), "{}", database.name);
    }
}

#[tokio::test]
async fn a_change_of_the_rules_is_kept_with_what_it_replaced() {
    for database in databases().await {
        let store = &database.store;
        create(store).await;
        let rules = OfficeRules { home_visits: 3, ..OfficeRules::default() };
        let transaction = store.begin().await.expect("begin");
        office::change_rules(&transaction, "administrator", &rules).await.expect("changed");
        transaction.commit().await.expect("commit");
        assert_eq!(office::load(store.reader()).await.expect("load").rules, rules);
    }
}
