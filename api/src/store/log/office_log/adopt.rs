//! The beginning of the log: rows that are older are taken in as they stand, and the log says so.

use std::collections::BTreeMap;

use sea_orm::EntityTrait;
use uuid::Uuid;
use workflow::{CaseId, UserId};

use super::{Chain, Note, What, access, append, lock, of_rows};
use crate::store::cases::entity::documents::{case_document, document_print};
use crate::store::gifts::entity::{
    donation, donation_entry, donation_hold, donation_hold_log, donation_key,
};
use crate::store::log::entity::audit::configuration_change;
use crate::store::office::entity::{calendar_day, calendar_edition, indicator_set, office};
use crate::store::people::entity::{
    absence, account, invitation, recovery_code, second_factor, session,
};
use crate::store::plain::Plain;
use crate::store::staff::entity::{agency, assessor_standing};
use crate::store::values::Text;
use crate::store::{StoreError, Transaction};

/// Begins the log where it has not begun. Several starters may call this at once: the first does the
/// work and the others wait for it. The transaction ends here.
pub async fn adopt(transaction: Transaction) -> Result<(), StoreError> {
    let (position, _) = lock(&transaction, &Chain::Office.to_string()).await?;
    if position > 0 {
        transaction.rollback().await;
        return Ok(());
    }
    let older = Older::read(&transaction).await?;
    let began = Note {
        what: What::Began,
        about: "office_log".to_owned(),
        row_key: older.count.to_string(),
        body: Vec::new(),
    };
    append(&transaction, Chain::Office, vec![began]).await?;
    for (chain, notes) in older.chains.into_values() {
        append(&transaction, chain, notes).await?;
    }
    while access::seal(&transaction).await? > 0 {}
    Ok(transaction.commit().await?)
}

/// The rows that were there before, by the chain each belongs to.
struct Older {
    chains: BTreeMap<String, (Chain, Vec<Note>)>,
    count: usize,
}

impl Older {
    async fn read(transaction: &Transaction) -> Result<Older, StoreError> {
        let mut older = Older { chains: BTreeMap::new(), count: 0 };
        older.of_the_office(transaction).await?;
        older.of_people(transaction).await?;
        older.of_gifts(transaction).await?;
        older.of_cases(transaction).await?;
        Ok(older)
    }

    async fn of_the_office(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        self.shared::<office::Entity>(transaction).await?;
        self.shared::<calendar_edition::Entity>(transaction).await?;
        self.shared::<calendar_day::Entity>(transaction).await?;
        self.shared::<absence::Entity>(transaction).await?;
        self.shared::<indicator_set::Entity>(transaction).await?;
        self.shared::<agency::Entity>(transaction).await?;
        self.shared::<configuration_change::Entity>(transaction).await
    }

    async fn of_people(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        let by = Chain::Person;
        self.each::<account::Entity, UserId>(transaction, account::Column::Id, by).await?;
        let whose = invitation::Column::AccountId;
        self.each::<invitation::Entity, UserId>(transaction, whose, by).await?;
        let whose = session::Column::AccountId;
        self.each::<session::Entity, UserId>(transaction, whose, by).await?;
        let whose = second_factor::Column::AccountId;
        self.each::<second_factor::Entity, UserId>(transaction, whose, by).await?;
        let whose = assessor_standing::Column::AccountId;
        self.each::<assessor_standing::Entity, UserId>(transaction, whose, by).await?;
        let whose = recovery_code::Column::AccountId;
        self.each::<recovery_code::Entity, UserId>(transaction, whose, by).await
    }

    async fn of_gifts(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        let by = Chain::Gift;
        self.each::<donation::Entity, Uuid>(transaction, donation::Column::Id, by).await?;
        let of = donation_key::Column::DonationId;
        self.each::<donation_key::Entity, Uuid>(transaction, of, by).await?;
        let of = donation_entry::Column::DonationId;
        self.each::<donation_entry::Entity, Uuid>(transaction, of, by).await?;
        let mut gifts = BTreeMap::new();
        for hold in every_row::<donation_hold::Entity>(transaction).await? {
            let gift = Chain::Gift(hold.read(donation_hold::Column::DonationId)?);
            gifts.insert(hold.read::<Uuid>(donation_hold::Column::Id)?, gift);
            self.add(gift, hold)?;
        }
        for line in every_row::<donation_hold_log::Entity>(transaction).await? {
            let hold: Uuid = line.read(donation_hold_log::Column::HoldId)?;
            self.add(gifts.get(&hold).copied().unwrap_or(Chain::Office), line)?;
        }
        Ok(())
    }

    async fn of_cases(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        for row in every_row::<case_document::Entity>(transaction).await? {
            // What waits to be made is noted once it is.
            if row.get(case_document::Column::State) != Some(&"waiting".into()) {
                self.add(Chain::Case(row.read(case_document::Column::CaseId)?), row)?;
            }
        }
        let of = document_print::Column::CaseId;
        self.each::<document_print::Entity, CaseId>(transaction, of, Chain::Case).await
    }

    /// Takes in a table of the whole office.
    async fn shared<E: EntityTrait>(
        &mut self,
        transaction: &Transaction,
    ) -> Result<(), StoreError> {
        for row in every_row::<E>(transaction).await? {
            self.add(Chain::Office, row)?;
        }
        Ok(())
    }

    /// Takes in a table of which each row says in this column whose chain it belongs to.
    async fn each<E: EntityTrait, T: Text>(
        &mut self,
        transaction: &Transaction,
        column: E::Column,
        chain: fn(T) -> Chain,
    ) -> Result<(), StoreError> {
        for row in every_row::<E>(transaction).await? {
            self.add(chain(row.read(column)?), row)?;
        }
        Ok(())
    }

    fn add<E: EntityTrait>(&mut self, chain: Chain, row: Plain<E>) -> Result<(), StoreError> {
        let (_, notes) = self.chains.entry(chain.to_string()).or_insert((chain, Vec::new()));
        notes.extend(of_rows(What::Adopted, &[row])?);
        self.count += 1;
        Ok(())
    }
}

/// The rows of a table as they lie: they are taken in as they stand.
async fn every_row<E: EntityTrait>(transaction: &Transaction) -> Result<Vec<Plain<E>>, StoreError> {
    Ok(E::find().into_model().all(transaction).await?)
}
