//! Scans that come in: told by their content, probed in a bounded child process, kept by digest.
//!
//! A scan comes from outside and may be made to harm. Its parser therefore runs in a process of
//! its own, with limits of memory and time, and what it says is all that is believed.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use documents::probe::{Limits, Probed, probe};
use serde::{Deserialize, Serialize};
use workflow::case::scan::{MediaType, Scan};

use crate::children::child::{self, ChildFault, length, read_part};
use crate::children::pool::{Pool, Which};
use crate::children::virus::{Finding, VirusScanner};
use crate::store::files::Digest;

/// The largest scan, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// The most pages of one scan.
const MOST_PAGES: usize = 60;
/// The most pixels of one image.
const MOST_PIXELS: u64 = 80_000_000;
/// What the child may take.
const LIMITS: child::Limits = child::Limits {
    memory: 1_500_000,
    processor_seconds: 20,
    patience: Duration::from_secs(25),
    longest_answer: 10_000,
    jobs: 100,
    idle: Duration::from_secs(60),
};
/// Children at work at once; the others wait for their turn.
const CHILDREN: usize = 2;
/// The hidden command of this program that probes what it reads.
pub const PROBE_COMMAND: &str = "probe-scans";

/// Why a scan is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ScanFault {
    /// The content is not a PDF, JPEG or PNG that can later be bound into a dossier.
    #[error("the scan cannot be used: {en}")]
    Unusable {
        /// Why, in Chinese.
        zh: String,
        /// Why, in English.
        en: String,
    },
    /// The virus scanner takes it for harmful.
    #[error("the virus scanner refuses the scan")]
    Infected,
    /// The virus scanner did not answer.
    #[error("the virus scanner does not answer")]
    NotExamined,
    /// The probing process could not be run or did not answer.
    #[error("the scan could not be probed")]
    NotProbed,
}

/// What the child says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    Usable { media_type: MediaType, pages: u32 },
    Unusable { zh: String, en: String },
}

/// A scan as it is before it was probed: only its bytes are known.
pub fn unprobed(bytes: &[u8]) -> Scan {
    Scan {
        digest: Digest::of(bytes).to_string(),
        media_type: MediaType::Pdf,
        pages: 0,
        size: bytes.len() as u64,
    }
}

/// What scans pass before they are kept.
#[derive(Debug, Clone)]
pub struct Intake {
    virus_scanner: Option<VirusScanner>,
    children: Pool,
}

impl Intake {
    /// An intake whose children run this program, with the office's virus scanner if it has one.
    pub fn new(program: PathBuf, virus_scanner: Option<VirusScanner>) -> Intake {
        let children = Pool::new(program, PROBE_COMMAND, Vec::new(), LIMITS, CHILDREN);
        Intake { virus_scanner, children }
    }

    /// How many children wait for a scan.
    pub fn waiting(&self) -> usize {
        self.children.waiting()
    }

    /// Asks the virus scanner, where the office has one, and then what the scan is; nothing is kept
    /// yet.
    ///
    /// # Errors
    /// [`ScanFault`] with words for the person who sent it.
    pub async fn admit(&self, bytes: &[u8]) -> Result<Scan, ScanFault> {
        if let Some(scanner) = &self.virus_scanner {
            match scanner.examine(bytes).await {
                Ok(Finding::Clean) => {}
                Ok(Finding::Infected) => return Err(ScanFault::Infected),
                Err(fault) => {
                    tracing::error!(%fault, "the virus scanner gave no verdict");
                    return Err(ScanFault::NotExamined);
                }
            }
        }
        match understand(self.probe(bytes).await)? {
            Verdict::Usable { media_type, pages } => {
                Ok(Scan { media_type, pages, ..unprobed(bytes) })
            }
            Verdict::Unusable { zh, en } => Err(ScanFault::Unusable { zh, en }),
        }
    }

    /// Asks a child. Where one fell that had probed other scans before, a fresh one says whether it
    /// was this scan.
    async fn probe(&self, bytes: &[u8]) -> Result<Vec<u8>, ChildFault> {
        let mut which = Which::Any;
        loop {
            let mut child = self.children.lend(which).await?;
            let is_used = child.is_used;
            child.hand(bytes).await;
            match child.answer().await {
                Err(_) if is_used => which = Which::Fresh,
                answer => return answer,
            }
        }
    }
}

/// What the end of the child says about the scan.
fn understand(answer: Result<Vec<u8>, ChildFault>) -> Result<Verdict, ScanFault> {
    match answer {
        Ok(answer) => serde_json::from_slice(&answer).map_err(|_| ScanFault::NotProbed),
        // The program was being replaced: nothing was read, and the scan is not at fault.
        Err(ChildFault::NotBegun) => Err(ScanFault::NotProbed),
        // The child was stopped by its limits or fell over the file: the file is at fault.
        Err(ChildFault::Died) => {
            let en = "the file takes too much to read".to_owned();
            Err(ScanFault::Unusable { zh: "读取该文件耗费过大".to_owned(), en })
        }
    }
}

/// The child's side: reads scans from standard input and writes a verdict on each to standard output.
pub fn probe_standard_input() -> ExitCode {
    match probe_each() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

fn probe_each() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    while let Some(bytes) = read_part(&mut input, LARGEST as u64)? {
        child::renew_processor_time(LIMITS.processor_seconds)?;
        let verdict = serde_json::to_vec(&verdict(&bytes))?;
        output.write_all(&length(&verdict))?;
        output.write_all(&verdict)?;
        output.flush()?;
    }
    Ok(())
}

fn verdict(bytes: &[u8]) -> Verdict {
    let limits = Limits { max_pages: MOST_PAGES, max_pixels: MOST_PIXELS, ..Limits::default() };
    match probe(bytes, &limits) {
        Ok(Probed { media_type, pages }) => {
            Verdict::Usable { media_type, pages: u32::try_from(pages).unwrap_or(u32::MAX) }
        }
        Err(fault) => Verdict::Unusable { zh: fault.chinese(), en: fault.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_that_never_began_says_nothing_about_the_scan_and_one_that_fell_blames_it() {
        assert!(matches!(understand(Err(ChildFault::NotBegun)), Err(ScanFault::NotProbed)));
        assert!(matches!(understand(Err(ChildFault::Died)), Err(ScanFault::Unusable { .. })));
        assert!(matches!(understand(Ok(b"{}".to_vec())), Err(ScanFault::NotProbed)));
    }
}
