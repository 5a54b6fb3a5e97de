//! What each rule guards. Nobody writes it down by hand: the tests of refusals gather at which acts
//! each rule refuses, and `guards.txt` keeps what they saw.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::act::Act;
use crate::donation::LedgerAct;

const SEEN: &str = include_str!("guards.txt");

/// Something a rule may refuse, or find against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guarded {
    /// An act of a case.
    Act(Act),
    /// An entry in the ledger of gifts, or its review.
    Ledger(LedgerAct),
    /// The eligibility check: what the rule finds there bars the adoption or sends it elsewhere.
    EligibilityCheck,
}

impl Guarded {
    /// Its word, as `guards.txt` and the rulebook write it.
    pub fn word(self) -> &'static str {
        match self {
            Guarded::Act(act) => act.word(),
            Guarded::Ledger(act) => act.word(),
            Guarded::EligibilityCheck => "check_eligibility",
        }
    }

    /// What the field calls it.
    pub fn printed(self) -> &'static str {
        match self {
            Guarded::Act(act) => act.printed(),
            Guarded::Ledger(act) => act.printed(),
            Guarded::EligibilityCheck => "收养条件自查",
        }
    }

    /// What a word stands for.
    pub fn named(word: &str) -> Option<Guarded> {
        let of_cases = Act::ALL.into_iter().map(Guarded::Act);
        let of_gifts = LedgerAct::ALL.into_iter().map(Guarded::Ledger);
        let all = of_cases.chain(of_gifts).chain([Guarded::EligibilityCheck]);
        all.into_iter().find(|guarded| guarded.word() == word)
    }
}

/// Of each rule, by its identifier, what it was seen to refuse.
pub type Guards = BTreeMap<String, BTreeSet<Guarded>>;

/// What each rule guards.
pub fn guards() -> Guards {
    parse(SEEN)
}

fn parse(text: &str) -> Guards {
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    lines.map(|(rule, words)| (rule.to_owned(), all_named(words))).collect()
}

fn all_named(words: &str) -> BTreeSet<Guarded> {
    words.split(' ').filter_map(Guarded::named).collect()
}

/// The text of `guards.txt` for what was seen.
#[cfg(test)]
pub fn written(seen: &Guards) -> String {
    let lines = seen.iter().map(|(rule, guarded)| {
        let words: Vec<&str> = guarded.iter().map(|guarded| guarded.word()).collect();
        format!("{rule}: {}\n", words.join(" "))
    });
    lines.collect()
}
