//! The eligibility check: the fact sheets with known answers, and each value of them shaken. A rule that
//! is found there bars or routes; a sheet that does not fit together is refused as a form.

use std::collections::BTreeSet;

use serde_json::Value;

use super::seen::note;
use super::shaken::variants;
use crate::base::open_points::OpenPoints;
use crate::base::rule::Rule;
use crate::law::parts::rulebook;
use crate::public::eligibility::{FactSheet, Finding, check};
use crate::rulebook::{Guarded, Guards};

/// The names the check may find, which its callers rely on.
const NAMES: [&str; 21] = [
    "CC-1093",
    "CC-1094.3",
    "CC-1095",
    "CC-1096",
    "CC-1097",
    "CC-1098.1",
    "CC-1098.2",
    "CC-1098.3",
    "CC-1098.4",
    "CC-1098.5",
    "CC-1100.1",
    "CC-1101",
    "CC-1102",
    "CC-1103",
    "CC-1104",
    "CC-1108",
    "D159-4",
    "FOR-2",
    "FOR-2024",
    "HMT-2",
    "REG-4",
];

/// The sheets with known answers.
fn known() -> Vec<Value> {
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/it/eligibility/cases");
    let entries = std::fs::read_dir(cases).expect("the known sheets");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a sheet").path()).collect();
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).expect("its text"));
    let cases = texts.map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
    cases.map(|mut case| case["facts"].take()).collect()
}

/// Looks at all of it, and answers with the names of what was found.
pub fn look(seen: &mut Guards) -> BTreeSet<&'static str> {
    let (points, rules) = (OpenPoints::default(), rulebook());
    let mut names = BTreeSet::new();
    for sheet in known() {
        for shaken in variants(&sheet).into_iter().chain([sheet.clone()]) {
            // What has no such form never reaches the check.
            let Ok(sheet) = serde_json::from_value::<FactSheet>(shaken) else { continue };
            match sheet.sound() {
                Err(refusal) => note(seen, Guarded::EligibilityCheck, &refusal.violations),
                Ok(sound) => {
                    for finding in check(&sound, &points, |zh, _| zh).findings {
                        let speaks = rules.iter().filter(|rule| is_of(rule, &finding));
                        for rule in speaks {
                            let guarded = seen.entry(rule.id.to_owned()).or_default();
                            guarded.insert(Guarded::EligibilityCheck);
                        }
                        names.insert(finding.rule);
                    }
                }
            }
        }
    }
    names
}

/// A finding is called by its rule, or by the article the rule belongs to and then told from others in
/// its own words.
fn is_of(rule: &Rule, finding: &Finding) -> bool {
    rule.id == finding.rule || (rule.citation, rule.zh) == (finding.citation, finding.message)
}

#[test]
fn the_check_finds_every_rule_it_is_to_ask_and_no_other() {
    let mut seen = Guards::new();
    assert_eq!(look(&mut seen), BTreeSet::from(NAMES));
    let of_place = seen.keys().filter(|rule| rule.starts_with("REG-4."));
    assert_eq!(of_place.count(), 7, "each kind of child has its own competent office");
}
