//! The whole way of a case, and which of its steps are behind the family.

use super::asked;
use super::page::{Step, StepState};
use super::say::Say;
use super::situation::Situation;
use super::waits;
use super::words::steps::{self, RoadStep};
use crate::base::stage::Stage;
use crate::case::Case;
use crate::facts::Facts;
use crate::law::follow_up::visits_due;
use crate::law::kinds::{is_assessed, parents_are_unknown};

/// The steps of this kind of case.
pub(super) fn of(case: &Case, situation: Situation, facts: &Facts, say: Say<'_>) -> Vec<Step> {
    let visits = match &case.registration {
        Some(_) => case.visits.len(),
        None => visits_due(case, facts.today, &facts.rules).len(),
    };
    steps_of(case)
        .into_iter()
        .map(|step| Step {
            title: say(steps::title(step)),
            explained: say(steps::explained(step, visits, facts)),
            state: state(step, case, situation, facts),
        })
        .collect()
}

fn steps_of(case: &Case) -> Vec<RoadStep> {
    let mut all = vec![RoadStep::Papers, RoadStep::Acceptance];
    all.extend(parents_are_unknown(case.kind).then_some(RoadStep::Notice));
    all.extend(is_assessed(case.kind).then_some(RoadStep::Assessment));
    all.extend([RoadStep::Hearing, RoadStep::Decision, RoadStep::Registration, RoadStep::Visits]);
    all
}

fn state(step: RoadStep, case: &Case, situation: Situation, facts: &Facts) -> StepState {
    if is_done(step, case, facts) {
        StepState::Done
    } else if case.ending.is_some() {
        StepState::Dropped
    } else if is_now(step, case, situation) {
        StepState::Now
    } else {
        StepState::Later
    }
}

fn is_done(step: RoadStep, case: &Case, facts: &Facts) -> bool {
    let registered = case.registration.is_some();
    match step {
        RoadStep::Papers => {
            registered || (case.acceptance.is_some() && !asked::papers_wanted(case))
        }
        RoadStep::Acceptance => case.acceptance.is_some(),
        RoadStep::Notice => registered || waits::notice_has_run(case, facts),
        RoadStep::Assessment => registered || case.report_is_filed(),
        RoadStep::Hearing => {
            let mut adopters = case.adopting_parties();
            registered || adopters.all(|(party, _)| waits::is_heard(case, party))
        }
        RoadStep::Decision => registered || case.approval.is_some(),
        RoadStep::Registration => case.issue.is_some(),
        RoadStep::Visits => registered && case.visits.iter().all(|visit| visit.made.is_some()),
    }
}

fn is_now(step: RoadStep, case: &Case, situation: Situation) -> bool {
    match step {
        RoadStep::Papers => case.stage == Stage::Applied || situation == Situation::PapersWanted,
        RoadStep::Acceptance => situation == Situation::PapersChecked,
        RoadStep::Notice | RoadStep::Assessment | RoadStep::Hearing => {
            case.stage == Stage::Accepted
        }
        RoadStep::Decision => case.stage == Stage::Proposed || situation == Situation::LastReview,
        RoadStep::Registration => matches!(case.stage, Stage::Approved | Stage::Registered),
        RoadStep::Visits => matches!(case.stage, Stage::Issued | Stage::Archived),
    }
}
