//! What the list of acts says of every state along every road, held against what is decided: an act that is
//! ready is not refused when its form is filled in as its inputs say, one that is blocked always is.
//! Whoever fills the forms knows the schemas and the list, and no rule.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::later;
use super::people::Who;
use super::road::{Keeps, Road, Search};
use super::stations::{application, formation, nothing_yet, points};
use super::walk::State;
use crate::acts::{ActState, acts};
use crate::base::act::Act;
use crate::base::act_list::for_each_act;
use crate::case::scan::{MediaType, Scan};
use crate::case::{Case, Party, Slot};
use crate::cast::form::{Desk, Filled};
use crate::command::Command;
use crate::facts::Facts;
use crate::rights::Relation;
use crate::steps;

/// Everybody whose list is looked at.
const READERS: [Who; 7] = [
    Who::Registrar,
    Who::Leader,
    Who::AssessingLeader,
    Who::Assessor,
    Who::Reviewer,
    Who::Archivist,
    Who::Visitor,
];

/// Acts of which it cannot be listed beforehand what may be given: what changed, and what an assessment by
/// points says.
const FORM_DECIDES: [&str; 10] = [
    "change_fact",
    "plan_assessment",
    "record_assessment_work",
    "save_sheet",
    "send_sheet",
    "settle_difference",
    "propose_veto",
    "decide_veto",
    "submit_report",
    "confirm_report",
];

macro_rules! number {
    ($filled:ident) => {};
    ($filled:ident $number:ident) => {
        $filled
            .number
            .as_ref()
            .and_then(Value::as_u64)
            .and_then(|number| u32::try_from(number).ok())
            .unwrap_or(0)
    };
}

macro_rules! form {
    (new $act:ident $module:ident $data:ident $filled:ident) => {
        Command::$act(Box::new(serde_json::from_value($filled.body).ok()?))
    };
    (case FilePaper $module:ident $data:ident $filled:ident) => {
        filing(&$filled)?
    };
    (case FileEvidence $module:ident $data:ident $filled:ident) => {
        filing_evidence(&$filled)?
    };
    (case $act:ident $module:ident $data:ident $filled:ident) => {
        Command::$act(serde_json::from_value($filled.body).ok()?)
    };
    (case $act:ident $module:ident $data:ident $filled:ident $number:ident) => {
        Command::$act(number!($filled $number), serde_json::from_value($filled.body).ok()?)
    };
}

macro_rules! schema {
    (FilePaper $module:ident $data:ident) => {
        json!({})
    };
    (FileEvidence $module:ident $data:ident) => {
        json!({})
    };
    ($act:ident $module:ident $data:ident) => {
        schemars::schema_for!(steps::$module::$data).to_value()
    };
}

macro_rules! forms {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        /// The command that a form comes to, where its body can be read.
        fn command_of(act: Act, filled: Filled) -> Option<Command> {
            Some(match act {
                $(Act::$act => form!($kind $act $module $data filled $($number)?),)*
            })
        }

        fn schema_of(act: Act) -> Value {
            match act {
                $(Act::$act => schema!($act $module $data),)*
            }
        }
    };
}

for_each_act!(forms);

/// A scan that nobody filed before.
fn filing(filled: &Filled) -> Option<Command> {
    let slot: Slot = serde_json::from_value(Value::Object(filled.query.clone())).ok()?;
    let scan = Scan { digest: "ef".repeat(32), media_type: MediaType::Pdf, pages: 1, size: 1000 };
    Some(Command::FilePaper(steps::file_paper::FilePaper { slot, scan }))
}

/// A photo of a piece of evidence that nobody filed before.
fn filing_evidence(filled: &Filled) -> Option<Command> {
    let piece = u32::try_from(filled.query.get("piece")?.as_u64()?).ok()?;
    let scan = Scan { digest: "ef".repeat(32), media_type: MediaType::Jpeg, pages: 1, size: 1000 };
    Some(Command::FileEvidence(steps::file_evidence::FileEvidence { piece, scan }))
}

/// The number on the document a party brings.
fn card(case: &Case, party: &str, shown: &str) -> String {
    let child = &case.child;
    let number = match (Party::from_word(party), shown) {
        (Some(Party::Child), "entry_record") => child.entry_number.clone(),
        (Some(Party::Child), "birth_certificate") => child.birth_certificate_number.clone(),
        (Some(Party::Child), "finding_certificate") => child.finding_certificate_number.clone(),
        (Some(Party::Child), _) => child.resident_id.as_ref().map(|number| number.0.clone()),
        (Some(Party::Guardian), _) => {
            case.acting_guardian().map(|guardian| guardian.resident_id.0.clone())
        }
        (Some(party), _) => {
            case.adopter(party).map(|adopter| adopter.resident_id.0.clone()).or_else(|| {
                let placing =
                    case.placer.parties().into_iter().find(|placing| placing.party == party);
                placing.map(|placing| placing.resident_id.0.clone())
            })
        }
        (None, _) => None,
    };
    number.unwrap_or_default()
}

/// What was seen along the roads.
#[derive(Default)]
struct Seen {
    states: usize,
    ready: BTreeMap<&'static str, usize>,
    open: BTreeMap<&'static str, usize>,
    blocked: usize,
    wrong: Vec<String>,
}

type Schemas = BTreeMap<Act, (Value, Map<String, Value>)>;

fn schemas() -> Schemas {
    let all = Act::ALL.into_iter().map(|act| {
        let schema = schema_of(act);
        let definitions = schema["$defs"].as_object().cloned().unwrap_or_default();
        (act, (schema, definitions))
    });
    all.collect()
}

fn look(state: &State, keeps: Keeps, schemas: &Schemas, seen: &mut Seen) {
    let Some(case) = &state.case else { return };
    seen.states += 1;
    for who in READERS {
        let mut facts = state.world.as_ref().clone();
        facts.actor = who.actor();
        facts.roles = who.roles();
        facts.next_in_series = 1;
        let relation = Relation::of(case, facts.actor.id);
        for status in acts(case, relation, &facts).into_iter().filter(|status| status.allowed) {
            let word = status.act.word();
            match status.state {
                ActState::Ready => *seen.ready.entry(word).or_default() += 1,
                ActState::FormOpen => *seen.open.entry(word).or_default() += 1,
                ActState::Blocked => seen.blocked += 1,
            }
            let inputs = status.act.inputs(case, &facts).unwrap_or_default();
            let most = inputs.iter().map(|input| input.one_of.len()).max().unwrap_or(0).max(1);
            // What is blocked is tried once: another choice meets the same gates.
            let tries = match status.state {
                ActState::Blocked => BTreeSet::from([0]),
                _ if keeps == Keeps::Everything => (0..most).collect(),
                _ => BTreeSet::from([0, most / 2, most - 1]),
            };
            for nth in tries {
                let filled = fill(case, &facts, &schemas[&status.act], &inputs, nth);
                let command = command_of(status.act, filled);
                let refused = command.map(|command| crate::decide(case, &command, &facts).err());
                let wrong = match (status.state, refused) {
                    (ActState::Ready, None) => Some("the form cannot be read".to_owned()),
                    (ActState::Ready, Some(Some(refusal))) => Some(format!("refused: {refusal:?}")),
                    (ActState::Blocked, Some(None)) => {
                        Some(format!("not refused, though {:?}", status.violations))
                    }
                    _ => None,
                };
                let said = |why| format!("{word} by {who:?}, {:?}, {nth}: {why}", status.state);
                seen.wrong.extend(wrong.map(said));
            }
        }
    }
}

fn fill(
    case: &Case,
    facts: &Facts,
    (schema, definitions): &(Value, Map<String, Value>),
    inputs: &[crate::base::inputs::Input],
    nth: usize,
) -> Filled {
    let cards = |party: &str, shown: &str| card(case, party, shown);
    let inputs: Vec<Value> = inputs.iter().map(|input| json!(input)).collect();
    let serial = "20261231".to_owned();
    let desk = Desk { schemas: definitions, today: facts.today, cards: &cards, nth, serial };
    desk.fill(schema, &inputs)
}

fn along(begin: State, road: &Road, keeps: Keeps, schemas: &Schemas) -> Seen {
    let mut search = Search { keeps, ..Search::new(road) };
    search.from(begin, 0, 1, &[]);
    let mut seen = Seen::default();
    search.found.states.iter().for_each(|state| look(state, keeps, schemas, &mut seen));
    seen
}

#[test]
fn an_act_that_is_ready_is_never_refused_and_one_that_is_blocked_always_is() {
    hold_the_list_against_what_is_decided(Keeps::Turns);
}

#[test]
#[ignore = "every state takes long"]
fn the_list_of_acts_is_right_in_every_state_of_every_path() {
    hold_the_list_against_what_is_decided(Keeps::Everything);
}

fn hold_the_list_against_what_is_decided(keeps: Keeps) {
    let schemas = &schemas();
    let starts = application::starts();
    let all: Vec<Seen> = std::thread::scope(|threads| {
        let mut walked: Vec<_> = starts
            .iter()
            .flat_map(|(_, starts)| starts)
            .map(|start| {
                threads.spawn(move || along(nothing_yet(), &formation(start), keeps, schemas))
            })
            .collect();
        walked.push(threads.spawn(|| {
            let (begin, road) = points::road(&application::assessed_by_points());
            along(begin, &road, keeps, schemas)
        }));
        for road in later::roads::ROADS {
            walked.push(threads.spawn(move || {
                let later = road();
                along(later.begin, &later.road, keeps, schemas)
            }));
        }
        walked.into_iter().map(|seen| seen.join().expect("the road is walked")).collect()
    });
    let total = |count: fn(&Seen) -> usize| all.iter().map(count).sum::<usize>();
    let mut ready: BTreeMap<&str, usize> = BTreeMap::new();
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for seen in &all {
        seen.ready.iter().for_each(|(act, count)| *ready.entry(act).or_default() += count);
        seen.open.iter().for_each(|(act, count)| *open.entry(act).or_default() += count);
    }
    println!("{} states, {} times blocked", total(|seen| seen.states), total(|seen| seen.blocked));
    println!("ready: {ready:?}");
    println!("form open: {open:?}");
    let mut wrong: Vec<&String> = all.iter().flat_map(|seen| &seen.wrong).collect();
    let count = wrong.len();
    wrong.sort();
    wrong.dedup();
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for wrong in wrong {
        let times = told.entry(wrong.split(' ').next().unwrap_or_default()).or_default();
        *times += 1;
        if *times <= 3 {
            println!("  WRONG {wrong}");
        }
    }
    assert_eq!(count, 0, "the list is wrong: {told:?}");
    let unlisted: Vec<&&str> = open.keys().filter(|act| !FORM_DECIDES.contains(act)).collect();
    assert!(unlisted.is_empty(), "acts that list no inputs: {unlisted:?}");
    let open_somewhere = |word| FORM_DECIDES.contains(&word) && open.contains_key(word);
    let never: Vec<&str> = Act::ALL
        .into_iter()
        .filter(|act| !act.opens_a_case())
        .map(Act::word)
        .filter(|word| !ready.contains_key(word) && !open_somewhere(*word))
        .collect();
    assert!(never.is_empty(), "never ready on any road: {never:?}");
}
