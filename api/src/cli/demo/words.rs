//! What the invented people of the demonstration say and write.

use chrono::NaiveDate;
use workflow::case::assessment::{AssessmentTopic, Finding, VisitMethod};
use workflow::case::hearing::Answer;
use workflow::case::{Case, Check, CheckKind, CheckOutcome, Party};

/// A check that found nothing against the adoption.
pub(super) fn clear(check: CheckKind, party: Party, on: NaiveDate) -> Check {
    let source = match check {
        CheckKind::CriminalRecord => "练习县公安局信息核查，练公核〔2026〕31号",
        CheckKind::MaritalStatus => "婚姻登记信息系统查询",
        CheckKind::CareOfChild => "向送养人和儿童居住地社区核实",
        CheckKind::MissingChildren => "全国公安机关打拐信息比对，练公比〔2026〕7号",
        CheckKind::Hardship => "练习县宝峰镇人民政府入户核实",
        CheckKind::GrandparentsPriority => "询问笔录：祖父母表示不行使优先抚养权",
        CheckKind::LegalReview => "练习县民政局法制审核意见书，练民法审〔2026〕2号",
        CheckKind::SupportDuty => {
            "练习县公安局户籍查询和宝峰镇走访：除外祖母外无其他有抚养义务的人"
        }
        CheckKind::OtherParent => "练习县公安局户籍查询",
        CheckKind::AnotherChild => "核对两份出生医学证明原件和分娩记录",
    };
    Check { check, party, source: source.to_owned(), checked_on: on, outcome: CheckOutcome::Clear }
}

/// The visits of an assessment: after how many days, how, and what was seen.
pub(super) const VISITS: [(u64, VisitMethod, &str); 4] = [
    (7, VisitMethod::HomeVisit, "住房三室一厅，为孩子准备了独立房间，家具边角均已包裹。"),
    (14, VisitMethod::Interview, "夫妻分别面谈，收养动机纯正，对孩子身世的告知有打算。"),
    (21, VisitMethod::NeighbourhoodVisit, "两户邻居及社区均反映夫妻为人和善，家庭和睦。"),
    (28, VisitMethod::HomeVisit, "孩子已能主动与申请人交流，睡眠、饮食规律，情绪稳定。"),
];

/// The findings of a report, one for each content.
pub(super) fn findings() -> Vec<Finding> {
    let written = |topic: AssessmentTopic| match topic {
        AssessmentTopic::Motive => "婚后多年未生育，希望给孩子完整的家庭，夫妻意见一致，动机纯正。",
        AssessmentTopic::Conduct => "经核查无违法犯罪记录，无不良嗜好，单位和社区评价良好。",
        AssessmentTopic::Education => "具有大专以上文化程度，参加过养育知识培训。",
        AssessmentTopic::Health => "县人民医院体检合格，未患有医学上认为不应当收养子女的疾病。",
        AssessmentTopic::MeansAndHousing => "收入稳定，自有住房三室一厅，孩子有独立房间。",
        AssessmentTopic::MarriageAndFamily => "结婚十二年，关系和睦，能够共同商量处理家庭事务。",
        AssessmentTopic::HouseholdOpinion => "共同生活的家庭成员均书面表示支持。",
        AssessmentTopic::RaisingPlan => {
            "日常照料、入学、就医均有安排，并确定了紧急情况下的照料人。"
        }
        AssessmentTopic::Neighbours => "与邻里相处融洽，两户邻居出具了书面意见。",
        AssessmentTopic::Community => "社区安全整洁，学校、医院均在一公里内。",
        AssessmentTopic::Integration => "融合满三十日，孩子已建立稳定的依恋关系，愿意共同生活。",
    };
    AssessmentTopic::ALL
        .into_iter()
        .map(|topic| Finding { topic, finding: written(topic).to_owned() })
        .collect()
}

/// What a person is asked and answers.
pub(super) fn answers(case: &Case, party: Party) -> Vec<Answer> {
    let told = |question: &str, answer: &str| Answer {
        question: question.to_owned(),
        answer: answer.to_owned(),
    };
    let mut answers = vec![
        told(
            "我们是练习县民政局的收养登记员，现依法向您询问，请如实回答，听清楚了吗？",
            "听清楚了。",
        ),
        told(
            "您知道提供虚假材料、隐瞒事实骗取收养登记的后果吗？",
            "知道，登记会被撤销，还要承担法律责任。",
        ),
    ];
    let (question, answer) = match party {
        Party::FirstAdopter | Party::SecondAdopter => {
            ("为什么要收养孩子？是否自愿？", "想给孩子一个完整的家，完全自愿，没有人强迫。")
        }
        Party::Child => ("你愿意和他们一起生活，做他们的孩子吗？", "愿意，他们对我很好。"),
        _ if case.placer.institution().is_some() => (
            "孩子是怎样来到福利院的？是否自愿送养？",
            "由派出所送来，一直没有查找到生父母。自愿送养。",
        ),
        _ => (
            "为什么送养孩子？是否自愿？知道送养的后果吗？",
            "家中确有困难，自愿送养，知道登记后权利义务即消除。",
        ),
    };
    answers.push(told(question, answer));
    if case.adopter(party).is_some() {
        answers.push(told(
            "您打算怎样抚养和教育孩子？",
            "像亲生子女一样抚养，送她上学，告诉她我们爱她。",
        ));
    }
    answers.push(told("有没有人向您索要或者您是否许诺过任何钱物、捐赠？", "没有。"));
    answers
}
