//! What is known of a case at this moment, read without a lock.

use workflow::{CaseId, Facts, Role};

use crate::app::App;
use crate::store::StoreError;
use crate::store::asker::Asker;
use crate::store::cases::persons::Persons;
use crate::store::cases::{History, adoption, facts};
use crate::store::gifts::check;

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
    let mut facts = facts::of_case(reader, &configured, asker, case_id, &persons).await?;
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
