//! The ledger as a sheet: CSV as spreadsheets of this country read it (BOM, CR LF), or XLSX. No cell is ever a
//! formula: what begins like one is text.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use workflow::case::{ChildKind, Procedure};
use workflow::law::sequence::stage_words;
use workflow::{Stage, UserId};

use crate::store::StoreError;
use crate::store::cases::ledger::Line;

/// Rows of the largest file.
pub const MOST: usize = 100_000;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SheetFormat {
    /// Comma-separated values.
    Csv,
    /// Excel.
    Xlsx,
}

/// What is exported, and how far it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    /// The form of the file.
    pub format: SheetFormat,
    /// Only cases of this procedure.
    pub procedure: Option<Procedure>,
    /// Only cases of this kind.
    pub kind: Option<ChildKind>,
    /// Only cases at this stage.
    pub stage: Option<Stage>,
    /// Only cases received on or after this day.
    pub received_from: Option<NaiveDate>,
    /// Only cases received on or before this day.
    pub received_to: Option<NaiveDate>,
    /// Rows so far.
    pub rows: u64,
}

impl Kept {
    /// As it is kept.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn written(&self) -> Result<Vec<u8>, StoreError> {
        serde_json::to_vec(self)
            .map_err(|_| StoreError::Damaged("an export cannot be written".to_owned()))
    }

    /// As it was kept.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(bytes: &[u8]) -> Result<Kept, StoreError> {
        serde_json::from_slice(bytes)
            .map_err(|_| StoreError::Damaged("an export cannot be read".to_owned()))
    }
}

/// The heads of the columns.
const HEADS: [&str; 11] = [
    "办件编号",
    "程序",
    "收养类别",
    "阶段",
    "被收养人",
    "收养人",
    "经办人",
    "收件日期",
    "期限",
    "期限届满日",
    "收养登记证字号",
];

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row([String; 11]);

impl Row {
    /// A line of the ledger, names as it shows them.
    pub fn of(line: &Line, officers: &BTreeMap<UserId, String>) -> Row {
        let (clock, due_on) = line.next_deadline.map_or_else(Default::default, |(kind, due_on)| {
            (kind.printed().zh, due_on.to_string())
        });
        Row([
            line.number.clone(),
            line.procedure.printed().to_owned(),
            line.kind.printed().to_owned(),
            stage_words(line.stage).0.to_owned(),
            line.child_name.clone(),
            line.adopter_names.join("、"),
            officers.get(&line.officer).cloned().unwrap_or_default(),
            line.received_on.to_string(),
            clock,
            due_on,
            line.certificate_number.clone().unwrap_or_default(),
        ])
    }
}

/// The file.
///
/// # Errors
/// When the sheet cannot be written.
pub fn file(format: SheetFormat, rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    match format {
        SheetFormat::Csv => Ok(csv(rows)),
        SheetFormat::Xlsx => xlsx(rows),
    }
}

fn csv(rows: &[Row]) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    let heads = Row(HEADS.map(str::to_owned));
    for row in std::iter::once(&heads).chain(rows) {
        let cells: Vec<String> = row.0.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// A cell of CSV, which no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let like_a_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let cell = if like_a_formula { format!("'{cell}") } else { cell.to_owned() };
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn xlsx(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("台账")?;
    let bold = Format::new().set_bold();
    for (column, head) in (0_u16..).zip(HEADS) {
        sheet.write_string_with_format(0, column, head, &bold)?;
        sheet.set_column_width(column, 18)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (place, row) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(&row.0) {
            // A text is written as a text, whatever it begins with.
            sheet.write_string(place, column, cell)?;
        }
    }
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(first: &str) -> Row {
        let mut cells = [const { String::new() }; 11];
        cells[0] = first.to_owned();
        Row(cells)
    }

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"] {
            let csv = String::from_utf8(csv(&[row(formula)])).expect("text");
            let second = csv.lines().nth(1).expect("a row");
            assert!(second.starts_with("\"'"), "{second}");
        }
        let csv = String::from_utf8(csv(&[row("a\"b")])).expect("text");
        assert!(csv.starts_with('\u{feff}') && csv.contains("\"a\"\"b\"") && csv.ends_with("\r\n"));
    }

    #[test]
    fn a_sheet_is_a_package_of_excel() {
        let bytes = file(SheetFormat::Xlsx, &[row("=1+1")]).expect("a sheet");
        assert!(bytes.starts_with(b"PK"));
    }
}
