//! Chains against what was sealed of them outside the database.

use super::chains::case_with_events;
use super::databases;
use crate::heads::leaf::{Kind, Leaf};
use crate::secret::OfficeSecret;
use crate::store::Store;
use crate::store::log::moved::{self, blind};
use crate::store::log::verify::heads::check_heads_outside;

async fn sealed(store: &Store, secret: &OfficeSecret) -> Vec<Leaf> {
    let ends = moved::all(store.reader()).await.expect("read");
    let leaf = |end: moved::End| Leaf {
        kind: end.kind,
        at: 1_800_000_000_000_000,
        blind: blind(secret, end.kind, &end.name),
        version: end.version,
        head: end.head,
    };
    ends.into_iter().filter(|end| end.version > 0).map(leaf).collect()
}

async fn found(store: &Store, leaves: &[Leaf], secret: Option<&OfficeSecret>) -> String {
    let found = check_heads_outside(store.reader(), leaves, secret).await.expect("compared");
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn a_chain_cut_short_is_named_with_the_secret_and_found_without_it() {
    for database in databases().await {
        let store = &database.store;
        let directory = tempfile::tempdir().expect("a directory");
        OfficeSecret::create(directory.path()).expect("a secret");
        let secret = OfficeSecret::load(directory.path()).expect("a secret");
        let case_id = case_with_events(store, 3).await;
        case_with_events(store, 2).await;
        let mut leaves = sealed(store, &secret).await;
        for secret in [Some(&secret), None] {
            assert_eq!(found(store, &leaves, secret).await, "", "{}", database.name);
        }
        let own = blind(&secret, Kind::Case, &case_id.to_string());
        let leaf = leaves.iter_mut().find(|leaf| leaf.blind == own).expect("its leaf");
        (leaf.version, leaf.head) = (4, [7; 32]);
        let named = found(store, &leaves, Some(&secret)).await;
        let words = format!("{case_id}: event 4 was sealed outside the database on 2027-01-15 ");
        assert!(
            named.starts_with(&words) && named.ends_with("is gone, with all after it"),
            "{named}"
        );
        let unnamed = found(store, &leaves, None).await;
        assert!(unnamed.contains("event 4 of a chain") && !unnamed.contains(&case_id.to_string()));
        let leaf = leaves.iter_mut().find(|leaf| leaf.blind == own).expect("its leaf");
        leaf.version = 3;
        let other = found(store, &leaves, Some(&secret)).await;
        assert!(other.contains("event 3 is another than the one that was sealed"), "{other}");
        leaves.iter_mut().for_each(|leaf| leaf.blind[0] ^= u8::from(leaf.blind == own));
        let gone = found(store, &leaves, Some(&secret)).await;
        assert!(gone.contains("a whole case, sealed on 2027-01-15 "), "{gone}");
    }
}

#[tokio::test]
async fn a_log_in_which_a_chain_becomes_shorter_is_not_ours() {
    for database in databases().await {
        let store = &database.store;
        let directory = tempfile::tempdir().expect("a directory");
        OfficeSecret::create(directory.path()).expect("a secret");
        let secret = OfficeSecret::load(directory.path()).expect("a secret");
        case_with_events(store, 3).await;
        let now = sealed(store, &secret).await;
        let mut leaves = now.clone();
        leaves.iter_mut().for_each(|leaf| leaf.version += 1);
        leaves.extend(now);
        let words = found(store, &leaves, Some(&secret)).await;
        assert!(words.contains("the log was not written by this program"), "{words}");
    }
}
