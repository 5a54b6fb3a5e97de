//! Which chains moved since a time, and how far they have come. An act writes nothing for it: the
//! commands of events bear their time, and so do the entries of the office's log.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entity::chains::{case_key, event, office_log, office_log_head};
use crate::clock::Instant;
use crate::heads::leaf::Kind;
use crate::heads::tree::Hash;
use crate::secret::{OfficeSecret, Purpose};
use crate::store::{Reader, StoreError};

/// How many chains are asked for by one statement.
const AT_ONCE: usize = 500;

/// The end of one chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Whether it is of a case or of the office's log.
    pub kind: Kind,
    /// The case's id, or the name of the chain.
    pub name: String,
    /// How many entries it has.
    pub version: i64,
    /// The hash of the last one.
    pub head: Hash,
}

/// The name of a chain in the log of heads, which nobody can guess without the office's secret.
pub fn blind(secret: &OfficeSecret, kind: Kind, name: &str) -> [u8; 32] {
    let kind: &[u8] = match kind {
        Kind::Case => b"case",
        Kind::OfficeLog => b"office log",
    };
    secret.derive(Purpose::Head, &[kind, name.as_bytes()])
}

/// The ends of the chains that moved since a time.
///
/// # Errors
/// When the database cannot be read, or a hash in it is none.
pub async fn since(reader: &impl Reader, at: Instant) -> Result<Vec<End>, StoreError> {
    let cases: Vec<String> = event::Entity::find()
        .select_only()
        .column(event::Column::CaseId)
        .filter(event::Column::CommandId.gt(first_id(at)))
        .distinct()
        .into_tuple()
        .all(reader)
        .await?;
    let chains: Vec<String> = office_log::Entity::find()
        .select_only()
        .column(office_log::Column::Chain)
        .filter(office_log::Column::At.gt(at))
        .distinct()
        .into_tuple()
        .all(reader)
        .await?;
    let mut ends = Vec::with_capacity(cases.len() + chains.len());
    for some in cases.chunks(AT_ONCE) {
        let keys = case_key::Entity::find().filter(case_key::Column::CaseId.is_in(some));
        for key in keys.all(reader).await? {
            ends.push(of_case(key)?);
        }
    }
    for some in chains.chunks(AT_ONCE) {
        let heads = office_log_head::Entity::find();
        let heads = heads.filter(office_log_head::Column::Chain.is_in(some));
        for head in heads.all(reader).await? {
            ends.push(of_office_log(head)?);
        }
    }
    Ok(ends)
}

/// The ends of all chains.
///
/// # Errors
/// As for [`since`].
pub async fn all(reader: &impl Reader) -> Result<Vec<End>, StoreError> {
    let mut ends = Vec::new();
    let mut after = String::new();
    loop {
        let keys = case_key::Entity::find()
            .filter(case_key::Column::CaseId.gt(&after))
            .order_by_asc(case_key::Column::CaseId)
            .limit(AT_ONCE as u64)
            .all(reader)
            .await?;
        let Some(last) = keys.last() else { break };
        after.clone_from(&last.case_id);
        for key in keys {
            ends.push(of_case(key)?);
        }
    }
    after.clear();
    loop {
        let heads = office_log_head::Entity::find()
            .filter(office_log_head::Column::Chain.gt(&after))
            .order_by_asc(office_log_head::Column::Chain)
            .limit(AT_ONCE as u64)
            .all(reader)
            .await?;
        let Some(last) = heads.last() else { return Ok(ends) };
        after.clone_from(&last.chain);
        for head in heads {
            ends.push(of_office_log(head)?);
        }
    }
}

fn of_case(key: case_key::Model) -> Result<End, StoreError> {
    let head = hash(&key.head)?;
    Ok(End { kind: Kind::Case, name: key.case_id, version: key.version, head })
}

fn of_office_log(row: office_log_head::Model) -> Result<End, StoreError> {
    let head = hash(&row.head)?;
    Ok(End { kind: Kind::OfficeLog, name: row.chain, version: row.position, head })
}

fn hash(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map_err(|_| StoreError::Damaged("the head of a chain is no hash".to_owned()))
}

/// The smallest id that a command of this time can have; ids begin with their time.
fn first_id(at: Instant) -> String {
    let milliseconds = u64::try_from(at / 1000).unwrap_or(0);
    format!("{:08x}-{:04x}", milliseconds >> 16, milliseconds & 0xffff)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use workflow::CaseId;

    use super::*;
    use crate::clock::{SECOND, now};
    use crate::store::log::events::{self, Act, NewEvent};
    use crate::store::tests::databases;

    #[test]
    fn ids_of_a_time_are_not_before_the_first_of_it() {
        let before = now();
        let id = Uuid::now_v7().to_string();
        assert!(id >= first_id(before), "{id}");
        assert!(id < first_id(before + 60 * SECOND), "{id}");
    }

    #[tokio::test]
    async fn what_moved_since_is_found_and_nothing_else() {
        for database in databases().await {
            let store = &database.store;
            let write = async || {
                let case_id = CaseId(Uuid::new_v4());
                let transaction = store.begin().await.expect("begun");
                let head = events::begin_chain(&transaction, case_id).await.expect("a chain");
                let act = Act {
                    actor: workflow::UserId(Uuid::nil()),
                    command_id: Uuid::now_v7(),
                    recorded_at: now(),
                };
                let event = NewEvent { kind: "test", body: b"{}".to_vec() };
                let head = events::append(&transaction, case_id, head, act, vec![event]).await;
                transaction.commit().await.expect("committed");
                (case_id.to_string(), head.expect("appended"))
            };
            write().await;
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            let at = now();
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
            let (name, head) = write().await;
            let ends = since(store.reader(), at).await.expect("read");
            let head: Hash = head.hash.try_into().expect("a hash");
            assert_eq!(
                ends,
                [End { kind: Kind::Case, name, version: 1, head }],
                "{}",
                database.name
            );
            let all = all(store.reader()).await.expect("read");
            let cases = all.iter().filter(|end| end.kind == Kind::Case).count();
            assert_eq!((cases, all.len() > 2), (2, true), "{}", database.name);
        }
    }
}
