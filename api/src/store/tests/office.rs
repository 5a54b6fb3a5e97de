//! The office, its calendar and its legal day.

use chrono::NaiveDate;
use workflow::base::calendar::DayKind;
use workflow::base::office_rules::OfficeRules;

use super::databases;
use crate::office::practice::office::profile;
use crate::store::office::editions::{self, Holiday, Withdrawn, YearTable};
use crate::store::office::{self, Moved, Profile, calendar};
use crate::store::{Store, StoreError};

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

fn april_2026() -> YearTable {
    let date = day("2026-04-01");
    let days = vec![Holiday { date, kind: DayKind::Rest, occasion: "调整放假".to_owned() }];
    YearTable {
        year: 2026, source: "国办发明电〔2025〕9号".to_owned(), provisional: false, days
    }
}

#[tokio::test]
async fn of_a_year_one_edition_is_in_force_and_the_one_before_says_why_it_is_not() {
    for database in databases().await {
        let store = &database.store;
        create(store).await;
        let before = calendar::in_force(store.reader()).await.expect("calendar");
        assert!(before.is_rest_day(day("2026-05-04")), "{}", database.name);
        let transaction = store.begin().await.expect("begin");
        let imported = editions::import(&transaction, "administrator", &april_2026()).await;
        assert_eq!(imported.expect("imported"), 4, "three years came with the program");
        transaction.commit().await.expect("commit");
        let after = calendar::in_force(store.reader()).await.expect("calendar");
        assert!(after.is_rest_day(day("2026-04-01")), "{}", database.name);
        assert!(!after.is_rest_day(day("2026-05-04")), "{}", database.name);
        assert!(after.is_rest_day(day("2025-10-01")), "{}", database.name);
        let stored = calendar::editions(store.reader()).await.expect("editions");
        let old = stored.iter().find(|old| old.edition.imported.number == 3).expect("2026");
        assert_eq!(old.replaced_by, Some(4));
        assert_eq!(old.withdrawn_reason.as_deref(), Some("由国办发明电〔2025〕9号替代"));
        let known_before = after.known_on(day("2026-03-02"), 0);
        assert!(known_before.is_rest_day(day("2026-05-04")), "as it was known on that day");
    }
}

#[tokio::test]
async fn an_edition_is_withdrawn_once_and_its_successor_takes_its_place() {
    for database in databases().await {
        let store = &database.store;
        create(store).await;
        let transaction = store.begin().await.expect("begin");
        let withdraw = async |edition| {
            editions::withdraw(&transaction, "administrator", edition, "有误").await.expect("asked")
        };
        assert_eq!(withdraw(9).await, Withdrawn::Unknown);
        assert_eq!(withdraw(3).await, Withdrawn::Withdrawn(4));
        assert_eq!(withdraw(3).await, Withdrawn::Before);
        let none = calendar::in_force(&transaction).await.expect("calendar");
        assert!(none.edition(2026).is_none(), "{}", database.name);
        let imported = editions::import(&transaction, "administrator", &april_2026()).await;
        assert_eq!(imported.expect("imported"), 5, "{}", database.name);
        let stored = calendar::editions(&transaction).await.expect("editions");
        let old = stored.iter().find(|old| old.edition.imported.number == 3).expect("2026");
        assert_eq!((old.replaced_by, old.withdrawn_reason.as_deref()), (Some(5), Some("有误")));
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
