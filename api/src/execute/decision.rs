//! The decision: lock whom it crosses, look up what it needs, ask the law.

use workflow::steps::Applicants;
use workflow::{CaseId, Command, Event, Facts, decide, decide_opening};

use super::{Failure, Request, command_data};
use crate::app::App;
use crate::clock::now;
use crate::store::Transaction;
use crate::store::asker::Asker;
use crate::store::cases::adoption::{self, Locked};
use crate::store::cases::persons::{self, Persons};
use crate::store::cases::{History, facts};
use crate::store::gifts::check;

/// What the law decided, with what it was decided on.
pub(super) struct Decision {
    pub(super) facts: Facts,
    pub(super) events: Vec<Event>,
    /// The adoption's own case, where the act belongs to a later procedure.
    pub(super) adoption: Option<Locked>,
}

/// Locks the persons where the rule crosses cases, looks up the facts and asks the law.
pub(super) async fn decide_under_lock(
    app: &App,
    transaction: &Transaction,
    asker: &Asker,
    request: &Request,
    case_id: CaseId,
    history: &Option<History>,
) -> Result<Decision, Failure> {
    let command = &request.command;
    let case = history.as_ref().map(|history| &history.case);
    let adoption = match adoption::of(Some(command), history.as_ref()) {
        Some(id) => adoption::lock(transaction, id).await?,
        None => None,
    };
    let persons = persons_of(app, history.as_ref(), command)?;
    if command.crosses_cases() {
        persons::lock(transaction, &persons).await?;
    }
    let configured = app.store.configuration().now(transaction).await?;
    let asks = command.act().asks_factor();
    if asks && !request.validate && configured.profile.lacks_fresh_factor(asker.factor_at, now()) {
        return Err(Failure::FactorNotFresh);
    }
    let mut facts =
        facts::of_command(transaction, &configured, asker, case_id, command, &persons).await?;
    if let Some(known) = &adoption {
        let Locked { id, history, .. } = known;
        adoption::add_facts(transaction, &mut facts, *id, history, Some(case_id)).await?;
    }
    let unprintable = command_data::unprintable(&app.press, &asker.actor, command, case)?;
    facts::add_for_command(transaction, &mut facts, command, case, unprintable).await?;
    if let Some(case) = case.filter(|_| command.looks_at_gifts()) {
        facts.donation_review =
            check::review_of(transaction, &app.secret, case_id, case, &facts.rules).await?;
    }
    let events = match (case, command) {
        (Some(case), command) => decide(case, command, &facts)?,
        (None, command) => decide_opening(command, &facts).ok_or(Failure::NotFound)??,
    };
    Ok(Decision { facts, events, adoption })
}

/// The persons whose other cases are looked at: those of the application, or of the case.
fn persons_of(app: &App, history: Option<&History>, command: &Command) -> Result<Persons, Failure> {
    if let Some(history) = history {
        let looks = command.crosses_cases() || command.looks_at_other_cases();
        // Their keys are derived for an act that needs them, and most need none.
        let of_history = || Persons::of_history(&app.secret, history);
        return Ok(if looks { of_history() } else { Persons::default() });
    }
    match command.applicants() {
        Some(applicants) => Ok(persons_of_application(app, &applicants)),
        // The persons of a later procedure are those of its adoption, which is locked itself.
        None if command.adoption().is_some() => Ok(Persons::default()),
        None => Err(Failure::NotFound),
    }
}

/// An application that does not say who places is refused by the law; until then it has no persons
/// to look at.
fn persons_of_application(app: &App, applicants: &Applicants<'_>) -> Persons {
    let Applicants { adopters, child, placer } = applicants;
    placer.as_ref().map_or_else(Persons::default, |placer| {
        Persons::of_application(&app.secret, adopters, child, placer)
    })
}
