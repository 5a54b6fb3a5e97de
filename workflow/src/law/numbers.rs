//! How numbers are written. The series themselves are drawn under lock, outside.

use chrono::Datelike;

use crate::facts::Facts;

/// A running series of an office and a year: unique and without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// 办件编号
    Application,
    /// 收养登记证字号
    Certificate,
    /// 档号
    Volume,
}

impl Series {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Series::Application => "application",
            Series::Certificate => "certificate",
            Series::Volume => "volume",
        }
    }
}

/// 办件编号: `渝足收件〔2026〕0001号`.
pub fn application_number(facts: &Facts) -> String {
    let office = &facts.office;
    let (year, next) = (facts.today.year(), facts.next_in_series);
    format!("{}{}收件〔{year}〕{next:04}号", office.province_short, office.county_short)
}

/// 收养登记证字号: `（2026）渝足收字00001` (规范, form remembered).
pub fn certificate_number(facts: &Facts) -> String {
    let office = &facts.office;
    let (year, next) = (facts.today.year(), facts.next_in_series);
    format!("（{year}）{}{}收字{next:05}", office.province_short, office.county_short)
}

/// 档号: 全宗号, 收养, year, mainland (内地), formation (成立), serial (档案办法 art. 8, remembered).
pub fn volume_number(facts: &Facts) -> String {
    let (year, next) = (facts.today.year(), facts.next_in_series);
    format!("{}-收养-{year}-内地-成立-{next:04}", facts.office.fonds)
}

/// 文号 of a paper that has no series of its own: the number of the case with the paper's mark in
/// place of 收件, such as `渝足收公〔2026〕0001号`.
pub fn paper_number(case_number: &str, mark: &str) -> String {
    case_number.replacen("收件", mark, 1)
}
