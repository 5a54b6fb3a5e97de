//! The reading path: a case is opened once, checked against the table of rights, and the access is
//! logged, refused ones included.

use std::sync::Arc;

use workflow::acts::{ActStatus, acts};
use workflow::rights::{Access as Right, Action, may};
use workflow::{CaseId, Facts};

use crate::app::App;
use crate::execute::{Failure, facts_now};
use crate::store::StoreError;
use crate::store::asker::Asker;
use crate::store::cases::{History, facts, terms};
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
        Some(history) => match may(&asker.roles, asker.relation(&history.case), action) {
            Right::Allowed => Ok(history),
            Right::Forbidden => Err(Failure::Forbidden),
            Right::Hidden => Err(Failure::NotFound),
        },
    };
    let outcome = match &found {
        Ok(_) => AccessOutcome::Read,
        Err(Failure::Forbidden) => AccessOutcome::Forbidden,
        Err(_) => AccessOutcome::NotFound,
    };
    asker.note(&app.store, Some(case_id), outcome, &[]).await?;
    found
}

/// The cases of the children whom the asker's institution places.
///
/// # Errors
/// When the store fails.
pub async fn placed_cases(
    app: &App,
    asker: &Asker,
) -> Result<Vec<(CaseId, Arc<History>)>, StoreError> {
    let reader = app.store.reader();
    let found = terms::placed_by(reader, &app.secret, &asker.organization).await?;
    let mut placed = Vec::new();
    for case_id in found {
        let history = app.store.histories().read(reader, case_id).await?;
        let may_read = |history: &Arc<History>| {
            may(&asker.roles, asker.relation(&history.case), Action::ReadPlacedCase)
        };
        placed.extend(
            history
                .filter(|history| may_read(history) == Right::Allowed)
                .map(|history| (case_id, history)),
        );
    }
    Ok(placed)
}

/// Which acts are possible now, which not yet, and why; with the facts it is said on.
pub async fn possible_acts(
    app: &App,
    asker: &Asker,
    case_id: CaseId,
    history: &History,
) -> Result<(Vec<ActStatus>, Facts), StoreError> {
    let mut facts = facts_now(app, asker, case_id, history).await?;
    facts::add_who_may_be_named(app.store.reader(), &mut facts).await?;
    let statuses = acts(&history.case, asker.relation(&history.case), &facts);
    Ok((statuses, facts))
}
