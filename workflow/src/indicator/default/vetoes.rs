//! The vetoes of the default set, which are the nine grounds of the national measure, and its bonus.

use crate::indicator::points::Points;
use crate::indicator::set::{Bonus, Demand, Evidence, Mark, Veto};
use crate::indicator::wording::Wording;

fn veto(item: u32, name: (&str, &str), what: (&str, &str), evidence: &[Evidence]) -> Veto {
    Veto {
        code: format!("V{item}"),
        name: Wording::new(name.0, name.1),
        what: Wording::new(what.0, what.1),
        article_11_item: Some(item),
        evidence: evidence.to_vec(),
        never: Vec::new(),
        also: Vec::new(),
    }
}

/// V1 to V9.
pub fn vetoes() -> Vec<Veto> {
    use Evidence::{Check, Child, Home, Paper, Talk, Third};
    vec![
        veto(
            1,
            ("弄虚作假", "fraud"),
            (
                "伪造、变造材料，或者隐瞒足以影响决定的事实",
                "Forged, altered or hidden facts that matter to the decision",
            ),
            &[Paper, Check],
        ),
        veto(
            2,
            ("非法组织邪教", "banned organisation"),
            ("参加非法组织、邪教组织", "Takes part in a banned organisation"),
            &[Check],
        ),
        veto(
            3,
            ("侵害未成年人", "harm to minors"),
            (
                "买卖、性侵、虐待、遗弃、非法送养未成年人",
                "Sold, abused, molested, abandoned or unlawfully placed a minor",
            ),
            &[Check, Paper],
        ),
        veto(
            4,
            ("家庭暴力", "domestic violence"),
            ("有持续性、经常性的家庭暴力", "Violence at home that lasts or repeats"),
            &[Check, Third, Talk],
        ),
        veto(
            5,
            ("故意犯罪", "intentional crime"),
            (
                "故意犯罪，被判处或者可能被判处有期徒刑以上刑罚",
                "Intentional crime with, or likely to draw, fixed-term imprisonment or more",
            ),
            &[Check],
        ),
        Veto {
            never: vec![Talk, Third],
            ..veto(
                6,
                ("疾病残疾", "illness or disability"),
                (
                    "医疗机构认定患有影响抚养本名儿童的疾病或者残疾",
                    "Illness or disability that a hospital says affects raising this child",
                ),
                &[Paper],
            )
        },
        veto(
            7,
            ("恶习", "bad habits"),
            (
                "现在或者近期有吸毒、酗酒、赌博、卖淫嫖娼等行为",
                "Drugs, heavy drinking, gambling, prostitution, now or lately",
            ),
            &[Check, Third],
        ),
        Veto {
            also: vec![Demand::PoliceReport],
            ..veto(
                8,
                ("融合期侵害", "harm during integration"),
                (
                    "融合期间侵害儿童，或者使儿童面临危险",
                    "Harmed or endangered the child during integration",
                ),
                &[Home, Child],
            )
        },
        Veto {
            also: vec![Demand::SecondSignature],
            ..veto(
                9,
                ("其他", "other"),
                ("其他严重不利于未成年人的行为", "Other conduct gravely bad for a minor"),
                &[Paper, Check, Third],
            )
        },
    ]
}

/// B1 to B3.
pub fn bonuses() -> Vec<Bonus> {
    let bonus = |code: &str, points, zh, en| Bonus {
        code: code.to_owned(),
        points: Points::whole(points),
        condition: Wording::new(zh, en),
        needs: Vec::new(),
        evidence: vec![Evidence::Paper],
    };
    vec![
        Bonus {
            needs: vec![Mark { item: "A9.4".to_owned(), points: Points::whole(2) }],
            ..bonus(
                "B1",
                5,
                "被收养人残疾或者患重病，且“特殊需要”一项不低于 2 分",
                "The child is disabled or gravely ill, and A9.4 is 2 or more",
            )
        },
        bonus(
            "B2",
            3,
            "被收养人年满六周岁，或者兄弟姐妹一并被收养",
            "The child is 6 or older, or siblings are adopted together",
        ),
        bonus(
            "B3",
            2,
            "具备适合被收养人需要的技能（医护、教育、手语等）",
            "Skill that meets the child's need (medical, teaching, sign language)",
        ),
    ]
}
