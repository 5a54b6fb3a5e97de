//! C1 to C10: ten items of ten points, scored at each visit; the last visit counts.

use super::items::{four, group, item};
use crate::indicator::set::{Concerned, Evidence, Group, Item, Topic};

type Words = (&'static str, &'static str);

/// One of the ten: what is full, most, weak and none of it.
fn of_ten(code: &str, ask: Words, words: [Words; 4], evidence: &[Evidence]) -> Item {
    let [full, most, weak, none] = words;
    let levels = four(
        (9, 10, full.0, full.1),
        (6, 8, most.0, most.1),
        (3, 5, weak.0, weak.1),
        (0, 2, none.0, none.1),
    );
    item(code, ask, levels, evidence).of(&[Concerned::Child, Concerned::Household])
}

/// The ten under one heading.
pub fn groups() -> Vec<Group> {
    let name = ("与被收养人融合情况", "Integration with the child");
    let items = child().into_iter().chain(care()).chain(home()).collect();
    vec![group("C", Topic::Integration, name, 100, items)]
}

fn child() -> Vec<Item> {
    use Evidence::{Child, Home};
    vec![
        of_ten(
            "C1",
            ("被收养人适应情况", "How the child settles"),
            [
                ("睡眠、饮食、玩耍与同龄儿童相当", "Sleeps, eats, plays as usual for the age"),
                ("大体正常，个别方面还在适应", "Mostly as usual, still settling in some ways"),
                ("情绪不安，正在慢慢好转", "Troubled, slowly better"),
                ("入住以后变差", "Worse since moving in"),
            ],
            &[Home, Child],
        ),
        of_ten(
            "C2",
            ("情感交融", "Attachment"),
            [
                ("需要安慰时主动找每一位申请人", "Seeks each applicant for comfort"),
                ("主动找其中一位，也接受另一位", "Seeks one, and accepts the other"),
                ("只找其中一位", "Turns to one only"),
                ("回避或者害怕", "Avoids or fears"),
            ],
            &[Home, Child],
        ),
    ]
}

fn care() -> Vec<Item> {
    use Evidence::{Home, Paper, Third};
    vec![
        of_ten(
            "C3",
            ("履行临时监护职责", "Acting as temporary guardian"),
            [
                (
                    "从未离开适格成年人看护，手续齐全",
                    "Never left without a fit adult; papers in order",
                ),
                ("看护不断，手续稍有欠缺", "Never left alone; a paper still missing"),
                ("有一次疏失，已改正", "One lapse, put right"),
                ("多次疏失", "Repeated lapses"),
            ],
            &[Home, Third],
        ),
        of_ten(
            "C4",
            ("日常照料", "Daily care"),
            [
                ("整洁，吃饱穿暖，作息有规律", "Clean, fed, clothed, routine"),
                ("照料周到，作息还在形成", "Well cared for, the routine still forming"),
                ("时好时差", "Uneven"),
                ("疏于照料", "Neglected"),
            ],
            &[Home],
        ),
        of_ten(
            "C5",
            ("医疗康复", "Health and therapy"),
            [
                ("体检、接种、康复按时", "Checks, vaccines, therapy kept"),
                ("偶有延后，已补上", "Late at times, and made up for"),
                ("有缺漏", "Some missed"),
                ("不予理会", "Ignored"),
            ],
            &[Paper, Home],
        ),
        of_ten(
            "C6",
            ("学习与游戏", "Learning and play"),
            [
                (
                    "有适龄的游戏或者上学安排，成年人参与",
                    "Age-fit play or school, adults take part",
                ),
                ("安排适龄，成年人有时参与", "Age-fit, adults take part at times"),
                ("多半看屏幕", "Screens mostly"),
                ("没有安排", "None"),
            ],
            &[Home, Third],
        ),
    ]
}

fn home() -> Vec<Item> {
    use Evidence::{Child, Home, Talk};
    vec![
        of_ten(
            "C7",
            ("与其他家庭成员", "Other members of the family"),
            [
                ("得到全家接纳", "Taken in by all"),
                ("多数人接纳，其余人友善", "Taken in by most, the others kind"),
                ("有争宠等情形，处理得当", "Rivalry, handled"),
                ("受到排斥", "Rejected"),
            ],
            &[Home, Child],
        ),
        of_ten(
            "C8",
            ("家庭环境和睦", "Harmony at home"),
            [
                ("温暖、平和、安全", "Warm, calm, safe"),
                ("平和、安全，偶有争执", "Calm and safe, a quarrel at times"),
                ("气氛紧张", "Tense"),
                ("当着儿童争吵", "Quarrels before the child"),
            ],
            &[Home],
        ),
        of_ten(
            "C9",
            ("养育技能", "Skill in raising"),
            [
                ("能读懂孩子，坚定而不用强", "Reads the child, firm without force"),
                ("多半能读懂孩子，态度温和", "Reads the child mostly, and is gentle"),
                ("没有把握，知道求助", "Unsure, asks for help"),
                ("粗暴，或者不知所措", "Harsh, or at a loss"),
            ],
            &[Home, Talk],
        ),
        of_ten(
            "C10",
            ("各方意愿", "What all want"),
            [
                (
                    "申请人、送养人和儿童（视年龄听取，八周岁以上单独听取）都愿意",
                    "Applicants, placer and child (by age; alone from 8) all want it",
                ),
                ("都愿意，有人还有顾虑", "All want it, one with worries"),
                ("有一方动摇", "One wavers"),
                ("有一方不愿意", "One does not want it"),
            ],
            &[Talk, Child],
        ),
    ]
}
