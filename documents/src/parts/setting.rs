//! What a document says besides the case, and how it names the case and itself.

use chrono::NaiveDate;
use workflow::base::calendar::Calendar;
use workflow::base::document::DocumentKind;
use workflow::base::office_rules::OfficeRules;
use workflow::case::Case;
use workflow::facts;
use workflow::law::numbers::paper_number;
use workflow::procedures;

/// What a document says besides the case.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// The registering office.
    pub office: &'a facts::Office,
    /// The numbers the office configures.
    pub rules: &'a OfficeRules,
    /// Days of rest and make-up working days.
    pub calendar: &'a Calendar,
    /// The legal day of the event that called for the document.
    pub on: NaiveDate,
    /// Name of the officer who acted.
    pub by: &'a str,
    /// Address under which the family follows its case, with the code in its fragment.
    pub query_address: String,
    /// The code in letters.
    pub query_code: String,
    /// Documents made before, which a volume binds beside the filed papers.
    pub made: Vec<MadeDocument>,
}

/// A document of the case that was printed before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDocument {
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub digest: String,
    /// The legal day of the event that called for it.
    pub on: NaiveDate,
}

/// What is asked of the office.
pub(crate) fn matter(case: &Case) -> String {
    procedures::matter(case).into()
}

/// 文号 of a letter: the number of the case with the mark of the letter. A later correction tells
/// itself from an earlier one.
pub(crate) fn number_of(case: &Case, kind: DocumentKind) -> String {
    let mark = kind.letter_mark().unwrap_or("收");
    let number = paper_number(&case.number, mark);
    match case.corrections.last() {
        Some(told) if kind == DocumentKind::CorrectionNotice && told.number > 1 => {
            format!("{number}之{}", told.number)
        }
        _ => number,
    }
}
