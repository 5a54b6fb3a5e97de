//! The ledger of gifts: what its clerk enters, each in one transaction, decided by the law.

pub mod reviews;

use chrono::NaiveDate;
use uuid::Uuid;
use workflow::donation::entries::{self, ChangePurpose, Publish, Receive, Use, WithdrawOffer};
use workflow::donation::{Donation, DonationState, Offer, offer};
use workflow::{Refusal, Violation};

use crate::app::App;
use crate::execute::Failure;
use crate::store::asker::Asker;
use crate::store::gifts::{self as stored, Entry};
use crate::store::log::audit::AccessOutcome;
use crate::store::{StoreError, Transaction, office};

/// What is entered of a gift after its offer.
#[derive(Debug, Clone)]
pub enum Change {
    /// It is taken.
    Receive(Receive),
    /// A part of it is used.
    Use(Use),
    /// It has another purpose.
    Purpose(ChangePurpose),
    /// It is published.
    Publish(Publish),
    /// The donor takes the offer back.
    Withdraw(WithdrawOffer),
}

/// Keeps an offer; it waits for its review like every other.
pub async fn offer(app: &App, asker: &Asker, data: &Offer) -> Result<Uuid, Failure> {
    let profile = office::load(app.store.reader()).await?;
    let faults = offer::faults(data, &profile.office.name, &profile.credit_code);
    Refusal::unless_none(faults)?;
    let transaction = app.store.begin().await?;
    let (today, by) = (profile.today(), asker.actor.id);
    let id = stored::add(&transaction, &app.secret, data, today, by).await?;
    conclude(app, transaction, asker).await?;
    Ok(id)
}

/// Enters what becomes of a gift.
pub async fn change(app: &App, asker: &Asker, id: Uuid, change: &Change) -> Result<(), Failure> {
    match attempt(app, asker, id, change).await {
        // Somebody used the same receipt at this moment: the second try sees it and names the rule.
        Err(Failure::Store(StoreError::Duplicate)) => attempt(app, asker, id, change).await,
        outcome => outcome,
    }
}

async fn attempt(app: &App, asker: &Asker, id: Uuid, change: &Change) -> Result<(), Failure> {
    let today = office::load(app.store.reader()).await?.today();
    let transaction = app.store.begin().await?;
    let record = stored::lock(&transaction, id).await?.ok_or(Failure::NotFound)?;
    let faults = faults(&transaction, id, &record.donation, change, today).await?;
    Refusal::unless_none(faults)?;
    write(&transaction, id, &record.donation, change, today).await?;
    stored::enter(&transaction, id, &entry(change, today), asker.actor.id).await?;
    conclude(app, transaction, asker).await
}

async fn conclude(app: &App, transaction: Transaction, asker: &Asker) -> Result<(), Failure> {
    asker.log(&transaction, None, AccessOutcome::Done, &[]).await?;
    transaction.commit().await.map_err(StoreError::from)?;
    app.work.notify_one();
    Ok(())
}

async fn faults(
    transaction: &Transaction,
    id: Uuid,
    donation: &Donation,
    change: &Change,
    today: NaiveDate,
) -> Result<Vec<Violation>, StoreError> {
    Ok(match change {
        Change::Receive(data) => {
            let number = &data.receipt_number;
            let used = stored::receipt_is_used(transaction, number, id).await?;
            entries::receive(donation, data, used)
        }
        Change::Use(data) => entries::use_it(donation, data, today),
        Change::Purpose(data) => entries::change_purpose(donation, data, today),
        Change::Publish(data) => entries::publish(donation, data, today),
        Change::Withdraw(data) => entries::withdraw(donation, data),
    })
}

async fn write(
    transaction: &Transaction,
    id: Uuid,
    donation: &Donation,
    change: &Change,
    today: NaiveDate,
) -> Result<(), StoreError> {
    match change {
        Change::Receive(data) => stored::receive(transaction, id, data, today).await,
        Change::Use(data) => {
            let used = donation.used_fen.saturating_add(data.amount_fen.unwrap_or(0));
            stored::set_used(transaction, id, used).await
        }
        Change::Purpose(data) => stored::set_purpose(transaction, id, &data.purpose).await,
        Change::Publish(data) => stored::set_published(transaction, id, data.published_on).await,
        Change::Withdraw(_) => stored::set_state(transaction, id, DonationState::Withdrawn).await,
    }
}

fn entry(change: &Change, today: NaiveDate) -> Entry {
    let (kind, on, amount_fen, words) = match change {
        Change::Receive(data) => ("receipt", today, None, data.account.clone()),
        Change::Use(data) => ("use", data.used_on, data.amount_fen, data.what.clone()),
        Change::Purpose(data) => {
            let words = format!("{}（{}）", data.purpose, data.consent);
            ("purpose_change", data.consented_on, None, words)
        }
        Change::Publish(data) => ("publication", data.published_on, None, data.place.clone()),
        Change::Withdraw(data) => ("withdrawal", today, None, data.reason.clone()),
    };
    Entry { kind: kind.to_owned(), on, amount_fen, words }
}
