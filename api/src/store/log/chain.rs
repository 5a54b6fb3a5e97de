//! The hash that links the events of a case: SHA-256 over length-prefixed fields in a fixed order.
//!
//! Every stored column of the event is inside the hash, so that nothing but the whole tail of a
//! chain can be altered unseen; the first link is derived from the case's id, so that an event
//! cannot be moved to another case.

use sha2::{Digest, Sha256};

use super::entity::chains::{case_key, event};

/// Separates these hashes from any other use of SHA-256, and names the order of the fields.
const EVENT_DOMAIN: &[u8] = b"guijia event 1";
const START_DOMAIN: &[u8] = b"guijia case 1";

/// The hash of an event, over every column but the hash itself.
pub(in crate::store) fn hash(event: &event::Model) -> Vec<u8> {
    of_fields(&[
        EVENT_DOMAIN,
        event.case_id.as_bytes(),
        &event.version.to_be_bytes(),
        event.kind.as_bytes(),
        event.codec.as_bytes(),
        event.key_id.as_bytes(),
        event.actor.as_bytes(),
        &event.recorded_at.to_be_bytes(),
        event.command_id.as_bytes(),
        &event.body,
        &event.prev_hash,
    ])
}

/// What stands before the first event of a case.
pub(in crate::store) fn start(case_id: &str) -> Vec<u8> {
    of_fields(&[START_DOMAIN, case_id.as_bytes()])
}

/// SHA-256 over fields, each with its length in front, so that no byte can move from one to the next.
pub(in crate::store) fn of_fields(fields: &[&[u8]]) -> Vec<u8> {
    let mut digest = Sha256::new();
    for field in fields {
        digest.update((field.len() as u64).to_be_bytes());
        digest.update(field);
    }
    digest.finalize().to_vec()
}

/// What is wrong with a chain, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The version of the first event that is not as written.
    pub version: i64,
    /// The kind of that event as stored, where there is one.
    pub kind: Option<String>,
    /// In which way.
    pub class: DamageClass,
}

/// The ways in which a chain can be damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DamageClass {
    /// An event is missing.
    Missing,
    /// An event does not follow from the one before it.
    Unlinked,
    /// An event's columns do not give its hash.
    Altered,
    /// An event was recorded before its predecessor.
    ClockSetBack,
    /// The chain does not end where the case's key row says.
    WrongHead,
}

impl std::fmt::Display for Damage {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let how = match self.class {
            DamageClass::Missing => "is missing",
            DamageClass::Unlinked => "does not follow from the event before it",
            DamageClass::Altered => "was altered after it was written",
            DamageClass::ClockSetBack => "was recorded before its predecessor",
            DamageClass::WrongHead => "is not the last one according to the case's key row",
        };
        let kind = self.kind.as_deref().unwrap_or("unknown kind");
        write!(formatter, "event {} ({kind}) {how}", self.version)
    }
}

/// The first damage in a chain read in the order of its versions.
pub(in crate::store) fn first_damage(case_id: &str, events: &[event::Model]) -> Option<Damage> {
    first_damage_after(case_id, 0, &start(case_id), i64::MIN, events)
}

/// The first damage in the part of a chain that follows an event of this version and hash, which was
/// recorded then.
pub(in crate::store) fn first_damage_after(
    case_id: &str,
    version: i64,
    hash_before: &[u8],
    mut recorded_at: i64,
    events: &[event::Model],
) -> Option<Damage> {
    let mut previous = hash_before.to_vec();
    for (version, event) in (version + 1..).zip(events) {
        let class = if event.version != version {
            Some(DamageClass::Missing)
        } else if hash(event) != event.hash || event.case_id != case_id {
            Some(DamageClass::Altered)
        } else if event.prev_hash != previous {
            Some(DamageClass::Unlinked)
        } else if event.recorded_at < recorded_at {
            Some(DamageClass::ClockSetBack)
        } else {
            None
        };
        if let Some(class) = class {
            let kind = (class != DamageClass::Missing).then(|| event.kind.clone());
            return Some(Damage { version, kind, class });
        }
        previous.clone_from(&event.hash);
        recorded_at = event.recorded_at;
    }
    None
}

/// Whether the chain's last event is the one its key row names.
pub(in crate::store) fn head_damage(
    key: &case_key::Model,
    last: Option<&event::Model>,
) -> Option<Damage> {
    let version = last.map_or(0, |event| event.version);
    let agrees = last.is_some_and(|event| event.hash == key.head);
    if version == key.version && agrees {
        return None;
    }
    let class = if version < key.version { DamageClass::Missing } else { DamageClass::WrongHead };
    let first_wrong = if version < key.version { version + 1 } else { version };
    let kind = last.filter(|_| class == DamageClass::WrongHead).map(|event| event.kind.clone());
    Some(Damage { version: first_wrong, kind, class })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> event::Model {
        let mut event = event::Model {
            case_id: "a".to_owned(),
            version: 1,
            kind: "bc".to_owned(),
            body: b"{}".to_vec(),
            codec: "json".to_owned(),
            key_id: String::new(),
            actor: "d".to_owned(),
            recorded_at: 2,
            command_id: "e".to_owned(),
            prev_hash: start("a"),
            hash: Vec::new(),
        };
        event.hash = hash(&event);
        event
    }

    #[test]
    fn an_untouched_chain_has_no_damage() {
        assert_eq!(first_damage("a", &[event()]), None);
    }

    #[test]
    fn every_column_is_inside_the_hash() {
        let changes: [fn(&mut event::Model); 10] = [
            |event| event.case_id = "b".to_owned(),
            |event| event.version = 2,
            |event| event.kind = "c".to_owned(),
            |event| event.codec = "xml".to_owned(),
            |event| event.key_id = "k".to_owned(),
            |event| event.actor = "x".to_owned(),
            |event| event.recorded_at = 3,
            |event| event.command_id = "f".to_owned(),
            |event| event.body = b"[]".to_vec(),
            |event| event.prev_hash = b"other".to_vec(),
        ];
        for (place, change) in changes.into_iter().enumerate() {
            let mut changed = event();
            change(&mut changed);
            assert_ne!(hash(&changed), hash(&event()), "change {place}");
            assert!(first_damage("a", &[changed]).is_some(), "change {place}");
        }
    }

    #[test]
    fn moving_a_byte_between_fields_changes_the_hash() {
        let mut moved = event();
        moved.case_id = "ab".to_owned();
        moved.kind = "c".to_owned();
        assert_ne!(hash(&moved), hash(&event()));
    }

    #[test]
    fn an_event_of_another_case_does_not_fit() {
        assert!(first_damage("b", &[event()]).is_some());
    }
}
