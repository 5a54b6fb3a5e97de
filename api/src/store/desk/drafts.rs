//! The draft from which an act was sent: it goes once the act is done.

use uuid::Uuid;
use workflow::UserId;

use super::entity::desk_record::Kind;
use super::records;
use crate::store::{Store, StoreError};

/// What the key of a request begins with that was sent from a draft.
const PREFIX: &str = "draft-";

/// The draft a request was sent from, by the key it is repeated under.
pub fn named(key: Option<&str>) -> Option<Uuid> {
    Uuid::parse_str(key?.strip_prefix(PREFIX)?).ok()
}

/// Takes the draft of an act that is done away. The act stands whatever becomes of it: one that stays is
/// seen by its owner and goes after its days.
pub async fn sent(store: &Store, owner: UserId, draft: Uuid) {
    if let Err(error) = remove(store, owner, draft).await {
        tracing::warn!(%error, "the draft of an act that is done stays");
    }
}

async fn remove(store: &Store, owner: UserId, draft: Uuid) -> Result<(), StoreError> {
    let transaction = store.begin().await?;
    records::remove(&transaction, Kind::Draft, &owner.to_string(), draft).await?;
    Ok(transaction.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_key_that_names_a_draft_does() {
        let draft = Uuid::from_u128(7);
        assert_eq!(named(Some(&format!("draft-{draft}"))), Some(draft));
        for key in [None, Some("draft-"), Some("draft-7"), Some(draft.to_string().as_str())] {
            assert_eq!(named(key), None, "{key:?}");
        }
    }
}
