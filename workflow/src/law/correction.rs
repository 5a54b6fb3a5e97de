//! 一次性告知、不予受理、送达: what happens to an application that is not in order, and how a party is told.

use crate::base::rule::{Violation, rules};
use crate::case::{Case, PaperKind, Slot};

rules! {
    /// Everything is told at once.
    TOLD_AT_ONCE = "HOUSE-CORRECTION", Some("SEQ-1"),
        "一次性告知（参照《行政许可法》第三十二条第一款第（四）项）",
        "everything is told at once (after Administrative Licensing Law art. 32(1)(4))", Derived,
        "须将需要补正的全部内容一次告知", "everything to be corrected must be told at once";
    /// A refusal to accept states its reasons.
    REASONS_FOR_NOT_ACCEPTING = "SPEC-17", Some("SEQ-9"),
        "《中国公民收养子女登记办法》第八条第一款；《收养登记工作规范》（不予受理、退还材料）",
        "Registration Measures art. 8(1); Work Specification (not accepted, papers returned)", Remembered,
        "不予受理须说明理由，理由须为本件现时不符合的条件",
        "not accepting needs reasons, each a condition that is not met now";
    /// A paper is served once it is made, with a signed receipt.
    SERVED_WITH_RECEIPT = "HOUSE-SERVICE", Some("SEQ-9"),
        "《行政复议法》第二十条、《行政诉讼法》第四十六条（期限自知道之日起算）；送达回证",
        "Administrative Reconsideration Law art. 20, Administrative Litigation Law art. 46 (terms run from knowing); receipt of service", Derived,
        "送达须有已经制作的文书和核验无误的送达回证",
        "service needs a paper that was made and a signed receipt that is verified";
    /// What was asked for in secrecy stays so.
    SECRECY_STAYS = "CC-1110", Some("SEQ-13"),
        "《民法典》第一千一百一十条", "Civil Code art. 1110", Verified,
        "要求保守收养秘密的，他人应当尊重其意愿，不得泄露",
        "where secrecy was asked for, others respect it and do not disclose";
    /// A case has an officer who may work it.
    OFFICER = "SPEC-9", Some("SEQ-7"),
        "《收养登记工作规范》第九条", "Work Specification art. 9", Derived,
        "经办人须为在岗的收养登记员，且未参与本件评估",
        "the officer must be an active registrar who did not assess the case";
}

/// One verified receipt for each paper served.
pub fn receipt_is_filed(case: &Case) -> Option<Violation> {
    (case.verified_papers(PaperKind::ServiceReceipt) <= case.services.len()).then(|| {
        let receipt = Slot::of_case(PaperKind::ServiceReceipt);
        super::documents_required::missing(&SERVED_WITH_RECEIPT, receipt)
    })
}
