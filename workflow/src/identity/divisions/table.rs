//! The dated table: every province, city and county since 1980 with its first and last year.
//!
//! The lists it was drawn from say what stood on their day. So it tells years and no days, and in a
//! year of change the old and the new division both stand.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::Division;

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

/// What stands directly under a code on a day; under the empty code, the provinces.
pub(super) fn under(
    code: &str,
    day: NaiveDate,
) -> impl Iterator<Item = (Division, &'static str)> + use<> {
    let parent = code.to_owned();
    // All that is under a place begins with the digits of the place.
    let digits = code.trim_end_matches("00").to_owned();
    let beginning = TABLE.range::<str, _>((Bound::Included(code), Bound::Unbounded));
    let candidates =
        beginning.map(|(code, _)| *code).take_while(move |code| code.starts_with(&digits));
    candidates
        .filter(move |candidate| is_under(candidate, &parent))
        .filter_map(move |code| name_on(code, day).map(|name| (Division(code.to_owned()), name)))
}

/// Cities are under their province and counties under their city. Counties without a city, those of
/// the municipalities among them, are under their province.
fn is_under(candidate: &str, parent: &str) -> bool {
    if parent.is_empty() || candidate == parent {
        return parent.is_empty() && candidate.ends_with("0000");
    }
    let division = Division(candidate.to_owned());
    let city = division.city().filter(|city| *city != division);
    city.or_else(|| division.province()).is_some_and(|above| above.0 == parent)
}
