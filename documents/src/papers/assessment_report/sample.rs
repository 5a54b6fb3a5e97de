//! A sample of 收养评估报告, several pages long.

use crate::parts::people::Assessor;
use crate::parts::sample::people::{assessing_body, child, couple, office};
use crate::parts::sample::{CASE_NUMBER, day};

use super::{Aspect, AssessmentReport, Incident, Integration, Visit};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, AssessmentReport)> {
    vec![("assessment_report", assessment_report())]
}

fn assessors() -> Vec<Assessor> {
    let assessor = |name: &str, qualification: &str| Assessor {
        name: name.into(),
        qualification: qualification.into(),
    };
    vec![assessor("蒋云", "中级社会工作师"), assessor("宋佳怡", "心理咨询师")]
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
        body: assessing_body(),
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
        score: None,
        passed: true,
        confidential: false,
    }
}
