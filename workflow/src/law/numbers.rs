//! How numbers are written. The series themselves are drawn under lock, outside.

use chrono::Datelike;

use crate::base::number_templates::serial_mark;
use crate::case::aftermath::ReplacedPaper;
use crate::case::{Case, Procedure};
use crate::event::{Event, LaterEvent};
use crate::facts::Facts;
use crate::identity::writing::compared_number;

/// A running series of an office and a year: unique and without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// 办件编号
    Application,
    /// 收养登记证字号
    Certificate,
    /// 解除收养关系证明字号
    Dissolution,
    /// 撤销收养登记决定书文号
    Revocation,
    /// 补领登记字号
    Replacement,
    /// 收养关系证明字号
    Proof,
    /// 档号, one series for each procedure
    Volume(Procedure),
}

impl Series {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Series::Application => "application",
            Series::Certificate => "certificate",
            Series::Dissolution => "dissolution",
            Series::Revocation => "revocation",
            Series::Replacement => "replacement",
            Series::Proof => "proof",
            Series::Volume(procedure) => procedure.volume_series(),
        }
    }
}

/// A blank with its pre-printed serial, as it is compared. Blanks of two forms may bear the same serial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankKey(pub String);

impl BlankKey {
    /// A blank of the 收养登记证.
    pub fn of_certificate(serial: &str) -> BlankKey {
        BlankKey(compared_number(serial))
    }

    /// A blank of the 解除收养关系证明.
    pub fn of_dissolution_proof(serial: &str) -> BlankKey {
        BlankKey(format!("解除 {}", compared_number(serial)))
    }

    /// The blank of a replacement, by the paper it replaces.
    pub fn of_replacement(case: &Case, serial: &str) -> Option<BlankKey> {
        Some(match case.later.as_deref()?.request.replaced_paper()? {
            ReplacedPaper::Certificate => BlankKey::of_certificate(serial),
            ReplacedPaper::DissolutionProof => BlankKey::of_dissolution_proof(serial),
        })
    }

    /// The blank a case has used up, if it has used one.
    pub fn used_by(case: &Case) -> Option<BlankKey> {
        if let Some(registration) = &case.registration {
            let serial = Some(&registration.blank_serial).filter(|serial| !serial.is_empty());
            return serial.map(|serial| BlankKey::of_certificate(serial));
        }
        let serial = case.later.as_deref()?.outcome.as_ref()?.blank_serial.as_deref()?;
        match case.procedure {
            Procedure::Dissolution => Some(BlankKey::of_dissolution_proof(serial)),
            Procedure::Replacement => BlankKey::of_replacement(case, serial),
            Procedure::Formation
            | Procedure::Revocation
            | Procedure::Proof
            | Procedure::LateEntry => None,
        }
    }
}

/// The series out of which an event was numbered, in a case of this procedure. What a case leaves in the
/// adoption's own tells again of a number that was drawn for that case.
pub fn series_of(event: &Event, procedure: Procedure) -> Option<Series> {
    match event {
        Event::ApplicationFiled(_) => Some(Series::Application),
        Event::Registered { .. } => Some(Series::Certificate),
        Event::Archived { .. } => Some(Series::Volume(procedure)),
        Event::Later(event) => match event {
            LaterEvent::LaterApplicationFiled(_) => Some(Series::Application),
            LaterEvent::DissolutionRegistered { .. } => Some(Series::Dissolution),
            LaterEvent::RevocationDecided { .. } => Some(Series::Revocation),
            LaterEvent::ReplacementIssued { .. } => Some(Series::Replacement),
            LaterEvent::ProofIssued { .. } => Some(Series::Proof),
            _ => None,
        },
        _ => None,
    }
}

/// A number as a template writes it.
fn written(template: &str, facts: &Facts) -> String {
    let office = &facts.office;
    let mut number = template
        .replace("{year}", &facts.today.year().to_string())
        .replace("{province}", &office.province_short)
        .replace("{county}", &office.county_short);
    for width in 1..=8 {
        let serial = format!("{:0width$}", facts.next_in_series);
        number = number.replace(&serial_mark(width), &serial);
    }
    number
}

/// 办件编号: `渝足收件〔2026〕0001号`.
pub fn application_number(facts: &Facts) -> String {
    let office = &facts.office;
    let (year, next) = (facts.today.year(), facts.next_in_series);
    format!("{}{}收件〔{year}〕{next:04}号", office.province_short, office.county_short)
}

/// 收养登记证字号: `（2026）渝足收字00001` (规范, form remembered).
pub fn certificate_number(facts: &Facts) -> String {
    written(&facts.rules.numbers.certificate, facts)
}

/// 解除收养关系证明字号
pub fn dissolution_number(facts: &Facts) -> String {
    written(&facts.rules.numbers.dissolution, facts)
}

/// 撤销收养登记决定书文号
pub fn revocation_number(facts: &Facts) -> String {
    written(&facts.rules.numbers.revocation, facts)
}

/// 补领登记字号; the certificate keeps the number it always had.
pub fn replacement_number(facts: &Facts) -> String {
    written(&facts.rules.numbers.replacement, facts)
}

/// 收养关系证明字号
pub fn proof_number(facts: &Facts) -> String {
    written(&facts.rules.numbers.proof, facts)
}

/// 档号: 全宗号, 收养, year, mainland (内地), procedure, serial (档案办法 art. 8, remembered).
pub fn volume_number(procedure: Procedure, facts: &Facts) -> String {
    let (year, next) = (facts.today.year(), facts.next_in_series);
    format!("{}-收养-{year}-内地-{}-{next:04}", facts.office.fonds, procedure.printed())
}

/// 文号 of a paper that has no series of its own: the number of the case with the paper's mark in
/// place of 收件, such as `渝足收公〔2026〕0001号`.
pub fn paper_number(case_number: &str, mark: &str) -> String {
    case_number.replacen("收件", mark, 1)
}
