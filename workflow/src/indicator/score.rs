//! From the marks of a sheet to a score: the same sheet and the same set give the same score for ever.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::points::{Hundredths, Points};
use super::set::{Bonus, IndicatorSet, Item, Mark, NotApplicable, Part};

/// What one assessor, or the settled sheet of all, says of one part.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The marks, one for each item that applies.
    pub marks: &'a [Mark],
    /// The codes of the extra points that are claimed.
    pub bonuses: &'a [String],
    /// What takes items out.
    pub circumstances: &'a BTreeSet<NotApplicable>,
    /// Whether a veto was confirmed.
    pub vetoed: bool,
}

/// What is wrong with a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkFault {
    /// The code of the item or of the extra points.
    pub code: String,
    /// What is wrong.
    pub kind: MarkFaultKind,
}

/// The ways in which a mark is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkFaultKind {
    /// An item that applies has no mark.
    Missing,
    /// The set has no such code.
    Unknown,
    /// It is marked twice.
    Twice,
    /// The item does not apply, and is marked all the same.
    DoesNotApply,
    /// The points lie in no level of the item.
    OutsideLevels,
    /// The set gives whole points only.
    HalfPoint,
    /// What the extra points need was not scored.
    NotEarned,
}

/// The points of one group.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "IndicatorGroupOutcome")]
pub struct GroupOutcome {
    /// The group's code.
    pub code: String,
    /// The points won.
    pub won: Points,
    /// The points that could be won.
    pub applicable: Points,
}

/// What a sheet comes to. Both numbers are shown: the points won of those that apply, and what that is
/// on the scale of the whole part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "IndicatorOutcome")]
pub struct Outcome {
    /// The points won.
    pub won: Points,
    /// The points that could be won.
    pub applicable: Points,
    /// The points of the whole part.
    pub max: Points,
    /// `won / applicable * max`.
    pub rescaled: Hundredths,
    /// Extra points claimed.
    pub bonus_claimed: Points,
    /// Extra points that count: up to the cap, and none where a veto stands.
    pub bonus: Points,
    /// `rescaled + bonus`.
    pub total: Hundredths,
    /// The points at which the part passes.
    pub pass: Points,
    /// Whether a veto stands.
    pub vetoed: bool,
    /// Whether it passes. It never decides the application.
    pub passed: bool,
    /// By group, in the order of the set.
    pub groups: Vec<GroupOutcome>,
}

/// Scores a sheet.
///
/// # Errors
/// Everything that is wrong with the sheet.
pub fn outcome(
    set: &IndicatorSet,
    part: Part,
    sheet: Sheet<'_>,
) -> Result<Outcome, Vec<MarkFault>> {
    let (marks, mut faults) = marks_by_item(set, part, sheet);
    let claimed = claimed(set, part, sheet.bonuses, &marks, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let groups: Vec<GroupOutcome> = set
        .groups(part)
        .iter()
        .map(|group| {
            let applying = group.items.iter().filter(|item| applies(item, sheet.circumstances));
            GroupOutcome {
                code: group.code.clone(),
                won: applying
                    .clone()
                    .filter_map(|item| marks.get(item.code.as_str()))
                    .copied()
                    .sum(),
                applicable: applying.map(|item| item.max).sum(),
            }
        })
        .collect();
    Ok(summed(set, part, groups, claimed, sheet.vetoed))
}

/// How many levels two marks of an item lie apart; none if one lies in no level.
pub fn levels_apart(item: &Item, one: Points, other: Points) -> Option<usize> {
    Some(item.level_of(one)?.abs_diff(item.level_of(other)?))
}

fn applies(item: &Item, circumstances: &BTreeSet<NotApplicable>) -> bool {
    item.not_applicable_if.is_none_or(|when| !circumstances.contains(&when))
}

fn marks_by_item<'a>(
    set: &'a IndicatorSet,
    part: Part,
    sheet: Sheet<'_>,
) -> (BTreeMap<&'a str, Points>, Vec<MarkFault>) {
    let (mut marks, mut faults) = (BTreeMap::new(), Vec::new());
    let mut say = |code: &str, kind| faults.push(MarkFault { code: code.to_owned(), kind });
    for mark in sheet.marks {
        let Some(item) = set.item(part, &mark.item) else {
            say(&mark.item, MarkFaultKind::Unknown);
            continue;
        };
        if marks.insert(item.code.as_str(), mark.points).is_some() {
            say(&item.code, MarkFaultKind::Twice);
        }
        if !applies(item, sheet.circumstances) {
            say(&item.code, MarkFaultKind::DoesNotApply);
        }
        if mark.points.has_half() && !set.half_points {
            say(&item.code, MarkFaultKind::HalfPoint);
        } else if item.level_of(mark.points).is_none() {
            say(&item.code, MarkFaultKind::OutsideLevels);
        }
    }
    for item in set.items(part).filter(|item| applies(item, sheet.circumstances)) {
        if !marks.contains_key(item.code.as_str()) {
            say(&item.code, MarkFaultKind::Missing);
        }
    }
    (marks, faults)
}

/// The extra points claimed, with what is wrong with the claims.
fn claimed(
    set: &IndicatorSet,
    part: Part,
    codes: &[String],
    marks: &BTreeMap<&str, Points>,
    faults: &mut Vec<MarkFault>,
) -> Points {
    let offered = match part {
        Part::Capability => set.capability.bonuses.as_slice(),
        Part::Integration => &[],
    };
    let mut claimed = Points::ZERO;
    let mut seen = BTreeSet::new();
    for code in codes {
        let mut say = |kind| faults.push(MarkFault { code: code.clone(), kind });
        match offered.iter().find(|bonus| bonus.code == *code) {
            None => say(MarkFaultKind::Unknown),
            Some(_) if !seen.insert(code) => say(MarkFaultKind::Twice),
            Some(bonus) if !is_earned(bonus, marks) => say(MarkFaultKind::NotEarned),
            Some(bonus) => claimed = claimed + bonus.points,
        }
    }
    claimed
}

fn is_earned(bonus: &Bonus, marks: &BTreeMap<&str, Points>) -> bool {
    let scored = |need: &Mark| marks.get(need.item.as_str()).is_some_and(|won| *won >= need.points);
    bonus.needs.iter().all(scored)
}

fn summed(
    set: &IndicatorSet,
    part: Part,
    groups: Vec<GroupOutcome>,
    bonus_claimed: Points,
    vetoed: bool,
) -> Outcome {
    let won: Points = groups.iter().map(|group| group.won).sum();
    let applicable: Points = groups.iter().map(|group| group.applicable).sum();
    let (max, pass) = (set.max(part), set.pass(part));
    let bonus = if vetoed { Points::ZERO } else { bonus_claimed.min(set.capability.bonus_cap) };
    let [won_halves, of, scale] =
        [won, applicable, max].map(|points| u64::from(points.in_halves()));
    // In hundredths of a point there are fifty to a half.
    let hundredths = (won_halves * scale * 50).checked_div(of).unwrap_or(0);
    let rescaled = Hundredths(u32::try_from(hundredths).unwrap_or(u32::MAX));
    // Whether it passes is asked of the fractions themselves, not of what is shown.
    let [extra, needed] = [bonus, pass].map(|points| u64::from(points.in_halves()));
    let passed = !vetoed && of > 0 && won_halves * scale + extra * of >= needed * of;
    Outcome {
        won,
        applicable,
        max,
        rescaled,
        bonus_claimed,
        bonus,
        total: Hundredths(rescaled.0.saturating_add(bonus.in_halves() * 50)),
        pass,
        vetoed,
        passed,
        groups,
    }
}
