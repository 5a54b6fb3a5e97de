//! The blind check: the one place where gifts and cases are looked at together. It tells a hold or
//! none; who gave what stays on the one side, and who adopts on the other.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;
use workflow::base::office_rules::OfficeRules;
use workflow::donation::{Gift, HoldState};
use workflow::facts::DonationReview;
use workflow::law::donation::Standing;
use workflow::{Case, CaseId, Stage};

use super::{children, entries, find, holds, keys, lock};
use crate::secret::OfficeSecret;
use crate::store::cases::entity::rows::case_row;
use crate::store::connection::statement::statement;
use crate::store::values::Stored;
use crate::store::{Reader, Store, StoreError, cases, office};

/// A case that a gift touches.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touched {
    /// The case.
    pub case_id: CaseId,
    /// 办件编号
    pub number: String,
    /// Whether it is one that the gift makes the leader look at before approving.
    pub is_looked_at: bool,
}

/// The cases that hold a gift, by its donor, by who stands behind them, or by the name of a child in
/// its texts.
pub async fn touched_by(
    reader: &impl Reader,
    secret: &OfficeSecret,
    id: Uuid,
    rules: &OfficeRules,
) -> Result<BTreeSet<Touched>, StoreError> {
    let Some(record) = find(reader, id).await? else {
        return Ok(BTreeSet::new());
    };
    // As text: gifts and cases have no relation that an entity could name, by design.
    let by_key = "SELECT DISTINCT r.case_id, r.number, r.stage, r.received_on, r.last_on \
                  FROM donation_key k JOIN case_party p ON p.party_key = k.party_key \
                  JOIN case_row r ON r.case_id = p.case_id WHERE k.donation_id = $1";
    let by_key = statement(reader, by_key, [Stored(id).into()]);
    let mut rows = Met::find_by_statement(by_key).all(reader).await?;
    let mut words = vec![record.purpose];
    words.extend(record.agreement);
    words.extend(entries(reader, id).await?.into_iter().map(|entry| entry.words));
    if let Gift::Goods { description } = record.donation.gift {
        words.push(description);
    }
    let named = children::named_in(reader, secret, &words).await?.into_iter().map(Stored);
    let by_name = case_row::Entity::find().filter(case_row::Column::CaseId.is_in(named));
    rows.extend(by_name.into_model::<Met>().all(reader).await?);
    let given_on = record.donation.offered_on;
    Ok(rows.into_iter().filter_map(|met| met.touched(given_on, rules)).collect())
}

/// A case that a donor or a text leads to.
#[derive(FromQueryResult)]
struct Met {
    case_id: Stored<CaseId>,
    number: String,
    stage: Stored<Stage>,
    received_on: Stored<NaiveDate>,
    last_on: Stored<NaiveDate>,
}

impl Met {
    fn touched(self, given_on: NaiveDate, rules: &OfficeRules) -> Option<Touched> {
        let standing = Standing {
            stage: self.stage.0,
            applied_on: self.received_on.0,
            last_on: self.last_on.0,
        };
        let touched = Touched {
            case_id: self.case_id.0,
            number: self.number,
            is_looked_at: standing.is_looked_at_for(given_on, rules),
        };
        standing.holds_a_gift(given_on, rules).then_some(touched)
    }
}

/// The gifts that make the leader look before approving a case, by the parties its events name.
async fn touching(
    reader: &impl Reader,
    secret: &OfficeSecret,
    case: &Case,
    rules: &OfficeRules,
) -> Result<BTreeSet<Uuid>, StoreError> {
    let standing =
        Standing { stage: case.stage, applied_on: case.applied_on, last_on: case.last_on };
    // As text: each row once, and no more of it than is needed.
    let text = "SELECT DISTINCT d.id, d.offered_on FROM donation d \
                JOIN donation_key k ON k.donation_id = d.id WHERE k.party_key = $1";
    let mut found = BTreeSet::new();
    for (key, _) in keys::of_case(secret, case) {
        for row in reader.query_all_raw(statement(reader, text, [key.into()])).await? {
            let Stored(given_on) = row.try_get("", "offered_on")?;
            if standing.is_looked_at_for(given_on, rules) {
                found.insert(row.try_get::<Stored<Uuid>>("", "id")?.0);
            }
        }
    }
    Ok(found)
}

/// How the check stands for a case. A gift whose hold is not made yet waits like one that is: the
/// approval never overtakes the check.
pub async fn review_of(
    reader: &impl Reader,
    secret: &OfficeSecret,
    case_id: CaseId,
    case: &Case,
    rules: &OfficeRules,
) -> Result<DonationReview, StoreError> {
    let gifts = touching(reader, secret, case, rules).await?;
    let holds = holds::of_case(reader, case_id).await?;
    if gifts.is_empty() && holds.is_empty() {
        return Ok(DonationReview::NoneNeeded);
    }
    let is_reviewed = |gift: &Uuid| {
        holds.iter().any(|hold| hold.donation == *gift && hold.state != HoldState::Waiting)
    };
    let all = holds.iter().map(|hold| &hold.donation).chain(&gifts).all(is_reviewed);
    Ok(if all { DonationReview::Reviewed } else { DonationReview::Waiting })
}

/// Looks at one gift, notes what was found, and holds the cases that wait for it. What was noted
/// before stays, so that doing it twice changes nothing.
pub async fn check_donation(
    store: &Store,
    secret: &OfficeSecret,
    id: Uuid,
) -> Result<(), StoreError> {
    let transaction = store.begin().await?;
    if lock(&transaction, id).await?.is_none() {
        return Err(StoreError::Damaged("a gift to be checked is not there".to_owned()));
    }
    let profile = office::load(&transaction).await?;
    let touched = touched_by(&transaction, secret, id, &profile.rules).await?;
    holds::note(&transaction, id, !touched.is_empty()).await?;
    for case in touched.into_iter().filter(|case| case.is_looked_at) {
        holds::open_for_case(&transaction, id, case.case_id, profile.today()).await?;
    }
    Ok(transaction.commit().await?)
}

/// Holds a case that is put before the leader, where a gift touches it.
pub async fn check_case(
    store: &Store,
    secret: &OfficeSecret,
    case_id: CaseId,
) -> Result<(), StoreError> {
    let reader = store.reader();
    let profile = office::load(reader).await?;
    let history = cases::load(reader, case_id).await?;
    let history = history
        .ok_or_else(|| StoreError::Damaged("a case to be checked is not there".to_owned()))?;
    for gift in touching(reader, secret, &history.case, &profile.rules).await? {
        let transaction = store.begin().await?;
        holds::open_for_case(&transaction, gift, case_id, profile.today()).await?;
        transaction.commit().await?;
    }
    Ok(())
}
