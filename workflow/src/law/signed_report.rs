//! The signed report of an assessment: it is the version that was frozen, and that of a commissioned body bears
//! the body's seal (评估办法 art. 9(4)).

use crate::base::rule::{Violation, rules};
use crate::case::assessment::AssessingBody;
use crate::case::{Case, FiledPaper, PaperKind, Slot};

rules! {
    /// The printed code is that of the report that stands.
    SAME_VERSION = "EVAL-9.4.version", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Derived,
        "签名的评估报告须是系统打印的现行版本，报告上的版本码不一致的不予采用",
        "the signed report is the version that was frozen: another code stands on it";
    /// The report of a commissioned body bears its seal.
    SEALED = "EVAL-9.4.seal", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Remembered,
        "受委托机构的评估报告须由全体评估人员签名并加盖该机构印章，经登记员核对版本码和印章",
        "the report of a commissioned body is signed by all assessors and bears the body's seal, which the registrar has compared with its code";
}

/// The code that stands on the printed report: the case and the version it was frozen with, in digits that any
/// reader of codes types.
pub fn code_of(case: &Case) -> Option<String> {
    let version = case.assessment.report.as_ref()?.version;
    let digits = case.number.split(|letter: char| !letter.is_ascii_digit());
    let digits: Vec<&str> = digits.filter(|run| !run.is_empty()).collect();
    Some(format!("{}-{version}", digits.join("-")))
}

/// The body whose seal the report needs, if one was commissioned.
pub fn commissioned(case: &Case) -> Option<&str> {
    match case.assessment.body.as_ref()? {
        AssessingBody::OwnTeam => None,
        AssessingBody::ThirdParty { name, .. } => Some(name),
    }
}

/// The scan of the signed report that stands.
pub fn signed_scan(case: &Case) -> Option<&FiledPaper> {
    case.standing_papers(Slot::of_case(PaperKind::AssessmentReport)).last()
}

/// The report of a commissioned body was compared, on the scan that stands.
pub fn sealed_by_its_body(case: &Case) -> Option<Violation> {
    commissioned(case)?;
    let report = case.assessment.report.as_ref()?;
    let scan = signed_scan(case)?;
    let compared = report.confirmed.as_ref().is_some_and(|seen| seen.paper == scan.number);
    (!compared).then(|| SEALED.broken())
}
