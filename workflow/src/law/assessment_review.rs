//! After a report: the result is told, an applicant may have it reviewed (复核) by others, and until that is
//! decided nothing is decided on the adoption.

use chrono::NaiveDate;

use super::time::periods::nth_working_day;
use crate::base::rule::{Violation, rules};
use crate::base::text::PAGE;
use crate::case::assessment::after::Review;
use crate::case::{Case, Party};
use crate::facts::Facts;

rules! {
    /// The result is told first.
    RESULT_TOLD = "EVAL-10.told", Some("SEQ-3"),
        "《收养评估办法（试行）》第十条（评估结果告知、复核，见湖南省实施办法）",
        "Assessment Measures art. 10 (telling and review, as in Hunan's rules)", Derived,
        "评估报告签名存卷并告知申请人以后，才可以申请复核",
        "a review is asked for once the signed report is filed and its result was told";
    /// Asked for in time.
    ASKED_IN_TIME = "EVAL-10.in-time", Some("SEQ-3"),
        "评估复核申请期限（登记机关设定）", "time for asking for a review (office configuration)", Derived,
        "须在告知评估结果后规定的工作日内申请复核",
        "a review is asked for within the working days the office sets, after the result was told";
    /// Others review.
    OTHER_PEOPLE = "EVAL-12.review", Some("SEQ-3"),
        "《收养评估办法（试行）》第十二条（复核由其他人员进行）",
        "Assessment Measures art. 12 (others review)", Derived,
        "复核由未参加本次评估的人员进行", "nobody who assessed reviews";
    /// Nothing is decided meanwhile.
    REVIEW_DECIDED = "EVAL-10.review", Some("SEQ-3"),
        "《收养评估办法（试行）》第十条（复核）", "Assessment Measures art. 10 (review)", Derived,
        "评估复核尚未作出决定", "a review of the assessment is not decided yet";
}

/// The review that waits for its decision.
pub fn open_review(case: &Case) -> Option<&Review> {
    case.assessment.reviews.iter().find(|review| review.decision.is_none())
}

/// A review bars proposal, approval and registration until it is decided.
pub fn no_open_review(case: &Case) -> Option<Violation> {
    open_review(case).map(|_| REVIEW_DECIDED.broken())
}

/// The newest day on which a party was told of the report that stands.
pub fn told_on(case: &Case, party: Party) -> Option<NaiveDate> {
    let told = case.assessment.told.iter().filter(|told| told.party == party);
    told.map(|told| told.told_on).max()
}

/// The last day on which a party may ask for a review.
pub fn last_day_to_ask(case: &Case, party: Party, facts: &Facts) -> Option<NaiveDate> {
    let days = facts.rules.assessment_work.review_request_days;
    nth_working_day(told_on(case, party)?, days, &[], &facts.calendar)
}

/// What stands in the way of asking for a review on a day.
pub fn may_be_asked(case: &Case, party: Party, on: NaiveDate, facts: &Facts) -> Option<Violation> {
    match last_day_to_ask(case, party, facts) {
        None => Some(RESULT_TOLD.broken().at("party")),
        Some(last) => (on > last).then(|| {
            ASKED_IN_TIME
                .broken_because(format!("至{last}止"), format!("until {last}"))
                .at("requested_on")
        }),
    }
}

/// Longest text of reasons and grounds.
pub const REASONS: usize = PAGE;
