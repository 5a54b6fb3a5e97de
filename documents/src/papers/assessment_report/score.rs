//! What a report shows of an assessment by points.

use serde::{Deserialize, Serialize};
use workflow::case::Case;
use workflow::case::assessment::scored::{Scored, ScoredResult};
use workflow::case::assessment::work::WorkRecord;
use workflow::indicator::{Outcome, Part};
use workflow::law::scoring::{Difference, differences, raters};

use super::visit::Visit;

/// A group of items with its points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its code and name.
    pub name: String,
    /// The points won.
    pub won: String,
    /// The points that could be won.
    pub applicable: String,
}

/// One part with both figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoredPart {
    /// 收养能力 or 融合.
    pub title: String,
    /// The points won.
    pub won: String,
    /// The points that could be won.
    pub applicable: String,
    /// The points of the whole part.
    pub max: String,
    /// The same on the scale of the whole part, where something did not apply.
    pub rescaled: Option<String>,
    /// Extra points that count.
    pub bonus: String,
    /// Everything together.
    pub total: String,
    /// The points at which it passes.
    pub pass: String,
    /// Whether it passes.
    pub passed: bool,
    /// By group.
    pub groups: Vec<Group>,
}

/// An item on which the assessors differed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The item.
    pub item: String,
    /// The marks, in the order of the assessors.
    pub marks: Vec<String>,
    /// What counts.
    pub counts: String,
    /// What they said.
    pub reasons: Vec<String>,
}

/// One item with the marks of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemMarks {
    /// Its code and what is asked.
    pub item: String,
    /// The most points.
    pub max: String,
    /// The marks, in the order of the assessors.
    pub marks: Vec<String>,
    /// What counts.
    pub counts: String,
}

/// The points of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The set and its version.
    pub set: String,
    /// Whether an authority issued it.
    pub official: bool,
    /// The parts that were scored.
    pub parts: Vec<ScoredPart>,
    /// Where the assessors differed.
    pub settled: Vec<Settled>,
    /// The vetoes that stand.
    pub vetoes: Vec<String>,
    /// What to improve.
    pub improvements: Vec<String>,
    /// Every item.
    pub items: Vec<ItemMarks>,
    /// Pieces of evidence.
    pub evidence: usize,
}

/// The points of the newest report, where it was scored.
pub(super) fn of(case: &Case) -> Option<Score> {
    let scored = case.assessment.scored.as_deref()?;
    let result = scored.result.as_ref()?;
    let parts = [(Part::Capability, &result.capability), (Part::Integration, &result.integration)];
    let shown: Vec<(Part, &Outcome)> = parts
        .into_iter()
        .filter_map(|(part, outcome)| outcome.as_ref().map(|outcome| (part, outcome)))
        .collect();
    let of_part = |part| differences(case, scored, part);
    let settled = shown.iter().flat_map(|(part, _)| {
        of_part(*part).into_iter().map(|difference| settled(scored, *part, difference))
    });
    Some(Score {
        set: format!("{}（{}第{}版）", scored.set.name.zh, scored.set.id, scored.set.version),
        official: scored.set.official,
        settled: settled.collect(),
        items: shown.iter().flat_map(|(part, _)| items(case, scored, *part)).collect(),
        parts: shown.iter().map(|(part, outcome)| scored_part(scored, *part, outcome)).collect(),
        vetoes: vetoes(scored, result),
        improvements: result.improvements.clone(),
        evidence: scored.evidence().count(),
    })
}

fn scored_part(scored: &Scored, part: Part, outcome: &Outcome) -> ScoredPart {
    let names = scored.set.groups(part).iter().zip(&outcome.groups);
    ScoredPart {
        title: title(part).to_owned(),
        won: outcome.won.to_string(),
        applicable: outcome.applicable.to_string(),
        max: outcome.max.to_string(),
        rescaled: (outcome.applicable != outcome.max).then(|| outcome.rescaled.to_string()),
        bonus: outcome.bonus.to_string(),
        total: outcome.total.to_string(),
        pass: outcome.pass.to_string(),
        passed: outcome.passed,
        groups: names
            .map(|(group, won)| Group {
                name: format!("{} {}", group.code, group.name.zh),
                won: won.won.to_string(),
                applicable: won.applicable.to_string(),
            })
            .collect(),
    }
}

fn title(part: Part) -> &'static str {
    match part {
        Part::Capability => "收养能力",
        Part::Integration => "融合情况",
    }
}

/// The code of an item or of extra points, with what it asks.
fn asked(scored: &Scored, part: Part, code: &str) -> String {
    let bonus = || scored.set.capability.bonuses.iter().find(|bonus| bonus.code == code);
    let words = match scored.set.item(part, code) {
        Some(item) => Some(&item.ask.zh),
        None => bonus().map(|bonus| &bonus.condition.zh),
    };
    format!("{code} {}", words.map_or("", String::as_str))
}

fn settled(scored: &Scored, part: Part, difference: Difference) -> Settled {
    let said = scored.settlements.iter().filter(|said| {
        said.part == part && said.item == difference.code && Some(said.points) == difference.settled
    });
    let reasons = said.filter_map(|said| {
        said.reason.as_ref().map(|reason| format!("{}：{reason}", said.by.name))
    });
    Settled {
        item: asked(scored, part, &difference.code),
        marks: difference.points.iter().map(ToString::to_string).collect(),
        counts: difference.settled.map_or_else(|| "—".to_owned(), |points| points.to_string()),
        reasons: reasons.collect(),
    }
}

fn items(case: &Case, scored: &Scored, part: Part) -> Vec<ItemMarks> {
    let settled = differences(case, scored, part);
    let sheets: Vec<_> =
        raters(case).into_iter().filter_map(|rater| scored.sheet(part, rater)).collect();
    let items = scored.set.items(part).map(|item| {
        let marks: Vec<String> = sheets
            .iter()
            .filter_map(|sheet| sheet.text.marks.iter().find(|mark| mark.item == item.code))
            .map(|mark| mark.points.to_string())
            .collect();
        let agreed = settled.iter().find(|one| one.code == item.code).and_then(|one| one.settled);
        let counts = agreed.map(|points| points.to_string()).or_else(|| marks.first().cloned());
        ItemMarks {
            item: asked(scored, part, &item.code),
            max: item.max.to_string(),
            counts: counts.unwrap_or_else(|| "不适用".to_owned()),
            marks,
        }
    });
    items.collect()
}

fn vetoes(scored: &Scored, result: &ScoredResult) -> Vec<String> {
    let named = result.vetoes.iter().filter_map(|code| scored.set.veto(code));
    named.map(|veto| format!("{} {}", veto.code, veto.name.zh)).collect()
}

/// The work as the report tells it, in the order of its days.
pub(super) fn work(case: &Case) -> Vec<Visit> {
    let records = case.assessment.scored.iter().flat_map(|scored| &scored.records);
    let went = |record: &WorkRecord| {
        let appointed = case.assessment.assessors.iter();
        appointed
            .filter(|assessor| record.assessors.contains(&assessor.user))
            .map(|assessor| assessor.name.clone())
            .collect()
    };
    records
        .map(|record| Visit {
            on: record.on,
            method: record.method.printed().to_owned(),
            by: went(record),
            summary: summary(record),
        })
        .collect()
}

fn summary(record: &WorkRecord) -> String {
    let people: Vec<String> =
        record.people.iter().map(|met| format!("{}{}", met.who.printed(), met.name)).collect();
    let alone = if record.alone { "（单独）" } else { "" };
    let who =
        if people.is_empty() { String::new() } else { format!("{}{alone}。", people.join("、")) };
    let (from, to) = (record.began_at.format("%H:%M"), record.ended_at.format("%H:%M"));
    format!("{from}至{to}，{}。{who}{}", record.place, record.notes)
}
