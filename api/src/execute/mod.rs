//! The write path: every act on every case goes through [`execute`], in one transaction.
//!
//! The first statement is a write to the case's key row, so that writers of one case queue. The
//! persons' rows are locked next where a rule crosses cases. Everything a decision needs is read
//! after that, decided by the law, and written; or nothing is.

mod command_data;
mod decision;
mod facts_now;
mod failure;
mod request;
#[cfg(test)]
pub(crate) mod tests;
pub mod time;
mod write;

use std::time::Duration;

use uuid::Uuid;
use workflow::rights::{Access as Right, Relation, may};
use workflow::{CaseId, decide};

pub use facts_now::facts_now;
pub use failure::{FACTOR_NOT_FRESH, Failure};
pub use request::{Outcome, Request, Target};

use crate::app::App;
use crate::store::asker::Asker;
use crate::store::cases::{self, History};
use crate::store::log::audit::AccessOutcome;
use crate::store::log::events::{self, Head};
use crate::store::log::idempotency::{self, Earlier, RepeatKey};
use crate::store::{Reader, StoreError, Transaction};
use decision::{Decision, decide_under_lock};
use write::{Considered, Written, write};

/// How often a transaction is tried when another writer was in the way.
const TRIES: u32 = 6;

/// Does an act, or refuses it and changes nothing.
pub async fn execute(app: &App, asker: &Asker, request: Request) -> Result<Outcome, Failure> {
    let request = request.in_one_way_of_writing();
    let mut tries = 1;
    loop {
        match attempt(app, asker, &request).await {
            Err(Failure::Store(error)) if is_worth_a_retry(&error) && tries < TRIES => {
                tokio::time::sleep(pause_after(tries)).await;
                tries += 1;
            }
            Ok(outcome) => return Ok(outcome),
            Err(failure) => {
                record_failure(app, asker, &request, &failure).await?;
                return Err(failure);
            }
        }
    }
}

/// A duplicate means that somebody else did the same at this moment: the next try sees it done.
fn is_worth_a_retry(error: &StoreError) -> bool {
    error.is_worth_a_retry() || matches!(error, StoreError::Duplicate)
}

/// Longer after each try, and never the same for two writers.
fn pause_after(tries: u32) -> Duration {
    let jitter = Uuid::new_v4().as_u128() % 20;
    Duration::from_millis(u64::from(tries) * 10 + u64::try_from(jitter).unwrap_or(0))
}

/// Asks whether an act on a case would be done, and locks and changes nothing: for acts whose data is
/// kept outside the database, so that a refusal leaves nothing there. What is answered holds for this
/// moment; the act itself is decided again under the lock.
pub async fn rehearse(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    request: &Request,
) -> Result<(), Failure> {
    let foreseen = foresee(app, asker, case_id, request).await;
    if let Err(failure) = &foreseen {
        record_failure(app, asker, request, failure).await?;
    }
    foreseen
}

async fn foresee(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    request: &Request,
) -> Result<(), Failure> {
    let reader = app.store.reader();
    let history = app.store.histories().read(reader, case_id).await?.ok_or(Failure::NotFound)?;
    check_right(asker, request, Some(&history))?;
    let digest = request.digest()?;
    let repeat = request.repeat_key(asker, &digest);
    if done_before(reader, repeat.as_ref()).await?.is_some() {
        return Ok(());
    }
    check_version(request, Some(&history))?;
    let facts = facts_now(app, asker, case_id, &history).await?;
    decide(&history.case, &request.command, &facts)?;
    Ok(())
}

async fn attempt(app: &App, asker: &Asker, request: &Request) -> Result<Outcome, Failure> {
    let digest = request.digest()?;
    let repeat = request.repeat_key(asker, &digest);
    let transaction = app.store.begin().await?;
    let considered = match consider(app, &transaction, asker, request, repeat.as_ref()).await {
        Err(failure) => {
            transaction.rollback().await;
            return Err(failure);
        }
        Ok(Consideration::DoneBefore(outcome)) => {
            transaction.rollback().await;
            asker.note(&app.store, Some(outcome.case_id), AccessOutcome::Done, &[]).await?;
            return Ok(outcome);
        }
        Ok(Consideration::ToDo(considered)) if request.validate => {
            transaction.rollback().await;
            let Considered { case_id, head, history, decision } = *considered;
            let version = history.as_ref().map_or(0, |history| history.case.version);
            let on = history.as_ref().map(|_| case_id);
            let before = history.as_ref().map(|history| history.case.clone());
            give_back(app, case_id, head, history);
            asker.note(&app.store, on, AccessOutcome::Read, &[]).await?;
            let events = decision.events;
            let entries = write::entries(asker, decision.facts.today, &events);
            let (after, _) = cases::fold_on(before, &entries)?;
            let notes = request.command.notes_once_done(&after, &decision.facts);
            return Ok(Outcome { case_id, version, events, notes, validated: true });
        }
        Ok(Consideration::ToDo(considered)) => *considered,
    };
    let Written { outcome, head, history, has_called } =
        write(app, &transaction, asker, &request.command, considered).await?;
    if let Some(key) = &repeat {
        idempotency::keep(&transaction, key, outcome.case_id, outcome.version).await?;
    }
    transaction.commit().await.map_err(StoreError::from)?;
    app.store.histories().keep(outcome.case_id, head, history);
    if has_called {
        app.work.notify_one();
    }
    if outcome.events.iter().any(|event| workflow::meaning(event).gives_or_voids_a_number) {
        app.sealing.notify_one();
    }
    Ok(outcome)
}

/// What an act comes to before anything of it is written.
enum Consideration {
    /// An earlier request with the same key did it.
    DoneBefore(Outcome),
    /// The law allows it.
    ToDo(Box<Considered>),
}

async fn consider(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    request: &Request,
    repeat: Option<&RepeatKey<'_>>,
) -> Result<Consideration, Failure> {
    let (case_id, head) = queue(transaction, request.target).await?;
    let history = match request.target {
        Target::New => None,
        Target::Case(_) => app.store.histories().under_lock(transaction, case_id, &head).await?,
    };
    match decide_on(app, transaction, asker, request, repeat, case_id, &history).await {
        Ok(Decided::Now(decision)) => {
            let considered = Considered { case_id, head, history, decision: *decision };
            Ok(Consideration::ToDo(Box::new(considered)))
        }
        Ok(Decided::Before(outcome)) => {
            give_back(app, case_id, head, history);
            Ok(Consideration::DoneBefore(outcome))
        }
        Err(failure) => {
            give_back(app, case_id, head, history);
            Err(failure)
        }
    }
}

/// Keeps a case of which nothing was written.
fn give_back(app: &App, case_id: CaseId, head: Head, history: Option<History>) {
    if let Some(history) = history {
        app.store.histories().keep(case_id, head, history);
    }
}

/// When a request was decided.
enum Decided {
    /// Earlier, under the same key.
    Before(Outcome),
    /// Now, and the law allows it.
    Now(Box<Decision>),
}

async fn decide_on(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    request: &Request,
    repeat: Option<&RepeatKey<'_>>,
    case_id: CaseId,
    history: &Option<History>,
) -> Result<Decided, Failure> {
    check_right(asker, request, history.as_ref())?;
    if let Some(outcome) = done_before(transaction, repeat).await? {
        return Ok(Decided::Before(outcome));
    }
    check_version(request, history.as_ref())?;
    let decision = decide_under_lock(app, transaction, asker, request, case_id, history).await?;
    Ok(Decided::Now(Box::new(decision)))
}

/// The first statement: a write to the key row of the case.
async fn queue(transaction: &Transaction, target: Target) -> Result<(CaseId, Head), Failure> {
    match target {
        Target::New => {
            let case_id = CaseId(Uuid::new_v4());
            Ok((case_id, events::begin_chain(transaction, case_id).await?))
        }
        Target::Case(case_id) => {
            let head = events::lock(transaction, case_id).await?.ok_or(Failure::NotFound)?;
            Ok((case_id, head))
        }
    }
}

async fn done_before(
    reader: &impl Reader,
    key: Option<&RepeatKey<'_>>,
) -> Result<Option<Outcome>, Failure> {
    let Some(key) = key else { return Ok(None) };
    match idempotency::find(reader, key).await? {
        Earlier::None => Ok(None),
        Earlier::Other => Err(Failure::KeyReused),
        Earlier::Same { case_id, version } => {
            let (events, notes) = (Vec::new(), Vec::new());
            Ok(Some(Outcome { case_id, version, events, notes, validated: false }))
        }
    }
}

fn check_right(asker: &Asker, request: &Request, history: Option<&History>) -> Result<(), Failure> {
    let relation = match history {
        Some(history) => asker.relation(&history.case),
        None => Relation::NONE,
    };
    match may(&asker.roles, relation, request.command.act().into()) {
        Right::Allowed => Ok(()),
        Right::Forbidden => Err(Failure::Forbidden),
        Right::Hidden => Err(Failure::NotFound),
    }
}

fn check_version(request: &Request, history: Option<&History>) -> Result<(), Failure> {
    let Some(history) = history else {
        return Ok(());
    };
    match request.expected_version {
        None => Err(Failure::VersionRequired),
        Some(expected) if has_seen(history, expected) => Ok(()),
        Some(_) => Err(Failure::Stale { current: history.case.version }),
    }
}

/// Whether who has seen this version has seen all that anybody did since. What time alone brought
/// makes no view stale: nobody decided it, and it changes nothing that a person would decide on.
fn has_seen(history: &History, expected: u32) -> bool {
    let seen = usize::try_from(expected).unwrap_or(usize::MAX);
    let since = history.entries.get(seen..);
    expected > 0
        && since.is_some_and(|since| {
            since.iter().all(|entry| workflow::meaning(&entry.event).is_of_time)
        })
}

/// The attempt is logged in a transaction of its own, after its own has rolled back.
async fn record_failure(
    app: &App,
    asker: &Asker,
    request: &Request,
    failure: &Failure,
) -> Result<(), StoreError> {
    let Some(outcome) = failure.access_outcome() else {
        return Ok(());
    };
    let case_id = match request.target {
        Target::New => None,
        Target::Case(case_id) => Some(case_id),
    };
    // Whoever only asked attempted nothing.
    if request.validate && outcome == AccessOutcome::Refused {
        return asker.note(&app.store, case_id, AccessOutcome::Read, &[]).await;
    }
    // Why an approval was refused is between the leader and the case: a row that named the rule would
    // tell whoever reads the log that a gift touches the family (SEQ-14).
    let confidential = request.command.refusal_is_confidential();
    let rules = if confidential { Vec::new() } else { failure.rules() };
    asker.note(&app.store, case_id, outcome, &rules).await
}
