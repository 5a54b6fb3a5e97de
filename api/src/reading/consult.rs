//! The reading path: a case is opened once, checked against the table of rights, and the access is
//! logged, refused ones included.

use std::sync::Arc;

use workflow::acts::{ActStatus, acts};
use workflow::rights::{Access as Right, Action, Relation, may};
use workflow::{CaseId, Facts, Role};

use crate::app::App;
use crate::execute::Failure;
use crate::store::StoreError;
use crate::store::asker::Asker;
use crate::store::cases::persons::Persons;
use crate::store::cases::{History, adoption, facts};
use crate::store::gifts::check;
use crate::store::log::audit::AccessOutcome;

/// Opens a case for reading, or says that there is none.
pub async fn consult(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    action: Action,
) -> Result<Arc<History>, Failure> {
    let reader = app.store.reader();
    let found = match app.store.histories().read(reader, case_id).await? {
        None => Err(Failure::NotFound),
        Some(history) => {
            match may(&asker.roles, Relation::of(&history.case, asker.actor.id), action) {
                Right::Allowed => Ok(history),
                Right::Forbidden => Err(Failure::Forbidden),
                Right::Hidden => Err(Failure::NotFound),
            }
        }
    };
    let outcome = match &found {
        Ok(_) => AccessOutcome::Read,
        Err(Failure::Forbidden) => AccessOutcome::Forbidden,
        Err(_) => AccessOutcome::NotFound,
    };
    asker.note(&app.store, Some(case_id), outcome, &[]).await?;
    found
}

/// Which acts are possible now, which not yet, and why.
pub async fn possible_acts(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    history: &History,
) -> Result<Vec<ActStatus>, StoreError> {
    let facts = facts_now(app, asker, case_id, history).await?;
    Ok(acts(&history.case, Relation::of(&history.case, asker.actor.id), &facts))
}

/// The facts about a case at this moment, read without a lock: good for showing, not for deciding.
pub async fn facts_now(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    history: &History,
) -> Result<Facts, StoreError> {
    let reader = app.store.reader();
    let configured = app.store.configuration().now(reader).await?;
    let persons = Persons::of_history(&app.secret, history);
    let mut facts = facts::of_case(reader, &configured, asker, Some(case_id), &persons).await?;
    // Of gifts nobody but the leader is told, and for nobody else are they looked up at all: neither
    // what is answered nor the time it takes tells of them.
    if asker.roles.contains(&Role::Leader) {
        let case = &history.case;
        facts.donation_review =
            check::review_of(reader, &app.secret, case_id, case, &configured.profile.rules).await?;
    }
    if let Some(id) = adoption::of(None, Some(history))
        && let Some(known) = app.store.histories().read(reader, id).await?
    {
        adoption::add_facts(reader, &mut facts, id, &known, Some(case_id)).await?;
    }
    Ok(facts)
}
