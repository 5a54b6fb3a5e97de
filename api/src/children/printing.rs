//! Printing what shows files from outside: in a child process, because typesetting opens them.
//!
//! A paper without such a file is printed by the press of the service itself. The child is this
//! program with its own press, so that both print the same bytes.

use std::collections::HashMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use documents::{Document, Marks, Press, PrintError, Printed};
use serde::{Deserialize, Serialize};

use crate::children::child::{self, ChildFault, Limits, length, read_part};
use crate::children::pool::{Pool, Which};
use crate::children::scans::LARGEST;
use crate::store::StoreError;
use crate::store::drawer::Drawer;
use crate::store::files::Digest;

/// The hidden command of this program that prints what it reads.
pub const PRINT_COMMAND: &str = "print-documents";
/// The longest order, in bytes: a paper without the files it shows.
const LONGEST_ORDER: u64 = 1 << 26;
/// Children at work at once.
const CHILDREN: usize = 2;

/// What the child may take. A volume of many scans is large: each picture in it is unfolded at once.
pub const LIMITS: Limits = Limits {
    memory: 3_000_000,
    processor_seconds: 240,
    patience: Duration::from_secs(300),
    longest_answer: 1 << 30,
    jobs: 20,
    idle: Duration::from_secs(60),
};

/// Why a paper was not printed. No text names a person.
#[derive(Debug, thiserror::Error)]
pub enum PrintingFault {
    /// A file it shows is not there.
    #[error("a filed scan is missing")]
    FileMissing,
    /// A file it shows is not what was filed.
    #[error("a filed scan is damaged")]
    FileDamaged,
    /// The files cannot be read at present.
    #[error(transparent)]
    Files(StoreError),
    /// The press refused it, for this class of reason.
    #[error("the press failed: {0}")]
    Refused(String),
    /// There is no answer of the child.
    #[error(transparent)]
    Child(#[from] ChildFault),
}

/// A font of the office that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("the font {path} cannot be read: {error}")]
pub struct FontFault {
    path: PathBuf,
    error: io::Error,
}

/// What the child is told before the files.
#[derive(Serialize, Deserialize)]
struct Order {
    specimen: bool,
    document: Document,
}

/// What the child says before the PDF.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    Printed { pages: usize },
    Refused { class: String },
}

/// Prints in children.
#[derive(Debug, Clone)]
pub struct Printer {
    children: Pool,
}

impl Printer {
    /// A printer whose children run this program, with the fonts of the office from their folder.
    pub fn new(program: PathBuf, fonts: Option<PathBuf>, limits: Limits) -> Printer {
        let fonts = fonts.map(PathBuf::into_os_string).into_iter().collect();
        Printer { children: Pool::new(program, PRINT_COMMAND, fonts, limits, CHILDREN) }
    }

    /// How many children wait for a paper.
    pub fn waiting(&self) -> usize {
        self.children.waiting()
    }

    /// Prints in a child, with the files it shows read one after another. Where a child fell that had
    /// printed other papers before, a fresh one says whether it was this paper.
    ///
    /// # Errors
    /// [`PrintingFault`] by what a later try may bring.
    pub async fn print(
        &self,
        files: &Drawer,
        document: Document,
        marks: Marks,
    ) -> Result<Printed, PrintingFault> {
        let shown = shown(&document);
        let order = Order { specimen: marks.specimen, document };
        let order = serde_json::to_vec(&order)
            .map_err(|_| PrintingFault::Refused("the data cannot be written".to_owned()))?;
        let mut which = Which::Any;
        loop {
            let mut child = self.children.lend(which).await?;
            let is_used = child.is_used;
            child.hand(&order).await;
            for digest in &shown {
                let digest = Digest::parse(digest).ok_or(PrintingFault::FileDamaged)?;
                child.hand(&read(files, &digest).await?).await;
            }
            match child.answer().await {
                Err(_) if is_used => which = Which::Fresh,
                answer => return understand(answer?),
            }
        }
    }
}

/// A file, or what is wrong with it.
async fn read(files: &Drawer, digest: &Digest) -> Result<Vec<u8>, PrintingFault> {
    files.read(digest).await.map_err(|error| match error {
        StoreError::FileMissing(_) => PrintingFault::FileMissing,
        StoreError::FileAltered(_) => PrintingFault::FileDamaged,
        error => PrintingFault::Files(error),
    })
}

/// The digests of the files a paper shows, each once, in the order in which they are handed over.
fn shown(document: &Document) -> Vec<String> {
    let mut digests: Vec<String> = Vec::new();
    for attachment in document.attachments() {
        if !digests.iter().any(|known| known == attachment.digest()) {
            digests.push(attachment.digest().to_owned());
        }
    }
    digests
}

/// The verdict and the PDF after it.
fn understand(answer: Vec<u8>) -> Result<Printed, PrintingFault> {
    let mut rest = answer.as_slice();
    let longest = answer.len() as u64;
    let verdict = read_part(&mut rest, longest).ok().flatten();
    // A child that ended well said a whole verdict; another program in its place would not.
    let verdict = verdict.and_then(|verdict| serde_json::from_slice(&verdict).ok());
    match verdict.ok_or(ChildFault::NotBegun)? {
        Verdict::Printed { pages } => Ok(Printed { bytes: rest.to_vec(), pages }),
        Verdict::Refused { class } => Err(PrintingFault::Refused(class)),
    }
}

/// The child's side: reads orders, each with its files, from standard input, and writes verdict and PDF
/// to standard output.
pub fn print_standard_input(fonts: Option<&Path>) -> ExitCode {
    match print_each(fonts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

fn print_each(fonts: Option<&Path>) -> io::Result<()> {
    let press = Press::new(fonts_in(fonts).map_err(io::Error::other)?);
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    while let Some(order) = read_part(&mut input, LONGEST_ORDER)? {
        child::renew_processor_time(LIMITS.processor_seconds)?;
        let (verdict, bytes) = answer_to(&press, &order, &mut input)?;
        let verdict = serde_json::to_vec(&verdict)?;
        let whole = length(&verdict).len() + verdict.len() + bytes.len();
        output.write_all(&(whole as u64).to_le_bytes())?;
        for piece in [&length(&verdict)[..], &verdict, &bytes] {
            output.write_all(piece)?;
        }
        output.flush()?;
    }
    Ok(())
}

fn answer_to(press: &Press, order: &[u8], input: &mut impl Read) -> io::Result<(Verdict, Vec<u8>)> {
    let Order { specimen, mut document } = serde_json::from_slice(order)?;
    let mut files: HashMap<String, Arc<[u8]>> = HashMap::new();
    for digest in shown(&document) {
        let file = read_part(input, LARGEST as u64)?;
        files.insert(digest, file.ok_or(io::ErrorKind::UnexpectedEof)?.into());
    }
    for attachment in document.attachments_mut() {
        if let Some(bytes) = files.get(attachment.digest()) {
            // Bytes of another digest leave it empty, which the press refuses by name.
            let _ = attachment.fill(Arc::clone(bytes));
        }
    }
    Ok(match press.print(&document, &Marks { specimen }) {
        Ok(Printed { bytes, pages }) => (Verdict::Printed { pages }, bytes),
        Err(error) => (Verdict::Refused { class: class(&error).to_owned() }, Vec::new()),
    })
}

/// The font files an office has added, in the order of their names.
///
/// # Errors
/// When the folder or a font in it cannot be read.
pub fn fonts_in(directory: Option<&Path>) -> Result<Vec<Vec<u8>>, FontFault> {
    let Some(directory) = directory else {
        return Ok(Vec::new());
    };
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| FontFault { path, error }
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(failed(directory))? {
        paths.push(entry.map_err(failed(directory))?.path());
    }
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).map_err(failed(path))).collect()
}

/// The class of an error, without the characters or messages it carries.
pub fn class(error: &PrintError) -> &'static str {
    match error {
        PrintError::Data { .. } => "the data cannot be written",
        PrintError::AttachmentMissing { .. } => "an attached file is missing",
        PrintError::QueryCode { .. } => "the query address is too long",
        PrintError::MissingGlyphs { .. } => "a character cannot be printed",
        PrintError::Typesetting { .. } => "the template or an attached file was refused",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_none_is_no_verdict_on_the_paper() {
        let fault = understand(b"guijia 0.1.0".to_vec());
        assert!(matches!(fault, Err(PrintingFault::Child(ChildFault::NotBegun))));
    }
}
