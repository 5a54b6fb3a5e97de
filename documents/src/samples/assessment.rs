//! Samples of the assessment and of the form the decision is written on.

use super::people::{child, couple, institution, office, placer};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    ApprovalForm, Aspect, AssessingBody, AssessmentConsent, AssessmentNotice, AssessmentReport,
    AssessmentSummary, Assessor, Incident, InquirySummary, Integration, Named, NoticeSummary,
    Opinion, Visit,
};

fn body() -> AssessingBody {
    AssessingBody::ThirdParty { name: "重庆市大足区慧心社会工作服务中心".into() }
}

fn assessors() -> Vec<Assessor> {
    let assessor = |name: &str, qualification: &str| Assessor {
        name: name.into(),
        qualification: qualification.into(),
    };
    vec![assessor("蒋云", "中级社会工作师"), assessor("宋佳怡", "心理咨询师")]
}

/// 收养评估通知书.
pub fn assessment_notice() -> AssessmentNotice {
    AssessmentNotice {
        office: office(),
        number: "足民收评〔2026〕9号".into(),
        case_number: CASE_NUMBER.into(),
        applicants: vec!["周明远".into(), "林若溪".into()],
        issued_on: day(2026, 3, 6),
        body: body(),
        assessors_needed: 2,
        assessment_days: 60,
        integration_days: 30,
        registrar: "何静".into(),
    }
}

/// 收养评估同意书.
pub fn assessment_consent() -> AssessmentConsent {
    AssessmentConsent {
        office: office(),
        case_number: CASE_NUMBER.into(),
        notice_number: "足民收评〔2026〕9号".into(),
        notified_on: day(2026, 3, 6),
        body: body(),
        applicants: couple().iter().map(Named::from).collect(),
        integration_days: 30,
    }
}

fn aspects() -> Vec<Aspect> {
    let aspect =
        |title: &str, finding: &str| Aspect { title: title.into(), finding: finding.into() };
    vec![
        aspect(
            "收养动机",
            "夫妻分别面谈，均以给孩子一个家为出发点，想法一致，对孩子的身世有准备。",
        ),
        aspect("道德品行", "无违法犯罪记录；单位和社区评价良好，无不良嗜好。"),
        aspect("受教育程度", "大学本科、大学专科，参加过家长课堂。"),
        aspect("健康状况", "区人民医院体检正常，情绪稳定。"),
        aspect("经济条件", "均有稳定职业和社会保险，收支平衡，能够保障孩子的生活和教育。"),
        aspect("住房条件", "自有住房三室一厅，采光良好，已为孩子布置单独房间，阳台加装护栏。"),
        aspect("婚姻家庭关系", "结婚十二年，关系和睦，遇事能够商量。"),
        aspect("共同生活家庭成员意见", "收养人之父书面表示同意，愿意协助照料。"),
        aspect("抚育计划", "照料分工、入园、就医安排具体，约定了紧急情况下的照料人。"),
        aspect("邻里关系", "走访邻居两户，评价良好。"),
        aspect("社区环境", "小区五百米内有幼儿园、小学和卫生服务中心。"),
        aspect("养育经验", "长期帮助照料侄女，有一定经验。"),
    ]
}

/// 收养评估报告, several pages long.
pub fn assessment_report() -> AssessmentReport {
    let visit = |on, method: &str, by: &[&str], summary: &str| Visit {
        on,
        method: method.into(),
        by: by.iter().copied().map(String::from).collect(),
        summary: summary.into(),
    };
    AssessmentReport {
        office: office(),
        case_number: CASE_NUMBER.into(),
        body: body(),
        assessors: assessors(),
        applicants: couple(),
        child: child(),
        notified_on: day(2026, 3, 6),
        consented_on: day(2026, 3, 9),
        reported_on: day(2026, 4, 24),
        valid_months: 12,
        visits: vec![
            visit(day(2026, 3, 13), "面谈", &["蒋云", "宋佳怡"], "谈收养动机、婚姻和抚育打算。"),
            visit(day(2026, 3, 13), "面谈", &["蒋云", "宋佳怡"], "谈收养动机、健康和照料安排。"),
            visit(day(2026, 3, 20), "入户走访", &["蒋云", "宋佳怡"], "查看住房和儿童房，听取家庭成员意见。"),
            visit(day(2026, 4, 10), "入户走访", &["蒋云"], "观察融合中的照料和互动。"),
            visit(day(2026, 4, 11), "邻里和社区走访", &["宋佳怡"], "了解邻里关系和日常表现。"),
        ],
        aspects: aspects(),
        incidents: vec![Incident {
            title: "患有可能影响抚养的疾病".into(),
            known_on: day(2026, 4, 2),
            description: "申请人周明远因急性阑尾炎住院三日，已痊愈，不影响抚养。".into(),
            closed_on: Some(day(2026, 4, 8)),
        }],
        integration: Some(Integration {
            began_on: day(2026, 3, 12),
            ended_on: Some(day(2026, 4, 12)),
            days: Some(30),
            finding: Some("入家第一周夜醒较多，第二周起睡眠和进食恢复规律；第三周开始主动寻求两位申请人的安抚，会叫“爸爸”“妈妈”。申请人照料细致，家中氛围轻松。".into()),
        }),
        passed: true,
        confidential: false,
    }
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
            inquiry("周明远", "收养人", day(2026, 3, 9)),
            inquiry("林若溪", "收养人", day(2026, 3, 9)),
            inquiry(&institution().representative, "送养人负责人", day(2026, 3, 10)),
        ],
        guided_on: Some(day(2026, 3, 16)),
        proposal: Some(Opinion {
            text: "经审查，当事人符合《中华人民共和国民法典》第一千零九十三条、第一千零九十四条、第一千零九十八条规定的条件，证件和证明材料齐全有效，公告期满无人认领，评估合格，各方自愿，拟准予登记。".into(),
            by: "何静".into(),
            on: day(2026, 5, 25),
        }),
        approval: Some(Opinion {
            text: "同意登记。".into(),
            by: "罗文清".into(),
            on: day(2026, 5, 27),
        }),
        reasons_over_report: Vec::new(),
        certificate_number: Some("（2026）渝足收字00007".into()),
        registered_on: Some(day(2026, 6, 1)),
        remarks: None,
        confidential: true,
    }
}
