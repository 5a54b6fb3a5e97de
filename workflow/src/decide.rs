//! Answers a command with events, or with a refusal that lists every rule broken.

use crate::base::act::Act;
use crate::base::act_list::for_each_act;
use crate::base::message::Message;
use crate::base::rule::{Refusal, Violation};
use crate::case::Case;
use crate::command::Command;
use crate::facts::Facts;
use crate::law::donation::is_not_recused;
use crate::law::input::DAY;
use crate::law::kinds::NOT_OF_THIS_KIND;
use crate::law::registration::printable;
use crate::law::sequence::must_be_in;
use crate::procedures::has;
use crate::steps::apply::Apply;
use crate::steps::{CaseStep, Decision, NumberedStep, OpeningStep};

/// Decides a command that opens a case.
///
/// # Errors
/// The refusal with every rule broken.
pub fn decide_application(command: &Apply, facts: &Facts) -> Decision {
    together(printable(facts), command.decide(facts))
}

/// Decides a command that opens a case, whatever the procedure. None if it opens none.
pub fn decide_opening(command: &Command, facts: &Facts) -> Option<Decision> {
    decide_opening_step(command, facts).map(|decision| together(printable(facts), decision))
}

/// Decides a command on a case that exists.
///
/// # Errors
/// The refusal with every rule broken, each with its article.
pub fn decide(case: &Case, command: &Command, facts: &Facts) -> Decision {
    let mut violations = printable(facts);
    violations.extend(day_has_come(case, facts));
    if let Some(lacks) = lacks(case, command.act()) {
        violations.push(Violation { is_of_case: true, ..lacks });
        return Err(Refusal { violations });
    }
    violations.extend(is_not_recused(case, command.act(), facts));
    together(violations, decide_step(case, command, facts))
        .map_err(|refusal| refusal.told_apart(&gates(case, command.act(), facts)))
}

/// What every act must meet, added to what the step itself found.
fn together(mut violations: Vec<Violation>, decision: Decision) -> Decision {
    match decision {
        Ok(events) => Refusal::unless_none(violations).map(|()| events),
        Err(refusal) => {
            violations.extend(refusal.violations);
            Err(Refusal { violations })
        }
    }
}

/// The decision of a step on a case. A second application in an existing case is the same act out of its
/// order.
macro_rules! decided {
    (new $data:ident, $case:ident, [], $facts:ident) => {{
        let _ = $data;
        Refusal::unless_none(must_be_in($case, &[]))?;
        Ok(Vec::new())
    }};
    (case $data:ident, $case:ident, [$($number:ident)?], $facts:ident) => {
        $data.decide($case, $(*$number,)? $facts)
    };
}

/// The decision of a step that opens a case.
macro_rules! opened {
    (new $data:ident, $facts:ident) => {
        Some($data.decide($facts))
    };
    (case $data:ident, $facts:ident) => {{
        let _ = $data;
        None
    }};
}

macro_rules! decisions {
    ($( $(#[$summary:meta])* $kind:ident $act:ident($module:ident::$data:ident)
        $([$number:ident: $type:ty])? $(=> $path:tt $operation:tt)?; )*) => {
        fn decide_step(case: &Case, command: &Command, facts: &Facts) -> Decision {
            match command {
                $(Command::$act($($number,)? data) => {
                    decided!($kind data, case, [$($number)?], facts)
                })*
            }
        }

        fn decide_opening_step(command: &Command, facts: &Facts) -> Option<Decision> {
            match command {
                $(Command::$act(.., data) => opened!($kind data, facts),)*
            }
        }
    };
}

for_each_act!(decisions);

/// The legal day never goes back within a case: a clock that was set back decides nothing.
fn day_has_come(case: &Case, facts: &Facts) -> Option<Violation> {
    (facts.today < case.last_on).then(|| {
        let days = [("last", case.last_on)];
        DAY.broken_with(Message::with_days(
            "本件最近一次办理在{last}",
            "the newest act of this case was on {last}",
            days,
        ))
    })
}

/// What stands in the way of an act whatever its data: empty when it is possible now.
pub fn gates(case: &Case, act: Act, facts: &Facts) -> Vec<Violation> {
    if let Some(lacks) = lacks(case, act) {
        return vec![lacks];
    }
    let mut violations: Vec<Violation> = day_has_come(case, facts).into_iter().collect();
    violations.extend(is_not_recused(case, act, facts));
    violations.extend(act.gates(case, facts));
    violations
}

/// The refusal of an act that the procedure does not have (规范 art. 48).
fn lacks(case: &Case, act: Act) -> Option<Violation> {
    if act.opens_a_case() || has(case.procedure, act) {
        return None;
    }
    let procedure = case.procedure;
    Some(NOT_OF_THIS_KIND.broken_because(
        format!("{}程序没有{}", procedure.printed(), act.printed()),
        format!("{} has no {}", procedure.word(), act.word()),
    ))
}
