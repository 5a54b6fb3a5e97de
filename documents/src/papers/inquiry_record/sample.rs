//! A sample of 收养登记询问笔录, longer than a page.

use crate::parts::sample::people::{adopter, office};
use crate::parts::sample::{CASE_NUMBER, day};
use workflow::cast::figures::{LEADER, REGISTRAR};

use super::{Answer, InquiryRecord, Reading};

/// Every sample, with the name its print is kept under.
pub fn all() -> Vec<(&'static str, InquiryRecord)> {
    vec![("inquiry_record", inquiry_record())]
}

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
        inquirer: REGISTRAR.into(),
        recorder: LEADER.into(),
        answers: answers.into(),
        reading: Reading::ReadByPerson,
    }
}
