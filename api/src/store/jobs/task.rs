//! What a job is to do, and who waits for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use uuid::Uuid;
use workflow::CaseId;
use workflow::base::document::DocumentKind;
use workflow::case::Party;

/// What is to be done, with ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Task {
    /// Make a document that an event calls for.
    RenderDocument {
        /// The case.
        case_id: CaseId,
        /// The version of the event that calls for it.
        version: i64,
        /// Which document.
        document: DocumentKind,
        /// Whom it concerns.
        party: Option<Party>,
    },
    /// Write into the open cases which of their deadlines a change of the calendar moved.
    MoveDeadlines {
        /// The number of the change.
        change: u32,
    },
    /// Write into the open cases which ends have passed.
    PassTime {
        /// The legal day that has come.
        on: NaiveDate,
        /// Tells one move of a practice office's day from another to the same day.
        moved: Option<Uuid>,
    },
    /// Look whether a gift touches a case; called for by every entry of every gift.
    CheckDonation {
        /// The gift.
        donation: Uuid,
        /// Which of its entries calls for it.
        run: Uuid,
    },
    /// Look whether a gift touches a case that was put before the leader; called for by every proposal.
    CheckCase {
        /// The case.
        case_id: CaseId,
        /// The version of the proposal.
        version: i64,
    },
    /// Make the file of an export of the ledger.
    ExportLedger {
        /// The export.
        export: Uuid,
    },
    /// Write the access log of a day into a file, with those days before it that nobody wrote.
    WriteAccesses {
        /// The day, which is over.
        day: NaiveDate,
    },
}

impl Task {
    /// The word in the database and in the log.
    pub fn kind(&self) -> &'static str {
        self.into()
    }

    /// Whether somebody at the desk waits for it, or nobody does.
    pub(super) fn urgency(&self) -> Urgency {
        match self {
            Task::RenderDocument { document, .. } => match document {
                DocumentKind::Certificate
                | DocumentKind::DissolutionProof
                | DocumentKind::AdoptionProof
                | DocumentKind::ApplicationReceipt => Urgency::AtTheDesk,
                DocumentKind::Dossier => Urgency::Archive,
                _ => Urgency::Office,
            },
            Task::WriteAccesses { .. } => Urgency::Archive,
            _ => Urgency::Office,
        }
    }

    /// Two tasks with the same key are the same work.
    pub(super) fn unique_key(&self) -> String {
        match self {
            Task::RenderDocument { case_id, version, document, party } => {
                let party = party.map_or("", |party| party.word());
                format!("{case_id}/{version}/{}/{party}", document.word())
            }
            Task::MoveDeadlines { change } => change.to_string(),
            Task::PassTime { on, moved: None } => on.to_string(),
            Task::PassTime { on, moved: Some(moved) } => format!("{on}/{moved}"),
            Task::CheckDonation { run, .. } => run.to_string(),
            Task::CheckCase { case_id, version } => format!("{case_id}/{version}"),
            Task::ExportLedger { export } => export.to_string(),
            Task::WriteAccesses { day } => day.to_string(),
        }
    }
}

/// Who waits for a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// A person who stands at the desk.
    AtTheDesk = 0,
    /// Somebody of the office.
    Office = 1,
    /// Nobody: a volume is long to print and is opened days later.
    Archive = 2,
}
