//! A sample of 不予受理通知书 of an office without jurisdiction.

use crate::papers::refusal_notice::sample::refusal_notice;
use crate::parts::copies::Copies;
use crate::parts::refusal::{RefusalNotice, RefusalReason};
use crate::parts::sample::day;

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<RefusalNotice>)> {
    vec![("non_acceptance_notice", Copies::one(non_acceptance_notice()))]
}

/// 不予受理通知书 of an office without jurisdiction.
pub fn non_acceptance_notice() -> RefusalNotice {
    RefusalNotice {
        number: "足民收不受〔2026〕2号".into(),
        decided_on: day(2026, 3, 4),
        reasons: vec![RefusalReason {
            finding: "送养人的常住户口在重庆市荣昌区，本机关没有管辖权，请向荣昌区民政局申请。"
                .into(),
            basis: "《中国公民收养子女登记办法》第四条第三款".into(),
        }],
        confiscated: Vec::new(),
        ..refusal_notice()
    }
}
