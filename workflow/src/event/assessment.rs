//! What happens in an assessment that is scored.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::base::ids::UserId;
use crate::case::Party;
use crate::case::assessment::after::{ReviewOutcome, ToldResult};
use crate::case::assessment::recusal::{Conflict, RecusalFrom};
use crate::case::assessment::scored::{IntegrationEntry, ScoredResult, SheetText};
use crate::case::assessment::work::{AssessmentPlan, WorkRecord};
use crate::case::assessment::{Assessor, IncidentConcern, Sentence};
use crate::case::scan::Scan;
use crate::indicator::{IndicatorSet, Part, Points};

/// One event of a scored assessment. The tag is the event row's `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AssessmentEvent {
    /// The set in force at the first consent, by which this assessment is scored to its end.
    SetFrozen {
        /// The set, whole: what is loaded later changes nothing here.
        set: Box<IndicatorSet>,
    },
    /// 评估方案
    AssessmentPlanned {
        /// The plan from now on.
        plan: AssessmentPlan,
    },
    /// 面谈、走访、查阅
    AssessmentWorkRecorded {
        /// What was done, seen and heard.
        record: Box<WorkRecord>,
    },
    /// An assessor saved the sheet of a part.
    SheetSaved {
        /// Which part.
        part: Part,
        /// What it says.
        text: SheetText,
        /// Whether it was written on an older revision, and is kept beside the newest.
        beside: bool,
    },
    /// An assessor sent the sheet of a part.
    SheetSent {
        /// Which part.
        part: Part,
        /// Which revision of it.
        revision: u32,
    },
    /// An assessor says what an item is to count on which the marks differ.
    DifferenceSettled {
        /// Which part.
        part: Part,
        /// The item, or the extra points.
        item: String,
        /// What it is to count.
        points: Points,
        /// Why.
        reason: Option<String>,
    },
    /// 提请一票否决
    VetoProposed {
        /// Its number in the assessment.
        number: u32,
        /// Which veto of the set.
        code: String,
        /// What was found.
        facts: String,
        /// The evidence, by number.
        evidence: Vec<u32>,
        /// Of an illness, why it affects raising this child.
        effect_on_child: Option<String>,
    },
    /// 一票否决的决定
    VetoDecided {
        /// Which.
        number: u32,
        /// Whether it stands.
        confirmed: bool,
        /// Why.
        reasons: String,
    },
    /// 融合记录
    IntegrationLogged {
        /// What was noticed.
        entry: IntegrationEntry,
    },
    /// Whom a reported circumstance concerns.
    IncidentConcerns {
        /// Which incident.
        number: u32,
        /// Whom.
        concerns: Vec<IncidentConcern>,
        /// Of a crime, how grave.
        sentence: Option<Sentence>,
    },
    /// 要求补充评估: the report no longer stands.
    SupplementAsked {
        /// What is to be supplemented.
        what: String,
    },
    /// 告知评估结果
    ResultTold {
        /// Who was told, and in which words.
        told: ToldResult,
    },
    /// 申请复核
    ReviewRequested {
        /// Who asks.
        party: Party,
        /// The day it was asked for.
        requested_on: NaiveDate,
        /// Why.
        grounds: String,
    },
    /// 指派复核人员
    ReviewersAppointed {
        /// Two or more who did not assess.
        reviewers: Vec<Assessor>,
    },
    /// 复核决定
    ReviewDecided {
        /// What was found.
        outcome: ReviewOutcome,
        /// Why.
        reasons: String,
    },
    /// The signed report was read: it is the frozen version, and bears its seal.
    ReportConfirmed {
        /// The filed scan.
        paper: u32,
        /// The code that stands on it.
        code: String,
        /// Of a commissioned body, whose seal it bears.
        seal_of: Option<String>,
    },
    /// A file of a piece of evidence: a photo, a paper, a note of a recording.
    EvidenceFiled {
        /// Its number in the assessment.
        number: u32,
        /// The piece of evidence.
        piece: u32,
        /// The stored file.
        scan: Scan,
    },
    /// 申报利害关系: who declared it is withdrawn at once.
    ConflictDeclared {
        /// From which work.
        from: RecusalFrom,
        /// The tie.
        conflict: Conflict,
    },
    /// 申请回避
    RecusalRequested {
        /// Its number in the assessment.
        number: u32,
        /// Who asks.
        party: Party,
        /// Who is to withdraw.
        assessor: UserId,
        /// From which work.
        from: RecusalFrom,
        /// The day it was asked for.
        requested_on: NaiveDate,
        /// The tie, as the party says.
        conflict: Conflict,
    },
    /// 回避决定
    RecusalDecided {
        /// Which request.
        number: u32,
        /// Whether they withdraw.
        recused: bool,
        /// From which work.
        from: RecusalFrom,
        /// Why.
        reasons: String,
    },
    /// The scores of the report that is submitted with it.
    ReportScored {
        /// What they came to.
        result: Box<ScoredResult>,
    },
}

impl AssessmentEvent {
    /// The tag written in the event row.
    pub fn kind(&self) -> &'static str {
        self.into()
    }

    /// Whether the assessment goes on with it, so that a report before it no longer speaks of everything.
    /// To tell the result and to look at it anew changes nothing in it, and neither does who reviews it.
    pub fn goes_on(&self) -> bool {
        !matches!(
            self,
            AssessmentEvent::ResultTold { .. }
                | AssessmentEvent::IncidentConcerns { .. }
                | AssessmentEvent::ReportConfirmed { .. }
                | AssessmentEvent::ReviewRequested { .. }
                | AssessmentEvent::ReviewersAppointed { .. }
                | AssessmentEvent::ReviewDecided { outcome: ReviewOutcome::Upheld, .. }
                | AssessmentEvent::ConflictDeclared { from: RecusalFrom::Review, .. }
                | AssessmentEvent::RecusalRequested { .. }
                | AssessmentEvent::RecusalDecided { recused: false, .. }
                | AssessmentEvent::RecusalDecided { from: RecusalFrom::Review, .. }
        )
    }
}
