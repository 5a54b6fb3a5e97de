//! A sample of 收养登记审查处理表, decided and ready for signatures.

use crate::parts::examination::{InquirySummary, Opinion};
use crate::parts::sample::people::{child, couple, institution, office, placer};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{HUSBAND, LEADER, REGISTRAR, WIFE};

use super::{ApprovalForm, AssessmentSummary, NoticeSummary};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, ApprovalForm)> {
    vec![("approval_form", approval_form())]
}

/// 收养登记审查处理表, decided and ready for signatures.
pub fn approval_form() -> ApprovalForm {
    let inquiry = |name: &str, capacity: &str, on| InquirySummary {
        name: name.into(),
        capacity: capacity.into(),
        on,
    };
    ApprovalForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 5, 25),
        applied_on: day(2026, 3, 2),
        accepted_on: day(2026, 3, 2),
        adopters: couple(),
        child: child(),
        placer: placer(),
        reason: "未能生育，愿意给孩子完整的家。".into(),
        raised_since: None,
        adopter_papers: [
            "居民户口簿",
            "居民身份证",
            "婚姻状况和抚养教育被收养人能力的证明",
            "子女情况声明",
            "身体健康检查证明",
            "收养人生育情况证明",
        ]
        .map(String::from)
        .into(),
        placer_papers: [
            "负责人居民身份证",
            "弃婴、儿童进入社会福利机构的原始记录",
            "公安机关出具的捡拾弃婴、儿童报案的证明",
        ]
        .map(String::from)
        .into(),
        notice: Some(NoticeSummary {
            newspaper: "《重庆日报》2026年3月6日第7版".into(),
            published_on: day(2026, 3, 6),
            expired_on: day(2026, 5, 6),
            unfounded_claims: 0,
        }),
        assessment: Some(AssessmentSummary {
            body: "重庆市大足区慧心社会工作服务中心".into(),
            reported_on: day(2026, 4, 24),
            conclusion: "具备收养能力".into(),
        }),
        inquiries: vec![
            inquiry(HUSBAND.name, "收养人", day(2026, 3, 9)),
            inquiry(WIFE.name, "收养人", day(2026, 3, 9)),
            inquiry(&institution().representative, "送养人负责人", day(2026, 3, 10)),
        ],
        guided_on: Some(day(2026, 3, 16)),
        proposal: Some(Opinion {
            text: "经审查，当事人符合《中华人民共和国民法典》第一千零九十三条、第一千零九十四条、第一千零九十八条规定的条件，证件和证明材料齐全有效，公告期满无人认领，评估合格，各方自愿，拟准予登记。".into(),
            by: REGISTRAR.into(),
            on: day(2026, 5, 25),
        }),
        approval: Some(Opinion {
            text: "同意登记。".into(),
            by: LEADER.into(),
            on: day(2026, 5, 27),
        }),
        reasons_over_report: Vec::new(),
        certificate_number: Some("（2026）渝足收字00007".into()),
        registered_on: Some(day(2026, 6, 1)),
        remarks: None,
        confidential: true,
    }
}
