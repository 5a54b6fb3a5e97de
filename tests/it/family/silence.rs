//! What no page may hold: the giving side, claimants, incidents, opinions, findings, other people's words.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::Value;

/// Parts of a case that are not the family's to read.
const HIDDEN: [&str; 11] = [
    "placer",
    "claims",
    "incidents",
    "checks",
    "assessment",
    "inquiries",
    "guidance",
    "proposal",
    "approval",
    "notice",
    "visits",
];

/// What of the child belongs to its time before the adoption.
const BEFORE: [&str; 6] =
    ["name", "found_at", "entry_number", "features", "address", "resident_id"];

/// Every text of the whole case that a page may not hold.
pub fn secrets(case: &Value) -> BTreeSet<String> {
    let mut secrets = BTreeSet::new();
    HIDDEN.iter().for_each(|part| collect(&case[part], &mut secrets));
    BEFORE.iter().for_each(|part| collect(&case["child"][part], &mut secrets));
    collect(&case["reason"], &mut secrets);
    // The officer in charge is named on the papers the family holds, and may have done more than that.
    let officer = case["officer"].to_string();
    let family = case["adopters"].to_string();
    let tells = |text: &String| {
        let is_word = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let is_day = text.parse::<NaiveDate>().is_ok();
        // An answer of one word is everybody's.
        let is_short = text.chars().count() < 3 || text == "知道。";
        !is_word
            && !is_day
            && !is_short
            && !officer.contains(text.as_str())
            && !family.contains(text.as_str())
    };
    secrets.retain(tells);
    assert!(!secrets.is_empty(), "a case has secrets");
    secrets
}

fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(members) => members.iter().for_each(|member| collect(member, found)),
        Value::Object(members) => members.values().for_each(|member| collect(member, found)),
        _ => {}
    }
}

/// The secrets that an answer holds.
pub fn told<'a>(answer: &str, secrets: &'a BTreeSet<String>) -> Vec<&'a String> {
    secrets.iter().filter(|secret| answer.contains(secret.as_str())).collect()
}
