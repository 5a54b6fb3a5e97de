//! 收养评估: what must stand before a proposal (评估办法 arts. 8 to 12).

use chrono::NaiveDate;

use super::assessment_review::no_open_review;
use super::assessment_work::{childs_own_no, enough_work};
use super::documents_required::missing;
use super::kinds::is_assessed;
use super::recusal::none_pending;
use super::signed_report::sealed_by_its_body;
use super::time::periods::{months_after, nth_day};
use crate::base::message::Message;
use crate::base::rule::{Violation, rules};
use crate::case::assessment::{AssessmentTopic, Conclusion, IncidentGround, VisitMethod};
use crate::case::{Case, PaperKind, Slot};
use crate::facts::Facts;

rules! {
    /// The applicant is told in writing.
    NOTIFIED = "EVAL-9.1", Some("SEQ-3"),
        "《民法典》第一千一百零五条第五款；《收养评估办法（试行）》第九条第（一）项",
        "Civil Code art. 1105(5); Assessment Measures art. 9(1)", Remembered,
        "须书面告知收养申请人进行收养评估", "the applicant must be told of the assessment in writing";
    /// The applicant's own consent.
    CONSENTED = "EVAL-9.2", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（二）项", "Assessment Measures art. 9(2)", Remembered,
        "须由收养申请人本人确认同意评估", "each applicant must personally consent to the assessment";
    /// Two or more qualified assessors.
    ASSESSORS = "EVAL-6", Some("SEQ-3"),
        "《收养评估办法（试行）》第六条、第九条第（二）项", "Assessment Measures arts. 6, 9(2)", Verified,
        "评估须由两名以上具备资格的评估人员进行", "two or more qualified assessors must be appointed";
    /// Visits and evidence.
    VISITED = "EVAL-9.3", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（三）项", "Assessment Measures art. 9(3)", Remembered,
        "须进行实地走访和面谈", "visits and interviews must be made";
    /// Integration.
    INTEGRATED = "EVAL-8", Some("SEQ-3"),
        "《收养评估办法（试行）》第八条", "Assessment Measures art. 8", Remembered,
        "收养申请人与被收养人融合须满规定日数", "integration must last its full days";
    /// The report covers every content.
    COMPLETE_REPORT = "EVAL-8.contents", Some("SEQ-3"),
        "《收养评估办法（试行）》第八条", "Assessment Measures art. 8", SecondHand,
        "评估报告须涵盖各项评估内容", "the report must cover every content of the assessment";
    /// What the report rests on stays as it was.
    REPORT_SUBMITTED = "EVAL-9.4.basis", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Derived,
        "评估报告已经签名存卷，其依据不得再变动", "the report is signed and filed, and what it rests on stays as it was";
    /// The report, signed by all.
    REPORTED = "EVAL-9.4", Some("SEQ-3"),
        "《收养评估办法（试行）》第九条第（四）项", "Assessment Measures art. 9(4)", Remembered,
        "须有全体评估人员签名的评估报告", "the report signed by all assessors must be filed";
    /// The report is still valid.
    STILL_VALID = "HOUSE-REPORT", Some("SEQ-3"),
        "评估报告有效期（登记机关设定）", "validity of a report (office configuration)", Derived,
        "评估报告已过有效期", "the report is no longer valid";
    /// No incident is open.
    NO_INCIDENT = "EVAL-11", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条", "Assessment Measures art. 11", SecondHand,
        "有应当报告的情形尚未处理完毕", "a reportable circumstance is still open";
    /// Whom a reportable circumstance concerns.
    CONCERNED = "EVAL-11.whom", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条", "Assessment Measures art. 11", SecondHand,
        "须写明情形涉及哪名收养申请人或者共同生活的家庭成员",
        "it must be said which applicant or co-resident family member the circumstance concerns";
    /// The threshold of a crime.
    SENTENCED = "EVAL-11.5", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条第（五）项", "Assessment Measures art. 11(5)", SecondHand,
        "故意犯罪的情形须写明已被判处或者可能被判处有期徒刑以上刑罚，其他情形不填",
        "of an intentional crime, and of nothing else, it is said whether fixed-term imprisonment or more was or is likely given";
    /// Harm during integration is told to the police at once.
    POLICE_TOLD = "EVAL-11.8", Some("SEQ-3"),
        "《收养评估办法（试行）》第十一条；《未成年人保护法》第十一条",
        "Assessment Measures art. 11; Minors Protection Law art. 11", Remembered,
        "侵害未成年人的情形须立即报告公安机关并记录时间、受理单位和编号",
        "harm to a minor must be reported to the police at once, with time, recipient and number";
}

/// Least number of assessors (评估办法 arts. 6, 9).
pub const ASSESSORS_NEEDED: usize = 2;

/// What the assessment must show before a proposal.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    if !is_assessed(case.kind) {
        return no_open_incident(case).into_iter().collect();
    }
    let assessment = &case.assessment;
    let mut violations = Vec::new();
    if assessment.notified_on.is_none() {
        violations.push(NOTIFIED.broken());
    }
    for (party, _) in case.adopting_parties() {
        let signed = Slot::of(PaperKind::AssessmentConsent, party);
        if !assessment.consents.iter().any(|consent| consent.party == party) {
            violations.push(CONSENTED.broken().at(party.word()));
        } else if !case.is_filled(signed) {
            violations.push(missing(&CONSENTED, signed));
        }
    }
    if assessment.assessors.len() < ASSESSORS_NEEDED {
        violations.push(ASSESSORS.broken());
    }
    if assessment.scored.is_some() {
        // A child that turned eight since the report is asked for its consent, not assessed anew.
        let as_of = assessment.report.as_ref().map_or(facts.today, |report| report.on);
        violations.extend(enough_work(case, as_of, facts));
        violations.extend(childs_own_no(case));
    } else {
        violations.extend(visited_enough(case, facts));
    }
    violations.extend(integrated(case, facts));
    violations.extend(report_stands(case, facts));
    violations.extend(sealed_by_its_body(case));
    violations.extend(no_open_review(case));
    violations.extend(none_pending(case));
    violations.extend(no_open_incident(case));
    violations
}

/// Visits and interviews enough, made by those who are appointed now.
pub fn visited_enough(case: &Case, facts: &Facts) -> Option<Violation> {
    let homes = made_by_the_appointed(case, VisitMethod::HomeVisit);
    let wanted = facts.rules.home_visits;
    (!methods_wanted(case, facts).is_empty()).then(|| {
        VISITED.broken_because(
            format!("须入户走访{wanted}次并至少面谈一次，已入户{homes}次"),
            format!("{wanted} home visits and an interview are needed, {homes} home visits made"),
        )
    })
}

/// The ways in which the assessors have not gone often enough.
pub fn methods_wanted(case: &Case, facts: &Facts) -> Vec<VisitMethod> {
    let homes = made_by_the_appointed(case, VisitMethod::HomeVisit);
    let at_home = (homes < facts.rules.home_visits as usize).then_some(VisitMethod::HomeVisit);
    let interviews = made_by_the_appointed(case, VisitMethod::Interview);
    at_home.into_iter().chain((interviews == 0).then_some(VisitMethod::Interview)).collect()
}

fn made_by_the_appointed(case: &Case, method: VisitMethod) -> usize {
    let visits = case.assessment.visits.iter().filter(|visit| visit.method == method);
    visits.filter(|visit| visit.assessors.iter().all(|user| case.is_assessor(*user))).count()
}

/// Whether integration may end on this day: after its full days.
pub fn integration_has_run(started_on: NaiveDate, ended_on: NaiveDate, facts: &Facts) -> bool {
    nth_day(started_on, facts.rules.integration_days) < ended_on
}

/// Integration was begun and ended after its full days.
pub fn integrated(case: &Case, facts: &Facts) -> Option<Violation> {
    let ended = case.assessment.integration.is_some_and(|integration| {
        integration
            .ended_on
            .is_some_and(|ended_on| integration_has_run(integration.started_on, ended_on, facts))
    });
    (!ended).then(|| {
        let days = facts.rules.integration_days;
        INTEGRATED.broken_because(format!("须满{days}日"), format!("{days} full days are needed"))
    })
}

fn report_stands(case: &Case, facts: &Facts) -> Option<Violation> {
    let signed = Slot::of_case(PaperKind::AssessmentReport);
    let Some(report) = &case.assessment.report else {
        return Some(REPORTED.broken());
    };
    if !case.is_filled(signed) {
        return Some(missing(&REPORTED, signed));
    }
    let valid_until = months_after(report.on, facts.rules.report_valid_months);
    (facts.today > valid_until).then(|| {
        STILL_VALID.broken_with(Message::with_days(
            "有效期至{valid_until}",
            "it was valid until {valid_until}",
            [("valid_until", valid_until)],
        ))
    })
}

/// No incident bars the case.
pub fn no_open_incident(case: &Case) -> Option<Violation> {
    case.open_incident().map(|_| NO_INCIDENT.broken())
}

/// Whether an incident must be told to the police before it is closed.
pub fn needs_police_report(ground: IncidentGround) -> bool {
    matches!(ground, IncidentGround::HarmDuringIntegration | IncidentGround::HarmToMinors)
}

/// What a report rests on is not changed once it is signed and filed.
pub fn report_not_filed(case: &Case) -> Option<Violation> {
    let filed = case.assessment.report.as_ref().and_then(|report| report.filed_on);
    filed.map(|_| REPORT_SUBMITTED.broken())
}

/// The contents a report leaves out.
pub fn topics_left_out(covered: impl Iterator<Item = AssessmentTopic>) -> Vec<AssessmentTopic> {
    let covered: Vec<_> = covered.collect();
    AssessmentTopic::ALL.into_iter().filter(|topic| !covered.contains(topic)).collect()
}

/// Whether the report that stands says the applicants are not capable.
pub fn report_is_negative(case: &Case) -> bool {
    case.assessment
        .report
        .as_ref()
        .is_some_and(|report| report.conclusion == Conclusion::NotCapable)
}

/// The day the last of the adopters consented, once all have.
pub fn consent_complete_on(case: &Case) -> Option<NaiveDate> {
    let consents = &case.assessment.consents;
    (consents.len() == case.adopters.len())
        .then(|| consents.iter().map(|consent| consent.on).max())
        .flatten()
}
