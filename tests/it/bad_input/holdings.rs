//! What an office holds: rows, numbers given, files. A refused request changes none of it.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::Office;

/// Tables whose rows no bad input may add to or take from.
const TABLES: [&str; 18] = [
    "case_key",
    "event",
    "case_row",
    "case_paper",
    "case_person",
    "person_key",
    "case_document",
    "document_print",
    "deadline",
    "job",
    "blank_serial",
    "idempotency",
    "account",
    "configuration_change",
    "donation",
    "donation_entry",
    "donation_hold",
    "donation_hold_log",
];

/// What there is at one moment.
#[derive(Debug, PartialEq, Eq)]
pub struct Holdings {
    rows: BTreeMap<&'static str, i64>,
    series: Vec<String>,
    files: BTreeMap<String, u64>,
}

impl Holdings {
    /// What there is now.
    pub async fn of(office: &Office) -> Holdings {
        let database = office.database().await;
        let mut rows = BTreeMap::new();
        for table in TABLES {
            rows.insert(table, database.count(table).await);
        }
        let series = "SELECT office || ' ' || series || ' ' || CAST(year AS TEXT) || ' ' || CAST(last AS TEXT) \
                      FROM number_series ORDER BY office, series, year";
        let series = database.texts(series).await;
        let mut files = BTreeMap::new();
        collect(&office.data(), &mut files);
        Holdings { rows, series, files }
    }

    /// What there is once everything called for is done.
    pub async fn when_quiet(office: &Office) -> Holdings {
        office.at_rest().await;
        Holdings::of(office).await
    }
}

/// Every file below a directory with its size, but the embedded database's own.
fn collect(directory: &Path, files: &mut BTreeMap<String, u64>) {
    for entry in std::fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        let name = path.display().to_string();
        if path.is_dir() {
            collect(&path, files);
        } else if !name.contains("guijia.sqlite") {
            files.insert(name, path.metadata().expect("its size").len());
        }
    }
}
