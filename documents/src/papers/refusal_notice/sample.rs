//! A sample of 不予办理收养登记通知书 with two reasons and a false paper.

use crate::parts::copies::Copies;
use crate::parts::refusal::{RefusalNotice, RefusalReason};
use crate::parts::remedies::Remedies;
use crate::parts::sample::people::{child, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::county::DAZU;
use workflow::cast::figures::{HUSBAND, REGISTRAR, WIFE};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, Copies<RefusalNotice>)> {
    vec![("refusal_notice", Copies::one(refusal_notice()))]
}

/// 不予办理收养登记通知书 with two reasons and a false paper.
pub fn refusal_notice() -> RefusalNotice {
    let reason =
        |finding: &str, basis: &str| RefusalReason { finding: finding.into(), basis: basis.into() };
    RefusalNotice {
        office: office(),
        number: "足民收不予〔2026〕1号".into(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记".into(),
        applicants: vec![HUSBAND.name.into(), WIFE.name.into()],
        child: child().name,
        applied_on: day(2026, 3, 2),
        decided_on: day(2026, 5, 28),
        reasons: vec![
            reason(
                "申请人周明远提交的无违法犯罪记录证明与公安机关核查结果不符，其有不利于被收养人健康成长的违法犯罪记录。",
                "《中华人民共和国民法典》第一千零九十八条第四项",
            ),
            reason(
                "申请人的收养评估结论为不合格，不具备抚养、教育和保护被收养人的能力。",
                "《中华人民共和国民法典》第一千零九十八条第二项",
            ),
        ],
        returned: vec![
            "居民户口簿（复印件）".into(),
            "身体健康检查证明".into(),
            "子女情况声明".into(),
        ],
        confiscated: vec!["无违法犯罪记录证明".into()],
        remedies: Remedies {
            reconsideration_body: "重庆市大足区人民政府".into(),
            reconsideration_days: 60,
            court: DAZU.court.into(),
            suit_months: 6,
        },
        registrar: REGISTRAR.into(),
    }
}
