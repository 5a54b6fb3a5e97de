//! The seam for a virus scanner: `clamd` and whatever else speaks its INSTREAM protocol.
//!
//! Off unless configured. A scanner that does not answer in time is no scanner: the scan is then
//! not taken in.

use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// How long a scanner may take in all.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much is sent in one piece.
const PIECE: usize = 64 * 1024;
/// The longest answer that is read.
const LONGEST_ANSWER: u64 = 1024;

/// Where the scanner listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VirusScanner {
    /// A host and port.
    Tcp(String),
    /// A socket of this machine.
    Unix(PathBuf),
}

/// What the scanner says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Nothing was found.
    Clean,
    /// Something was found.
    Infected,
}

/// Why there is no finding.
#[derive(Debug, thiserror::Error)]
pub enum ScannerFault {
    /// The scanner cannot be reached, or the line broke.
    #[error("the line to the scanner failed: {0}")]
    Line(#[from] std::io::Error),
    /// It took too long.
    #[error("the scanner took too long")]
    TooSlow,
    /// It said neither yes nor no.
    #[error("the scanner said neither yes nor no")]
    NoVerdict,
}

impl VirusScanner {
    /// Reads `tcp://host:port` or `unix:///path`; none if it is neither.
    pub fn parse(address: &str) -> Option<VirusScanner> {
        if let Some(host) = address.strip_prefix("tcp://") {
            return host.contains(':').then(|| VirusScanner::Tcp(host.to_owned()));
        }
        let path = address.strip_prefix("unix://").filter(|path| path.starts_with('/'));
        path.map(|path| VirusScanner::Unix(path.into()))
    }

    /// Has a file examined.
    ///
    /// # Errors
    /// [`ScannerFault`] if there is no finding in time.
    pub async fn examine(&self, bytes: &[u8]) -> Result<Finding, ScannerFault> {
        self.examine_within(bytes, PATIENCE).await
    }

    async fn examine_within(
        &self,
        bytes: &[u8],
        patience: Duration,
    ) -> Result<Finding, ScannerFault> {
        let asked = async {
            match self {
                VirusScanner::Tcp(host) => ask(TcpStream::connect(host).await?, bytes).await,
                VirusScanner::Unix(path) => ask(UnixStream::connect(path).await?, bytes).await,
            }
        };
        timeout(patience, asked).await.map_err(|_| ScannerFault::TooSlow)?
    }
}

async fn ask(
    mut line: impl AsyncRead + AsyncWrite + Unpin,
    bytes: &[u8],
) -> Result<Finding, ScannerFault> {
    // A scanner that has seen enough answers early and closes its end; its answer still counts.
    let sent = send(&mut line, bytes).await;
    let mut answer = Vec::new();
    let read = line.take(LONGEST_ANSWER).read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    let answer = answer.trim_end_matches(['\0', '\n']);
    if answer.ends_with(" FOUND") {
        return Ok(Finding::Infected);
    }
    sent?;
    read?;
    if answer.ends_with(": OK") { Ok(Finding::Clean) } else { Err(ScannerFault::NoVerdict) }
}

async fn send(line: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> std::io::Result<()> {
    line.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE) {
        line.write_u32(piece.len() as u32).await?;
        line.write_all(piece).await?;
    }
    line.write_u32(0).await?;
    line.flush().await
}

#[cfg(test)]
#[path = "virus_tests.rs"]
mod tests;
