//! A sample of 回访记录 of a visit that found harm.

use crate::parts::sample::people::office;
use crate::parts::sample::{CASE_NUMBER, CERTIFICATE_NUMBER, day};
use crate::parts::visits::Reported;
use workflow::cast::figures::{HUSBAND, REGISTRAR, WIFE};

use super::{Level, VisitRecord};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, VisitRecord)> {
    vec![("visit_record", visit_record())]
}

/// What was found.
pub(crate) const FINDINGS: &str = "孩子左前臂有两处新近瘀伤，问及时沉默、回避；邻居反映近两周多次听到打骂声。收养人承认用衣架打过孩子，称是“管教”。孩子单独谈话时说害怕回家。";

/// The report of the harm.
pub(crate) fn reported() -> Reported {
    Reported {
        recipient: "重庆市公安局大足区分局龙岗派出所".into(),
        at: "2026年12月2日15时40分".into(),
        number: "龙派受〔2026〕1182号".into(),
    }
}

/// 回访记录 of a visit that found harm.
pub fn visit_record() -> VisitRecord {
    VisitRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        certificate_number: CERTIFICATE_NUMBER.into(),
        number: 2,
        due_on: day(2026, 12, 1),
        visited_on: day(2026, 12, 2),
        place: Some("重庆市大足区龙岗街道翠屏路88号3幢2单元601室".into()),
        visitors: vec![REGISTRAR.into(), "陶然".into()],
        adopters: vec![HUSBAND.name.into(), WIFE.name.into()],
        child: "周安宁".into(),
        present: Some("周明远、周安宁、社区儿童主任杨柳".into()),
        findings: FINDINGS.into(),
        level: Level::Red,
        reported: Some(reported()),
    }
}
