//! The cells of a sheet by the names of their columns, and how what stands in them is read.

use workflow::indicator::{Points, Wording};

use super::columns::{Column, Named};
use super::reading::{FileRule, Notes};

/// What separates words in one cell.
const BETWEEN_WORDS: [char; 6] = ['、', '，', ',', '；', ';', '\n'];

/// A sheet as texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name in the workbook.
    pub name: String,
    /// Its rows from the first, each from the first column.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    fn text(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    /// A cell as a spreadsheet names it: `收养能力!F7`.
    fn cell(&self, row: usize, column: usize) -> String {
        let mut letters = String::new();
        let mut rest = column + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.insert(0, char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        format!("{}!{letters}{}", self.name, row + 1)
    }
}

/// A sheet whose first row names its columns.
#[derive(Debug)]
pub struct Table<'a> {
    sheet: &'a Sheet,
    /// The English name of each column with its place.
    columns: Vec<(&'static str, usize)>,
}

impl<'a> Table<'a> {
    /// Finds the columns; none where one that is needed is missing or stands there twice.
    pub fn of(sheet: &'a Sheet, wanted: &[Column], notes: &mut Notes) -> Option<Table<'a>> {
        let head = sheet.rows.first().map_or(&[][..], Vec::as_slice);
        let mut columns = Vec::new();
        let mut whole = true;
        for Column { named, needed } in wanted {
            let mut places = (0..head.len()).filter(|place| named.is(sheet.text(0, *place)));
            let (first, second) = (places.next(), places.next());
            if (first.is_none() && *needed) || second.is_some() {
                notes.misread(FileRule::Column, format!("{}!{}", sheet.name, named.zh));
                whole = false;
            }
            columns.extend(first.map(|place| (named.en, place)));
        }
        whole.then_some(Table { sheet, columns })
    }

    /// The rows below the first that are not empty.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = self.sheet.rows.iter().enumerate().skip(1);
        let filled = rows.filter(|(_, row)| row.iter().any(|text| !text.is_empty()));
        filled.map(|(number, _)| Row { sheet: self.sheet, columns: &self.columns, number })
    }
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    columns: &'a [(&'static str, usize)],
    number: usize,
}

/// The columns of a line: its name, its value, and an English text.
const OF_A_LINE: [(&str, usize); 2] = [("value", 1), ("value_en", 2)];

impl<'a> Row<'a> {
    /// The line of this name in a sheet of lines.
    pub fn line(sheet: &'a Sheet, named: Named) -> Option<Row<'a>> {
        let number = (0..sheet.rows.len()).find(|row| named.is(sheet.text(*row, 0)))?;
        Some(Row { sheet, columns: &OF_A_LINE, number })
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().find(|(name, _)| *name == column).map(|(_, place)| *place)
    }

    /// What stands in a column; nothing where the sheet does without it.
    pub fn text(&self, column: &str) -> &'a str {
        self.place(column).map_or("", |place| self.sheet.text(self.number, place))
    }

    /// The cell of a column.
    pub fn cell(&self, column: &str) -> String {
        self.sheet.cell(self.number, self.place(column).unwrap_or(0))
    }

    /// A value, or another in its place where it cannot be read, which is noted.
    pub fn value<T>(
        &self,
        (column, path): (&str, &str),
        instead: T,
        read: impl Fn(&str) -> Option<T>,
        notes: &mut Notes,
    ) -> T {
        notes.stands(path, self.cell(column));
        read(self.text(column)).unwrap_or_else(|| {
            notes.unread(FileRule::Value, path);
            instead
        })
    }

    /// A number of points.
    pub fn points(&self, at: (&str, &str), notes: &mut Notes) -> Points {
        self.value(at, Points::ZERO, points, notes)
    }

    /// A text with its English, where there is a column of it.
    pub fn wording(&self, (column, path): (&str, &str), notes: &mut Notes) -> Wording {
        notes.stands(path, self.cell(column));
        let english = self.text(&format!("{column}_en"));
        let en = (!english.is_empty()).then(|| english.to_owned());
        if en.is_some() {
            notes.stands(&format!("{path}.en"), self.cell(&format!("{column}_en")));
        }
        Wording { zh: self.text(column).to_owned(), en }
    }

    /// The words in one cell.
    pub fn words<T>(
        &self,
        at: (&str, &str),
        read: impl Fn(&str) -> Option<T>,
        notes: &mut Notes,
    ) -> Vec<T> {
        let all = |text: &str| {
            let words = text.split(BETWEEN_WORDS).map(str::trim).filter(|word| !word.is_empty());
            words.map(&read).collect::<Option<Vec<T>>>()
        };
        self.value(at, Vec::new(), all, notes)
    }
}

/// Points as they are written in a cell.
pub fn points(text: &str) -> Option<Points> {
    text.parse().ok().and_then(Points::from_number)
}

/// Yes or no.
pub fn truth(text: &str) -> Option<bool> {
    match text {
        "是" | "true" | "TRUE" => Some(true),
        "否" | "false" | "FALSE" => Some(false),
        _ => None,
    }
}
