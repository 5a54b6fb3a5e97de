//! The write path: every act on every case goes through [`execute`], in one transaction.
//!
//! The first statement is a write to the case's key row, so that writers of one case queue. The
//! persons' rows are locked next where a rule crosses cases. Everything a decision needs is read
//! after that, decided by the law, and written; or nothing is.

mod command_data;
mod failure;
#[cfg(test)]
mod tests;

use std::time::Duration;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use workflow::access::{Access as Right, Relation, may};
use workflow::event::Entry;
use workflow::{Case, CaseId, Command, Event, Facts, decide, decide_application};

pub use failure::Failure;

use crate::access::Asker;
use crate::app::App;
use crate::clock::{Instant, now};
use crate::store::audit::AccessOutcome;
use crate::store::cases::{self, History};
use crate::store::events::{self, Act, Head};
use crate::store::idempotency::{self, Earlier, RepeatKey};
use crate::store::persons::{self, Persons};
use crate::store::projection::{Projector, Rows};
use crate::store::{StoreError, Transaction, calendar, documents, facts, office};

/// The case an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A case that the act opens.
    New,
    /// A case that exists.
    Case(CaseId),
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// On which case.
    pub target: Target,
    /// The version the asker has seen; needed for a case that exists.
    pub expected_version: Option<u32>,
    /// A key of the asker's choice that makes a repeated request the same request.
    pub idempotency_key: Option<String>,
    /// The act.
    pub command: Command,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The case.
    pub case_id: CaseId,
    /// Its version after the act.
    pub version: u32,
    /// What happened; empty where an earlier request with the same key had done it.
    pub events: Vec<Event>,
}

/// How often a transaction is tried when another writer was in the way.
const TRIES: u32 = 6;

/// Does an act, or refuses it and changes nothing.
pub async fn execute(app: &App, asker: &Asker, request: Request) -> Result<Outcome, Failure> {
    let mut tries = 1;
    loop {
        match attempt(app, asker, &request).await {
            Err(Failure::Store(error)) if is_worth_a_retry(&error) && tries < TRIES => {
                tokio::time::sleep(pause_after(tries)).await;
                tries += 1;
            }
            Ok(outcome) => {
                app.work.notify_one();
                return Ok(outcome);
            }
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

/// Asks whether an act would be done and changes nothing: for acts whose data is kept outside the
/// database, so that a refusal leaves nothing there.
pub async fn rehearse(app: &App, asker: &Asker, request: &Request) -> Result<(), Failure> {
    let transaction = app.store.begin().await?;
    let considered = consider(app, &transaction, asker, request).await;
    transaction.rollback().await.map_err(StoreError::from)?;
    match considered {
        Ok(_) => Ok(()),
        Err(failure) => {
            record_failure(app, asker, request, &failure).await?;
            Err(failure)
        }
    }
}

async fn attempt(app: &App, asker: &Asker, request: &Request) -> Result<Outcome, Failure> {
    let transaction = app.store.begin().await?;
    let considered = match consider(app, &transaction, asker, request).await? {
        Consideration::DoneBefore(outcome) => return Ok(outcome),
        Consideration::ToDo(considered) => *considered,
    };
    let outcome = write(app, &transaction, asker, considered).await?;
    let digest = request.digest()?;
    if let Some(key) = &request.repeat_key(asker, &digest) {
        idempotency::keep(&transaction, key, outcome.case_id, outcome.version).await?;
    }
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(outcome)
}

/// What an act comes to before anything of it is written.
enum Consideration {
    /// An earlier request with the same key did it.
    DoneBefore(Outcome),
    /// The law allows it.
    ToDo(Box<Considered>),
}

/// An act the law allows, with all that writing it needs.
struct Considered {
    case_id: CaseId,
    head: Head,
    history: Option<History>,
    decision: Decision,
}

async fn consider(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    request: &Request,
) -> Result<Consideration, Failure> {
    let (case_id, head) = queue(transaction, request.target).await?;
    let digest = request.digest()?;
    let repeat = request.repeat_key(asker, &digest);
    if let Some(outcome) = done_before(transaction, repeat.as_ref()).await? {
        return Ok(Consideration::DoneBefore(outcome));
    }
    let history = cases::load(transaction, case_id).await?;
    check_right(asker, request, history.as_ref())?;
    check_version(request, history.as_ref())?;
    let decision = decide_under_lock(app, transaction, asker, request, case_id, &history).await?;
    Ok(Consideration::ToDo(Box::new(Considered {
        case_id,
        head,
        history,
        decision,
    })))
}

/// The first statement: a write to the key row of the case.
async fn queue(transaction: &Transaction, target: Target) -> Result<(CaseId, Head), Failure> {
    match target {
        Target::New => {
            let case_id = CaseId(Uuid::new_v4());
            Ok((case_id, events::begin_chain(transaction, case_id).await?))
        }
        Target::Case(case_id) => {
            let head = events::lock(transaction, case_id)
                .await?
                .ok_or(Failure::NotFound)?;
            Ok((case_id, head))
        }
    }
}

async fn done_before(
    transaction: &Transaction,
    key: Option<&RepeatKey<'_>>,
) -> Result<Option<Outcome>, Failure> {
    let Some(key) = key else { return Ok(None) };
    match idempotency::find(transaction, key).await? {
        Earlier::None => Ok(None),
        Earlier::Other => Err(Failure::KeyReused),
        Earlier::Same { case_id, version } => Ok(Some(Outcome {
            case_id,
            version,
            events: Vec::new(),
        })),
    }
}

fn check_right(asker: &Asker, request: &Request, history: Option<&History>) -> Result<(), Failure> {
    let relation = match history {
        Some(history) => Relation::of(&history.case, asker.actor.id),
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
        Some(expected) if expected != history.case.version => Err(Failure::Stale {
            current: history.case.version,
        }),
        Some(_) => Ok(()),
    }
}

/// What the law decided, with what it was decided on.
struct Decision {
    facts: Facts,
    events: Vec<Event>,
}

async fn decide_under_lock(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    request: &Request,
    case_id: CaseId,
    history: &Option<History>,
) -> Result<Decision, Failure> {
    let command = &request.command;
    let case = history.as_ref().map(|history| &history.case);
    let persons = persons_of(app, case, command)?;
    if command.crosses_cases() {
        persons::lock(transaction, &persons).await?;
    }
    let profile = office::load(transaction).await?;
    let calendar = calendar::in_force(transaction).await?;
    let mut facts = facts::of_case(
        transaction,
        &profile,
        calendar,
        asker,
        Some(case_id),
        &persons,
    )
    .await?;
    let unprintable = command_data::unprintable(&app.press, command, case)?;
    facts::add_for_command(transaction, &mut facts, command, unprintable).await?;
    let events = match (case, command) {
        (Some(case), command) => decide(case, command, &facts)?,
        (None, Command::Apply(application)) => decide_application(application, &facts)?,
        (None, _) => return Err(Failure::NotFound),
    };
    Ok(Decision { facts, events })
}

/// The persons whose other cases are looked at: those of the application, or of the case.
fn persons_of(app: &App, case: Option<&Case>, command: &Command) -> Result<Persons, Failure> {
    match (case, command) {
        (Some(case), _) => Ok(Persons::of_case(&app.secret, case)),
        (None, Command::Apply(data)) => Ok(Persons::of_application(
            &app.secret,
            &data.adopters,
            &data.child,
            &data.placer,
        )),
        (None, _) => Err(Failure::NotFound),
    }
}

async fn write(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    considered: Considered,
) -> Result<Outcome, Failure> {
    let Considered {
        case_id,
        head,
        history,
        decision,
    } = considered;
    let Decision { facts, events } = decision;
    let recorded_at = now().max(
        history
            .as_ref()
            .map_or(Instant::MIN, |history| history.recorded_at),
    );
    let act = Act {
        actor: asker.actor.id,
        command_id: Uuid::now_v7(),
        recorded_at,
    };
    let entries = entries(asker, facts.today, &events);
    cases::append(transaction, case_id, head, act, &entries).await?;

    let projector = Projector {
        calendar: &facts.calendar,
        rules: &facts.rules,
        secret: &app.secret,
    };
    let before = match &history {
        Some(history) => projector.project(case_id, &history.case)?,
        None => Rows::none(),
    };
    let (case, wanted) = cases::fold_on(history.map(|history| history.case), &entries)?;
    projector
        .project(case_id, &case)?
        .replace(transaction, &before)
        .await?;
    for document in wanted {
        documents::want(transaction, case_id, document).await?;
    }
    asker
        .log(transaction, Some(case_id), AccessOutcome::Done, &[])
        .await?;
    Ok(Outcome {
        case_id,
        version: case.version,
        events,
    })
}

fn entries(asker: &Asker, on: NaiveDate, events: &[Event]) -> Vec<Entry> {
    events
        .iter()
        .map(|event| Entry {
            on,
            by: asker.actor.clone(),
            event: event.clone(),
        })
        .collect()
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
    asker
        .log(app.store.reader(), case_id, outcome, &failure.rules())
        .await
}

impl Request {
    /// What makes two requests the same, apart from the asker and the key.
    fn digest(&self) -> Result<Vec<u8>, Failure> {
        let target = match self.target {
            Target::New => String::new(),
            Target::Case(case_id) => case_id.to_string(),
        };
        let mut digest = Sha256::new();
        for part in [target.as_bytes(), &command_data::canonical(&self.command)?] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Ok(digest.finalize().to_vec())
    }

    fn repeat_key<'a>(&'a self, asker: &'a Asker, body_digest: &'a [u8]) -> Option<RepeatKey<'a>> {
        let key = self.idempotency_key.as_deref()?;
        Some(RepeatKey {
            caller: asker.actor.id,
            operation: &asker.operation,
            key,
            body_digest,
        })
    }
}
