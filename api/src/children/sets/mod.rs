//! 评估指标体系 as an office's file: YAML or a workbook, read in a child process.
//!
//! The file comes from outside, so a child opens it; what it answers is a set or every fault, each named by
//! its cell or its place, and never by what was written there.

mod cells;
mod columns;
mod reading;
mod rows;
mod workbook;
mod yaml;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use crate::children::child::{self, ChildFault, length, read_part};
use crate::children::pool::{Pool, Which};

pub use reading::{Misread, ReadSet};

/// The largest file, in bytes.
pub const LARGEST: usize = 1024 * 1024;
/// What the child may take.
const LIMITS: child::Limits = child::Limits {
    memory: 1_000_000,
    processor_seconds: 10,
    patience: Duration::from_secs(15),
    longest_answer: 4 * 1024 * 1024,
    jobs: 20,
    idle: Duration::from_secs(30),
};
/// Children at work at once: a set is loaded once in a year.
const CHILDREN: usize = 1;
/// The hidden command of this program that reads sets.
pub const READ_SETS_COMMAND: &str = "read-indicator-sets";

/// How a set is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A YAML document.
    Yaml,
    /// A workbook of sheets (XLSX).
    Workbook,
}

impl Format {
    fn word(self) -> &'static [u8] {
        match self {
            Format::Yaml => b"yaml",
            Format::Workbook => b"xlsx",
        }
    }
}

/// Reads sets in children that run this program.
#[derive(Debug, Clone)]
pub struct SetReader {
    children: Pool,
}

impl SetReader {
    /// A reader whose children run this program.
    pub fn new(program: PathBuf) -> SetReader {
        let children = Pool::new(program, READ_SETS_COMMAND, Vec::new(), LIMITS, CHILDREN);
        SetReader { children }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When no child could be run. A file that a child falls over is faulty.
    pub async fn read(&self, format: Format, bytes: &[u8]) -> Result<ReadSet, ChildFault> {
        let mut child = self.children.lend(Which::Fresh).await?;
        child.hand(format.word()).await;
        child.hand(bytes).await;
        match child.answer().await {
            Ok(answer) => serde_json::from_slice(&answer).map_err(|_| ChildFault::NotBegun),
            Err(ChildFault::Died) => Ok(ReadSet::Faulty(vec![Misread::of_the_file()])),
            Err(ChildFault::NotBegun) => Err(ChildFault::NotBegun),
        }
    }
}

/// The child's side: reads sets from standard input and writes what became of each to standard output.
pub fn read_standard_input() -> ExitCode {
    match read_each() {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

fn read_each() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    while let Some(format) = read_part(&mut input, 10)? {
        let bytes = read_part(&mut input, LARGEST as u64)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        child::renew_processor_time(LIMITS.processor_seconds)?;
        let read = match format.as_slice() {
            b"yaml" => yaml::read(&bytes),
            _ => workbook::read(bytes),
        };
        let answer = serde_json::to_vec(&read)?;
        output.write_all(&length(&answer))?;
        output.write_all(&answer)?;
        output.flush()?;
    }
    Ok(())
}
