//! What may be asked of the write path, and what it answers.

use sha2::{Digest, Sha256};
use workflow::{CaseId, Command, Event, Message};

use super::{Failure, command_data};
use crate::store::asker::Asker;
use crate::store::log::idempotency::RepeatKey;

/// What the key of a request begins with that was sent without one.
const PRESSED_TWICE: &str = "pressed-twice ";

/// What makes two requests the same, and the key of one that was sent without.
pub(super) struct BodyDigest {
    bytes: Vec<u8>,
    pressed_twice: String,
}

/// The case an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A case that the act opens.
    New,
    /// A case that exists.
    Case(CaseId),
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// On which case.
    pub target: Target,
    /// The version the asker has seen; needed for a case that exists.
    pub expected_version: Option<u32>,
    /// A key of the asker's choice that makes a repeated request the same request.
    pub idempotency_key: Option<String>,
    /// The act.
    pub command: Command,
    /// Whether it is only asked whether the act would be done: it is decided as always, and nothing written.
    pub validate: bool,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The case.
    pub case_id: CaseId,
    /// Its version after the act.
    pub version: u32,
    /// What happened; empty where an earlier request with the same key had done it.
    pub events: Vec<Event>,
    /// What whoever acts is told beside it.
    pub notes: Vec<Message>,
    /// Whether nothing was written, because it was only asked.
    pub validated: bool,
}

impl Request {
    /// The request with its names and numbers in one way of writing, so that two spellings are one.
    pub(super) fn in_one_way_of_writing(self) -> Request {
        Request { command: self.command.in_one_way_of_writing(), ..self }
    }

    /// What makes two requests the same, apart from the asker and the key.
    pub(super) fn digest(&self) -> Result<BodyDigest, Failure> {
        let target = match self.target {
            Target::New => String::new(),
            Target::Case(case_id) => case_id.to_string(),
        };
        let mut digest = Sha256::new();
        for part in [target.as_bytes(), &command_data::canonical(&self.command)?] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        let bytes = digest.finalize().to_vec();
        let pressed_twice = format!("{PRESSED_TWICE}{}", hex::encode(&bytes));
        Ok(BodyDigest { bytes, pressed_twice })
    }

    pub(super) fn repeat_key<'a>(
        &'a self,
        asker: &'a Asker,
        digest: &'a BodyDigest,
    ) -> Option<RepeatKey<'a>> {
        if self.validate {
            return None;
        }
        let (caller, operation) = (asker.actor.id, asker.operation.as_str());
        let body_digest = digest.bytes.as_slice();
        let (key, untouched) = match (self.idempotency_key.as_deref(), &self.command) {
            (Some(key), _) => (key, false),
            // Whoever presses twice does not know of the key: the same application at once is one.
            // Of every other procedure the law itself refuses the second.
            (None, Command::Apply(_)) => (digest.pressed_twice.as_str(), true),
            (None, _) => return None,
        };
        Some(RepeatKey { caller, operation, key, body_digest, untouched })
    }
}
