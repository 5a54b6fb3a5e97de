//! 评估人员资格: whether a person may be appointed to assess on a day, and why not.

use chrono::NaiveDate;

use super::assessment::ASSESSORS;
use super::time::periods::months_after;
use crate::base::rule::{Violation, rules};
use crate::case::Case;
use crate::case::assessment::AssessingBody;
use crate::facts::AssessorRecord;
use crate::indicator::Part;
use crate::staff::{Agency, Background, Body, Employment, Standing};

rules! {
    /// The own team: staff on the establishment who know the law.
    OWN_TEAM = "EVAL-6.team", Some("SEQ-3"),
        "《收养评估办法（试行）》第六条", "Assessment Measures art. 6", Verified,
        "自行评估的，评估人员须为熟悉收养有关法律法规的在编工作人员",
        "an own team consists of staff on the establishment who know the law of adoption";
    /// A commissioned body is qualified, and its agreement runs and covers the work.
    COMMISSIONED = "EVAL-7.body", Some("SEQ-3"),
        "《收养评估办法（试行）》第五条、第七条", "Assessment Measures arts. 5, 7", SecondHand,
        "受委托的机构须具备规定条件，有五名以上专职人员，委托协议在有效期内并包括该项评估",
        "a commissioned body is qualified, has five full-time staff, and its agreement runs and covers the work";
    /// Its assessors are full-time, of the right background.
    FULL_TIME = "EVAL-7.staff", Some("SEQ-3"),
        "《收养评估办法（试行）》第七条、第九条第（二）项", "Assessment Measures arts. 7, 9(2)", Remembered,
        "受委托机构的评估人员须为专职，具有社会工作、医学、心理学等背景，或者从事相关工作二年以上",
        "assessors of a commissioned body are full-time, of a fitting background or with two years of related work";
    /// The body is the one the applicants were told of.
    OF_THE_BODY = "EVAL-9.body", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（一）项、第（二）项", "Assessment Measures art. 9(1), (2)", Remembered,
        "评估人员须属于书面告知的评估主体", "assessors are of the body that the applicants were told of";
    /// Trained, examined, with a post certificate.
    CERTIFIED = "EVAL-6.certificate", Some("SEQ-3"),
        "评估人员培训、考试和上岗证（登记机关设定，参照江苏昆山的做法）",
        "training, examination and post certificate (office rule, after the practice of Kunshan)", Derived,
        "评估人员须经培训、考试合格，并持有效的上岗证",
        "an assessor is trained, examined and holds a valid post certificate";
    /// The yearly check of the record.
    SCREENED = "MPL-62", Some("SEQ-3"),
        "《未成年人保护法》第六十二条", "Minors Protection Law art. 62", Verified,
        "密切接触未成年人的人员须每年查询违法犯罪记录，且查询结果没有不得从业的情形",
        "the record of those who meet minors is checked each year, and shows nothing that bars the work";
    /// Whoever works the case does not assess it; ours, and an office of two may decide otherwise.
    APART_FROM_OFFICERS = "HOUSE-APART", Some("SEQ-3"),
        "经办与评估分离（登记机关设定）", "who works a case does not assess it (office rule)", Derived,
        "经办本件的人员不担任本件评估人员", "a person who works the case does not assess it";
    /// Not suspended.
    NOT_SUSPENDED = "EVAL-6.suspended", Some("SEQ-3"),
        "评估人员的暂停（登记机关设定）", "suspension of assessors (office rule)", Derived,
        "该评估人员已被暂停评估工作", "the assessor is suspended";
}

/// Full-time staff a commissioned body needs (评估办法 art. 7; remembered).
const STAFF_NEEDED: u32 = 5;
/// Years of related work that stand for a fitting background.
const RELATED_YEARS: u32 = 2;
/// Months for which a check of the record counts.
const SCREENING_MONTHS: u32 = 12;

/// Why a person may not be appointed on a day, as far as their own papers say; nothing if they may.
pub fn objections(record: &AssessorRecord, day: NaiveDate) -> Vec<Violation> {
    let mut broken = Vec::new();
    if !record.is_active_assessor || record.qualification.is_none() {
        broken.push(ASSESSORS.broken());
    }
    if record.valid_until.is_some_and(|until| until < day) {
        broken.push(CERTIFIED.broken_because("上岗证已过有效期", "the certificate has expired"));
    }
    let Some(standing) = &record.standing else {
        broken.push(SCREENED.broken_because("没有查询记录", "no check is on file"));
        return broken;
    };
    if !standing.examined(day).is_some_and(|taken| taken.passed) {
        broken.push(CERTIFIED.broken_because("没有考试合格的记录", "no examination was passed"));
    }
    broken.extend(screened(standing, day));
    if standing.is_suspended(day) {
        broken.push(NOT_SUSPENDED.broken());
    }
    match &record.agency {
        None => broken.push(COMMISSIONED.broken_because("没有登记评估主体", "no body is on file")),
        Some(agency) => broken.extend(of_the_agency(standing, agency, day)),
    }
    broken
}

fn screened(standing: &Standing, day: NaiveDate) -> Option<Violation> {
    let Some(check) = standing.screened(day) else {
        return Some(SCREENED.broken_because("没有查询记录", "no check is on file"));
    };
    if !check.clear {
        return Some(SCREENED.broken_because("查询结果不合格", "the check was not clear"));
    }
    let until = months_after(check.on, SCREENING_MONTHS);
    (until < day).then(|| {
        SCREENED.broken_because(
            format!("上次查询的有效期至{until}"),
            format!("the last check counted until {until}"),
        )
    })
}

/// What the body lacks, and the person within it.
fn of_the_agency(standing: &Standing, agency: &Agency, day: NaiveDate) -> Vec<Violation> {
    let mut broken = Vec::new();
    if agency.ended_on.is_some_and(|ended| ended <= day) {
        broken.push(COMMISSIONED.broken_because("该主体已停止评估", "the body assesses no longer"));
    }
    let Body::Commissioned { agreement, examined, .. } = &agency.body else {
        let on_establishment = standing.employment == Employment::OnEstablishment;
        if !on_establishment || !standing.knows_the_law(day) {
            broken.push(OWN_TEAM.broken());
        }
        return broken;
    };
    let runs = (agreement.from..=agreement.until).contains(&day);
    let covers =
        [Part::Capability, Part::Integration].iter().all(|part| agreement.scope.contains(part));
    let qualified = examined.in_order && examined.full_time_staff >= STAFF_NEEDED;
    if !runs || !covers || !qualified {
        broken.push(COMMISSIONED.broken());
    }
    let fitting =
        standing.background != Background::Other || standing.related_years >= RELATED_YEARS;
    if standing.employment != Employment::FullTime || !fitting {
        broken.push(FULL_TIME.broken());
    }
    broken
}

/// Whether the person's body is the one the applicants were told of.
pub fn is_of_the_body(record: &AssessorRecord, case: &Case) -> bool {
    let told = case.assessment.body.as_ref();
    match (told, record.agency.as_ref().map(|agency| &agency.body)) {
        (Some(AssessingBody::OwnTeam), Some(Body::OwnTeam {})) => true,
        (
            Some(AssessingBody::ThirdParty { agreement_number, .. }),
            Some(Body::Commissioned { agreement, .. }),
        ) => agreement.number == *agreement_number,
        _ => false,
    }
}
