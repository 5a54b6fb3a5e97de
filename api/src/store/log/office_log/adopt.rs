//! The beginning of the log: rows that are older are taken in as they stand, and the log says so.

use std::collections::BTreeMap;

use sea_orm::{EntityTrait, ModelTrait};
use uuid::Uuid;

use super::{Chain, Note, What, access, append, lock, of_rows};
use crate::store::cases::entity::documents::{case_document, document_print};
use crate::store::gifts::entity::{
    donation, donation_entry, donation_hold, donation_hold_log, donation_key,
};
use crate::store::log::entity::audit::configuration_change;
use crate::store::office::entity::{calendar_day, calendar_edition, office};
use crate::store::people::entity::{absence, account, invitation, session};
use crate::store::values::{self, user_id};
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
        let ready = case_document::Entity::find().all(transaction).await?.into_iter();
        for row in ready.filter(|row| row.state != "waiting") {
            older.add(Chain::Case(values::case_id(&row.case_id)?), &row)?;
        }
        for row in document_print::Entity::find().all(transaction).await? {
            older.add(Chain::Case(values::case_id(&row.case_id)?), &row)?;
        }
        Ok(older)
    }

    async fn of_the_office(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        self.all::<office::Entity>(transaction, |_| Ok(Chain::Office)).await?;
        self.all::<calendar_edition::Entity>(transaction, |_| Ok(Chain::Office)).await?;
        self.all::<calendar_day::Entity>(transaction, |_| Ok(Chain::Office)).await?;
        self.all::<absence::Entity>(transaction, |_| Ok(Chain::Office)).await?;
        self.all::<configuration_change::Entity>(transaction, |_| Ok(Chain::Office)).await
    }

    async fn of_people(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        let whose = |id: &str| Ok(Chain::Person(user_id(id)?));
        self.all::<account::Entity>(transaction, |row| whose(&row.id)).await?;
        self.all::<invitation::Entity>(transaction, |row| whose(&row.account_id)).await?;
        self.all::<session::Entity>(transaction, |row| whose(&row.account_id)).await
    }

    async fn of_gifts(&mut self, transaction: &Transaction) -> Result<(), StoreError> {
        self.all::<donation::Entity>(transaction, |row| gift(&row.id)).await?;
        self.all::<donation_key::Entity>(transaction, |row| gift(&row.donation_id)).await?;
        self.all::<donation_entry::Entity>(transaction, |row| gift(&row.donation_id)).await?;
        self.all::<donation_hold::Entity>(transaction, |row| gift(&row.donation_id)).await?;
        let holds = donation_hold::Entity::find().all(transaction).await?;
        let gifts: BTreeMap<String, String> =
            holds.into_iter().map(|hold| (hold.id, hold.donation_id)).collect();
        let of_hold = |row: &donation_hold_log::Model| match gifts.get(&row.hold_id) {
            Some(id) => gift(id),
            None => Ok(Chain::Office),
        };
        self.all::<donation_hold_log::Entity>(transaction, of_hold).await
    }

    async fn all<E: EntityTrait>(
        &mut self,
        transaction: &Transaction,
        chain: impl Fn(&E::Model) -> Result<Chain, StoreError>,
    ) -> Result<(), StoreError> {
        for row in E::find().all(transaction).await? {
            self.add(chain(&row)?, &row)?;
        }
        Ok(())
    }

    fn add<M: ModelTrait>(&mut self, chain: Chain, row: &M) -> Result<(), StoreError> {
        let (_, notes) = self.chains.entry(chain.to_string()).or_insert((chain, Vec::new()));
        notes.extend(of_rows(What::Adopted, std::slice::from_ref(row))?);
        self.count += 1;
        Ok(())
    }
}

fn gift(id: &str) -> Result<Chain, StoreError> {
    Uuid::parse_str(id)
        .map(Chain::Gift)
        .map_err(|_| StoreError::Damaged("an identifier cannot be read".to_owned()))
}
