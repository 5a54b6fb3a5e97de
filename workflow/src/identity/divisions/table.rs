//! The dated table: every province, city and county since 1980 with its first and last year.
//!
//! The lists it was drawn from say what stood on their day. So it tells years and no days, and in a
//! year of change the old and the new division both stand.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

/// The table as it is kept: a code, a name, the first and the last year, which may be empty.
pub(super) const TEXT: &str = include_str!("divisions.tsv");

/// One name of a division and its years.
#[derive(Debug, Clone, Copy)]
struct Entry {
    name: &'static str,
    first: i32,
    last: i32,
}

impl Entry {
    fn holds_on(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day.year())
    }
}

static TABLE: LazyLock<BTreeMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut table: BTreeMap<&'static str, Vec<Entry>> = BTreeMap::new();
    for (code, entry) in TEXT.lines().filter_map(read) {
        table.entry(code).or_default().push(entry);
    }
    table
});

/// One line of the table; nothing for a remark.
fn read(line: &'static str) -> Option<(&'static str, Entry)> {
    let mut columns = line.split('\t');
    let code = columns.next().filter(|code| !code.starts_with('#'))?;
    let name = columns.next()?;
    let first = columns.next().and_then(|year| year.parse().ok()).unwrap_or(i32::MIN);
    let last = columns.next().and_then(|year| year.parse().ok()).unwrap_or(i32::MAX);
    Some((code, Entry { name, first, last }))
}

/// What a code was called on a day: of two names in a year of change, the newer.
pub(super) fn name_on(code: &str, day: NaiveDate) -> Option<&'static str> {
    let entries = TABLE.get(code)?;
    entries.iter().rev().find(|entry| entry.holds_on(day)).map(|entry| entry.name)
}

/// Whether a code was ever given.
pub(super) fn is_known(code: &str) -> bool {
    TABLE.contains_key(code)
}

/// Whether a code stood in a year before that of this day.
pub(super) fn ended_before(code: &str, day: NaiveDate) -> bool {
    TABLE.get(code).is_some_and(|entries| entries.iter().any(|entry| entry.last < day.year()))
}

/// Every code that begins with the digits of a place, the place itself first.
pub(super) fn beginning_with(code: &str) -> impl Iterator<Item = &'static str> + use<> {
    let digits = code.trim_end_matches("00").to_owned();
    let beginning = TABLE.range::<str, _>((Bound::Included(code), Bound::Unbounded));
    beginning.map(|(code, _)| *code).take_while(move |code| code.starts_with(&digits))
}
