//! Operations on a case, asked for by everybody on every case.

use reqwest::Method;
use workflow::rights::{Access, Action};

use super::Matrix;
use super::asking::{ask, entries, headers};
use super::callers::Caller;
use super::operations::{Described, case_action};
use super::places::{Place, version};
use crate::support::Answer;

/// A version no case of the tests reaches: who may do an act hears that it is stale, and nothing is
/// changed by asking.
pub const STALE: &str = "\"9999\"";

impl Matrix<'_> {
    /// Asks for an operation in everybody's name.
    pub async fn ask_for(&mut self, operation: &Described) {
        match case_action(&operation.id) {
            Some(action) => {
                self.strangers(operation, false).await;
                for caller in self.callers {
                    self.caller_on_every_case(operation, action, caller).await;
                }
            }
            None => self.in_the_office(operation).await,
        }
    }

    /// Those whose token is worth nothing hear the same everywhere, and no case is touched. Who they are is found out before
    /// the case is, so each of them is at one place, or where everything is tested `everywhere`.
    pub async fn strangers(&mut self, operation: &Described, everywhere: bool) {
        let places = self.places;
        for (number, credential) in self.worthless.iter().enumerate() {
            let own = number % places.len();
            for place in if everywhere { places } else { &places[own..=own] } {
                let answer = ask(self.office, operation, credential, place, STALE).await;
                let cell = format!("{} by {} on {}", operation.id, credential.name, place.name);
                self.note(&credential.name, &cell, &answer, &[401]);
                let entries = entries(&self.database, &answer).await;
                self.expect(entries.is_empty(), &cell, || format!("it was logged: {entries:?}"));
            }
        }
    }

    /// The status, the bytes where the case is hidden, and the row of the access log.
    async fn caller_on_every_case(
        &mut self,
        operation: &Described,
        action: Action,
        caller: &Caller,
    ) {
        let nowhere = self.places.last().expect("a place");
        let unknown = ask(self.office, operation, &caller.credential, nowhere, STALE).await;
        self.logged += entries(&self.database, &unknown).await.len();
        for place in self.places {
            let answer = ask(self.office, operation, &caller.credential, place, STALE).await;
            let name = &caller.credential.name;
            let cell = format!("{} by {name} on {}", operation.id, place.name);
            let right = place.right(caller.role, action);
            let (status, outcome) = match (right, operation.method == Method::GET, action) {
                (Access::Hidden, ..) => (404, "not_found"),
                (Access::Forbidden, ..) => (403, "forbidden"),
                // No case here has a file of evidence.
                (Access::Allowed, true, _) if operation.id == "read_evidence" => (404, "read"),
                (Access::Allowed, true, _) | (Access::Allowed, _, Action::PrintDocument) => {
                    (200, "read")
                }
                (Access::Allowed, false, _) => (409, "stale"),
            };
            self.note(name, &cell, &answer, &[status]);
            if right == Access::Hidden {
                let same = answer.bytes == unknown.bytes && headers(&answer) == headers(&unknown);
                self.expect(same, &cell, || format!("not like no case: {}", answer.text()));
            }
            self.expect_row(operation, place, &answer, outcome, &cell).await;
        }
    }

    /// Acts on the version the case has, by those who may: each is done or refused, and the log says
    /// which.
    pub async fn act_on_the_version_there_is(&mut self, operation: &Described) {
        let action = case_action(&operation.id).filter(|_| operation.takes_version);
        let Some(action) = action else { return };
        let places = self.places.iter().filter(|place| place.tie.is_some());
        for (place, caller) in
            places.flat_map(|place| self.callers.iter().map(move |one| (place, one)))
        {
            if place.right(caller.role, action) != Access::Allowed {
                continue;
            }
            let version = format!("\"{}\"", version(&self.database, &place.case).await);
            let answer = ask(self.office, operation, &caller.credential, place, &version).await;
            let name = &caller.credential.name;
            let cell = format!("{} by {name} on {} as it is", operation.id, place.name);
            self.note(name, &cell, &answer, &[200, 422]);
            let outcome = if answer.status.is_success() { "done" } else { "refused" };
            self.expect_row(operation, place, &answer, outcome, &cell).await;
        }
    }

    /// One row says who asked for what on which case and how it ended.
    async fn expect_row(
        &mut self,
        operation: &Described,
        place: &Place,
        answer: &Answer,
        outcome: &str,
        cell: &str,
    ) {
        let expected = vec![format!("{} {} {outcome}", operation.id, place.case)];
        let entries = entries(&self.database, answer).await;
        self.logged += entries.len();
        let right = entries == expected;
        self.expect(right, cell, || format!("logged as {entries:?}, not {expected:?}"));
    }
}
