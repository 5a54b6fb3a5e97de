//! What the tests hear and make fail: the n-th statement from now, in the way of a full disk, of a disk that
//! fails, or of a connection that is lost. Only in the tests.

use std::sync::{Mutex, PoisonError};

use sea_orm::DbErr;

use crate::store::StoreError;
use crate::store::connection::line::Line;

/// What will fail.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    plan: Mutex<Option<Plan>>,
    /// The statements since somebody began to listen.
    heard: Mutex<Option<Vec<String>>>,
}

#[derive(Debug)]
struct Plan {
    /// How many statements still go well.
    spared: u32,
    fault: StoreError,
    struck: bool,
}

impl Faults {
    /// Listens to every statement from now on.
    pub(crate) fn listen(&self) {
        *self.heard.lock().unwrap_or_else(PoisonError::into_inner) = Some(Vec::new());
    }

    /// The statements that were heard.
    pub(crate) fn heard(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner).take();
        heard.expect("somebody listened")
    }

    /// Hears a statement.
    pub(in crate::store) fn hear(&self, text: &str) {
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(heard) = heard.as_mut() {
            heard.push(text.to_owned());
        }
    }

    /// Makes the statement after so many fail, and every later one, as a full disk would.
    pub(crate) fn plan(&self, spared: u32, fault: StoreError) {
        *self.plan.lock().unwrap_or_else(PoisonError::into_inner) =
            Some(Plan { spared, fault, struck: false });
    }

    /// Ends a fault planned beyond all statements, and says how many there were.
    pub(crate) fn counted(&self) -> u32 {
        let plan = self.plan.lock().unwrap_or_else(PoisonError::into_inner).take();
        plan.map_or(0, |plan| u32::MAX - plan.spared)
    }

    /// Ends the fault, and says whether it struck.
    pub(crate) fn end(&self) -> bool {
        let plan = self.plan.lock().unwrap_or_else(PoisonError::into_inner).take();
        plan.is_some_and(|plan| plan.struck)
    }

    /// The fault of the statement that comes now.
    pub(in crate::store) fn strike(&self) -> Option<StoreError> {
        let mut plan = self.plan.lock().unwrap_or_else(PoisonError::into_inner);
        let plan = plan.as_mut()?;
        if plan.spared > 0 {
            plan.spared -= 1;
            return None;
        }
        plan.struck = true;
        Some(plan.fault.clone())
    }

    /// What the fault does to a connection: SQLite ends a transaction by itself.
    pub(in crate::store) async fn break_line(&self, line: &mut Line, fault: StoreError) -> DbErr {
        if fault.keeps_from_writing() && line.is_embedded() {
            line.run("ROLLBACK").await.expect("a transaction to end");
        }
        fault.carried()
    }

    /// A commit fails in two ways: before it was done, or when the answer is lost.
    pub(in crate::store) async fn commit(&self, line: &mut Line) -> Result<(), DbErr> {
        if let Some(fault) = self.strike() {
            return Err(self.break_line(line, fault).await);
        }
        let done = line.commit().await;
        match self.strike() {
            Some(fault) => Err(fault.carried()),
            None => done,
        }
    }
}
