//! The property table: what a history may never show, written from the statutes and the measures, apart
//! from the code that decides. A property judges the newest act of a history in the light of all
//! before it and of the world in which it was done.

/// Writes a file's rows as a table.
macro_rules! rows {
    ($($sequence:literal, $article:literal, $says:literal, $broken:expr;)*) => {
        pub static ROWS: $crate::proof::exploration::properties::Rows = &[$(
            $crate::proof::exploration::properties::Property {
                sequence: $sequence, article: $article, says: $says, broken: $broken,
            }
        ),*];
    };
}

mod after;
mod assessment;
mod conditions;
pub mod days;
mod decision;
pub mod form;
pub mod hearing;
pub mod history;
pub mod kinds;
mod notice;
mod order;
pub mod papers;
pub mod points;
mod recusal;
mod review;
mod signed;
mod turns;
mod vetoes;

use crate::event::Event;
pub use history::{History, Told};

/// One row: where it comes from, what it says, and when a history breaks it.
pub struct Property {
    pub sequence: &'static str,
    pub article: &'static str,
    pub says: &'static str,
    pub broken: fn(&History) -> bool,
}

/// The rows of a file.
pub type Rows = &'static [Property];

/// Every row.
pub fn table() -> impl Iterator<Item = &'static Property> {
    let files: [Rows; 15] = [
        form::ROWS,
        conditions::ROWS,
        papers::ROWS,
        notice::ROWS,
        assessment::ROWS,
        hearing::ROWS,
        decision::ROWS,
        order::ROWS,
        after::ROWS,
        turns::ROWS,
        points::ROWS,
        review::ROWS,
        recusal::ROWS,
        signed::ROWS,
        vetoes::ROWS,
    ];
    files.into_iter().flatten()
}

/// The rows that the newest act of a history breaks.
pub fn broken_by(history: History) -> Vec<&'static Property> {
    let later = history.0.first().is_some_and(|told| matches!(told.event, Event::Later(_)));
    if later {
        let rows = super::later::table::ROWS.iter().chain(super::later::ended::ROWS);
        return rows.filter(|property| (property.broken)(&history)).collect();
    }
    table().filter(|property| (property.broken)(&history)).collect()
}

/// Whether the newest act decides on the adoption: proposal, approval, registration.
fn decides(history: &History) -> bool {
    let event = &history.newest().event;
    matches!(event, Event::Proposed { .. } | Event::Approved { .. } | Event::Registered { .. })
}

/// Whether it does, or accepts the application.
fn admits(history: &History) -> bool {
    decides(history) || matches!(history.newest().event, Event::Accepted { .. })
}
