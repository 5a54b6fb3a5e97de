//! A sample of 收养登记结果告知书.

use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, CERTIFICATE_NUMBER, day};
use workflow::cast::figures::{FOUNDLING, HUSBAND, REGISTRAR, WIFE};

use super::{PlannedVisit, ResultNotice};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, ResultNotice)> {
    vec![("result_notice", result_notice())]
}

/// 收养登记结果告知书.
pub fn result_notice() -> ResultNotice {
    let visit = |number, due_on| PlannedVisit { number, due_on };
    ResultNotice {
        office: office(),
        number: "足民收结〔2026〕7号".into(),
        case_number: CASE_NUMBER.into(),
        adopters: vec![HUSBAND.name.into(), WIFE.name.into()],
        child: FOUNDLING.name.into(),
        name_after_adoption: Some("周安宁".into()),
        certificate_number: CERTIFICATE_NUMBER.into(),
        registered_on: day(2026, 6, 1),
        visits: vec![
            visit(1, day(2026, 7, 1)),
            visit(2, day(2026, 12, 1)),
            visit(3, day(2027, 6, 1)),
            visit(4, day(2028, 6, 1)),
        ],
        registrar: REGISTRAR.into(),
    }
}
