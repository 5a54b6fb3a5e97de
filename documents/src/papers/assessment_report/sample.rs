//! A sample of 收养评估报告, several pages long.

use workflow::indicator::{IndicatorSet, Part, default_set};

use crate::parts::people::Assessor;
use crate::parts::sample::people::{assessing_body, child, couple, office};
use crate::parts::sample::{CASE_NUMBER, day};

use super::score::{Group, ItemMarks, Score, ScoredPart, Settled};
use super::{AnnexedPiece, Aspect, AssessmentReport, Incident, Integration, Visit};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, AssessmentReport)> {
    vec![
        ("assessment_report", assessment_report()),
        ("assessment_report_by_points", by_points()),
        ("assessment_report_failed", failed()),
    ]
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
        version_code: Some("2026-00012-41".into()),
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
        annex: Vec::new(),
        photos: Vec::new(),
        passed: true,
        confidential: false,
    }
}

/// A part with full marks but for what does not apply.
fn scored_part(set: &IndicatorSet, part: Part, title: &str, out: &[&str]) -> ScoredPart {
    let of_group = |group: &workflow::indicator::Group| {
        let applies = group.items.iter().filter(|item| !out.contains(&item.code.as_str()));
        let points: workflow::indicator::Points = applies.map(|item| item.max).sum();
        Group {
            name: format!("{} {}", group.code, group.name.zh),
            won: points.to_string(),
            applicable: points.to_string(),
        }
    };
    let won = if out.is_empty() { "100" } else { "89" };
    ScoredPart {
        title: title.into(),
        won: won.into(),
        applicable: won.into(),
        max: "100".into(),
        rescaled: (!out.is_empty()).then(|| "100.00".into()),
        bonus: "0".into(),
        total: "100.00".into(),
        pass: "80".into(),
        passed: true,
        groups: set.groups(part).iter().map(of_group).collect(),
    }
}

fn item_marks(set: &IndicatorSet, part: Part, out: &[&str]) -> Vec<ItemMarks> {
    let marked = |item: &workflow::indicator::Item| {
        let applies = !out.contains(&item.code.as_str());
        let counts = if applies { item.max.to_string() } else { "不适用".to_owned() };
        ItemMarks {
            item: format!("{} {}", item.code, item.ask.zh),
            max: item.max.to_string(),
            marks: if applies { vec![counts.clone(), counts.clone()] } else { Vec::new() },
            counts,
        }
    };
    set.items(part).map(marked).collect()
}

/// The longest: by points, with what does not apply, a difference and every item.
pub fn by_points() -> AssessmentReport {
    let set = default_set();
    let out = ["A8.1", "A8.2", "A9.4"];
    let settled = Settled {
        item: "A5.1 计入孩子后人均收入与本县平均数之比".into(),
        marks: vec!["5".into(), "2".into()],
        counts: "5".into(),
        reasons: vec![
            "蒋云：共同核对十二个月工资流水和公积金缴存记录，奖金按三年平均计算。".into(),
            "宋佳怡：同意，先前未计入年终奖金。".into(),
        ],
    };
    let items = [Part::Capability, Part::Integration].map(|part| item_marks(&set, part, &out));
    let score = Score {
        set: "归家默认评估指标（非官方）（GJ-DEFAULT第1版）".into(),
        official: false,
        parts: vec![
            scored_part(&set, Part::Capability, "收养能力", &out),
            scored_part(&set, Part::Integration, "融合情况", &[]),
        ],
        settled: vec![settled],
        vetoes: Vec::new(),
        improvements: Vec::new(),
        items: items.concat(),
        evidence: 44,
    };
    let annex = score.items.iter().zip(1..).map(|(item, number)| AnnexedPiece {
        number,
        kind: "书面材料".into(),
        what: "核对有关材料和记录".into(),
        items: item.item.split(' ').next().unwrap_or_default().into(),
        files: 0,
    });
    AssessmentReport { annex: annex.collect(), score: Some(score), ..assessment_report() }
}

/// The shortest: a veto before integration began, and what to improve.
pub fn failed() -> AssessmentReport {
    let score = Score {
        set: "归家默认评估指标（非官方）（GJ-DEFAULT第1版）".into(),
        official: false,
        parts: Vec::new(),
        settled: Vec::new(),
        vetoes: vec!["V6 疾病残疾".into()],
        improvements: vec!["按医嘱治疗并由医院复查".into(), "落实白天的照料人".into()],
        items: Vec::new(),
        evidence: 6,
    };
    let long = assessment_report();
    AssessmentReport {
        visits: long.visits.iter().take(2).cloned().collect(),
        incidents: Vec::new(),
        integration: None,
        passed: false,
        score: Some(score),
        ..long
    }
}
