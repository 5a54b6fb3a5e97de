//! A9 to A12: how the child will be raised, and in what surroundings.

use super::items::{four, group, item, three};
use crate::indicator::set::{Concerned, Evidence, Group, Item, NotApplicable, Topic};

/// A9 to A12.
pub fn groups() -> Vec<Group> {
    use Topic::{Community, Neighbours, RaisingPlan};
    vec![
        group("A9", RaisingPlan, ("抚育计划", "Plan of raising"), 12, plan()),
        group("A10", Neighbours, ("邻里关系", "Neighbours"), 4, neighbours()),
        group("A11", Community, ("社区环境", "Community"), 4, community()),
        group("A12", RaisingPlan, ("养育经验", "Experience of caring"), 4, experience()),
    ]
}

fn plan() -> Vec<Item> {
    use Evidence::{Paper, Talk};
    vec![
        item(
            "A9.1",
            ("由谁照料、何时照料", "Who cares, when"),
            four(
                (
                    4,
                    4,
                    "有书面的一日和一周安排，头几个月有人在家",
                    "Written day and week plan, first months at home",
                ),
                (3, 3, "有安排，尚有缺口", "Plan with a gap"),
                (1, 2, "交给祖辈", "Left to grandparents"),
                (0, 0, "没有安排", "No plan"),
            ),
            &[Paper, Talk],
        ),
        item(
            "A9.2",
            ("上学与就医", "School and clinic"),
            four(
                (3, 3, "学校、医院都已明确", "Places named"),
                (2, 2, "明确其一", "One named"),
                (1, 1, "只有设想", "Idea only"),
                (0, 0, "没有考虑", "None"),
            ),
            &[Paper],
        ),
        item(
            "A9.3",
            ("不能照料时由谁接替", "Who steps in if they cannot"),
            three(
                (2, 2, "已指明并征得同意", "Named, has agreed"),
                (1, 1, "已指明", "Named"),
                (0, 0, "无人", "Nobody"),
            ),
            &[Paper, Talk],
        ),
        item(
            "A9.4",
            ("本名儿童的特殊需要", "This child's special needs"),
            four(
                (3, 3, "清楚需要，费用和去处都已明确", "Knows them, means and places named"),
                (2, 2, "清楚需要", "Knows them"),
                (1, 1, "模糊", "Vague"),
                (0, 0, "否认", "Denies them"),
            ),
            &[Talk, Paper],
        )
        .of(&[Concerned::Applicants, Concerned::Child])
        .unless(NotApplicable::NoSpecialNeed),
    ]
}

fn neighbours() -> Vec<Item> {
    vec![
        item(
            "A10.1",
            ("邻居或者村（居）委会的评价（两处来源）", "Neighbours or committee, two sources"),
            four(
                (4, 4, "关系好，愿意帮忙", "Good, would help"),
                (3, 3, "关系好", "Good"),
                (1, 2, "来往少", "Distant"),
                (0, 0, "公开争吵", "Open quarrels"),
            ),
            &[Evidence::Third],
        )
        .of(&[Concerned::Household]),
    ]
}

fn community() -> Vec<Item> {
    vec![
        item(
            "A11.1",
            ("学校、诊所、活动场所、治安是否便利", "School, clinic, play, safety in reach"),
            four(
                (4, 4, "四项都有", "All four"),
                (3, 3, "三项", "Three"),
                (1, 2, "两项", "Two"),
                (0, 0, "不足两项", "Fewer"),
            ),
            &[Evidence::Home],
        )
        .of(&[Concerned::Household]),
    ]
}

fn experience() -> Vec<Item> {
    vec![
        item(
            "A12.1",
            (
                "以往的照料，以及对三个设定情境的回答",
                "Care shown before, and answer to three set situations",
            ),
            four(
                (4, 4, "都妥当", "Sound in all"),
                (3, 3, "两个妥当", "Two"),
                (1, 2, "一个妥当", "One"),
                (0, 0, "粗暴或者无措", "Harsh or helpless"),
            ),
            &[Evidence::Talk],
        )
        .by(
            "向各申请人分别提出同样的三个情境",
            "The same three situations are put to each applicant apart",
        ),
    ]
}
