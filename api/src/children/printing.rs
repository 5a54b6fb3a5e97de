//! Printing what shows files from outside: in a child process, because typesetting opens them.
//!
//! A paper without such a file is printed by the press of the service itself. The child is this
//! program with its own press, so that both print the same bytes.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use documents::{Document, Marks, Press, PrintError, Printed};
use serde::{Deserialize, Serialize};

use crate::children::child::{self, ChildFault, Limits};
use crate::store::StoreError;
use crate::store::files::{Digest, FileStore};

/// The hidden command of this program that prints what it reads.
pub const PRINT_COMMAND: &str = "print-document";

/// What the child may take. A volume of many scans is large: each picture in it is unfolded at once.
pub const LIMITS: Limits = Limits {
    memory: 3_000_000,
    processor_seconds: 240,
    patience: Duration::from_secs(300),
    longest_answer: 1 << 30,
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

/// Starts the children that print.
#[derive(Debug, Clone)]
pub struct Printer {
    /// The program to run.
    pub program: PathBuf,
    /// The folder with the fonts of the office.
    pub fonts: Option<PathBuf>,
    /// What each child may take.
    pub limits: Limits,
}

impl Printer {
    /// Prints in a child, with the files it shows read one after another.
    ///
    /// # Errors
    /// [`PrintingFault`] by what a later try may bring.
    pub async fn print(
        &self,
        files: &FileStore,
        document: Document,
        marks: Marks,
    ) -> Result<Printed, PrintingFault> {
        let shown = shown(&document);
        let order = Order { specimen: marks.specimen, document };
        let order = serde_json::to_vec(&order)
            .map_err(|_| PrintingFault::Refused("the data cannot be written".to_owned()))?;
        let fonts = self.fonts.as_deref().map(Path::as_os_str);
        let fonts: Vec<&OsStr> = fonts.into_iter().collect();
        let mut working = child::start(&self.program, PRINT_COMMAND, &fonts, &self.limits)?;
        working.hand(&length(&order)).await;
        working.hand(&order).await;
        for digest in shown {
            let digest = Digest::parse(&digest).ok_or(PrintingFault::FileDamaged)?;
            let bytes = read(files, &digest).await?;
            working.hand(&length(&bytes)).await;
            working.hand(&bytes).await;
        }
        understand(working.answer().await?)
    }
}

/// A file, or what is wrong with it.
async fn read(files: &FileStore, digest: &Digest) -> Result<Vec<u8>, PrintingFault> {
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

/// How long the next part is.
fn length(part: &[u8]) -> [u8; 8] {
    (part.len() as u64).to_le_bytes()
}

/// The verdict and the PDF after it.
fn understand(answer: Vec<u8>) -> Result<Printed, PrintingFault> {
    let mut rest = answer.as_slice();
    // A child that ended well said a whole verdict; another program in its place would not.
    let verdict = part(&mut rest).ok().and_then(|verdict| serde_json::from_slice(&verdict).ok());
    match verdict.ok_or(ChildFault::NotBegun)? {
        Verdict::Printed { pages } => Ok(Printed { bytes: rest.to_vec(), pages }),
        Verdict::Refused { class } => Err(PrintingFault::Refused(class)),
    }
}

/// Reads one part with its length before it.
fn part(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut part = Vec::new();
    input.take(length).read_to_end(&mut part)?;
    if part.len() as u64 == length { Ok(part) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// The child's side: reads an order and the files from standard input, writes verdict and PDF to
/// standard output.
pub fn print_standard_input(fonts: Option<&Path>) -> ExitCode {
    match answer_to(&mut io::stdin().lock(), fonts) {
        Ok((verdict, bytes)) => {
            say(&verdict, &bytes).map_or(ExitCode::from(2), |()| ExitCode::SUCCESS)
        }
        Err(_) => ExitCode::from(2),
    }
}

fn answer_to(input: &mut impl Read, fonts: Option<&Path>) -> io::Result<(Verdict, Vec<u8>)> {
    let Order { specimen, mut document } = serde_json::from_slice(&part(input)?)?;
    let mut files: HashMap<String, Arc<[u8]>> = HashMap::new();
    for digest in shown(&document) {
        files.insert(digest, part(input)?.into());
    }
    for attachment in document.attachments_mut() {
        if let Some(bytes) = files.get(attachment.digest()) {
            // Bytes of another digest leave it empty, which the press refuses by name.
            let _ = attachment.fill(Arc::clone(bytes));
        }
    }
    let press = Press::new(fonts_in(fonts).map_err(io::Error::other)?);
    Ok(match press.print(&document, &Marks { specimen }) {
        Ok(Printed { bytes, pages }) => (Verdict::Printed { pages }, bytes),
        Err(error) => (Verdict::Refused { class: class(&error).to_owned() }, Vec::new()),
    })
}

fn say(verdict: &Verdict, bytes: &[u8]) -> io::Result<()> {
    let verdict = serde_json::to_vec(verdict)?;
    let mut output = io::stdout().lock();
    output.write_all(&length(&verdict))?;
    output.write_all(&verdict)?;
    output.write_all(bytes)?;
    output.flush()
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
    fn parts_come_back_one_after_another_and_a_broken_one_is_none() {
        let mut line = Vec::new();
        for said in [b"one".as_slice(), b"", b"three"] {
            line.extend(length(said));
            line.extend(said);
        }
        let mut rest = line.as_slice();
        assert_eq!(part(&mut rest).expect("a part"), b"one");
        assert_eq!(part(&mut rest).expect("a part"), b"");
        assert!(part(&mut &rest[..10]).is_err());
        assert_eq!(part(&mut rest).expect("a part"), b"three");
        assert!(part(&mut rest).is_err());
    }

    #[test]
    fn an_answer_that_is_none_is_no_verdict_on_the_paper() {
        let fault = understand(b"guijia 0.1.0".to_vec());
        assert!(matches!(fault, Err(PrintingFault::Child(ChildFault::NotBegun))));
    }
}
