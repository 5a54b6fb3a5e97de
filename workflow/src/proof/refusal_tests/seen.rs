//! What each rule was seen to refuse, kept in `rulebook/guards.txt` and in `docs/rulebook.md`.
//! With `GUIJIA_WRITE_RULEBOOK` set both are written anew.

use std::io::Write;

use super::{eligibility, refusing, rows, shaken};
use crate::base::act::Act;
use crate::base::rule::Violation;
use crate::law::parts::PARTS;
use crate::rulebook::{Guarded, Guards, guards, page_with, written};

const GUARDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rulebook/guards.txt");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/rulebook.md");

/// Notes that these rules refused this.
pub fn note(seen: &mut Guards, guarded: Guarded, violations: &[Violation]) {
    for violation in violations {
        seen.entry(violation.rule.id.to_owned()).or_default().insert(guarded);
    }
}

fn seen() -> Guards {
    let mut seen = Guards::new();
    for row in rows() {
        let violations = row.attempt.refusal().map(|refusal| refusal.violations);
        note(&mut seen, row.attempt.guarded(), &violations.unwrap_or_default());
    }
    shaken::look(&mut seen);
    eligibility::look(&mut seen);
    seen
}

fn write(path: &str, text: &str) {
    let mut options = std::fs::OpenOptions::new();
    let file = options.write(true).create(true).truncate(true).open(path);
    file.expect("the file opens").write_all(text.as_bytes()).expect("the file is written");
}

#[test]
fn the_rulebook_says_of_each_rule_what_it_was_seen_to_guard() {
    let seen = seen();
    if std::env::var_os("GUIJIA_WRITE_RULEBOOK").is_some() {
        write(GUARDS, &written(&seen));
        write(PAGE, &page_with(&seen));
        return;
    }
    let kept = guards();
    let of = |guards: &Guards, rule: &str| guards.get(rule).cloned().unwrap_or_default();
    for rule in refusing() {
        let (seen, kept) = (of(&seen, rule), of(&kept, rule));
        let words = |some: &mut dyn Iterator<Item = &Guarded>| {
            some.map(|guarded| guarded.word()).collect::<Vec<_>>()
        };
        let more = words(&mut seen.difference(&kept));
        let fewer = words(&mut kept.difference(&seen));
        assert!(
            more.is_empty() && fewer.is_empty(),
            "{rule} was seen to refuse also {more:?} and no longer {fewer:?}: run `make rulebook`"
        );
    }
    let text = std::fs::read_to_string(GUARDS).expect("guards.txt is checked in");
    assert!(text == written(&seen), "guards.txt is out of date: run `make rulebook`");
    let page = std::fs::read_to_string(PAGE).expect("docs/rulebook.md is checked in");
    assert!(page == page_with(&seen), "docs/rulebook.md is out of date: run `make rulebook`");
}

/// Proposal, approval and registration each test everything again, and acceptance what must hold by
/// then: jurisdiction, conditions, papers, and one adoption for one child.
#[test]
fn what_bars_a_proposal_bars_approval_and_registration_too() {
    let guards = guards();
    let mut gates = 0;
    // What follows a registration ends in acts of its own.
    let formation = PARTS.iter().filter(|part| part.file != "law/later");
    for rule in formation.flat_map(|part| part.rules) {
        let guarded = guards.get(rule.id).cloned().unwrap_or_default();
        let guards = |act| guarded.contains(&Guarded::Act(act));
        let tested_again = ["SEQ-1", "SEQ-2", "SEQ-3", "SEQ-4", "SEQ-5", "SEQ-6", "SEQ-16"];
        let sequence = rule.sequence.unwrap_or_default();
        if guards(Act::Propose) && tested_again.contains(&sequence) {
            gates += 1;
            let all = guards(Act::Approve) && guards(Act::Register);
            assert!(all, "{} bars a proposal and not what follows: {guarded:?}", rule.id);
            let by_then = ["SEQ-1", "SEQ-16"].contains(&sequence);
            assert!(!by_then || guards(Act::Accept), "{} bars no acceptance", rule.id);
        }
    }
    assert!(gates >= 60, "only {gates} gates");
}
