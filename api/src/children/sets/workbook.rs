//! A workbook as the rows of its sheets.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use workflow::indicator::{Part, default_set};

use super::cells::Sheet;
use super::columns::{BONUSES, CAPABILITY, INTEGRATION, Named, SET, VETOES};
use super::reading::{FileRule, Misread, Notes, ReadSet};
use super::rows;

/// The most rows and columns that are read of a sheet.
const MOST_ROWS: u32 = 3000;
const MOST_COLUMNS: u32 = 60;

/// Reads a workbook.
pub fn read(bytes: Vec<u8>) -> ReadSet {
    let Ok(mut workbook) = Xlsx::new(Cursor::new(bytes)) else {
        return ReadSet::Faulty(vec![Misread::of_the_file()]);
    };
    let mut notes = Notes::default();
    let mut sheet = |named: Named, notes: &mut Notes| {
        let names = workbook.sheet_names();
        let range = names
            .into_iter()
            .find(|name| named.is(name.trim()))
            .and_then(|name| Some((workbook.worksheet_range(&name).ok()?, name)));
        match range {
            Some((range, name)) => Some(rows_of(name, &range)),
            None => {
                notes.misread(FileRule::Sheet, named.zh.to_owned());
                None
            }
        }
    };
    let sheets = [SET, CAPABILITY, INTEGRATION, BONUSES, VETOES].map(|one| sheet(one, &mut notes));
    let [Some(set), Some(capability), Some(integration), Some(bonuses), Some(vetoes)] = sheets
    else {
        return notes.end(default_set());
    };
    let mut whole = rows::whole(&set, &mut notes);
    whole.capability.groups = rows::groups(&capability, Part::Capability, &mut notes);
    whole.integration.groups = rows::groups(&integration, Part::Integration, &mut notes);
    whole.capability.bonuses = rows::bonuses(&bonuses, &mut notes);
    whole.vetoes = rows::vetoes(&vetoes, &mut notes);
    notes.judge(whole)
}

fn rows_of(name: String, range: &Range<Data>) -> Sheet {
    let (last_row, last_column) = range.end().unwrap_or_default();
    let rows = (0..=last_row.min(MOST_ROWS)).map(|row| {
        let columns = 0..=last_column.min(MOST_COLUMNS);
        columns.map(|column| text(range.get_value((row, column)))).collect()
    });
    Sheet { name, rows: rows.collect() }
}

/// What a cell shows, without blanks at its ends.
fn text(data: Option<&Data>) -> String {
    match data {
        Some(Data::String(text)) => text.trim().to_owned(),
        Some(Data::DateTimeIso(text)) => text.get(..10).unwrap_or(text).to_owned(),
        Some(Data::DateTime(moment)) => {
            moment.as_datetime().map(|at| at.date().to_string()).unwrap_or_default()
        }
        Some(Data::Int(number)) => number.to_string(),
        Some(Data::Float(number)) => number.to_string(),
        Some(Data::Bool(truth)) => truth.to_string(),
        Some(Data::Error(_) | Data::DurationIso(_)) => "#".to_owned(),
        Some(Data::Empty) | None => String::new(),
    }
}
