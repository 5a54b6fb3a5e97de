//! The questions about those who adopt.

use super::question::{Answer, Question, choice, question, yes_no};
use crate::law::{adopter, routing};

/// Every source but a stepchild, whom the step-parent adopts alone.
const NOT_A_STEPCHILD: &[&str] = &[
    "collateral_kin",
    "hardship_parents",
    "institution_foundling",
    "institution_orphan",
    "guardian_orphan",
    "foundling",
    "incapable_parents",
    "rescued_child",
];

pub(super) fn questions() -> Vec<Question> {
    [vec![persons()], of_each(), of_the_household()].concat()
}

fn persons() -> Question {
    question(
        "adopters",
        ("几个人一起收养？", "How many adopt together?"),
        (
            "有配偶的，夫妻一起收养；继父或者继母收养继子女的，一个人办。",
            "Spouses adopt together; a step-parent adopts the stepchild alone.",
        ),
        &adopter::JOINTLY,
        Answer::Persons { most: 2 },
    )
    .where_is("child.source", NOT_A_STEPCHILD)
    .otherwise("1")
}

fn of_each() -> Vec<Question> {
    let born = question(
        "adopters[].born",
        ("收养人哪天出生？", "When was the adopter born?"),
        (
            "收养人要满三十周岁，收养继子女的除外。",
            "An adopter must be thirty, but for a stepchild.",
        ),
        &adopter::AGE,
        Answer::Day,
    );
    let sex = question(
        "adopters[].sex",
        ("收养人的性别？", "Is the adopter a man or a woman?"),
        (
            "没有配偶的人收养异性孩子，年龄要差四十岁以上。",
            "Somebody without a spouse must be forty years older than a child of the other sex.",
        ),
        &adopter::AGE_GAP,
        choice(&[("male", "男", "A man"), ("female", "女", "A woman")]),
    );
    vec![born, sex, marital_status(), residency(), ability(), illness(), record()]
}

fn marital_status() -> Question {
    question(
        "adopters[].marital_status",
        ("收养人的婚姻状况？", "Is the adopter married?"),
        ("有配偶的，应当夫妻一起收养。", "A married person adopts together with the spouse."),
        &adopter::JOINTLY,
        choice(&[
            ("never_married", "没有结过婚", "Never married"),
            ("married", "已婚", "Married"),
            ("divorced", "离婚", "Divorced"),
            ("widowed", "丧偶", "Widowed"),
        ]),
    )
    .where_is("child.source", NOT_A_STEPCHILD)
    .where_is("adopters", &["1"])
    .otherwise("married")
}

fn residency() -> Question {
    question(
        "adopters[].residency",
        ("收养人住在哪里？", "Where does the adopter live?"),
        (
            "住在境外的，由上一级民政部门办理。",
            "Whoever lives outside the mainland is served by an office of a higher level.",
        ),
        &routing::PROVINCE_LEVEL,
        choice(&[
            ("mainland", "内地", "On the mainland"),
            ("overseas_chinese", "华侨，住在国外", "Chinese citizen living abroad"),
            ("hong_kong", "香港", "Hong Kong"),
            ("macau", "澳门", "Macau"),
            ("taiwan", "台湾地区", "Taiwan"),
            ("foreign", "是外国人", "Is a foreigner"),
        ]),
    )
}

fn ability() -> Question {
    question(
        "adopters[].capable",
        (
            "能养育、教育和保护好孩子吗（收入、住房、精力）？",
            "Can the adopter raise, educate and protect the child (income, home, strength)?",
        ),
        ("法律要求收养人有这个能力。", "The law demands this ability."),
        &adopter::ABILITY,
        yes_no(),
    )
}

fn illness() -> Question {
    question(
        "adopters[].medically_unfit",
        (
            "有医生认为不适合收养孩子的病吗？",
            "Has the adopter an illness that doctors hold unfit for adopting?",
        ),
        ("有这样的病不能收养。", "Such an illness bars the adoption."),
        &adopter::ILLNESS,
        yes_no(),
    )
}

fn record() -> Question {
    question(
        "adopters[].adverse_record",
        (
            "有对孩子成长不利的违法犯罪记录吗？",
            "Has the adopter an unlawful or criminal record unfavourable to a child?",
        ),
        ("有这样的记录不能收养。", "Such a record bars the adoption."),
        &adopter::RECORD,
        yes_no(),
    )
}

fn of_the_household() -> Vec<Question> {
    vec![
        question(
            "household.existing_children",
            ("收养人现在有几个孩子？", "How many children do the adopters have?"),
            ("一般只能没有孩子或者只有一个孩子。", "As a rule, none or only one."),
            &adopter::CHILDREN,
            Answer::Number { least: 0 },
        ),
        question(
            "household.adopting",
            (
                "一共想收养几个孩子（算上这一个）？",
                "How many children are to be adopted in all, this one included?",
            ),
            (
                "没有孩子的可以收养两个，有孩子的只能收养一个。",
                "Somebody without children may adopt two, somebody with children one.",
            ),
            &adopter::QUOTA,
            Answer::Number { least: 1 },
        ),
    ]
}
