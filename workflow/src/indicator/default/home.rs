//! A5 to A8: the home, and who lives in it.

use super::items::{four, group, item};
use crate::indicator::set::{Concerned, Evidence, Group, Item, NotApplicable, Topic};

/// A5 to A8.
pub fn groups() -> Vec<Group> {
    use Topic::{Economy, HouseholdOpinion, Housing, MarriageAndFamily};
    let opinion = ("共同生活家庭成员意见", "Opinion of the household");
    vec![
        group("A5", Economy, ("经济条件", "Means"), 12, economy()),
        group("A6", Housing, ("住房条件", "Housing"), 10, housing()),
        group("A7", MarriageAndFamily, ("婚姻家庭关系", "Marriage and family"), 10, marriage()),
        group("A8", HouseholdOpinion, opinion, 8, household()),
    ]
}

fn economy() -> Vec<Item> {
    use Evidence::{Check, Paper};
    vec![
        item(
            "A5.1",
            (
                "计入孩子后人均收入与本县平均数之比",
                "Income per head with the child, against the county's mean",
            ),
            four(
                (6, 6, "不低于平均数", "At or above the mean"),
                (4, 5, "平均数的百分之六十至九十九", "60 to 99 percent of it"),
                (2, 3, "高于低收入标准", "Above the low-income line"),
                (0, 0, "低于低收入标准", "Below it"),
            ),
            &[Paper, Check],
        )
        .by(
            "家庭年收入除以计入孩子后的人口，与统计部门公布的本县人均可支配收入相比",
            "Income of the year by the heads with the child, against the county's published mean",
        )
        .of(&[Concerned::Household]),
        item(
            "A5.2",
            ("负债与积蓄", "Debt and reserve"),
            four(
                (
                    3,
                    3,
                    "月还款不到收入三分之一，积蓄够六个月开支",
                    "Instalments under a third of income, 6 months' reserve",
                ),
                (2, 2, "月还款不到一半", "Under half"),
                (1, 1, "月还款超过一半", "Over half"),
                (0, 0, "无力偿还", "Cannot pay"),
            ),
            &[Paper],
        )
        .of(&[Concerned::Household]),
        item(
            "A5.3",
            ("工作与保险", "Work and insurance"),
            four(
                (3, 3, "工作稳定，申请人都有社会保险", "Steady work, both insured"),
                (2, 2, "一人稳定", "One steady"),
                (1, 1, "打零工", "Casual"),
                (0, 0, "没有收入来源", "No income source"),
            ),
            &[Paper, Check],
        ),
    ]
}

fn housing() -> Vec<Item> {
    use Evidence::{Home, Paper};
    vec![
        item(
            "A6.1",
            ("居住权利", "Right to live there"),
            four(
                (4, 4, "自有，或者租期两年以上", "Owned, or lease of 2 or more years"),
                (
                    3,
                    3,
                    "租期一年以上，或者亲属书面同意长住",
                    "Lease of 1 or more years, or kin's home in writing",
                ),
                (1, 2, "短期租住", "Short lease"),
                (0, 0, "没有", "None"),
            ),
            &[Paper],
        )
        .of(&[Concerned::Household]),
        item(
            "A6.2",
            ("孩子的空间", "Room for the child"),
            four(
                (3, 3, "有自己的床和安静的地方", "Own bed and quiet place"),
                (2, 2, "与他人同室，适合年龄", "Shared room fit for age"),
                (1, 1, "尚待安排", "To be made"),
                (0, 0, "没有地方", "No place"),
            ),
            &[Home],
        )
        .of(&[Concerned::Household]),
        item(
            "A6.3",
            ("安全", "Safety"),
            four(
                (3, 3, "对照清单没有隐患", "Checklist clean"),
                (2, 2, "一至两处隐患，一周内改正", "1 or 2 points put right in a week"),
                (1, 1, "三处以上隐患", "3 or more points"),
                (0, 0, "危险仍在", "Danger stays"),
            ),
            &[Home],
        )
        .by("对照居家安全清单逐项查看", "Looked through by the checklist of a safe home")
        .of(&[Concerned::Household]),
    ]
}

fn marriage() -> Vec<Item> {
    use Evidence::{Home, Paper, Talk};
    vec![
        item(
            "A7.1",
            ("稳定程度", "Steadiness"),
            four(
                (
                    6,
                    6,
                    "安定三年以上，或者单身而有可靠的亲友支持",
                    "Settled, 3 or more years, or a single life with a firm circle",
                ),
                (4, 5, "一至三年", "1 to 3 years"),
                (2, 3, "近期有危机", "Recent crisis"),
                (0, 0, "正在分开", "Parting"),
            ),
            &[Paper, Talk],
        ),
        item(
            "A7.2",
            ("相互配合", "Cooperation"),
            four(
                (4, 4, "分担事务，能化解争执", "Share work, settle quarrels"),
                (3, 3, "大多能够", "Mostly"),
                (1, 2, "一人承担全部", "One carries all"),
                (0, 0, "相互敌对", "Hostile"),
            ),
            &[Talk, Home],
        )
        .unless(NotApplicable::Single),
    ]
}

fn household() -> Vec<Item> {
    use Evidence::{Child, Paper, Talk};
    vec![
        item(
            "A8.1",
            ("家中成年人的意见", "Adults in the home"),
            four(
                (4, 4, "全部书面同意", "All agree in writing"),
                (3, 3, "全部同意，有一人存有顾虑", "All agree, one with worries"),
                (1, 2, "有一人未决定", "One undecided"),
                (0, 0, "有一人拒绝", "One refuses"),
            ),
            &[Talk, Paper],
        )
        .of(&[Concerned::CoResidents])
        .unless(NotApplicable::NoCoResident),
        item(
            "A8.2",
            (
                "家中未成年人的意见（八周岁以上单独听取）",
                "Children in the home, heard alone from 8",
            ),
            four(
                (4, 4, "高兴", "Glad"),
                (3, 3, "谈话后能够接受", "Ready after talks"),
                (1, 2, "不安", "Uneasy"),
                (0, 0, "反对", "Against"),
            ),
            &[Child],
        )
        .of(&[Concerned::OwnChildren])
        .unless(NotApplicable::NoOwnChild),
    ]
}
