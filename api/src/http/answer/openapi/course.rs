//! The description in the order in which a case goes: groups of operations, and paths within them.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};
use workflow::Act;

use super::acts::act_of;

/// A part of the way of a case: its name, what it is, and the first of its acts. It has those of the
/// list up to the next one's first.
const PARTS: [(&str, &str, Act); 10] = [
    ("Application", "申请、审查与受理 Application, papers and acceptance", Act::Apply),
    ("Notice", "公告与认领 Public notice and claims", Act::PublishNotice),
    ("Assessment", "评估与融合 Assessment and integration", Act::NotifyAssessment),
    ("Hearing", "询问、同意与指导 Inquiries, consents and guidance", Act::Inquire),
    ("Changes", "变更与送达 Changes, mandates and service", Act::ChangeFact),
    ("Decision", "报批与批准 Proposal and approval", Act::Propose),
    ("Registration", "登记与颁证 Registration and issue", Act::Register),
    ("Archive", "归档、查阅与回访 Archive, readings and visits", Act::Archive),
    ("Ending", "不予登记与撤回 Refusal and withdrawal", Act::Refuse),
    ("LaterProcedures", "登记以后 Procedures after a registration", Act::OpenDissolution),
];

/// The other groups, before and after the way of a case. One that is named nowhere comes last.
const BEFORE: [&str; 4] = ["SignIn", "People", "Eligibility", "Cases"];
const AFTER: [&str; 4] = ["Family", "Donations", "Service", "Practice"];

/// Puts an act into the part of the way to which it belongs.
pub(super) fn place(operation: &mut Value) {
    let Some(act) = act_of(operation) else { return };
    let part = PARTS.iter().rev().find(|(_, _, first)| *first <= act);
    if let (Some((name, ..)), Some(operation)) = (part, operation.as_object_mut()) {
        operation.insert("tags".to_owned(), json!([name]));
    }
}

/// Lists the groups in the order of the way.
pub(super) fn list_groups(document: &mut Value) {
    let mut groups = document["tags"].as_array().cloned().unwrap_or_default();
    groups.extend(PARTS.map(|(name, what, _)| json!({ "name": name, "description": what })));
    let parts = PARTS.map(|(name, ..)| name);
    let order: Vec<&str> = BEFORE.into_iter().chain(parts).chain(AFTER).collect();
    groups.sort_by_key(|group| place_in(&order, group["name"].as_str()));
    document["tags"] = groups.into();
}

fn place_in(order: &[&str], name: Option<&str>) -> usize {
    order.iter().position(|known| Some(*known) == name).unwrap_or(order.len())
}

/// The description as it is written: its paths in the order of the way, not of the alphabet.
#[derive(Debug, Clone, Copy)]
pub struct InOrder<'a>(pub &'a Value);

impl fmt::Display for InOrder<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = serde_json::to_string(self).map_err(|_| fmt::Error)?;
        formatter.write_str(&text)
    }
}

/// The paths of a description, in order.
struct Paths<'a>(Vec<(&'a String, &'a Value)>);

impl Serialize for InOrder<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut written = serializer.serialize_map(None)?;
        for key in ["openapi", "info", "servers", "tags", "paths", "components"] {
            match self.0.get(key) {
                Some(_) if key == "paths" => written.serialize_entry(key, &paths(self.0))?,
                Some(part) => written.serialize_entry(key, part)?,
                None => {}
            }
        }
        written.end()
    }
}

impl Serialize for Paths<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

fn paths(document: &Value) -> Paths<'_> {
    let groups = document["tags"].as_array().into_iter().flatten();
    let order: Vec<&str> = groups.filter_map(|group| group["name"].as_str()).collect();
    let paths = document["paths"].as_object().into_iter().flatten();
    let mut paths: Vec<_> = paths.collect();
    paths.sort_by_cached_key(|(path, item)| {
        let operations = item.as_object().into_iter().flat_map(|item| item.values());
        let first = operations.map(|operation| {
            let group = place_in(&order, operation["tags"][0].as_str());
            (group, act_of(operation).map_or(usize::MAX, |act| act as usize))
        });
        (first.min(), (*path).clone())
    });
    Paths(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_paths_go_the_way_of_a_case_and_none_is_lost() {
        let document = crate::http::document().expect("described");
        let written = InOrder(&document).to_string();
        let read: Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(read, document);
        let place = |path: &str| written.find(&format!("\"/v1/{path}\":")).expect("a path");
        let way = [
            "sign-in",
            "cases",
            "cases/{case}/acceptance",
            "cases/{case}/public-notice",
            "cases/{case}/assessment/report",
            "cases/{case}/inquiries",
            "cases/{case}/proposal",
            "cases/{case}/registration",
            "cases/{case}/archive",
            "dissolutions",
            "cases/{case}/dissolution",
        ];
        let places = way.map(place);
        assert!(places.is_sorted(), "{places:?}");
    }

    #[test]
    fn every_group_has_its_place() {
        let document = crate::http::document().expect("described");
        let groups = document["tags"].as_array().expect("groups");
        let order: Vec<&str> =
            BEFORE.into_iter().chain(PARTS.map(|(name, ..)| name)).chain(AFTER).collect();
        let unplaced =
            groups.iter().filter(|group| place_in(&order, group["name"].as_str()) == order.len());
        assert_eq!(unplaced.collect::<Vec<_>>(), Vec::<&Value>::new());
        assert!(PARTS.is_sorted_by_key(|(_, _, first)| *first));
    }
}
