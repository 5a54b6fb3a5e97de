//! 公告: the search for the birth parents, and claims.

use super::documents_required::missing;
use super::kinds::parents_are_unknown;
use super::time::periods::has_run;
use crate::base::message::Message;
use crate::base::rule::{Violation, rules};
use crate::case::{Case, ClaimOutcome, PaperKind, Slot};
use crate::facts::Facts;

rules! {
    /// The registering office publishes a notice before registration.
    PUBLISHED = "CC-1105.2", Some("SEQ-2"),
        "《民法典》第一千一百零五条第二款", "Civil Code art. 1105(2)", Verified,
        "查找不到生父母的未成年人，登记前应当予以公告",
        "for a child whose parents cannot be found, a public notice must precede registration";
    /// The newspaper page is in the file.
    PAGE_FILED = "SPEC-18", Some("SEQ-2"),
        "《收养登记工作规范》（公告报纸存卷）", "Work Specification (newspaper page filed)", Remembered,
        "须有刊登公告的报纸版面", "the newspaper page with the notice must be filed";
    /// Sixty full days have run without a claim.
    SIXTY_DAYS = "REG-8.2", Some("SEQ-2"),
        "《中国公民收养子女登记办法》第八条第二款；《民法典》第二百零一条、第二百零三条",
        "Registration Measures art. 8(2); Civil Code arts. 201, 203", Verified,
        "公告须满六十日无人认领", "the notice must have run sixty full days without a claim";
    /// No claim is open.
    NO_OPEN_CLAIM = "REG-8.2.claim", Some("SEQ-2"),
        "《中国公民收养子女登记办法》第八条第二款", "Registration Measures art. 8(2)", Verified,
        "有人认领，处理完毕前不得继续办理", "a claim is open and halts the case";
    /// No claim was found good.
    NO_GOOD_CLAIM = "CC-1093.2", Some("SEQ-2"),
        "《民法典》第一千零九十三条第（二）项", "Civil Code art. 1093(2)", Verified,
        "认领成立，儿童不属于查找不到生父母的未成年人",
        "a claim was found good, so the child's parents are no longer unknown";
    /// A claim is settled on a police or court paper.
    SETTLED_ON_PAPER = "REG-8.2.settled", Some("SEQ-2"),
        "《中国公民收养子女登记办法》第八条第二款", "Registration Measures art. 8(2)", Derived,
        "认领须凭公安机关或者人民法院的文书处理", "a claim is settled only on a police or court paper";
}

/// Full days of the notice (登记办法 art. 8(2)).
pub const NOTICE_DAYS: u32 = 60;

/// What the notice must show before a proposal.
pub fn gates(case: &Case, facts: &Facts) -> Vec<Violation> {
    if !parents_are_unknown(case.kind) {
        return Vec::new();
    }
    let mut violations = Vec::new();
    match &case.notice {
        None => violations.push(PUBLISHED.broken()),
        Some(notice) => {
            let page = Slot::of_case(PaperKind::NewspaperPage);
            if !case.is_filled(page) {
                violations.push(missing(&PAGE_FILED, page));
            }
            // A calendar that became known since may only lengthen the notice.
            let run = has_run(notice.published_on, NOTICE_DAYS, &facts.calendar, facts.today);
            if facts.today <= notice.last_day || !run {
                violations.push(SIXTY_DAYS.broken_with(Message::with_days(
                    "公告期至{last_day}届满",
                    "it runs until the end of {last_day}",
                    [("last_day", notice.last_day)],
                )));
            }
        }
    }
    violations.extend(no_claim(case));
    violations
}

/// No claim halts or has ended the case.
pub fn no_claim(case: &Case) -> Option<Violation> {
    if case.open_claim().is_some() {
        return Some(NO_OPEN_CLAIM.broken());
    }
    let founded = |outcome: ClaimOutcome| outcome == ClaimOutcome::Founded;
    case.claims
        .iter()
        .filter_map(|claim| claim.settlement.as_ref())
        .any(|settlement| founded(settlement.outcome))
        .then(|| NO_GOOD_CLAIM.broken())
}
