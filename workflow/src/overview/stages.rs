//! The stages of a case with the days they began and ended, and the first day the next can begin.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acts::{ActState, ActStatus};
use crate::base::act::Act;
use crate::base::message::Message;
use crate::base::stage::Stage;
use crate::case::{Case, Procedure};
use crate::event::Entry;
use crate::evolve;
use crate::law::sequence::stage_words;

/// How a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StageState {
    /// Over.
    Done,
    /// The case is in it.
    Now,
    /// Still to come.
    Later,
}

/// A stage of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "StageLine")]
pub struct Line {
    /// Which.
    pub stage: Stage,
    /// Its name.
    pub title: Message,
    /// How it stands.
    pub state: StageState,
    /// The day it began, the last time where it began more than once.
    pub begun_on: Option<NaiveDate>,
    /// The day it ended.
    pub ended_on: Option<NaiveDate>,
    /// The acts that begin it, of those the procedure has.
    pub begun_by: Vec<Act>,
    /// The first day it can begin, where nothing but days is missing for the act that begins it; today where
    /// nothing is.
    pub earliest_on: Option<NaiveDate>,
}

/// The stages in their order: those of the procedure, or of a case that ended early those it had and its end.
pub fn stages(
    case: &Case,
    entries: &[Entry],
    statuses: &[ActStatus],
    today: NaiveDate,
) -> Vec<Line> {
    let begun = begun(entries);
    let ended_early = case.stage > Stage::Closed;
    let road: Vec<Stage> = if ended_early {
        begun.iter().map(|(stage, _)| *stage).collect()
    } else {
        road(case.procedure).to_vec()
    };
    let place = road.iter().position(|stage| *stage == case.stage).unwrap_or(road.len());
    road.iter()
        .enumerate()
        .map(|(at, stage)| {
            let (zh, en) = stage_words(*stage);
            let begins = |stage: &Stage| begun.iter().find(|(known, _)| known == stage);
            let state = match at.cmp(&place) {
                std::cmp::Ordering::Less => StageState::Done,
                std::cmp::Ordering::Equal => StageState::Now,
                std::cmp::Ordering::Greater => StageState::Later,
            };
            let reached = state != StageState::Later;
            let next = road.get(at + 1).filter(|_| state == StageState::Done);
            let follows = at == place + 1;
            Line {
                stage: *stage,
                title: Message::new(zh, en),
                state,
                begun_on: begins(stage).filter(|_| reached).map(|(_, on)| *on),
                ended_on: next.and_then(begins).map(|(_, on)| *on),
                begun_by: leading(*stage, statuses).map(|status| status.act).collect(),
                earliest_on: follows.then(|| earliest(*stage, statuses, today)).flatten(),
            }
        })
        .collect()
}

/// The stages a case went through, each with the day it began last.
fn begun(entries: &[Entry]) -> Vec<(Stage, NaiveDate)> {
    let mut case: Option<Case> = None;
    let mut begun: Vec<(Stage, NaiveDate)> = Vec::new();
    let mut before = None;
    for entry in entries {
        case = evolve(case.take(), entry);
        let stage = case.as_ref().map(|case| case.stage);
        if let Some(stage) = stage.filter(|_| stage != before) {
            begun.retain(|(known, _)| *known != stage);
            begun.push((stage, entry.on));
        }
        before = stage;
    }
    begun
}

fn road(procedure: Procedure) -> &'static [Stage] {
    match procedure {
        Procedure::Formation => &[
            Stage::Applied,
            Stage::Accepted,
            Stage::Proposed,
            Stage::Approved,
            Stage::Registered,
            Stage::Issued,
            Stage::Archived,
            Stage::Closed,
        ],
        Procedure::Dissolution | Procedure::Replacement => &[
            Stage::Applied,
            Stage::Accepted,
            Stage::Proposed,
            Stage::Approved,
            Stage::Registered,
            Stage::Issued,
            Stage::Closed,
        ],
        Procedure::Revocation => &[
            Stage::Applied,
            Stage::Accepted,
            Stage::Proposed,
            Stage::Registered,
            Stage::Issued,
            Stage::Closed,
        ],
        Procedure::Proof => &[Stage::Applied, Stage::Accepted, Stage::Issued, Stage::Closed],
        Procedure::LateEntry => &[Stage::Applied, Stage::Closed],
    }
}

/// The acts that lead into a stage.
fn leading(stage: Stage, statuses: &[ActStatus]) -> impl Iterator<Item = &ActStatus> {
    let leads: &[Act] = match stage {
        Stage::Accepted => &[Act::Accept],
        Stage::Proposed => &[Act::Propose],
        Stage::Approved => &[Act::Approve],
        Stage::Registered => &[Act::Register, Act::RegisterDissolution, Act::DecideRevocation],
        Stage::Issued => {
            &[Act::IssueCertificate, Act::IssueReplacement, Act::IssueProof, Act::TakeInCertificate]
        }
        Stage::Archived => &[Act::Archive],
        Stage::Closed => &[Act::VisitAfterAdoption, Act::Archive, Act::ConfirmLateEntry],
        _ => &[],
    };
    statuses.iter().filter(move |status| leads.contains(&status.act))
}

/// The first day on which an act that leads into a stage can be done.
fn earliest(stage: Stage, statuses: &[ActStatus], today: NaiveDate) -> Option<NaiveDate> {
    let days = leading(stage, statuses).filter_map(|status| {
        if status.state == ActState::Blocked { status.possible_from } else { Some(today) }
    });
    days.min()
}
