//! An assessment that is scored by an indicator set: sheets, what was settled, vetoes, the result.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::evidence::EvidenceFile;
use super::work::{AssessmentPlan, EvidencePiece, WorkRecord};
use crate::base::ids::UserId;
use crate::case::Actor;
use crate::indicator::{IndicatorSet, Outcome, Part, Points, SetVersion};

/// The points an assessor gives for one item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenMark {
    /// The item.
    pub item: String,
    /// Its points.
    pub points: Points,
    /// Why.
    pub note: String,
    /// The evidence that shows it, by number.
    pub evidence: Vec<u32>,
}

/// Extra points that an assessor finds earned.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimedBonus {
    /// Their code.
    pub code: String,
    /// Why.
    pub note: String,
    /// The evidence that shows it, by number.
    pub evidence: Vec<u32>,
}

/// What a sheet says, with the time its assessor wrote it: a device may have been without a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetText {
    /// When it was written, such as `2026-03-09 10:12`.
    pub written_at: String,
    /// The marks.
    pub marks: Vec<GivenMark>,
    /// Extra points.
    #[serde(default)]
    pub bonuses: Vec<ClaimedBonus>,
}

/// The sheet of one assessor for one part.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct RaterSheet {
    /// Which part.
    pub part: Part,
    /// Whose it is.
    pub rater: Actor,
    /// How often it was saved.
    pub revision: u32,
    /// What it says.
    pub text: SheetText,
    /// What was written on an older revision and came later: kept beside, overwriting nothing.
    pub beside: Vec<SheetText>,
    /// The day it was sent, after which it is not changed.
    pub sent_on: Option<NaiveDate>,
}

/// What one assessor says an item is to count, where the marks differ.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Settlement {
    /// Which part.
    pub part: Part,
    /// The item, or the extra points.
    pub item: String,
    /// Who says it.
    pub by: Actor,
    /// The day.
    pub on: NaiveDate,
    /// What it is to count.
    pub points: Points,
    /// Why.
    pub reason: Option<String>,
}

/// What the leader decided on a veto.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct VetoDecision {
    /// The day.
    pub on: NaiveDate,
    /// Whether it stands.
    pub confirmed: bool,
    /// Why.
    pub reasons: String,
}

/// A veto that an assessor proposed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ProposedVeto {
    /// Its number in the assessment, from 1.
    pub number: u32,
    /// Which veto of the set.
    pub code: String,
    /// Who proposed it.
    pub by: Actor,
    /// The day.
    pub on: NaiveDate,
    /// What was found.
    pub facts: String,
    /// The evidence, by number.
    pub evidence: Vec<u32>,
    /// Of an illness, why it affects raising this child.
    pub effect_on_child: Option<String>,
    /// What the leader decided.
    pub decision: Option<VetoDecision>,
}

/// What was noticed on a day of living together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct IntegrationEntry {
    /// The day it speaks of.
    pub on: NaiveDate,
    /// What was noticed.
    pub what: String,
}

/// What the scores came to when the report was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct ScoredResult {
    /// By which set.
    pub set: SetVersion,
    /// The first part, where its sheets are whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capability: Option<Outcome>,
    /// The second part, where its sheets are whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integration: Option<Outcome>,
    /// The vetoes that stand.
    pub vetoes: Vec<String>,
    /// What to improve, where it fails.
    pub improvements: Vec<String>,
}

/// An assessment by the set that was in force when the first applicant consented.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Scored {
    /// The set, as it was on that day.
    pub set: IndicatorSet,
    /// The plan.
    pub plan: Option<AssessmentPlan>,
    /// The work.
    pub records: Vec<WorkRecord>,
    /// The files of its evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<EvidenceFile>,
    /// The sheets.
    pub sheets: Vec<RaterSheet>,
    /// What was said of differences, the newest last.
    pub settlements: Vec<Settlement>,
    /// Vetoes proposed.
    pub vetoes: Vec<ProposedVeto>,
    /// 融合记录
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<IntegrationEntry>,
    /// What the scores came to in the newest report.
    pub result: Option<ScoredResult>,
}

impl Scored {
    /// An assessment that begins.
    pub fn begun(set: IndicatorSet) -> Scored {
        Scored {
            set,
            plan: None,
            records: Vec::new(),
            files: Vec::new(),
            sheets: Vec::new(),
            settlements: Vec::new(),
            vetoes: Vec::new(),
            log: Vec::new(),
            result: None,
        }
    }

    /// The sheet of an assessor for a part.
    pub fn sheet(&self, part: Part, rater: UserId) -> Option<&RaterSheet> {
        self.sheets.iter().find(|sheet| sheet.part == part && sheet.rater.id == rater)
    }

    /// Every piece of evidence.
    pub fn evidence(&self) -> impl Iterator<Item = &EvidencePiece> {
        self.records.iter().flat_map(|record| &record.evidence)
    }

    /// Pieces of evidence by their numbers; those that do not exist are left out.
    pub fn pieces<'a>(&'a self, numbers: &'a [u32]) -> impl Iterator<Item = &'a EvidencePiece> {
        self.evidence().filter(|piece| numbers.contains(&piece.number))
    }

    /// Whether each of these assessors has sent the sheet of a part.
    pub fn all_sent(&self, part: Part, raters: impl IntoIterator<Item = UserId>) -> bool {
        raters
            .into_iter()
            .all(|rater| self.sheet(part, rater).is_some_and(|sheet| sheet.sent_on.is_some()))
    }

    /// The vetoes that the leader confirmed.
    pub fn standing_vetoes(&self) -> impl Iterator<Item = &ProposedVeto> {
        let confirmed = |veto: &&ProposedVeto| {
            veto.decision.as_ref().is_some_and(|decision| decision.confirmed)
        };
        self.vetoes.iter().filter(confirmed)
    }

    /// What a reader sees of it. Until every assessor has sent the sheet of a part, each sees their own
    /// alone, and nobody else sees any: not even who could tell them.
    pub fn keep_sheets_of(&mut self, reader: UserId, raters: &[UserId]) {
        let open: Vec<Part> = [Part::Capability, Part::Integration]
            .into_iter()
            .filter(|part| !raters.is_empty() && self.all_sent(*part, raters.iter().copied()))
            .collect();
        self.sheets.retain(|sheet| sheet.rater.id == reader || open.contains(&sheet.part));
    }
}
