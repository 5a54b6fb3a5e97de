//! Operations on no case, each with a table of its own of who may, and the lists of cases.

use std::collections::BTreeSet;

use serde_json::Value;
use workflow::Role;
use workflow::rights::{Access, Action};

use super::Matrix;
use super::asking::{ask, entries};
use super::callers;
use super::on_cases::STALE;
use super::operations::{Described, OFFICE_OPERATIONS, PUBLIC_OPERATIONS};
use super::places::{Place, UNKNOWN};
use crate::support::{Answer, Person};

/// What a family reads of its case.
const FAMILY_PAGE: &str = "read_family_case";

impl Matrix<'_> {
    /// Asks for an operation on no case in everybody's name.
    pub async fn in_the_office(&mut self, operation: &Described) {
        let place = Place {
            name: "the office",
            case: UNKNOWN.to_owned(),
            tie: None,
            document: String::new(),
        };
        let public = PUBLIC_OPERATIONS.iter().find(|(id, _)| *id == operation.id);
        let public = public.map(|(_, statuses)| *statuses);
        for credential in self.worthless {
            let answer = ask(self.office, operation, credential, &place, STALE).await;
            let cell = format!("{} by {}", operation.id, credential.name);
            self.note(&credential.name, &cell, &answer, public.unwrap_or(&[401]));
            self.expect_no_case(&answer, &cell).await;
        }
        let known = OFFICE_OPERATIONS.iter().find(|known| known.id == operation.id);
        assert!(public.is_some() != known.is_some(), "{}: who may is said once", operation.id);
        for role in Role::ALL {
            // Signing out ends the session, so nobody does it with the one that is used elsewhere.
            let credential = match operation.id.as_str() {
                "end_session" | "end_all_sessions" | "end_other_sessions" => {
                    callers::of_new_session(self.office, role).await
                }
                _ => callers::of_role(self.office, role).await,
            };
            let answer = ask(self.office, operation, &credential, &place, STALE).await;
            let cell = format!("{} by {}", operation.id, credential.name);
            let allowed = known.filter(|known| known.roles.contains(&role));
            let allowed = [allowed.map_or(403, |known| known.allowed)];
            self.note(&credential.name, &cell, &answer, public.unwrap_or(&allowed));
            self.expect_no_case(&answer, &cell).await;
        }
        if public.is_none() {
            self.bound_families(operation, &place).await;
        }
    }

    /// A family that is bound to a case may in the office what any family may, and beside that reads
    /// the page of its case.
    async fn bound_families(&mut self, operation: &Described, place: &Place) {
        // Signing out would end the sessions that are used elsewhere.
        let ends = ["end_session", "end_all_sessions", "end_other_sessions"];
        if ends.contains(&operation.id.as_str()) {
            return;
        }
        let known = OFFICE_OPERATIONS.iter().find(|known| known.id == operation.id);
        let known = known.filter(|known| known.roles.contains(&Role::Family));
        let callers = self.callers;
        for caller in callers.iter().filter(|caller| caller.case.is_some()) {
            let answer = ask(self.office, operation, &caller.credential, place, STALE).await;
            let cell = format!("{} by {}", operation.id, caller.credential.name);
            if operation.id != FAMILY_PAGE {
                let allowed = [known.map_or(403, |known| known.allowed)];
                self.note(&caller.credential.name, &cell, &answer, &allowed);
                self.expect_no_case(&answer, &cell).await;
                continue;
            }
            let case = caller.case.as_deref().unwrap_or_default();
            let (status, outcome) =
                if case == UNKNOWN { (401, "not_found") } else { (200, "read") };
            self.note(&caller.credential.name, &cell, &answer, &[status]);
            let entries = entries(&self.database, &answer).await;
            self.logged += entries.len();
            let expected = vec![format!("{FAMILY_PAGE} {case} {outcome}")];
            let right = entries == expected;
            self.expect(right, &cell, || format!("logged as {entries:?}, not {expected:?}"));
        }
    }

    /// What touches no case says nothing of one in the access log, but of the one that was asked for.
    async fn expect_no_case(&mut self, answer: &Answer, cell: &str) {
        let entries = entries(&self.database, answer).await;
        self.logged += entries.len();
        let names_a_case =
            entries.iter().any(|entry| !entry.contains("  ") && !entry.contains(UNKNOWN));
        self.expect(!names_a_case, cell, || format!("logged as {entries:?}"));
    }

    /// The ledger and the list of deadlines show to each role the cases it may read, and no other.
    pub async fn look_through_lists(&mut self) {
        for role in Role::ALL {
            let person = Person::of(role.word());
            let readable: BTreeSet<&str> = self
                .places
                .iter()
                .filter(|place| place.right(role, Action::ReadCase) == Access::Allowed)
                .map(|place| place.case.as_str())
                .collect();
            let ledger = self.office.read(person, "/v1/cases").await;
            let deadlines = self.office.read(person, "/v1/deadlines").await;
            let listed = cases_of(&ledger["cases"]);
            let cell = format!("the ledger of {}", role.word());
            self.expect(listed == readable, &cell, || format!("{listed:?}, not {readable:?}"));
            let work = self.office.read(person, "/v1/worklist?group=others").await;
            let rows = work["groups"][0]["rows"].as_array().into_iter().flatten();
            let work = rows.filter_map(|row| row["case"]["case_id"].as_str()).collect();
            self.expect(readable.is_superset(&work), &cell, || format!("a worklist of {work:?}"));
            let due = cases_of(&deadlines["deadlines"]);
            self.expect(due.is_subset(&readable), &cell, || format!("deadlines of {due:?}"));
        }
    }
}

fn cases_of(lines: &Value) -> BTreeSet<&str> {
    lines.as_array().into_iter().flatten().filter_map(|line| line["case_id"].as_str()).collect()
}
