//! Samples of the assessment and of the form the decision is written on.

use super::people::{child, couple, institution, office, placer};
use super::{CASE_NUMBER, day};
use crate::kinds::{
    ApprovalForm, Aspect, AssessingBody, AssessmentConsent, AssessmentNotice, AssessmentReport,
    AssessmentSummary, Assessor, InquirySummary, Integration, Named, NoticeSummary, Opinion, Score,
    Veto, Visit,
};

fn body() -> AssessingBody {
    AssessingBody::ThirdParty {
        name: "重庆市大足区慧心社会工作服务中心".into(),
    }
}

fn assessors() -> Vec<Assessor> {
    let assessor = |name: &str, qualification: &str| Assessor {
        name: name.into(),
        unit: "大足区慧心社会工作服务中心".into(),
        qualification: qualification.into(),
    };
    vec![
        assessor("蒋云", "中级社会工作师"),
        assessor("宋佳怡", "心理咨询师"),
    ]
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
        assessors: assessors(),
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
    let aspect = |title: &str, points: f32, most: f32, finding: &str| Aspect {
        title: title.into(),
        finding: finding.into(),
        score: Some(Score { points, most }),
    };
    vec![
        aspect(
            "收养动机",
            9.0,
            10.0,
            "夫妻分别面谈，均以给孩子一个家为出发点，想法一致，对孩子的身世有准备。",
        ),
        aspect(
            "道德品行",
            10.0,
            10.0,
            "无违法犯罪记录；单位和社区评价良好，无不良嗜好。",
        ),
        aspect(
            "受教育程度",
            6.0,
            6.0,
            "大学本科、大学专科，参加过家长课堂。",
        ),
        aspect("健康状况", 9.5, 10.0, "区人民医院体检正常，情绪稳定。"),
        aspect(
            "经济条件",
            11.0,
            12.0,
            "均有稳定职业和社会保险，收支平衡，能够保障孩子的生活和教育。",
        ),
        aspect(
            "住房条件",
            9.0,
            10.0,
            "自有住房三室一厅，采光良好，已为孩子布置单独房间，阳台加装护栏。",
        ),
        aspect(
            "婚姻家庭关系",
            9.5,
            10.0,
            "结婚十二年，关系和睦，遇事能够商量。",
        ),
        aspect(
            "共同生活家庭成员意见",
            8.0,
            8.0,
            "收养人之父书面表示同意，愿意协助照料。",
        ),
        aspect(
            "抚育计划",
            11.0,
            12.0,
            "照料分工、入园、就医安排具体，约定了紧急情况下的照料人。",
        ),
        aspect("邻里关系", 4.0, 4.0, "走访邻居两户，评价良好。"),
        aspect(
            "社区环境",
            4.0,
            4.0,
            "小区五百米内有幼儿园、小学和卫生服务中心。",
        ),
        aspect("养育经验", 3.0, 4.0, "长期帮助照料侄女，有一定经验。"),
    ]
}

/// 收养评估报告, several pages long.
pub fn assessment_report() -> AssessmentReport {
    let visit = |on, method: &str, with: &str, summary: &str| Visit {
        on,
        method: method.into(),
        with: with.into(),
        summary: summary.into(),
    };
    let veto = |title: &str| Veto {
        title: title.into(),
        found: false,
    };
    AssessmentReport {
        office: office(),
        number: "慧心评〔2026〕4号".into(),
        case_number: CASE_NUMBER.into(),
        body: body(),
        assessors: assessors(),
        applicants: couple(),
        child: child(),
        notified_on: day(2026, 3, 6),
        consented_on: day(2026, 3, 9),
        reported_on: day(2026, 4, 24),
        valid_until: day(2027, 4, 23),
        visits: vec![
            visit(day(2026, 3, 13), "单独面谈", "周明远", "谈收养动机、婚姻和抚育打算。"),
            visit(day(2026, 3, 13), "单独面谈", "林若溪", "谈收养动机、健康和照料安排。"),
            visit(day(2026, 3, 20), "入户走访", "申请人及周德厚", "查看住房和儿童房，听取家庭成员意见。"),
            visit(day(2026, 4, 10), "入户走访", "申请人与安宁", "观察融合中的照料和互动。"),
            visit(day(2026, 4, 11), "走访", "翠屏社区居民委员会、邻居两户", "了解邻里关系和日常表现。"),
        ],
        aspects: aspects(),
        vetoes: vec![
            veto("弄虚作假，提供虚假、变造材料或者隐瞒事实"),
            veto("参加非法组织、邪教组织"),
            veto("买卖、性侵、虐待或者遗弃、非法送养未成年人，及其他侵犯未成年人身心健康"),
            veto("有持续性、经常性的家庭暴力"),
            veto("有故意犯罪行为，判处或者可能判处有期徒刑以上刑罚"),
            veto("患有精神类、传染性疾病或者重度残疾、智力残疾等，可能影响被收养人健康成长"),
            veto("吸毒、酗酒、赌博、嫖娼等"),
            veto("故意或者过失导致正与其进行融合的未成年人受到侵害或者面临危险"),
            veto("其他不利于未成年人身心健康的行为"),
        ],
        integration: Some(Integration {
            began_on: day(2026, 3, 12),
            ended_on: day(2026, 4, 12),
            days: 31,
            finding: "入家第一周夜醒较多，第二周起睡眠和进食恢复规律；第三周开始主动寻求两位申请人的安抚，会叫“爸爸”“妈妈”。申请人照料细致，家中氛围轻松。".into(),
            score: Some(Score { points: 92.0, most: 100.0 }),
        }),
        pass_mark: Some(80.0),
        passed: true,
        conclusion: "申请人收养动机纯正，品行良好，身心健康，婚姻稳定，经济和住房条件能够满足抚养需要，家庭成员支持，抚育计划可行，与被收养人融合良好，未发现不利于被收养人健康成长的情形，具备抚养、教育和保护被收养人的能力。".into(),
        annexes: vec![
            "面谈记录（2份）".into(),
            "入户走访记录（2份）".into(),
            "邻里及社区走访记录".into(),
            "融合观察记录".into(),
            "评估人员无利害关系声明".into(),
        ],
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
        }),
        assessment: Some(AssessmentSummary {
            body: "重庆市大足区慧心社会工作服务中心".into(),
            reported_on: day(2026, 4, 24),
            conclusion: "合格".into(),
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
        certificate_number: Some("（2026）渝足收字00007".into()),
        registered_on: Some(day(2026, 6, 1)),
        remarks: None,
    }
}
