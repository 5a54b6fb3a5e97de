//! Scans that come in: told by their content, probed in a bounded child process, kept by digest.
//!
//! A scan comes from outside and may be made to harm. Its parser therefore runs in a process of
//! its own, with limits of memory and time, and what it says is all that is believed.

use std::io::{Read, Write};
use std::process::{ExitCode, ExitStatus, Stdio};
use std::time::Duration;

use documents::probe::{Limits, Probed, probe};
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::sync::Semaphore;
use workflow::case::papers::{MediaType, Scan};

use crate::store::files::Digest;

/// The largest scan, in bytes.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// The most pages of one scan.
const MOST_PAGES: usize = 60;
/// The most pixels of one image.
const MOST_PIXELS: u64 = 80_000_000;
/// Memory of the child, in KiB.
const CHILD_MEMORY: u64 = 1_500_000;
/// Processor time of the child, in seconds.
const CHILD_SECONDS: u64 = 20;
/// How a shell ends when the program it was to become cannot be run.
const SHELL_CANNOT_RUN: i32 = 126;
/// How a shell ends when the program it was to become is not there.
const SHELL_CANNOT_FIND: i32 = 127;
/// Children at work at once; the others wait for their turn.
const CHILDREN: usize = 2;
static TURNS: Semaphore = Semaphore::const_new(CHILDREN);
/// The hidden command of this program that probes what it reads.
pub const PROBE_COMMAND: &str = "probe-scan";

/// Why a scan is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ScanFault {
    /// The content is not a PDF, JPEG or PNG that can later be bound into a dossier.
    #[error("the scan cannot be used: {0}")]
    Unusable(String),
    /// The probing process could not be run or did not answer.
    #[error("the scan could not be probed")]
    NotProbed,
}

/// What the child says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    Usable { media_type: MediaType, pages: u32 },
    Unusable { fault: String },
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

/// Probes a scan in a child process and describes it; nothing is kept yet.
///
/// # Errors
/// [`ScanFault`] with words for the person who sent it.
pub async fn describe(bytes: &[u8]) -> Result<Scan, ScanFault> {
    let _turn = TURNS.acquire().await.map_err(|_| ScanFault::NotProbed)?;
    match ask_child(bytes).await? {
        Verdict::Usable { media_type, pages } => Ok(Scan { media_type, pages, ..unprobed(bytes) }),
        Verdict::Unusable { fault } => Err(ScanFault::Unusable(fault)),
    }
}

async fn ask_child(bytes: &[u8]) -> Result<Verdict, ScanFault> {
    let program = std::env::current_exe().map_err(|_| ScanFault::NotProbed)?;
    // The shell sets the limits, because a limit set here would bind this process too.
    let script =
        format!("ulimit -v {CHILD_MEMORY}; ulimit -t {CHILD_SECONDS}; exec \"$0\" {PROBE_COMMAND}");
    let mut child = Command::new("/bin/sh")
        .arg("-c")
        .arg(script)
        .arg(program)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|_| ScanFault::NotProbed)?;
    let mut input = child.stdin.take().ok_or(ScanFault::NotProbed)?;
    let answer = async {
        // A child that gives up early closes its end; its verdict still counts.
        let _ = input.write_all(bytes).await;
        drop(input);
        child.wait_with_output().await
    };
    let limit = Duration::from_secs(CHILD_SECONDS + 5);
    let output = tokio::time::timeout(limit, answer).await;
    let output = output.map_err(|_| ScanFault::NotProbed)?.map_err(|_| ScanFault::NotProbed)?;
    understand(output.status, &output.stdout)
}

/// What the end of the child says about the scan.
fn understand(status: ExitStatus, answer: &[u8]) -> Result<Verdict, ScanFault> {
    if matches!(status.code(), Some(SHELL_CANNOT_RUN | SHELL_CANNOT_FIND)) {
        // The program was being replaced: nothing was read, and the scan is not at fault.
        return Err(ScanFault::NotProbed);
    }
    if !status.success() {
        // The child was stopped by its limits or fell over the file: the file is at fault.
        return Err(ScanFault::Unusable("the file takes too much to read".to_owned()));
    }
    serde_json::from_slice(answer).map_err(|_| ScanFault::NotProbed)
}

/// The child's side: reads a scan from standard input and writes the verdict to standard output.
pub fn probe_standard_input() -> ExitCode {
    let mut bytes = Vec::new();
    let limited = std::io::stdin().lock().take(LARGEST as u64 + 1).read_to_end(&mut bytes);
    if limited.is_err() {
        return ExitCode::from(2);
    }
    let limits = Limits { max_pages: MOST_PAGES, max_pixels: MOST_PIXELS };
    let verdict = match probe(&bytes, &limits) {
        Ok(Probed { media_type, pages }) => {
            Verdict::Usable { media_type, pages: u32::try_from(pages).unwrap_or(u32::MAX) }
        }
        Err(fault) => Verdict::Unusable { fault: fault.to_string() },
    };
    match serde_json::to_vec(&verdict).map(|answer| std::io::stdout().write_all(&answer)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::from(2),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    fn after_exit(code: i32) -> Result<Verdict, ScanFault> {
        understand(ExitStatus::from_raw(code << 8), b"")
    }

    #[test]
    fn a_child_that_never_began_says_nothing_about_the_scan() {
        for code in [SHELL_CANNOT_RUN, SHELL_CANNOT_FIND] {
            assert!(matches!(after_exit(code), Err(ScanFault::NotProbed)), "{code}");
        }
    }

    #[test]
    fn a_child_that_fell_over_the_scan_blames_it() {
        assert!(matches!(after_exit(101), Err(ScanFault::Unusable(_))));
        let killed = understand(ExitStatus::from_raw(9), b"");
        assert!(matches!(killed, Err(ScanFault::Unusable(_))));
    }
}
