//! The adoption that a later procedure is about: its own case, and what else is open for it.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};
use workflow::facts::{AdoptionRecord, OpenLater};
use workflow::identity::writing::compared_number;
use workflow::{Case, CaseId, Command, Facts};

use super::entity::rows::case_row;
use crate::store::cases::{self, History};
use crate::store::log::events::{self, Head};
use crate::store::values::Stored;
use crate::store::{Reader, StoreError, Transaction};

/// The adoption's own case, locked until the transaction ends.
pub struct Locked {
    /// Which case.
    pub id: CaseId,
    /// The head of its chain.
    pub head: Head,
    /// The case.
    pub history: History,
}

/// The adoption a command or a case is about.
pub fn of(command: Option<&Command>, history: Option<&History>) -> Option<CaseId> {
    let of_history = || of_case(&history?.case);
    command.and_then(Command::adoption).or_else(of_history)
}

/// The adoption a case is about, where it is not that adoption's own case.
pub fn of_case(case: &Case) -> Option<CaseId> {
    case.later.as_ref()?.adoption.case
}

/// Locks the adoption's own case. The case that acts was locked before it, and no case of an adoption
/// ever locks another, so that two writers queue and never wait for each other.
pub async fn lock(transaction: &Transaction, id: CaseId) -> Result<Option<Locked>, StoreError> {
    let Some(head) = events::lock(transaction, id).await? else {
        return Ok(None);
    };
    let history = cases::load(transaction, id).await?;
    Ok(history.map(|history| Locked { id, head, history }))
}

/// Adds the adoption to the facts, with what else is open for it.
pub async fn add_facts(
    reader: &impl Reader,
    facts: &mut Facts,
    id: CaseId,
    history: &History,
    this_case: Option<CaseId>,
) -> Result<(), StoreError> {
    facts.adoption = Some(Box::new(AdoptionRecord { id, case: history.case.clone() }));
    facts.open_later = open_later(reader, id, this_case).await?;
    Ok(())
}

async fn open_later(
    reader: &impl Reader,
    adoption: CaseId,
    this_case: Option<CaseId>,
) -> Result<Vec<OpenLater>, StoreError> {
    let rows = case_row::Entity::find()
        .filter(case_row::Column::Adoption.eq(Stored(adoption)))
        .all(reader)
        .await?;
    let open = rows
        .into_iter()
        .filter(|row| Some(row.case_id.0) != this_case && row.stage.0.is_before_registration());
    Ok(open.map(|row| OpenLater { procedure: row.procedure.0, number: row.number }).collect())
}

/// Rows with this certificate number, however it is typed. A row from before numbers were compared is
/// found as it stands.
fn bears(number: &str) -> Condition {
    Condition::any()
        .add(case_row::Column::CertificateKey.eq(compared_number(number)))
        .add(case_row::Column::CertificateNumber.eq(number))
}

/// The other case of the ledger that bears this certificate number.
pub async fn bearer_of_certificate(
    reader: &impl Reader,
    number: &str,
    this_case: Option<&Case>,
) -> Result<Option<CaseId>, StoreError> {
    let this_case = this_case.map_or("", |case| case.number.as_str());
    let row = case_row::Entity::find()
        .filter(bears(number))
        .filter(case_row::Column::Number.ne(this_case))
        .one(reader)
        .await?;
    Ok(row.map(|row| row.case_id.0))
}

/// The adoption of a certificate number.
pub async fn find_by_certificate_number(
    reader: &impl Reader,
    number: &str,
) -> Result<Option<CaseId>, StoreError> {
    let row = case_row::Entity::find().filter(bears(number)).one(reader).await?;
    Ok(row.map(|row| row.case_id.0))
}

/// Whether a row tells of an adoption that is being formed or stands: other procedures form none, and
/// one that was dissolved, revoked or found void no longer stands, and one whose adopters have died keeps
/// the child from no other (SEQ-16).
pub(in crate::store) fn counts_as_adoption(row: &case_row::Model) -> bool {
    let own = row.procedure.0.is_of_the_adoption();
    own && row.standing == "stands" && row.stage.0.is_open_or_standing()
}
