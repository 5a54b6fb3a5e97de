//! A database as a whole: no table is forgotten, rows come in any order, and none refers to nothing.

use serde_json::{Value, json};

use super::{databases, empty};
use crate::store::StoreError;
use crate::store::log::coverage;
use crate::store::whole::part::Part;
use crate::store::whole::source::Source;
use crate::store::whole::target::{self, Age, Target};

#[tokio::test]
async fn a_copy_forgets_no_table() {
    for database in databases().await {
        let source = Source::open(&database.store.address).await.expect("opened");
        let mut copied: Vec<&str> = source.tables().chain(["seaql_migrations"]).collect();
        copied.sort_unstable();
        let mut known: Vec<&str> = coverage::TABLES.iter().map(|table| table.name).collect();
        known.sort_unstable();
        assert_eq!(copied, known, "{}", database.name);
        assert_eq!(target::age(source.schema()), Age::Same, "{}", database.name);
    }
}

/// An edition of the calendar that another took the place of.
fn edition(number: i64, replaced_by: Value) -> Part {
    let cells =
        json!([number, 2026, "notice", true, null, 1, null, null, null, null, null, replaced_by]);
    let columns = [
        "number",
        "year",
        "source",
        "provisional",
        "known_from",
        "imported_at",
        "imported_by",
        "withdrawn_number",
        "withdrawn_on",
        "withdrawn_by",
        "withdrawn_reason",
        "replaced_by",
    ];
    Part {
        table: "calendar_edition".to_owned(),
        columns: columns.map(str::to_owned).to_vec(),
        rows: vec![cells.as_array().expect("cells").clone()],
    }
}

#[tokio::test]
async fn rows_come_in_any_order() {
    for (address, _directory) in empty().await {
        let known = target::known();
        assert!(target::is_empty(&address).await.expect("looked at"));
        let target = Target::begin(&address, &known).await.expect("begun");
        target.lay(&edition(1, json!(2))).await.expect("the one it refers to comes later");
        target.lay(&edition(2, json!(null))).await.expect("written");
        target.commit().await.expect("kept");
        assert!(!target::is_empty(&address).await.expect("looked at"));
        let source = Source::open(&address).await.expect("opened");
        let part = source.part("calendar_edition", None).await.expect("read").expect("rows");
        assert_eq!(part.rows.len(), 2);
        let rest = source.part("calendar_edition", Some(&part)).await.expect("read");
        assert_eq!(rest, None);
        assert!(Target::begin(&address, &known).await.is_err(), "filled twice");
    }
}

#[tokio::test]
async fn what_refers_to_nothing_or_does_not_fit_is_refused_and_nothing_is_kept() {
    for (address, _directory) in empty().await {
        let known = target::known();
        let target = Target::begin(&address, &known).await.expect("begun");
        let strange = Part { table: "nowhere".to_owned(), ..edition(1, json!(null)) };
        assert!(matches!(target.lay(&strange).await, Err(StoreError::Damaged(_))));
        let mut other = edition(1, json!(null));
        other.columns.reverse();
        assert!(matches!(target.lay(&other).await, Err(StoreError::Damaged(_))));
        target.lay(&edition(1, json!(7))).await.expect("it may come later");
        assert!(target.commit().await.is_err(), "it never came");
        assert!(target::is_empty(&address).await.expect("looked at"), "something was kept");
    }
}

#[test]
fn a_schema_is_known_or_newer() {
    let known = target::known();
    assert_eq!(target::age(&known), Age::Same);
    assert_eq!(target::age(&known[..1]), Age::Older);
    let newer: Vec<String> = known.iter().cloned().chain(["m9999_future".to_owned()]).collect();
    assert_eq!(target::age(&newer), Age::Newer);
    assert_eq!(target::age(&["m0001_other".to_owned()]), Age::Newer);
}
