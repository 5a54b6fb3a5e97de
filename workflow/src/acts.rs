//! What may be done next, what not yet and why, and who may: the state machine explains itself.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::base::act::Act;
use crate::base::inputs::{Input, InputKind};
use crate::base::message::Message;
use crate::base::rule::{Rule, Violation};
use crate::case::Case;
use crate::decide::gates;
use crate::facts::Facts;
use crate::law::cures::{CureKind, cure_of};
use crate::law::decision::{NOT_ASSESSOR, OTHER_PERSON};
use crate::law::donation::RECUSED;
use crate::law::input::{DAY, KNOWN};
use crate::procedures::{deadlines, has};
use crate::rights::{Access, Relation, may};

/// How an act stands, whoever does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActState {
    /// Nothing is in the way; filled in as its inputs say, it is not refused.
    Ready,
    /// Nothing is in the way, but what may be filled in cannot be listed beforehand: the form decides.
    FormOpen,
    /// It is refused whatever is filled in.
    Blocked,
}

/// One act with its standing.
#[derive(Debug, Clone)]
pub struct ActStatus {
    /// The act.
    pub act: Act,
    /// How it stands.
    pub state: ActState,
    /// Whether who asks may do it.
    pub allowed: bool,
    /// The rules in the way.
    pub violations: Vec<Violation>,
    /// What has to be given; nothing where the act is blocked.
    pub inputs: Vec<Input>,
    /// The first day on which it can become possible, where days alone are missing.
    pub possible_from: Option<NaiveDate>,
    /// The roles that may do it.
    pub who: Vec<Role>,
    /// What whoever does it is told beside it. It stands in nobody's way.
    pub notes: Vec<Message>,
}

/// Every act of the procedure, in the order of work.
pub fn acts(case: &Case, relation: Relation, facts: &Facts) -> Vec<ActStatus> {
    let days = turning_days(case, facts);
    let all = Act::ALL.into_iter();
    all.filter(|act| !act.opens_a_case() && has(case.procedure, *act))
        .map(|act| {
            let allowed = may(&facts.roles, relation, act.into()) == Access::Allowed;
            let Found { violations, inputs } = found(case, act, allowed, facts);
            let state = match (violations.is_empty(), &inputs) {
                (false, _) => ActState::Blocked,
                (true, Some(_)) => ActState::Ready,
                (true, None) => ActState::FormOpen,
            };
            let earliest = || first_day(case, act, allowed, facts, &violations, &days);
            ActStatus {
                act,
                state,
                allowed,
                possible_from: (state == ActState::Blocked).then(earliest).flatten(),
                violations,
                inputs: inputs.filter(|_| state == ActState::Ready).unwrap_or_default(),
                who: act.roles().to_vec(),
                notes: act.notes(case, facts, allowed),
            }
        })
        .collect()
}

/// What is in the way of an act, and what it takes.
struct Found {
    violations: Vec<Violation>,
    inputs: Option<Vec<Input>>,
}

/// What stands in the way: what its gates find, and an input for which there is nothing to give. Of what
/// bars the asker's own person nobody is told who could not do the act anyway.
fn found(case: &Case, act: Act, allowed: bool, facts: &Facts) -> Found {
    let mut violations = gates(case, act, facts);
    let of_the_person: [&Rule; 3] = [&OTHER_PERSON, &NOT_ASSESSOR, &RECUSED];
    violations
        .retain(|broken| allowed || !of_the_person.iter().any(|rule| rule.id == broken.rule.id));
    if !violations.is_empty() {
        return Found { violations, inputs: None };
    }
    let inputs = act.inputs(case, facts);
    let impossible = inputs.iter().flatten().filter(|input| input.is_impossible());
    let violations = impossible.map(nothing_to_give).collect();
    Found { violations, inputs }
}

/// The case has nothing that could be named, or no day has come that could be.
fn nothing_to_give(input: &Input) -> Violation {
    match (input.kind, input.from) {
        (InputKind::Day, Some(from)) => DAY
            .broken_with(Message::with_days("最早为{from}", "not before {from}", [("from", from)]))
            .at(input.at.clone()),
        (InputKind::Choice, _) if input.at == "{number}" => KNOWN.broken(),
        _ => KNOWN.broken().at(input.at.clone()),
    }
}

/// The days after today on which something that time alone brings is so: a period is full, a visit may be
/// made.
fn turning_days(case: &Case, facts: &Facts) -> Vec<NaiveDate> {
    let window = Days::new(u64::from(facts.rules.follow_up_window_days));
    let clocks = deadlines(case, &facts.calendar, &facts.rules).into_iter();
    let ends = clocks.filter(|clock| clock.met_on.is_none()).filter_map(|clock| clock.due_on);
    let posted = case.later.as_deref().and_then(|later| later.posting.as_ref());
    let ends = ends.chain(posted.map(|posting| posting.last_day));
    let around = ends.flat_map(|end| {
        let next = |days| end.checked_add_days(Days::new(days));
        [Some(end), next(1), next(2), end.checked_sub_days(window)]
    });
    let mut days: Vec<NaiveDate> = around.flatten().filter(|day| *day > facts.today).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The first of these days on which nothing stands in the way any more, if nothing but the day changes.
fn first_day(
    case: &Case,
    act: Act,
    allowed: bool,
    facts: &Facts,
    violations: &[Violation],
    days: &[NaiveDate],
) -> Option<NaiveDate> {
    let waits = |broken: &Violation| {
        let cure = cure_of(case, broken, facts);
        broken.rule.id == DAY.id || cure.is_some_and(|cure| cure.kind == CureKind::Wait)
    };
    if !violations.iter().all(waits) {
        return None;
    }
    let mut then = facts.clone();
    days.iter().copied().find(|day| {
        then.today = *day;
        found(case, act, allowed, &then).violations.is_empty()
    })
}
