//! Both sheets of a part side by side, once every assessor has sent theirs.

use schemars::JsonSchema;
use serde::Serialize;

use super::scoring::{Difference, differences, raters};
use crate::case::Case;
use crate::case::assessment::scored::{RaterSheet, Scored, Settlement};
use crate::indicator::{Item, Part, Points, Wording, levels_apart};

/// What one assessor gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparedMark {
    /// Who.
    pub rater: String,
    /// The points; absent where the item does not apply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// The level they lie in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Wording>,
    /// Why.
    pub note: String,
}

/// One item, or extra points, as each assessor scored it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComparedItem {
    /// Its code.
    pub item: String,
    /// What it asks.
    pub ask: Wording,
    /// Its most points.
    pub max: Points,
    /// The marks, in the order the assessors were appointed.
    pub marks: Vec<ComparedMark>,
    /// How many levels lie between the lowest and the highest mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels_apart: Option<usize>,
    /// Whether the marks differ, so that it is settled by all.
    pub must_settle: bool,
    /// Whether each word needs its reason.
    pub needs_reason: bool,
    /// What all say by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Points>,
    /// What was said of it, the newest last.
    pub words: Vec<Settlement>,
}

/// The sheets of a part side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "SheetComparison")]
pub struct Comparison {
    /// Which part.
    pub part: Part,
    /// Whether every assessor has sent the sheet of this part. Until then nothing is compared.
    pub all_sent: bool,
    /// Every item that was scored, and the extra points that somebody found earned.
    pub items: Vec<ComparedItem>,
}

/// The sheets of a part as they stand; of an assessment in words there are none.
pub fn compared(case: &Case, part: Part) -> Comparison {
    let raters = raters(case);
    let sent =
        |scored: &&Scored| !raters.is_empty() && scored.all_sent(part, raters.iter().copied());
    let Some(scored) = case.assessment.scored.as_deref().filter(sent) else {
        return Comparison { part, all_sent: false, items: Vec::new() };
    };
    let sheets: Vec<&RaterSheet> =
        raters.iter().filter_map(|rater| scored.sheet(part, *rater)).collect();
    let different = differences(case, scored, part);
    let found = |code: &str| different.iter().find(|one| one.code == code);
    let of_items = scored.set.items(part).map(|item| {
        let marks: Vec<ComparedMark> = sheets.iter().map(|sheet| mark_of(sheet, item)).collect();
        let points = || marks.iter().filter_map(|mark| mark.points);
        let ends = points().min().zip(points().max());
        let apart = ends.and_then(|(least, most)| levels_apart(item, least, most));
        let shown = Shown { code: &item.code, ask: &item.ask, max: item.max, marks };
        shown.beside(scored, part, apart, found(&item.code))
    });
    let bonuses = match part {
        Part::Capability => scored.set.capability.bonuses.as_slice(),
        Part::Integration => &[],
    };
    let of_bonuses = bonuses.iter().filter_map(|bonus| {
        let marks: Vec<ComparedMark> =
            sheets.iter().map(|sheet| claim_of(sheet, &bonus.code, bonus.points)).collect();
        let claimed = marks.iter().any(|mark| mark.points.is_some());
        let shown = Shown { code: &bonus.code, ask: &bonus.condition, max: bonus.points, marks };
        claimed.then(|| shown.beside(scored, part, None, found(&bonus.code)))
    });
    Comparison { part, all_sent: true, items: of_items.chain(of_bonuses).collect() }
}

/// An item with its marks, before what is known of their difference.
struct Shown<'a> {
    code: &'a str,
    ask: &'a Wording,
    max: Points,
    marks: Vec<ComparedMark>,
}

impl Shown<'_> {
    fn beside(
        self,
        scored: &Scored,
        part: Part,
        levels_apart: Option<usize>,
        difference: Option<&Difference>,
    ) -> ComparedItem {
        let said = scored.settlements.iter();
        let said = said.filter(|said| said.part == part && said.item == self.code);
        ComparedItem {
            item: self.code.to_owned(),
            ask: self.ask.clone(),
            max: self.max,
            marks: self.marks,
            levels_apart,
            must_settle: difference.is_some(),
            needs_reason: difference.is_some_and(|one| one.needs_reason),
            settled: difference.and_then(|one| one.settled),
            words: said.cloned().collect(),
        }
    }
}

fn mark_of(sheet: &RaterSheet, item: &Item) -> ComparedMark {
    let given = sheet.text.marks.iter().find(|mark| mark.item == item.code);
    let level = given.and_then(|mark| item.levels.get(item.level_of(mark.points)?));
    ComparedMark {
        rater: sheet.rater.name.clone(),
        points: given.map(|mark| mark.points),
        level: level.map(|level| level.name.clone()),
        note: given.map(|mark| mark.note.clone()).unwrap_or_default(),
    }
}

fn claim_of(sheet: &RaterSheet, code: &str, points: Points) -> ComparedMark {
    let claimed = sheet.text.bonuses.iter().find(|bonus| bonus.code == code);
    ComparedMark {
        rater: sheet.rater.name.clone(),
        points: claimed.map(|_| points),
        level: None,
        note: claimed.map(|bonus| bonus.note.clone()).unwrap_or_default(),
    }
}
