//! Sample records of talks, and sample consents.

use super::people::{
    adopter, child, couple, father, grown_child, institution, mother, office, parents_child,
};
use super::shared::{CASE_NUMBER, day};
use crate::kinds::{
    Answer, Child, ConsentForm, Consenting, GuidanceRecord, InquiryRecord, Named, Reading,
    RefusalNotice, RefusalReason, Remedies,
};

/// 收养登记询问笔录 of an adopter, longer than a page.
pub fn inquiry_record() -> InquiryRecord {
    let asked =
        |question: &str, answer: &str| Answer { question: question.into(), answer: answer.into() };
    let answers = [
        asked(
            "我们是重庆市大足区民政局的收养登记员，现依法就收养登记的有关情况单独向你询问。你应当如实回答，如有隐瞒或者弄虚作假，要承担法律责任。你听清楚了吗？",
            "听清楚了。",
        ),
        asked(
            "请说一下你的姓名、年龄、职业和家庭情况。",
            "我叫周明远，今年三十七岁，在大足区实验中学教数学。我和妻子林若溪二〇一四年结婚，没有生育过孩子，也没有收养过孩子。我父亲周德厚和我们住在一起，他六十八岁，身体很好。",
        ),
        asked(
            "你为什么要收养孩子？这是谁的想法？",
            "我和妻子都喜欢孩子，这些年一直没能生育。收养是我们两个人商量了两年多才决定的，父亲也赞成。没有人要求我们这样做。",
        ),
        asked(
            "你了解被收养人的身世和健康状况吗？",
            "了解。福利院把安宁的情况都告诉了我们：她是二〇二三年十一月被发现的，右耳后有一颗胎记，体检是健康的。我们看过体检记录。",
        ),
        asked(
            "你和被收养人相处过吗？",
            "从今年一月起我们每周去福利院看她，她现在见到我们会笑，会要抱。",
        ),
        asked(
            "你打算怎样抚养和教育她？",
            "我妻子会先休一段时间的假在家带她，父亲也能帮忙。三岁以后上街道的公办幼儿园，离家走路五分钟。我是教师，寒暑假可以全天陪她。",
        ),
        asked("以后你会告诉她被收养的事吗？", "会。等她大一点，用她能懂的话慢慢告诉她，不瞒她。"),
        asked(
            "你的身体状况怎样？有没有医学上认为不应当收养子女的疾病？",
            "没有，上个月刚做过体检。",
        ),
        asked("你有没有受过刑事处罚或者治安处罚？", "没有。"),
        asked(
            "收养登记之后，你和被收养人之间就是父母子女关系，你要承担抚养、教育和保护她的义务，不得遗弃、虐待。你知道吗？",
            "知道，我愿意承担。",
        ),
        asked(
            "有没有人就收养这件事向你索要过财物、要求过捐赠，或者你给过、答应过给什么人财物？",
            "没有。",
        ),
        asked("你是自愿收养吗？有没有人强迫或者欺骗你？", "完全自愿，没有。"),
        asked("你还有什么要补充的？", "没有了。"),
    ];
    InquiryRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        matter: "收养登记".into(),
        began_at: day(2026, 3, 9).and_hms_opt(9, 30, 0).unwrap_or_default(),
        ended_at: day(2026, 3, 9).and_hms_opt(10, 15, 0).unwrap_or_default(),
        place: "重庆市大足区民政局收养登记处谈话室".into(),
        asked: adopter(),
        capacity: "收养人".into(),
        companion: None,
        inquirer: "何静".into(),
        recorder: "罗文清".into(),
        answers: answers.into(),
        reading: Reading::ReadByPerson,
    }
}

fn consent(consenting: Consenting) -> ConsentForm {
    ConsentForm {
        office: office(),
        case_number: CASE_NUMBER.into(),
        drawn_up_on: day(2026, 3, 9),
        consenting,
        adopters: Some(couple().iter().map(Named::from).collect()),
        child: child(),
    }
}

/// 自愿收养同意书 of a couple.
pub fn couple_consent() -> ConsentForm {
    consent(Consenting::Adopters { persons: couple().iter().map(Named::from).collect() })
}

/// 同意送养意见书 of the institution.
pub fn institution_consent() -> ConsentForm {
    consent(Consenting::Institution { institution: institution() })
}

/// 同意送养意见书 of a mother who may not learn who adopts.
pub fn birth_parent_consent() -> ConsentForm {
    let person = Named::from(&mother());
    ConsentForm {
        child: parents_child(),
        adopters: None,
        ..consent(Consenting::BirthParent { relation: "生母".into(), person })
    }
}

/// 生父母同意收养意见书 of the father who does not live with the stepchild.
pub fn stepchild_consent() -> ConsentForm {
    let person = Named::from(&father());
    let consenting =
        Consenting::StepchildParent { relation: "生父".into(), person, spouse: false };
    ConsentForm {
        child: Child { category: "继子女".into(), ..parents_child() },
        adopters: Some(vec![Named::from(&adopter())]),
        ..consent(consenting)
    }
}

/// 被收养人同意书 of a child of ten.
pub fn child_consent() -> ConsentForm {
    ConsentForm { child: grown_child(), ..consent(Consenting::Child) }
}

/// 同意送养意见书 of an orphan's uncle, who is its guardian.
pub fn guardian_consent() -> ConsentForm {
    let person = Named::from(&father());
    ConsentForm {
        child: Child { category: "监护人监护的孤儿".into(), ..parents_child() },
        ..consent(Consenting::Guardian { relation: "叔父".into(), person })
    }
}

/// 被收养人同意解除收养关系意见书.
pub fn childs_consent_to_dissolution() -> ConsentForm {
    ConsentForm { child: grown_child(), ..consent(Consenting::ChildToDissolution) }
}

/// 家庭教育指导记录.
pub fn guidance_record() -> GuidanceRecord {
    GuidanceRecord {
        office: office(),
        case_number: CASE_NUMBER.into(),
        adopters: vec!["周明远".into(), "林若溪".into()],
        child: "安宁".into(),
        given_by: "吴敏".into(),
        given_on: day(2026, 3, 16),
        minutes: 90,
        place: "大足区民政局家庭教育指导室".into(),
        form: "面谈".into(),
        topics: "父母的法定责任：收养成立后抚养、教育和保护子女的义务，尊重未成年人的人格尊严，禁止殴打、虐待。依恋的建立：入家初期安排固定的照料人和作息，多拥抱、多回应。身世告知：宜早不宜迟，使用肯定、简单的语言，不编造。健康与安全：预防接种和体检的衔接，居家安全检查。求助途径：儿童主任、儿童督导员和登记机关的联系方式，收养后回访的安排。".into(),
        response: "两人听讲认真，就入园时间和身世告知提出问题，得到解答。表示会按照建议安排入家后的照料，并愿意接受回访。".into(),
    }
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
        applicants: vec!["周明远".into(), "林若溪".into()],
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
            court: "重庆市大足区人民法院".into(),
            suit_months: 6,
        },
        registrar: "何静".into(),
    }
}
