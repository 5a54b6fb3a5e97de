//! A year's calendar as a CSV file: `date,kind,occasion`. Every fault is named by its line and column,
//! and never by what was written there.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use workflow::base::calendar::DayKind;

use crate::store::office::editions::Holiday;

/// The columns, in their order.
const COLUMNS: [&str; 3] = ["date", "kind", "occasion"];
/// The longest name of an occasion.
const LONGEST_OCCASION: usize = 20;
/// A year has no more days; a longer file is not read to its end.
const LONGEST_FILE: usize = 366;

/// What is wrong in a place of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The first line is not `date,kind,occasion`.
    Header,
    /// There is no day in it.
    Empty,
    /// It has more lines than a year has days.
    TooLong,
    /// The line has more or fewer than three columns, or cannot be read.
    Columns,
    /// Not a day, written `2027-01-01`.
    Date,
    /// Not a day of the year, nor of the December before or the January after it.
    OtherYear,
    /// The day stands in an earlier line, too.
    Twice,
    /// Neither `rest` nor `work`.
    Kind,
    /// Only a Saturday or a Sunday is worked instead.
    WorkOnWeekday,
    /// No name of an occasion, or a long one.
    Occasion,
}

impl Fault {
    /// The rule for the person who handed it in.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Fault::Header => {
                ("首行须为 date,kind,occasion", "the first line must be date,kind,occasion")
            }
            Fault::Empty => ("文件中没有日期", "the file has no day"),
            Fault::TooLong => ("行数超过一年的日数", "more lines than a year has days"),
            Fault::Columns => ("每行须为三列", "each line has three columns"),
            Fault::Date => ("须为形如 2027-01-01 的日期", "a day written as 2027-01-01 is needed"),
            Fault::OtherYear => (
                "日期须在该年内，或者在上年十二月、下年一月",
                "the day is one of the year, of the December before or of the January after",
            ),
            Fault::Twice => ("日期重复", "the day stands in an earlier line, too"),
            Fault::Kind => ("须为 rest 或者 work", "rest or work is needed"),
            Fault::WorkOnWeekday => {
                ("只有星期六、星期日可以标为 work", "only a Saturday or a Sunday is worked instead")
            }
            Fault::Occasion => ("须有二十字以内的事由", "an occasion of at most 20 characters"),
        }
    }

    fn column(self) -> Option<&'static str> {
        match self {
            Fault::Date | Fault::OtherYear | Fault::Twice => Some("date"),
            Fault::Kind | Fault::WorkOnWeekday => Some("kind"),
            Fault::Occasion => Some("occasion"),
            Fault::Header | Fault::Empty | Fault::TooLong | Fault::Columns => None,
        }
    }
}

/// A fault and its line, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// The line of the file.
    pub line: u64,
    /// What is wrong there.
    pub fault: Fault,
}

impl Finding {
    /// The place: `line 5, kind`.
    pub fn place(&self) -> String {
        match self.fault.column() {
            Some(column) => format!("line {}, {column}", self.line),
            None => format!("line {}", self.line),
        }
    }
}

/// Reads the days of the notice of one year, which may reach into the months beside it. A byte order mark and either way of ending lines are taken.
///
/// # Errors
/// Every fault of the file.
pub fn read(text: &str, year: i32) -> Result<Vec<Holiday>, Vec<Finding>> {
    // The reader miscounts lines that end in two characters, so each ends in one.
    let text =
        text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    if !reader.headers().is_ok_and(|header| header.iter().eq(COLUMNS)) {
        return Err(vec![Finding { line: 1, fault: Fault::Header }]);
    }
    let (mut days, mut findings, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (index, record) in reader.records().enumerate() {
        let read_lines = u64::try_from(index).unwrap_or(u64::MAX).saturating_add(2);
        let record = record.ok();
        let position = record.as_ref().and_then(|record| record.position());
        let line = position.map_or(read_lines, csv::Position::line);
        if index >= LONGEST_FILE {
            findings.push(Finding { line, fault: Fault::TooLong });
            break;
        }
        match record.as_ref().map_or(Err(vec![Fault::Columns]), |record| day(record, year)) {
            Ok(day) if !seen.insert(day.date) => {
                findings.push(Finding { line, fault: Fault::Twice });
            }
            Ok(day) => days.push(day),
            Err(faults) => {
                findings.extend(faults.into_iter().map(|fault| Finding { line, fault }));
            }
        }
    }
    if days.is_empty() && findings.is_empty() {
        findings.push(Finding { line: 1, fault: Fault::Empty });
    }
    if findings.is_empty() { Ok(days) } else { Err(findings) }
}

fn day(record: &csv::StringRecord, year: i32) -> Result<Holiday, Vec<Fault>> {
    let mut columns = record.iter();
    let (Some(date), Some(kind), Some(occasion), None) =
        (columns.next(), columns.next(), columns.next(), columns.next())
    else {
        return Err(vec![Fault::Columns]);
    };
    let mut faults = Vec::new();
    let date = date.parse::<NaiveDate>().ok().filter(|day| day.to_string() == date);
    match date {
        None => faults.push(Fault::Date),
        Some(day) if !is_of_the_notice(day, year) => faults.push(Fault::OtherYear),
        Some(_) => {}
    }
    let kind = match kind {
        "rest" => Some(DayKind::Rest),
        "work" => Some(DayKind::Work),
        _ => None,
    };
    match (kind, date) {
        (None, _) => faults.push(Fault::Kind),
        (Some(DayKind::Work), Some(day)) if !is_weekend(day) => faults.push(Fault::WorkOnWeekday),
        _ => {}
    }
    let printable = !occasion.chars().any(char::is_control);
    if !printable || !(1..=LONGEST_OCCASION).contains(&occasion.chars().count()) {
        faults.push(Fault::Occasion);
    }
    match (date, kind) {
        (Some(date), Some(kind)) if faults.is_empty() => {
            Ok(Holiday { date, kind, occasion: occasion.to_owned() })
        }
        _ => Err(faults),
    }
}

/// The New Year days of a notice may begin in December, and its last days end in January.
fn is_of_the_notice(day: NaiveDate, year: i32) -> bool {
    let (of, month) = (day.year(), day.month());
    of == year || (of == year - 1 && month == 12) || (of == year + 1 && month == 1)
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<(String, Fault)> {
        let findings = read(text, 2027).expect_err("it is refused");
        findings.iter().map(|finding| (finding.place(), finding.fault)).collect()
    }

    #[test]
    fn a_file_of_a_year_is_read_whatever_ends_its_lines() {
        let text = "\u{feff}date,kind,occasion\r\n2027-01-01,rest,元旦\r\n2027-01-03,work,元旦\r\n";
        let days = read(text, 2027).expect("a year");
        assert_eq!(days.len(), 2);
        assert_eq!((days[1].kind, days[1].occasion.as_str()), (DayKind::Work, "元旦"));
        assert_eq!(
            places(&text.replace(",work,", ",off,")),
            [("line 3, kind".into(), Fault::Kind)]
        );
    }

    /// As the notice for 2019 did: 29 December worked, 31 December rest.
    #[test]
    fn a_notice_may_reach_into_the_months_beside_its_year() {
        let text = "date,kind,occasion\n2026-12-26,work,元旦\n2026-12-31,rest,元旦\n2028-01-01,rest,元旦\n";
        assert_eq!(read(text, 2027).expect("a year").len(), 3);
        for day in ["2026-11-30", "2028-02-01", "2025-12-31"] {
            let text = format!("date,kind,occasion\n{day},rest,元旦\n");
            assert_eq!(places(&text), [("line 2, date".to_owned(), Fault::OtherYear)], "{day}");
        }
    }

    #[test]
    fn every_fault_is_named_by_its_line_and_column() {
        let text = "date,kind,occasion\n2027-01-01,rest,元旦\n2027-1-2,rest,元旦\n\
                    2026-01-01,rest,元旦\n2027-01-01,rest,元旦\n2027-02-01,off,\n2027-01-04,work,春节\n\
                    2027-02-02,rest\n";
        let expected = [
            ("line 3, date", Fault::Date),
            ("line 4, date", Fault::OtherYear),
            ("line 5, date", Fault::Twice),
            ("line 6, kind", Fault::Kind),
            ("line 6, occasion", Fault::Occasion),
            ("line 7, kind", Fault::WorkOnWeekday),
            ("line 8", Fault::Columns),
        ];
        assert_eq!(places(text), expected.map(|(place, fault)| (place.to_owned(), fault)));
    }

    #[test]
    fn a_file_without_its_columns_or_without_a_day_is_refused() {
        assert_eq!(places("day,kind,why\n"), [("line 1".to_owned(), Fault::Header)]);
        assert_eq!(places(""), [("line 1".to_owned(), Fault::Header)]);
        assert_eq!(places("date,kind,occasion\n"), [("line 1".to_owned(), Fault::Empty)]);
        let long = (0..400).fold("date,kind,occasion\n".to_owned(), |text, _| text + "x,y,z\n");
        assert_eq!(places(&long).last(), Some(&("line 368".to_owned(), Fault::TooLong)));
    }
}
