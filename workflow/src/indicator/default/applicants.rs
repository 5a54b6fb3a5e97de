//! A1 to A4: who the applicants are.

use super::items::{four, group, item, three};
use crate::indicator::set::{Evidence, Group, Item, Topic};

/// A1 to A4.
pub fn groups() -> Vec<Group> {
    use Topic::{Conduct, Education, Health, Motive};
    vec![
        group("A1", Motive, ("收养动机", "Motive"), 10, motive()),
        group("A2", Conduct, ("道德品行", "Morals and conduct"), 10, conduct()),
        group("A3", Education, ("受教育程度", "Education"), 6, education()),
        group("A4", Health, ("健康状况", "Health"), 10, health()),
    ]
}

fn motive() -> Vec<Item> {
    use Evidence::Talk;
    vec![
        item(
            "A1.1",
            ("为什么收养", "Why adopt"),
            four(
                (
                    5,
                    5,
                    "出于孩子对家庭的需要，各申请人分别所述一致",
                    "Reason is the child's need of a family; told alike by each adult",
                ),
                (
                    3,
                    4,
                    "兼有自身需要，本人有清楚认识",
                    "Mixed with own need, which they see themselves",
                ),
                (1, 2, "主要出于自身需要，如养老", "Mainly own need, such as old-age care"),
                (
                    0,
                    0,
                    "图利、迫于他人压力，或者为替代逝去的孩子",
                    "Gain, pressure of others, or to replace a lost child",
                ),
            ),
            &[Talk],
        ),
        item(
            "A1.2",
            ("申请人是否都愿意", "Both adults want it"),
            four(
                (3, 3, "分别面谈，都没有疑虑", "Both, apart, without doubt"),
                (2, 2, "一人较慢，但已下决心", "One is slower but decided"),
                (1, 1, "一人随从另一人", "One follows the other"),
                (0, 0, "一人反对", "One is against"),
            ),
            &[Talk],
        ),
        item(
            "A1.3",
            ("如何对待孩子的身世", "Truth about the child's origin"),
            three(
                (2, 2, "了解已知情况，有告知的打算", "Know what is known and have a plan to tell"),
                (1, 1, "打算以后再说", "Will tell some day"),
                (0, 0, "打算隐瞒", "Will hide it"),
            ),
            &[Talk],
        ),
    ]
}

fn conduct() -> Vec<Item> {
    use Evidence::{Check, Home, Paper, Talk, Third};
    vec![
        item(
            "A2.1",
            ("守法与信用", "Law and credit"),
            four(
                (5, 5, "未发现不良记录", "Nothing found"),
                (3, 4, "早年有轻微处罚，已说明", "Old minor penalty, explained"),
                (1, 2, "近期有处罚，或者有未履行的判决", "Recent penalty, or an unpaid judgment"),
                (0, 0, "近期多次受处罚", "Several recent penalties"),
            ),
            &[Check, Paper],
        ),
        item(
            "A2.2",
            ("口碑", "Reputation"),
            four(
                (3, 3, "两处来源评价良好", "Two sources speak well"),
                (2, 2, "一处来源，没有负面评价", "One source, no ill word"),
                (1, 1, "有疑虑", "Doubts"),
                (0, 0, "照顾他人方面评价很差", "Ill repute in caring for others"),
            ),
            &[Third],
        ),
        item(
            "A2.3",
            ("生活习惯", "Daily habits"),
            three(
                (2, 2, "作息规律", "Settled"),
                (1, 1, "室内吸烟、熬夜等", "Smoking indoors, late nights, and the like"),
                (0, 0, "对儿童有害", "Harmful to a child"),
            ),
            &[Home, Talk],
        ),
    ]
}

fn education() -> Vec<Item> {
    use Evidence::{Paper, Talk};
    vec![
        item(
            "A3.1",
            ("能否辅导学业", "Can follow schooling"),
            four(
                (3, 3, "能辅导义务教育阶段的学业", "Can help with compulsory schooling"),
                (2, 2, "能借助明确的帮手", "With help named"),
                (1, 1, "能读写", "Reads and writes"),
                (0, 0, "家中无人能辅导", "No one in the home can"),
            ),
            &[Paper, Talk],
        ),
        item(
            "A3.2",
            ("是否了解儿童成长", "Knows how children grow"),
            four(
                (3, 3, "参加过培训，了解这一年龄", "Training done, knows this age"),
                (2, 2, "有抚养自己或者亲属孩子的经验", "Experience with own or kin children"),
                (1, 1, "愿意学习", "Willing to learn"),
                (0, 0, "不了解，也不愿学习", "None, unwilling"),
            ),
            &[Paper, Talk],
        ),
    ]
}

fn health() -> Vec<Item> {
    use Evidence::{Paper, Talk};
    vec![
        item(
            "A4.1",
            ("身体状况", "Body"),
            four(
                (5, 5, "体检证明未见异常", "Hospital paper without finding"),
                (3, 4, "有疾病，控制良好", "Controlled illness"),
                (1, 2, "疾病影响日常照料，身边有帮手", "Illness limits daily care, help at hand"),
                (0, 0, "不能承担日常照料", "Cannot carry daily care"),
            ),
            &[Paper],
        ),
        item(
            "A4.2",
            ("心理状况", "Mind"),
            four(
                (5, 5, "稳定，应对良好", "Stable, copes well"),
                (3, 4, "曾有心理困扰，已治疗", "Past strain, treated"),
                (1, 2, "现有心理困扰", "Present strain"),
                (0, 0, "目前不能胜任", "Not able now"),
            ),
            &[Paper, Talk],
        ),
    ]
}
