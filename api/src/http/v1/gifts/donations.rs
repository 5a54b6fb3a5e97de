//! 捐赠台账: what the clerk of gifts enters and reads. Nothing here tells of a case, and a gift that is
//! held looks like every other that waits.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::Role;
use workflow::donation::{
    ChangePurpose, DonationState, Gift, Offer, Publish, Receive, Use, WithdrawOffer,
};

use crate::donations::{self, Change};
use crate::http::answer::Problem;
use crate::http::answer::output::{Created, NoContent, Output};
use crate::http::body::input::Input;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::http::v1::cases::ledger::unknown_word;
use crate::store::gifts::{self as stored, Entry, Record, reports};
use crate::store::log::audit::AccessOutcome;
use crate::store::office;

/// Gifts of a page where the request does not say, and of the largest.
pub(in crate::http::v1) const PAGE: u64 = 50;
pub(in crate::http::v1) const LARGEST_PAGE: u64 = 200;

/// The operations on gifts.
pub struct Donations;

/// The gift that was entered.
#[derive(Debug, Serialize, JsonSchema)]
struct DonationMade {
    /// Its identifier.
    id: Uuid,
    /// Where it stands.
    state: DonationState,
}

/// What was entered of a gift.
#[derive(Debug, Serialize, JsonSchema)]
struct DonationEntry {
    /// What it is: an offer, a receipt, a use, a purpose_change, a publication or a withdrawal.
    kind: String,
    /// The day it is about.
    on: NaiveDate,
    /// How much money, in fen.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_fen: Option<u64>,
    /// Its words.
    words: String,
}

impl From<Entry> for DonationEntry {
    fn from(entry: Entry) -> DonationEntry {
        let Entry { kind, on, amount_fen, words } = entry;
        DonationEntry { kind, on, amount_fen, words }
    }
}

/// A gift of the ledger.
#[derive(Debug, Serialize, JsonSchema)]
struct DonationLine {
    /// Its identifier.
    id: Uuid,
    /// Where it stands.
    state: DonationState,
    /// 受赠人
    recipient: String,
    /// 捐赠人
    donor: String,
    /// The kind of donor: a person, an organisation or overseas.
    donor_kind: String,
    /// What is given.
    gift: Gift,
    /// 约定用途, as it is agreed now.
    purpose: String,
    /// The text of the agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreement: Option<String>,
    /// When it was offered.
    offered_on: NaiveDate,
    /// When it was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    received_on: Option<NaiveDate>,
    /// 票据号码
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt_number: Option<String>,
    /// The two who counted.
    counters: Vec<String>,
    /// Where it went to.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    /// How much of the money is used, in fen.
    used_fen: u64,
    /// When it was last published.
    #[serde(skip_serializing_if = "Option::is_none")]
    published_on: Option<NaiveDate>,
    /// What was entered of it.
    entries: Vec<DonationEntry>,
}

impl DonationLine {
    fn of(record: Record, entries: Vec<Entry>) -> DonationLine {
        DonationLine {
            id: record.id,
            state: record.donation.state,
            recipient: record.recipient,
            donor: record.donor,
            donor_kind: record.donor_kind,
            gift: record.donation.gift,
            purpose: record.purpose,
            agreement: record.agreement,
            offered_on: record.donation.offered_on,
            received_on: record.donation.received_on,
            receipt_number: record.receipt_number,
            counters: record.counters,
            account: record.account,
            used_fen: record.donation.used_fen,
            published_on: record.published_on,
            entries: entries.into_iter().map(DonationEntry::from).collect(),
        }
    }
}

/// A page of gifts.
#[derive(Debug, Serialize, JsonSchema)]
struct DonationPage {
    /// Newest first.
    donations: Vec<DonationLine>,
    /// Given as `cursor` to read the next page; absent on the last one.
    next: Option<Uuid>,
}

/// What happened in a year to the gifts of one institution.
#[derive(Debug, Serialize, JsonSchema)]
struct DonationYearLine {
    /// The institution.
    recipient: String,
    /// Gifts offered in the year.
    offered: u64,
    /// Gifts taken in it.
    received: u64,
    /// Money taken in it, in fen.
    received_fen: u64,
    /// Money used in it, in fen, whenever it was taken.
    used_fen: u64,
    /// Money taken and not yet used when the year ended, in fen.
    unused_fen: u64,
    /// Changes of purpose to which a donor agreed in it.
    purpose_changes: u64,
    /// Gifts that were published in it.
    published: u64,
}

/// The report of a year.
#[derive(Debug, Serialize, JsonSchema)]
struct DonationYear {
    /// The year.
    year: i32,
    /// One line for each institution with a gift offered, taken or used by its end.
    institutions: Vec<DonationYearLine>,
}

#[OpenApi(prefix_path = "/v1/donations", tag = "Group::Donations")]
impl Donations {
    /// Enter a gift that is offered; it waits for its review, and nothing is taken before
    #[oai(path = "/", method = "post", operation_id = "create_donation")]
    async fn create(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        body: Input<Offer>,
    ) -> Result<Created<DonationMade>, Problem> {
        let asker = &caller.holding(Role::DonationClerk)?.asker;
        let offer = body.0.in_one_way_of_writing();
        let id = donations::offer(&service.app, asker, &offer).await?;
        let made = DonationMade { id, state: DonationState::AwaitingReview };
        Ok(Created::new(Output::new(made), "/v1/donations"))
    }

    /// The gifts with what was entered of them, newest first
    #[oai(path = "/", method = "get", operation_id = "list_donations")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// Only gifts that stand so
        state: Query<Option<Word<DonationState>>>,
        /// Where the page begins: `next` of the page before
        cursor: Query<Option<Uuid>>,
        /// Gifts of the page, 1 to 200
        limit: Query<Option<u64>>,
    ) -> Result<Output<DonationPage>, Problem> {
        let asker = &caller.holding(Role::DonationClerk)?.asker;
        let limit = page_size(limit.0)?;
        let state = state.0.map(|word| word.0);
        let reader = service.app.store.reader();
        let mut page = stored::page(reader, state, cursor.0, limit.saturating_add(1)).await?;
        let more = page.len() > size(limit);
        page.truncate(size(limit));
        asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        let next = page.last().filter(|_| more).map(|(record, _)| record.id);
        let donations = page.into_iter().map(|(record, entries)| DonationLine::of(record, entries));
        Ok(Output::new(DonationPage { donations: donations.collect(), next }))
    }

    /// What each institution was offered in a year, what it took, used and published
    #[oai(path = "/report", method = "get", operation_id = "report_donations")]
    async fn report(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// The year, 2000 to 2200; this year where the request does not say
        year: Query<Option<u16>>,
    ) -> Result<Output<DonationYear>, Problem> {
        let asker = &caller.holding(Role::DonationClerk)?.asker;
        let reader = service.app.store.reader();
        let this_year = office::load(reader).await?.today().year();
        let year = year.0.map_or(this_year, i32::from);
        if !(2000..=2200).contains(&year) {
            return Err(unknown_word("year"));
        }
        let (first, end) = (format!("{year}-01-01"), format!("{}-01-01", year + 1));
        let lines = reports::gifts_between(reader, &first, &end).await?;
        asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        let institutions = lines.into_iter().map(|line| DonationYearLine {
            recipient: line.recipient,
            offered: line.offered,
            received: line.received,
            received_fen: line.received_fen,
            used_fen: line.used_fen,
            unused_fen: line.unused_fen,
            purpose_changes: line.purpose_changes,
            published: line.published,
        });
        Ok(Output::new(DonationYear { year, institutions: institutions.collect() }))
    }

    /// Take a gift after its review: counted by two, with a receipt
    #[oai(path = "/:id/receipt", method = "post", operation_id = "receive_donation")]
    async fn receive(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<Receive>,
    ) -> Result<NoContent, Problem> {
        enter(&caller, &service, id.0, Change::Receive(body.0.in_one_way_of_writing())).await
    }

    /// Enter what a part of a gift was used for
    #[oai(path = "/:id/uses", method = "post", operation_id = "record_donation_use")]
    async fn use_it(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<Use>,
    ) -> Result<NoContent, Problem> {
        enter(&caller, &service, id.0, Change::Use(body.0)).await
    }

    /// Enter another purpose, to which the donor has agreed in writing
    #[oai(path = "/:id/purpose", method = "post", operation_id = "change_donation_purpose")]
    async fn change_purpose(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<ChangePurpose>,
    ) -> Result<NoContent, Problem> {
        enter(&caller, &service, id.0, Change::Purpose(body.0)).await
    }

    /// Enter that a gift and its use were published
    #[oai(path = "/:id/publication", method = "post", operation_id = "publish_donation")]
    async fn publish(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<Publish>,
    ) -> Result<NoContent, Problem> {
        enter(&caller, &service, id.0, Change::Publish(body.0)).await
    }

    /// Enter that the donor took the offer back
    #[oai(path = "/:id/withdrawal", method = "post", operation_id = "withdraw_donation")]
    async fn withdraw(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<WithdrawOffer>,
    ) -> Result<NoContent, Problem> {
        enter(&caller, &service, id.0, Change::Withdraw(body.0)).await
    }
}

async fn enter(
    caller: &Caller,
    service: &Service,
    id: Uuid,
    change: Change,
) -> Result<NoContent, Problem> {
    let asker = &caller.holding(Role::DonationClerk)?.asker;
    donations::change(&service.app, asker, id, &change).await?;
    Ok(NoContent)
}

/// The size of a page as asked for.
pub(in crate::http::v1) fn page_size(asked: Option<u64>) -> Result<u64, Problem> {
    let limit = asked.unwrap_or(PAGE);
    if (1..=LARGEST_PAGE).contains(&limit) { Ok(limit) } else { Err(unknown_word("limit")) }
}

/// A size of a page as lists count.
pub(in crate::http::v1) fn size(limit: u64) -> usize {
    usize::try_from(limit).unwrap_or(usize::MAX)
}
