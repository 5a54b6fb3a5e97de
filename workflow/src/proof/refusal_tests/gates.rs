//! The gates of the sequence: the tables of every way of missing one, at proposal, approval and
//! registration, and at acceptance what must hold by then.

use super::{Row, row, sending};
use crate::base::act::Act;
use crate::case::assessment::{Incident, IncidentGround};
use crate::case::{Case, Claim, ClaimOutcome, ClaimSettlement};
use crate::command::Command;
use crate::law::assessment::NO_INCIDENT;
use crate::law::notice::{NO_GOOD_CLAIM, NO_OPEN_CLAIM};
use crate::proof::assessment_gate_tests;
use crate::proof::gate_tests::{self, Miss, command_of};
use crate::proof::testing::{
    Story, application, application_of_a_stepfather, application_of_hardship_parents,
};
use crate::proof::{parents_tests, quota_tests};
use crate::steps::accept::Accept;

/// What must hold when an application is accepted: jurisdiction, conditions and papers, that the
/// parties live, and that the child is in no other adoption.
const AT_ACCEPTANCE: [&str; 3] = ["SEQ-1", "SEQ-13", "SEQ-16"];

/// Ways of missing a gate, and the story before an act.
pub struct Table {
    pub misses: Vec<Miss>,
    pub before: Box<dyn Fn(Act) -> Story>,
    pub brought: Story,
}

pub fn rows() -> Vec<Row> {
    let brought = |application| {
        let mut story = Story::applied_with(application);
        story.bring_papers();
        story
    };
    let of_institution = [
        gate_tests::conditions(),
        gate_tests::papers(),
        assessment_gate_tests::assessment(),
        gate_tests::hearing(),
    ];
    let tables = [
        Table {
            misses: of_institution.into_iter().flatten().collect(),
            before: Box::new(gate_tests::story_before),
            brought: brought(application()),
        },
        Table {
            misses: parents_tests::hardship_gates()
                .into_iter()
                .chain(quota_tests::gates())
                .collect(),
            before: Box::new(parents_tests::hardship),
            brought: brought(application_of_hardship_parents()),
        },
        Table {
            misses: parents_tests::stepchild_gates(),
            before: Box::new(parents_tests::stepchild),
            brought: brought(application_of_a_stepfather()),
        },
    ];
    tables.iter().flat_map(of_table).chain(halted_before_acceptance()).collect()
}

pub fn of_table(table: &Table) -> Vec<Row> {
    let mut rows = Vec::new();
    for act in [Act::Propose, Act::Approve, Act::Register] {
        let whole = (table.before)(act);
        let command = command_of(act, &whole);
        rows.extend(table.misses.iter().map(|miss| spoilt(miss, &whole, &command)));
    }
    let by_then = table.misses.iter().filter(|miss| AT_ACCEPTANCE.contains(&miss.sequence));
    let accept = Command::Accept(Accept {});
    rows.extend(by_then.map(|miss| spoilt(miss, &table.brought, &accept)));
    rows
}

fn spoilt(miss: &Miss, whole: &Story, command: &Command) -> Row {
    let mut story = whole.clone();
    (miss.spoil)(&mut story.case, &mut story.facts);
    let (rule, way) = (miss.rule.to_owned(), miss.way.to_owned());
    Row { rule, way, attempt: sending(story, command.clone()) }
}

fn claim(case: &Case, settlement: Option<ClaimOutcome>) -> Claim {
    let on = case.last_on;
    let settled = |outcome| ClaimSettlement { on, outcome, reasons: "鉴定相符".into() };
    Claim {
        number: 1,
        raised_on: on,
        claimant: "自称生母".into(),
        settlement: settlement.map(settled),
    }
}

fn halted_before_acceptance() -> Vec<Row> {
    let accept = || Command::Accept(Accept {});
    let with_claim = |settlement| {
        let mut story = Story::applied();
        story.bring_papers();
        let claim = claim(&story.case, settlement);
        story.case.claims.push(claim);
        story
    };
    let mut incident = Story::applied();
    incident.bring_papers();
    incident.case.incidents.push(Incident {
        concerns: Vec::new(),
        sentence: None,
        number: 1,
        ground: IncidentGround::Fraud,
        known_on: incident.case.last_on,
        description: "材料存疑".into(),
        closed_on: None,
    });
    let founded = with_claim(Some(ClaimOutcome::Founded));
    vec![
        row(&NO_OPEN_CLAIM, "a claim is open", sending(with_claim(None), accept())),
        row(&NO_GOOD_CLAIM, "a claim was found good", sending(founded, accept())),
        row(&NO_INCIDENT, "an incident is open", sending(incident, accept())),
    ]
}
