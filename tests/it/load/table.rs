//! The table of what was measured: each row with what it is compared with, and whether its aim is met.

use std::time::Duration;

use super::spent::Spent;

/// Milliseconds, in order.
pub struct Times(Vec<f64>);

impl Times {
    /// Of spans in any order.
    pub fn of(mut spans: Vec<Duration>) -> Times {
        spans.sort_unstable();
        Times(spans.iter().map(|span| span.as_secs_f64() * 1000.0).collect())
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that this share of them do not exceed.
    pub fn share(&self, share: f64) -> f64 {
        let place = (self.0.len() as f64 * share).ceil() as usize;
        self.0[place.clamp(1, self.0.len()) - 1]
    }
}

/// The table as it grows; each row is printed when it is known.
#[derive(Default)]
pub struct Table {
    missed: Vec<String>,
}

/// One row.
#[derive(Default)]
pub struct Row {
    words: String,
    cells: Vec<(usize, String)>,
    aims: Vec<(String, bool)>,
}

const HEADS: [&str; 8] =
    ["p50 ms", "p95 ms", "p99 ms", "a second", "of plain", "CPU ms", "statements", "transactions"];
/// The widest of [`HEADS`], and a blank.
const WIDTH: usize = 13;

impl Row {
    /// A row of what these words name.
    pub fn of(words: impl Into<String>) -> Row {
        Row { words: words.into(), ..Row::default() }
    }

    fn cell(mut self, place: usize, value: f64) -> Row {
        let digits = if value.abs() >= 100.0 { 0 } else { 2 };
        self.cells.push((place, format!("{value:.digits$}")));
        self
    }

    /// How long each took.
    pub fn times(self, times: &Times) -> Row {
        let [half, most, nearly_all] = [0.5, 0.95, 0.99].map(|share| times.share(share));
        self.cell(0, half).cell(1, most).cell(2, nearly_all)
    }

    /// How many were done in a second.
    pub fn rate(self, rate: f64) -> Row {
        self.cell(3, rate)
    }

    /// Which part that is of what the same machine did at best.
    pub fn of_plain(self, part: f64) -> Row {
        self.cell(4, part)
    }

    /// Milliseconds of the processor that each took.
    pub fn processor(self, milliseconds: f64) -> Row {
        self.cell(5, milliseconds)
    }

    /// What each took.
    pub fn spent(self, spent: Spent) -> Row {
        let mut row = self.processor(spent.processor);
        for (place, value) in [(6, spent.statements), (7, spent.transactions)] {
            if let Some(value) = value {
                row = row.cell(place, value);
            }
        }
        row
    }

    /// What it should be, and whether it is.
    pub fn aim(mut self, words: &str, met: bool) -> Row {
        self.aims.push((words.to_owned(), met));
        self
    }
}

impl Table {
    /// Begins a table under a title.
    pub fn begin(title: &str) -> Table {
        println!("\n{title}");
        let heads: String = HEADS.iter().map(|head| format!("{head:>WIDTH$}")).collect();
        println!("{:<44}{heads}", "");
        Table::default()
    }

    /// Prints a row.
    pub fn put(&mut self, row: Row) {
        let cells: String = (0..HEADS.len())
            .map(|place| {
                let cell = row.cells.iter().find(|(at, _)| *at == place);
                format!("{:>WIDTH$}", cell.map_or("", |(_, text)| text.as_str()))
            })
            .collect();
        let aims: Vec<String> = row
            .aims
            .iter()
            .map(|(aim, met)| format!("{}: {aim}", if *met { "met" } else { "MISSED" }))
            .collect();
        println!("{:<44}{cells}  {}", row.words, aims.join("; "));
        let missed = row.aims.iter().filter(|(_, met)| !met);
        self.missed.extend(missed.map(|(aim, _)| format!("{}: {aim}", row.words)));
    }

    /// Says what is above its aim.
    pub fn close(self) {
        println!("{} aims missed", self.missed.len());
        self.missed.iter().for_each(|missed| println!("  {missed}"));
    }
}
