//! Number series stay unique and gapless under concurrency and rollbacks.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use workflow::case::Procedure;
use workflow::law::numbers::Series;

use super::databases;
use crate::store::Store;
use crate::store::cases::numbers;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

async fn draw(store: &Store, keep: bool) -> u32 {
    let transaction = store.begin().await.expect("begin");
    let number = numbers::next(&transaction, "500111", Series::Certificate, day("2026-03-02"))
        .await
        .expect("a number");
    if keep {
        transaction.commit().await.expect("commit");
    } else {
        transaction.rollback().await;
    }
    number
}

#[tokio::test]
async fn numbers_have_no_gaps_although_every_fifth_transaction_rolls_back() {
    for database in databases().await {
        let writers: Vec<_> = (0..8_usize)
            .map(|writer| {
                let store = database.store.clone();
                tokio::spawn(async move {
                    let mut kept = Vec::new();
                    for round in 0..10 {
                        let keep = (writer + round) % 5 != 0;
                        let number = draw(&store, keep).await;
                        kept.extend(keep.then_some(number));
                    }
                    kept
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for writer in writers {
            numbers.extend(writer.await.expect("a writer"));
        }
        let unique: BTreeSet<u32> = numbers.iter().copied().collect();
        assert_eq!(unique.len(), numbers.len(), "{}", database.name);
        assert_eq!(unique, (1..=64).collect(), "{}", database.name);
    }
}

#[tokio::test]
async fn each_series_and_each_year_begins_at_one() {
    for database in databases().await {
        let transaction = database.store.begin().await.expect("begin");
        for (series, on, expected) in [
            (Series::Certificate, "2026-12-31", 1),
            (Series::Certificate, "2026-12-31", 2),
            (Series::Certificate, "2027-01-01", 1),
            (Series::Volume(Procedure::Formation), "2026-12-31", 1),
        ] {
            let number = numbers::next(&transaction, "500111", series, day(on)).await;
            assert_eq!(number.expect("a number"), expected, "{} {series:?} {on}", database.name);
        }
    }
}
