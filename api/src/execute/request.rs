//! What may be asked of the write path, and what it answers.

use sha2::{Digest, Sha256};
use workflow::{CaseId, Command, Event};

use super::{Failure, command_data};
use crate::access::Asker;
use crate::store::idempotency::RepeatKey;

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
}

impl Request {
    /// The request with its names and numbers in one way of writing, so that two spellings are one.
    pub(super) fn in_one_way_of_writing(self) -> Request {
        Request { command: self.command.in_one_way_of_writing(), ..self }
    }

    /// What makes two requests the same, apart from the asker and the key.
    pub(super) fn digest(&self) -> Result<Vec<u8>, Failure> {
        let target = match self.target {
            Target::New => String::new(),
            Target::Case(case_id) => case_id.to_string(),
        };
        let mut digest = Sha256::new();
        for part in [target.as_bytes(), &command_data::canonical(&self.command)?] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Ok(digest.finalize().to_vec())
    }

    pub(super) fn repeat_key<'a>(
        &'a self,
        asker: &'a Asker,
        body_digest: &'a [u8],
    ) -> Option<RepeatKey<'a>> {
        let key = self.idempotency_key.as_deref()?;
        Some(RepeatKey { caller: asker.actor.id, operation: &asker.operation, key, body_digest })
    }
}
