//! The leader's reviews: what waits, what was found, and what comes of it.

use std::collections::BTreeSet;

use uuid::Uuid;
use workflow::donation::{DonationState, HoldState, ReviewHold, ReviewOutcome, review};
use workflow::{CaseId, Refusal};

use crate::app::App;
use crate::execute::Failure;
use crate::store::asker::Asker;
use crate::store::gifts::check::{self, Touched};
use crate::store::gifts::holds::{self, Hold, Side};
use crate::store::gifts::{self as stored, Record};
use crate::store::log::audit::AccessOutcome;
use crate::store::{StoreError, cases, office};

/// A hold with what the leader needs to judge it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The hold.
    pub hold: Hold,
    /// The gift.
    pub donation: Record,
    /// The cases it touches, each with its number.
    pub cases: Vec<(CaseId, String)>,
}

/// The holds at a state, oldest first. That they were read is logged.
pub async fn list(
    app: &App,
    asker: &Asker,
    state: HoldState,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Shown>, StoreError> {
    let reader = app.store.reader();
    let rules = office::load(reader).await?.rules;
    let mut shown = Vec::new();
    for hold in holds::list(reader, state, after, limit).await? {
        let missing = || StoreError::Damaged("the gift of a hold is not there".to_owned());
        let donation = stored::find(reader, hold.donation).await?.ok_or_else(missing)?;
        let cases = match hold.side {
            Side::Donation if hold.matched => {
                numbered(check::touched_by(reader, &app.secret, hold.donation, &rules).await?)
            }
            Side::Donation => Vec::new(),
            Side::Case(case_id) => {
                let case = cases::load(reader, case_id).await?;
                case.map(|history| (case_id, history.case.number)).into_iter().collect()
            }
        };
        shown.push(Shown { hold, donation, cases });
    }
    asker.note(&app.store, None, AccessOutcome::Read, &[]).await?;
    Ok(shown)
}

fn numbered(touched: BTreeSet<Touched>) -> Vec<(CaseId, String)> {
    touched.into_iter().map(|case| (case.case_id, case.number)).collect()
}

/// Keeps the leader's review. The check runs once more before it, so that nothing is let go on what
/// was found some days ago.
pub async fn review(app: &App, asker: &Asker, id: Uuid, data: &ReviewHold) -> Result<(), Failure> {
    let reader = app.store.reader();
    let donation = holds::find(reader, id).await?.ok_or(Failure::NotFound)?.donation;
    check::check_donation(&app.store, &app.secret, donation).await?;
    let today = office::load(reader).await?.today();
    let transaction = app.store.begin().await?;
    // The gift first, as the check locks them.
    let record = stored::lock(&transaction, donation).await?.ok_or(Failure::NotFound)?;
    let hold = holds::lock(&transaction, id).await?.ok_or(Failure::NotFound)?;
    Refusal::unless_none(review::faults(hold.state, hold.matched, data))?;
    holds::review(&transaction, id, data, asker.actor.id, today).await?;
    let goes_on = hold.side == Side::Donation
        && data.outcome == ReviewOutcome::Released
        && record.donation.state == DonationState::AwaitingReview;
    if goes_on {
        stored::set_state(&transaction, donation, DonationState::Released).await?;
    }
    // The review stands in the log of holds and there alone: a row of the access log between two
    // attempts at an approval would tell its reader what the approval waited for.
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(())
}
