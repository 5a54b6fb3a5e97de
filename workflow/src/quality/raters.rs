//! How far assessors agree, and how each of them marks. A sheet counts once all of its part are sent.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::agreement::intraclass_correlation;
use super::figures::{median, shown};
use crate::base::ids::UserId;
use crate::case::Case;
use crate::case::assessment::scored::{RaterSheet, Scored};
use crate::indicator::{Part, Points, SetVersion, levels_apart};

/// Agreement on one item.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ItemAgreement {
    /// By which set.
    pub set: SetVersion,
    /// Which part.
    pub part: Part,
    /// The item.
    pub item: String,
    /// In how many assessments it was marked by two or more.
    pub assessments: usize,
    /// The mean of the points between the highest and the lowest mark.
    pub mean_difference: f64,
    /// In how many assessments the marks lay more than one level apart.
    pub beyond_one_level: usize,
    /// ICC(1,1) of the marks; none where there is too little to measure.
    pub agreement: Option<f64>,
}

/// Agreement on the points of a part.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PartAgreement {
    /// By which set.
    pub set: SetVersion,
    /// Which part.
    pub part: Part,
    /// In how many assessments.
    pub assessments: usize,
    /// ICC(1,1) of the share of the points that were won.
    pub agreement: Option<f64>,
}

/// How an assessor marks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RaterSpread {
    /// The account.
    pub user: UserId,
    /// The name.
    pub name: String,
    /// Which part.
    pub part: Part,
    /// How many sheets.
    pub sheets: usize,
    /// The middle of the points won, of a hundred that could be.
    pub median: f64,
    /// The fewest.
    pub lowest: f64,
    /// The most.
    pub highest: f64,
}

const PARTS: [Part; 2] = [Part::Capability, Part::Integration];

/// The sheets of each part that may be compared.
fn sheets<'a>(cases: &[&'a Case]) -> Vec<(&'a Scored, Part, Vec<&'a RaterSheet>)> {
    let mut found = Vec::new();
    for case in cases {
        let Some(scored) = &case.assessment.scored else { continue };
        for part in PARTS {
            let raters: Vec<UserId> =
                case.assessment.assessors.iter().map(|assessor| assessor.user).collect();
            if raters.len() >= 2 && scored.all_sent(part, raters.iter().copied()) {
                let of_all = raters.iter().filter_map(|rater| scored.sheet(part, *rater));
                found.push((&**scored, part, of_all.collect()));
            }
        }
    }
    found
}

fn mark(sheet: &RaterSheet, item: &str) -> Option<Points> {
    let given = sheet.text.marks.iter().find(|given| given.item == item);
    given.map(|given| given.points)
}

fn number(points: Points) -> f64 {
    f64::from(points.in_halves()) / 2.0
}

/// Of a hundred points of the items that are marked, how many were won.
fn share(scored: &Scored, sheet: &RaterSheet) -> Option<f64> {
    let items = sheet.text.marks.iter().filter_map(|given| {
        Some((number(given.points), number(scored.set.item(sheet.part, &given.item)?.max)))
    });
    let (won, all) = items.fold((0.0, 0.0), |(won, all), (points, max)| (won + points, all + max));
    (all > 0.0).then(|| won / all * 100.0)
}

/// An item of a set: of which set, of which part, its code.
type Item = (SetVersion, Part, String);
/// What the raters of one assessment gave an item, and whether they are more than a level apart.
type Marks = (Vec<f64>, bool);

/// Agreement on each item, the worst first.
pub fn items(cases: &[&Case]) -> Vec<ItemAgreement> {
    let mut marks: BTreeMap<Item, Vec<Marks>> = BTreeMap::new();
    for (scored, part, sheets) in sheets(cases) {
        for item in scored.set.items(part) {
            let given: Vec<Points> =
                sheets.iter().filter_map(|sheet| mark(sheet, &item.code)).collect();
            let (Some(lowest), Some(highest)) = (given.iter().min(), given.iter().max()) else {
                continue;
            };
            if given.len() == sheets.len() {
                let far = levels_apart(item, *lowest, *highest).is_some_and(|apart| apart > 1);
                let key = (scored.set.named(), part, item.code.clone());
                let given = given.into_iter().map(number).collect();
                marks.entry(key).or_default().push((given, far));
            }
        }
    }
    let mut items: Vec<ItemAgreement> = marks.into_iter().map(of_an_item).collect();
    items.sort_by(|one, other| other.mean_difference.total_cmp(&one.mean_difference));
    items
}

fn of_an_item(((set, part, item), marks): (Item, Vec<Marks>)) -> ItemAgreement {
    let beyond_one_level = marks.iter().filter(|(_, far)| *far).count();
    let marks: Vec<Vec<f64>> = marks.into_iter().map(|(given, _)| given).collect();
    let range = |given: &Vec<f64>| {
        let highest = given.iter().copied().fold(f64::MIN, f64::max);
        let lowest = given.iter().copied().fold(f64::MAX, f64::min);
        highest - lowest
    };
    ItemAgreement {
        set,
        part,
        item,
        assessments: marks.len(),
        mean_difference: shown(marks.iter().map(range).sum::<f64>() / marks.len() as f64),
        beyond_one_level,
        agreement: intraclass_correlation(&marks).map(shown),
    }
}

/// Agreement on the points of each part.
pub fn parts(cases: &[&Case]) -> Vec<PartAgreement> {
    let mut shares: BTreeMap<(SetVersion, Part), Vec<Vec<f64>>> = BTreeMap::new();
    for (scored, part, sheets) in sheets(cases) {
        let won = sheets.iter().filter_map(|sheet| share(scored, sheet)).collect();
        shares.entry((scored.set.named(), part)).or_default().push(won);
    }
    let of_a_part = |((set, part), shares): ((SetVersion, Part), Vec<Vec<f64>>)| PartAgreement {
        set,
        part,
        assessments: shares.len(),
        agreement: intraclass_correlation(&shares).map(shown),
    };
    shares.into_iter().map(of_a_part).collect()
}

/// The median and spread of each assessor.
pub fn spread(cases: &[&Case]) -> Vec<RaterSpread> {
    let mut shares: BTreeMap<(UserId, Part), (String, Vec<f64>)> = BTreeMap::new();
    for (scored, part, sheets) in sheets(cases) {
        for sheet in sheets {
            let nothing = || (sheet.rater.name.clone(), Vec::new());
            let (_, won) = shares.entry((sheet.rater.id, part)).or_insert_with(nothing);
            won.extend(share(scored, sheet));
        }
    }
    let of_a_rater = |((user, part), (name, won)): ((UserId, Part), (String, Vec<f64>))| {
        let lowest = won.iter().copied().fold(f64::MAX, f64::min);
        let highest = won.iter().copied().fold(f64::MIN, f64::max);
        let sheets = won.len();
        let median = shown(median(won)?);
        let (lowest, highest) = (shown(lowest), shown(highest));
        Some(RaterSpread { user, name, part, sheets, median, lowest, highest })
    };
    shares.into_iter().filter_map(of_a_rater).collect()
}
