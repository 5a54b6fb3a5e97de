//! The questions about the child.

use super::question::{Answer, Question, choice, question, yes_no};
use crate::base::message::Message;
use crate::law::{adopter, child, hearing, jurisdiction, paper_rules};

pub(super) fn questions() -> Vec<Question> {
    vec![source(), place(), born(), sex(), disabled(), consents()]
}

fn source() -> Question {
    let sources = choice(&[
        (
            "stepchild",
            "我的妻子或者丈夫和别人生的孩子",
            "The child of my wife or husband from another relationship",
        ),
        (
            "collateral_kin",
            "亲戚家的孩子（兄弟姐妹、堂表兄弟姐妹的孩子）",
            "A relative's child (of a brother, sister or first cousin)",
        ),
        (
            "hardship_parents",
            "别人家的孩子，父母有特殊困难养不了",
            "A child whose parents have special difficulties and cannot raise it",
        ),
        (
            "institution_foundling",
            "福利院的孩子，找不到亲生父母",
            "A child in a welfare institution whose parents cannot be found",
        ),
        ("institution_orphan", "福利院的孤儿，父母都已去世", "An orphan in a welfare institution"),
        ("guardian_orphan", "由监护人照顾的孤儿", "An orphan whom a guardian looks after"),
        (
            "foundling",
            "捡到的孩子，没有送到福利院",
            "A child that was found and is in no welfare institution",
        ),
        (
            "incapable_parents",
            "父母都没有能力照顾、又可能伤害的孩子",
            "A child whose parents are both unfit and may harm it",
        ),
        ("rescued_child", "从人贩子手里解救出来的孩子", "A child rescued from traffickers"),
    ]);
    question(
        "child.source",
        ("孩子从哪里来？", "Where does the child come from?"),
        (
            "哪些孩子可以收养、要带什么材料，都看孩子的来源。",
            "Which children may be adopted, and which papers are needed, follows from it.",
        ),
        &child::MINOR,
        sources,
    )
}

fn place() -> Question {
    question(
        "competent_divisions",
        (
            "福利院、捡到孩子的地方，或者送养人的户口，在哪个县（区）？",
            "In which county is the institution, the place where the child was found, or the registered residence of those who place it?",
        ),
        ("由那里的民政局办理登记。", "The office of that county registers the adoption."),
        &jurisdiction::PARENTS_PLACE,
        Answer::Division,
    )
}

fn born() -> Question {
    question(
        "child.born",
        ("孩子哪天出生？", "When was the child born?"),
        ("只有未满十八周岁的孩子可以被收养。", "Only a child under eighteen can be adopted."),
        &child::MINOR,
        Answer::Day,
    )
}

fn sex() -> Question {
    question(
        "child.sex",
        ("孩子是男孩还是女孩？", "Is the child a boy or a girl?"),
        (
            "没有配偶的人收养异性孩子，年龄要差四十岁以上。",
            "Somebody without a spouse must be forty years older than a child of the other sex.",
        ),
        &adopter::AGE_GAP,
        choice(&[("female", "女孩", "A girl"), ("male", "男孩", "A boy")]),
    )
}

fn disabled() -> Question {
    question(
        "child.disabled",
        ("孩子有残疾吗？", "Is the child disabled?"),
        (
            "收养残疾孩子，对子女数量的要求放宽，另要一份残疾证明。",
            "For a disabled child the limits on the number of children are wider, and a certificate is needed.",
        ),
        &paper_rules::DISABILITY,
        yes_no(),
    )
}

fn consents() -> Question {
    let unknown =
        Message::new("还没有问过，或者孩子太小", "Nobody has asked yet, or the child is too young");
    question(
        "child.consents",
        ("孩子自己愿意吗？", "Does the child agree?"),
        ("孩子满八周岁的，要本人同意。", "From the age of eight the child itself must consent."),
        &hearing::CHILD_CONSENT,
        Answer::YesNo { unknown: Some(unknown) },
    )
}
