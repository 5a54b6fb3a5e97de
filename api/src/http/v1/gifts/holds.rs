//! 捐赠复核: the leader sees each offer and each case that a gift touches, and reviews it. Nobody else
//! is told that there is anything to review.

use std::sync::Arc;

use chrono::NaiveDate;
use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use workflow::donation::{HoldState, ReviewHold};
use workflow::{CaseId, Role};

use super::donations::{page_size, size};
use crate::donations::reviews::{self, Shown};
use crate::http::answer::Problem;
use crate::http::answer::output::{NoContent, Output};
use crate::http::body::input::Input;
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::http::v1::cases::ledger::unknown_word;
use crate::store::gifts::reports::{self, HoldCount};
use crate::store::log::audit::AccessOutcome;
use crate::store::office;

/// The operations on holds.
pub struct DonationHolds;

/// A case that a gift touches.
#[derive(Debug, Serialize, JsonSchema)]
struct HoldCase {
    /// The case.
    case_id: CaseId,
    /// 办件编号
    number: String,
}

/// A hold.
#[derive(Debug, Serialize, JsonSchema)]
struct HoldLine {
    /// Its identifier.
    id: Uuid,
    /// What waits: the taking of the `donation`, or the approval of the `case`.
    direction: String,
    /// Where it stands.
    state: HoldState,
    /// Whether a party to a case was found; every offer is reviewed, found or not.
    matched: bool,
    /// The cases that are touched.
    cases: Vec<HoldCase>,
    /// 捐赠人
    donor: String,
    /// 受赠人
    recipient: String,
    /// The kind of gift: `money` or `goods`.
    gift: String,
    /// 约定用途
    purpose: String,
    /// When it was offered.
    offered_on: NaiveDate,
    /// When the hold was made.
    created_on: NaiveDate,
    /// When it was reviewed last.
    #[serde(skip_serializing_if = "Option::is_none")]
    reviewed_on: Option<NaiveDate>,
    /// Why, as the leader wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<String>,
}

impl From<Shown> for HoldLine {
    fn from(shown: Shown) -> HoldLine {
        let Shown { hold, donation, cases } = shown;
        let case = |(case_id, number)| HoldCase { case_id, number };
        HoldLine {
            id: hold.id,
            direction: hold.side.word().to_owned(),
            state: hold.state,
            matched: hold.matched,
            cases: cases.into_iter().map(case).collect(),
            donor: donation.donor,
            recipient: donation.recipient,
            gift: donation.donation.gift.word().to_owned(),
            purpose: donation.purpose,
            offered_on: donation.donation.offered_on,
            created_on: hold.created_on,
            reviewed_on: hold.reviewed_on,
            reasons: hold.reasons,
        }
    }
}

/// A page of holds.
#[derive(Debug, Serialize, JsonSchema)]
struct HoldPage {
    /// Oldest first.
    holds: Vec<HoldLine>,
    /// Given as `cursor` to read the next page; absent on the last one.
    next: Option<Uuid>,
}

/// How many holds stand so.
#[derive(Debug, Serialize, JsonSchema)]
struct HoldCountLine {
    /// What waits.
    direction: String,
    /// Whether a party to a case was found.
    matched: bool,
    /// Where they stand now.
    state: String,
    /// How many.
    count: u64,
}

impl From<HoldCount> for HoldCountLine {
    fn from(counted: HoldCount) -> HoldCountLine {
        let HoldCount { direction, matched, state, count } = counted;
        HoldCountLine { direction, matched, state, count }
    }
}

/// The report of a month, without names.
#[derive(Debug, Serialize, JsonSchema)]
struct HoldReport {
    /// The month in which the holds were made.
    month: String,
    /// One line for each direction, finding and state there is.
    holds: Vec<HoldCountLine>,
}

#[OpenApi(prefix_path = "/v1/donation-holds", tag = "Group::Donations")]
impl DonationHolds {
    /// Holds that stand so, oldest first: those that wait for the leader's review where the request does not say
    #[oai(path = "/", method = "get", operation_id = "list_donation_holds")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// Only holds that stand so; `waiting` where the request does not say
        state: Query<Option<Word<HoldState>>>,
        /// Where the page begins: `next` of the page before
        cursor: Query<Option<Uuid>>,
        /// Holds of the page, 1 to 200
        limit: Query<Option<u64>>,
    ) -> Result<Output<HoldPage>, Problem> {
        let asker = &caller.holding(Role::Leader)?.asker;
        let limit = page_size(limit.0)?;
        let state = state.0.map_or(HoldState::Waiting, |word| word.0);
        let asked = limit.saturating_add(1);
        let mut page = reviews::list(&service.app, asker, state, cursor.0, asked).await?;
        let more = page.len() > size(limit);
        page.truncate(size(limit));
        let next = page.last().filter(|_| more).map(|shown| shown.hold.id);
        Ok(Output::new(HoldPage { holds: page.into_iter().map(HoldLine::from).collect(), next }))
    }

    /// Review a hold with reasons; a gift that is let go may be taken, a case that is reviewed may be
    /// approved
    #[oai(path = "/:id/review", method = "post", operation_id = "review_donation_hold")]
    async fn review(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        id: Path<Uuid>,
        body: Input<ReviewHold>,
    ) -> Result<NoContent, Problem> {
        let asker = &caller.holding(Role::Leader)?.asker;
        reviews::review(&service.app, asker, id.0, &body.0).await?;
        Ok(NoContent)
    }

    /// How many holds were made in a month and what came of them, without names
    #[oai(path = "/report", method = "get", operation_id = "report_donation_holds")]
    async fn report(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// The month, as `YYYY-MM`; this month where the request does not say
        month: Query<Option<String>>,
    ) -> Result<Output<HoldReport>, Problem> {
        let asker = &caller.holding(Role::Leader)?.asker;
        let reader = service.app.store.reader();
        let month = match month.0 {
            Some(month) => month,
            None => office::load(reader).await?.today().format("%Y-%m").to_string(),
        };
        let first = month_of(&month).ok_or_else(|| unknown_word("month"))?;
        let end = first.checked_add_months(chrono::Months::new(1));
        let end = end.ok_or_else(|| unknown_word("month"))?;
        let holds = reports::holds_between(reader, &first.to_string(), &end.to_string()).await?;
        asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        let holds = holds.into_iter().map(HoldCountLine::from).collect();
        Ok(Output::new(HoldReport { month, holds }))
    }
}

/// The first day of a month written as `YYYY-MM`.
fn month_of(text: &str) -> Option<NaiveDate> {
    let first = format!("{text}-01").parse::<NaiveDate>().ok()?;
    (crate::clock::is_plausible(first) && first.format("%Y-%m").to_string() == text)
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::month_of;

    #[test]
    fn a_month_is_read_only_as_it_is_written() {
        assert_eq!(month_of("2026-03").map(|day| day.to_string()).as_deref(), Some("2026-03-01"));
        for text in ["2026-3", "2026-13", "2026", "", "2026-03-01", "x", "99999-01"] {
            assert_eq!(month_of(text), None, "{text}");
        }
    }
}
