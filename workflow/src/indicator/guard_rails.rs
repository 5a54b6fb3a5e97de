//! What no set may score, whoever issued it: a list of words, and a cap on the points for means.
//!
//! A list of words finds what is said openly. It does not read what is meant: a person looks at a set
//! before it is loaded, and at the medians of its items afterwards.

use super::fault::{Fault, SetRule};
use super::points::Points;
use super::set::{IndicatorSet, Part, Topic};
use super::wording::Wording;

/// The most points for income and property, and for housing.
const CAPS: [(Topic, Points); 2] =
    [(Topic::Economy, Points::whole(12)), (Topic::Housing, Points::whole(10))];

/// The words by which each thing that is never scored is known, in both languages.
const NEVER: [(SetRule, &[&str]); 5] = [
    (
        SetRule::MoneyGiven,
        &["捐赠", "捐款", "捐助", "捐资", "赞助", "红包", "donat", "sponsorship", "gift of money"],
    ),
    (
        SetRule::Religion,
        &["宗教", "信教", "信仰", "佛教", "道教", "基督", "天主", "伊斯兰", "religio", "church"],
    ),
    (
        SetRule::Origin,
        &[
            "籍贯",
            "祖籍",
            "户籍",
            "本地人",
            "外地人",
            "民族成分",
            "home region",
            "birthplace",
            "ethnic",
        ],
    ),
    (
        SetRule::Childlessness,
        &["无子女", "没有子女", "未生育", "不能生育", "不孕", "不育", "childless", "infertil"],
    ),
    (
        SetRule::DecidedByLaw,
        &["年龄差", "子女数量", "子女人数", "申请人性别", "age gap", "number of children"],
    ),
];

/// Everything in a set that may not be scored.
pub fn faults(set: &IndicatorSet) -> Vec<Fault> {
    let mut found: Vec<Fault> = scored_texts(set)
        .into_iter()
        .flat_map(|(at, wording)| {
            let broken = NEVER.iter().filter(|(_, words)| says_one_of(wording, words));
            broken.map(move |(rule, _)| Fault { at: at.clone(), rule: *rule })
        })
        .collect();
    for (topic, cap) in CAPS {
        let groups = set.capability.groups.iter().enumerate();
        let of_means: Vec<_> = groups.filter(|(_, group)| group.topic == topic).collect();
        let points: Points =
            of_means.iter().flat_map(|(_, group)| &group.items).map(|item| item.max).sum();
        let too_much = of_means.iter().filter(|_| points > cap);
        found.extend(too_much.map(|(number, _)| Fault {
            at: format!("capability.groups[{number}].max"),
            rule: SetRule::MeansCapped,
        }));
    }
    found
}

fn says_one_of(wording: &Wording, words: &[&str]) -> bool {
    wording.texts().any(|text| {
        let text = text.to_lowercase();
        words.iter().any(|word| text.contains(word))
    })
}

/// The texts by which points are given, each with its path.
fn scored_texts(set: &IndicatorSet) -> Vec<(String, &Wording)> {
    let mut texts = Vec::new();
    for (part, name) in [(Part::Capability, "capability"), (Part::Integration, "integration")] {
        for (place, group) in set.groups(part).iter().enumerate() {
            texts.push((format!("{name}.groups[{place}].name"), &group.name));
            for (number, item) in group.items.iter().enumerate() {
                let at = format!("{name}.groups[{place}].items[{number}]");
                texts.push((format!("{at}.ask"), &item.ask));
                let levels = item.levels.iter().enumerate();
                texts.extend(
                    levels.map(|(level, found)| {
                        (format!("{at}.levels[{level}].anchor"), &found.anchor)
                    }),
                );
            }
        }
    }
    let bonuses = set.capability.bonuses.iter().enumerate();
    texts.extend(bonuses.map(|(number, bonus)| {
        (format!("capability.bonuses[{number}].condition"), &bonus.condition)
    }));
    texts
}
