//! Seals the heads: at intervals, and at once when a number was given or voided, the ends of the chains
//! that moved are added to the log outside the database, signed, and shown to the witnesses.
//!
//! Of several replicas that share the folder one seals at a time. It looks at the database only when it
//! has the folder, so that a chain that is shorter than it was sealed was made shorter.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use super::witnesses::Witnesses;
use crate::app::App;
use crate::clock::{HOUR, Instant, MINUTE, now};
use crate::heads::folder::{Folder, FolderError, Held};
use crate::heads::leaf::Leaf;
use crate::heads::log::{Log, Sealed};
use crate::heads::note::Signer;
use crate::store::StoreError;
use crate::store::log::moved::{self, End};

/// How far it is looked back beyond the last look: no act takes so long from its number to its commit,
/// and no two clocks of replicas differ by so much.
const OVERLAP: Instant = 15 * MINUTE;
/// After how long every chain is looked at, whatever the clocks said meanwhile.
const WHOLE: Instant = 24 * HOUR;
/// How often the folder is asked for while another replica has it, and with which pause.
const ASKED: u32 = 300;
const PAUSE: Duration = Duration::from_millis(100);

/// Why the heads could not be sealed. The next time it is tried again.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// Another program has the folder and does not give it back.
    #[error("another program holds the log of heads in {0}")]
    Taken(String),
    /// The work was broken off.
    #[error("sealing was broken off: {0}")]
    BrokenOff(#[from] tokio::task::JoinError),
}

/// Adds to the log of heads.
pub struct Sealer {
    app: App,
    folder: Folder,
    signer: Arc<Signer>,
    witnesses: Witnesses,
    log: Option<Log>,
    looked_at: Option<Instant>,
    all_looked_at: Option<Instant>,
}

/// What a seal came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seal {
    /// How many chains had moved.
    pub added: usize,
    /// How many chains are shorter than they were, or others.
    pub behind: usize,
}

impl Sealer {
    /// A sealer of the office's log.
    pub fn new(app: App, folder: Folder, signer: Signer, witnesses: Witnesses) -> Sealer {
        let signer = Arc::new(signer);
        Sealer { app, folder, signer, witnesses, log: None, looked_at: None, all_looked_at: None }
    }

    /// Seals at intervals and when it is rung, until `stop` is ready. Gives the sealer back, for whoever
    /// seals last when all other work has ended.
    pub async fn run(mut self, interval: Duration, stop: impl Future<Output = ()>) -> Sealer {
        tokio::pin!(stop);
        let rung = self.app.sealing.clone();
        loop {
            self.seal_and_show().await;
            tokio::select! {
                () = &mut stop => return self,
                () = rung.notified() => {}
                () = tokio::time::sleep(interval) => {}
            }
        }
    }

    /// Seals, and shows the checkpoint to the witnesses; says in the log what does not go well.
    pub async fn seal_and_show(&mut self) {
        let sealed = self.seal().await;
        if let Ok(Seal { behind, .. }) = &sealed {
            self.app.seals.note(now(), *behind);
        }
        match sealed {
            Ok(Seal { behind: 0, .. }) => {}
            Ok(Seal { behind, .. }) => tracing::error!(
                behind,
                "chains are shorter in the database than they were sealed outside it, or are others: an \
                 older copy stands in its place, or it was tampered with; run `guijia verify --heads`"
            ),
            Err(error) => tracing::error!(%error, "the heads cannot be sealed"),
        }
        if let Err(error) = self.show().await {
            tracing::error!(%error, "what the witnesses signed cannot be kept");
        }
    }

    /// Seals once.
    ///
    /// # Errors
    /// [`SealError`]; what was not sealed is sealed the next time.
    pub async fn seal(&mut self) -> Result<Seal, SealError> {
        let _held = self.take().await?;
        let log = self.current_log().await?;
        let at = now();
        let reader = self.app.store.reader();
        let since = self.since(at);
        let ends = match since {
            Some(since) => moved::since(reader, since).await?,
            None => moved::all(reader).await?,
        };
        let (leaves, behind) = self.leaves(&log, ends, at);
        let added = leaves.len();
        self.add(log, leaves).await?;
        self.looked_at = Some(at);
        if since.is_none() {
            self.all_looked_at = Some(at);
        }
        Ok(Seal { added, behind })
    }

    /// Adds the ends of chains that were written anew with the same entries, and nothing of others: that of a
    /// case that was sealed is another, and as long as before.
    ///
    /// # Errors
    /// [`SealError`]; it can be done again.
    pub async fn acknowledge(&mut self, ends: Vec<End>) -> Result<(), SealError> {
        let _held = self.take().await?;
        let log = self.current_log().await?;
        let at = now();
        let mut leaves = Vec::new();
        for End { kind, name, version, head } in ends {
            let blind = moved::blind(&self.app.secret, kind, &name);
            let is_other = |sealed: Sealed| sealed.version == version && sealed.head != head;
            if log.sealed(&blind).is_some_and(is_other) {
                leaves.push(Leaf { kind, at, blind, version, head });
            }
        }
        self.add(log, leaves).await?;
        Ok(())
    }

    /// Adds leaves to the log, and keeps it for the next time.
    async fn add(&mut self, mut log: Log, leaves: Vec<Leaf>) -> Result<(), SealError> {
        let signer = self.signer.clone();
        let written = tokio::task::spawn_blocking(move || {
            let added = log.add(&leaves, &signer);
            added.map(|()| log)
        });
        self.log = Some(written.await??);
        Ok(())
    }

    /// The folder, once no other replica has it.
    async fn take(&self) -> Result<Held, SealError> {
        for _ in 0..ASKED {
            if let Some(held) = self.folder.take()? {
                return Ok(held);
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(SealError::Taken(self.folder.path().display().to_string()))
    }

    /// The log as it is in the folder now.
    async fn current_log(&mut self) -> Result<Log, SealError> {
        if let Some(log) = self.log.take()
            && log.is_current()?
        {
            return Ok(log);
        }
        let (folder, signer) = (self.folder.clone(), self.signer.clone());
        let opened = tokio::task::spawn_blocking(move || Log::open(&folder, &signer));
        let (log, torn) = opened.await??;
        if torn > 0 {
            tracing::warn!(
                torn,
                "bytes that an interrupted seal left in the log of heads were cut off"
            );
        }
        Ok(log)
    }

    /// Since when chains are asked for; none where all of them are.
    fn since(&self, at: Instant) -> Option<Instant> {
        let all = self.all_looked_at?;
        let is_recent = (all..all.saturating_add(WHOLE)).contains(&at);
        self.looked_at.filter(|_| is_recent).map(|at| at.saturating_sub(OVERLAP))
    }

    /// A leaf for each chain that went on, and how many are not what was sealed.
    fn leaves(&self, log: &Log, ends: Vec<End>, at: Instant) -> (Vec<Leaf>, usize) {
        let (mut leaves, mut behind) = (Vec::new(), 0);
        for End { kind, name, version, head } in ends.into_iter().filter(|end| end.version > 0) {
            let blind = moved::blind(&self.app.secret, kind, &name);
            match log.sealed(&blind) {
                Some(sealed) if sealed.version == version && sealed.head == head => {}
                Some(sealed) if sealed.version >= version => behind += 1,
                _ => leaves.push(Leaf { kind, at, blind, version, head }),
            }
        }
        (leaves, behind)
    }

    /// Shows the newest checkpoint to the witnesses that have not seen it, and keeps what they sign.
    async fn show(&mut self) -> Result<(), SealError> {
        let Some(log) = &self.log else { return Ok(()) };
        let cosigned = self.witnesses.show(log).await;
        self.app.seals.note_unseen(self.witnesses.behind(log));
        let Some(cosigned) = cosigned else { return Ok(()) };
        let _held = self.take().await?;
        self.folder.add_cosigned(&cosigned)?;
        Ok(())
    }
}

#[cfg(test)]
#[path = "sealer_tests.rs"]
mod tests;
