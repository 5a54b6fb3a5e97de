//! The hash chains and the checkpoints over them, for an auditor: what was written cannot have been
//! changed since, and nothing of what it says is shown.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use poem::web::Data;
use poem_openapi::{
    OpenApi,
    param::{Path, Query},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use workflow::{CaseId, Role};

use super::accesses::page_length;
use crate::heads::folder::FolderError;
use crate::heads::note::Note;
use crate::http::answer::output::Output;
use crate::http::answer::{Kind, Problem};
use crate::http::body::word::Word;
use crate::http::service::Service;
use crate::http::sign_in::caller::Caller;
use crate::http::v1::Group;
use crate::http::v1::cases::ledger::unknown_word;
use crate::store::log::audit::AccessOutcome;
use crate::store::log::chain_reading::{self, End, Link};

/// The longest name of a chain, in characters.
const LONGEST_NAME: usize = 60;

/// The operations on chains.
pub struct Chains;

/// Which chains are meant.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum ChainOwner {
    /// Those of the cases.
    Cases,
    /// Those of the office's own log.
    Office,
}

/// How far a chain has come.
#[derive(Serialize, JsonSchema)]
struct ChainEnd {
    /// The case, or the name of the chain of the office's log.
    chain: String,
    /// How many entries it has.
    entries: i64,
    /// The hash of the last one, in hexadecimal.
    head: String,
}

impl From<End> for ChainEnd {
    fn from(end: End) -> ChainEnd {
        ChainEnd { chain: end.name, entries: end.entries, head: hex::encode(end.head) }
    }
}

/// A page of chains.
#[derive(Serialize, JsonSchema)]
struct ChainPage {
    /// The chains in the order of their names.
    chains: Vec<ChainEnd>,
    /// Given as `cursor` to read the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// One link of a case's chain, without what the event says.
#[derive(Serialize, JsonSchema)]
struct ChainLink {
    /// Its place, from 1: the version of the case after it.
    version: i64,
    /// What happened, by the word of its kind.
    kind: String,
    /// The account that did it.
    actor: String,
    /// When it was recorded.
    recorded_at: Option<DateTime<Utc>>,
    /// The hash of the link before, in hexadecimal.
    before: String,
    /// Its own hash, in hexadecimal.
    hash: String,
}

impl From<Link> for ChainLink {
    fn from(link: Link) -> ChainLink {
        ChainLink {
            version: link.version,
            kind: link.kind,
            actor: link.actor,
            recorded_at: DateTime::from_timestamp_micros(link.recorded_at),
            before: hex::encode(link.before),
            hash: hex::encode(link.hash),
        }
    }
}

/// The chain of a case.
#[derive(Serialize, JsonSchema)]
struct CaseChain {
    /// Whether every hash was computed anew and fits, up to the end that the case's key row names.
    whole: bool,
    /// What is wrong, where something is.
    #[serde(skip_serializing_if = "Option::is_none")]
    damage: Option<String>,
    /// Its links, oldest first.
    links: Vec<ChainLink>,
}

/// The signed checkpoints of the log of heads.
#[derive(Serialize, JsonSchema)]
struct Checkpoints {
    /// The public key of the log, to check them with (C2SP `signed-note`).
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// The newest of them, newest first (C2SP `tlog-checkpoint`).
    checkpoints: Vec<String>,
    /// The newest of those that witnesses signed, newest first (C2SP `tlog-cosignature`).
    cosigned: Vec<String>,
}

#[OpenApi(prefix_path = "/v1", tag = "Group::Service")]
impl Chains {
    /// How far every hash chain has come
    #[oai(path = "/chains", method = "get", operation_id = "list_chains")]
    async fn list(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// `cases` (without it) or `office`, the office's own log
        of: Query<Option<Word<ChainOwner>>>,
        /// What the last page gave as `next`
        cursor: Query<Option<String>>,
        /// How many chains, 1 to 200; 50 where nothing is said
        limit: Query<Option<u64>>,
    ) -> Result<Output<ChainPage>, Problem> {
        let person = caller.holding(Role::Auditor)?;
        let of = of.0.map(|Word(of)| of);
        let after = cursor.0.unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b' ');
        if after.len() > LONGEST_NAME || !after.bytes().all(plain) {
            return Err(unknown_word("cursor"));
        }
        let limit = page_length(limit.0)?;
        let store = &service.app.store;
        let ends = match of.unwrap_or(ChainOwner::Cases) {
            ChainOwner::Cases => chain_reading::of_cases(store.reader(), &after, limit).await?,
            ChainOwner::Office => chain_reading::of_office(store.reader(), &after, limit).await?,
        };
        person.asker.note(store, None, AccessOutcome::Read, &[]).await?;
        let is_full = u64::try_from(ends.len()).is_ok_and(|count| count == limit);
        let next = ends.last().filter(|_| is_full).map(|end| end.name.clone());
        let chains = ends.into_iter().map(ChainEnd::from).collect();
        Ok(Output::new(ChainPage { chains, next }))
    }

    /// The chain of a case, every hash computed anew
    #[oai(path = "/chains/:id", method = "get", operation_id = "read_chain")]
    async fn of_case(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// The case
        id: Path<Uuid>,
    ) -> Result<Output<CaseChain>, Problem> {
        let person = caller.holding(Role::Auditor)?;
        let store = &service.app.store;
        let found = chain_reading::of_case(store.reader(), CaseId(id.0)).await?;
        let outcome = if found.is_some() { AccessOutcome::Read } else { AccessOutcome::NotFound };
        person.asker.note(store, Some(CaseId(id.0)), outcome, &[]).await?;
        let chain = found.ok_or_else(|| Problem::new(Kind::NotFound))?;
        Ok(Output::new(CaseChain {
            whole: chain.damage.is_none(),
            damage: chain.damage,
            links: chain.links.into_iter().map(ChainLink::from).collect(),
        }))
    }

    /// The signed checkpoints over all chains, to be kept where the office cannot reach them
    #[oai(path = "/checkpoints", method = "get", operation_id = "list_checkpoints")]
    async fn checkpoints(
        &self,
        caller: Caller,
        service: Data<&Arc<Service>>,
        /// How many of each, 1 to 200; 50 where nothing is said
        limit: Query<Option<u64>>,
    ) -> Result<Output<Checkpoints>, Problem> {
        let person = caller.holding(Role::Auditor)?;
        let most = usize::try_from(page_length(limit.0)?).unwrap_or(usize::MAX);
        let folder = &service.app.heads;
        let key = folder.key().map_err(unreadable)?;
        let shown = folder.checkpoints().map_err(unreadable)?;
        person.asker.note(&service.app.store, None, AccessOutcome::Read, &[]).await?;
        let newest =
            |notes: Vec<Note>| notes.iter().rev().take(most).map(ToString::to_string).collect();
        Ok(Output::new(Checkpoints {
            key: key.map(|key| key.to_string()),
            checkpoints: newest(shown.signed),
            cosigned: newest(shown.cosigned),
        }))
    }
}

/// The folder lies on another disk, which may be away for a while.
fn unreadable(fault: FolderError) -> Problem {
    tracing::error!(%fault, "the log of heads cannot be read");
    Problem::new(Kind::Unavailable)
}
