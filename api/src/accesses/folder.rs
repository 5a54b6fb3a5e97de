//! The folder of the files: a day is written once, whole or not at all, and goes when it is old.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use sha2::{Digest, Sha256};

use super::day;
use super::statement::{Signed, Statement};
use crate::clock::Instant;
use crate::secret::keys::{self, KeyError, PublicKey};
use crate::store::log::access_reading::{self, Entry};
use crate::store::{Reader, StoreError};

/// How many entries are held in memory at once.
const AT_ONCE: u64 = 5_000;
/// How far back days are made up for that nobody was there to write.
const MADE_UP: u64 = 31;
/// No day takes so long to write.
const ABANDONED: Duration = Duration::from_secs(24 * 3600);

/// Why a day was not written, or is not what was signed.
#[derive(Debug, thiserror::Error)]
pub enum AccessFileError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The operating system refused.
    #[error("the folder of the access files cannot be used: {0}")]
    Io(#[from] std::io::Error),
    /// The keys cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// There is a file of this day, and it says something else.
    #[error("the file of {0} is there already and says something else")]
    Differs(NaiveDate),
    /// The day is not over, or outside all calendars.
    #[error("{0} is not over yet")]
    NotOver(NaiveDate),
}

/// Where the files are, and how long each is kept.
#[derive(Debug, Clone)]
pub struct AccessFolder {
    /// The folder.
    pub directory: PathBuf,
    /// The folder of the keys that sign.
    pub keys: PathBuf,
    /// How many days a file is kept.
    pub kept_days: u32,
}

/// What was found wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// There is no signature beside it.
    NoSignature,
    /// The signature cannot be read.
    SignatureUnreadable,
    /// No key of the office made the signature.
    NotSigned,
    /// The file is not the one that was signed.
    Altered,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Finding::NoSignature => "there is no signature beside it",
            Finding::SignatureUnreadable => "its signature cannot be read",
            Finding::NotSigned => "no key of the office made its signature",
            Finding::Altered => "it is not the file that was signed",
        })
    }
}

impl AccessFolder {
    fn file(&self, day: NaiveDate) -> PathBuf {
        self.directory.join(format!("accesses-{day}.jsonl"))
    }

    /// Writes the entries of a day that is over, and their signature. A day that was written before stays
    /// as it is. How many entries it has.
    ///
    /// # Errors
    /// [`AccessFileError`]; nothing half-written has the name of a day.
    pub async fn write(
        &self,
        reader: &impl Reader,
        office: &str,
        wanted: NaiveDate,
        now: Instant,
    ) -> Result<u64, AccessFileError> {
        let not_over = || AccessFileError::NotOver(wanted);
        let (from, until) = day::bounds(wanted).ok_or_else(not_over)?;
        if day::last_over(now).is_none_or(|last| wanted > last) {
            return Err(not_over());
        }
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.directory)?;
        let target = self.file(wanted);
        let staged = target.with_extension(format!("{}.part", uuid::Uuid::new_v4().simple()));
        let mut writing = Writing::begin(&staged)?;
        let mut after: Option<String> = None;
        loop {
            let entries =
                access_reading::next(reader, from, until, after.as_deref(), AT_ONCE).await?;
            let Some(last) = entries.last() else { break };
            after = Some(last.id.clone());
            writing.take(&entries)?;
        }
        let (entries, sha256) = writing.end()?;
        let statement = Statement { office: office.to_owned(), day: wanted, entries, sha256 };
        self.keep(&staged, &target, statement)?;
        Ok(entries)
    }

    /// Gives a written file its name, with its signature before it. Of several who write the same day one
    /// is first, and the others find what they would have written.
    fn keep(&self, staged: &Path, target: &Path, of: Statement) -> Result<(), AccessFileError> {
        let day = of.day;
        if target.exists() {
            let same = digest_of(target)?.1 == of.sha256;
            fs::remove_file(staged)?;
            return if same { Ok(()) } else { Err(AccessFileError::Differs(day)) };
        }
        let signed = of.sign(&keys::signer(&self.keys)?);
        let text = serde_json::to_vec_pretty(&signed).map_err(std::io::Error::other)?;
        let beside = staged.with_extension("sig.part");
        let mut file = closed(&beside)?;
        file.write_all(&text)?;
        file.sync_all()?;
        fs::rename(&beside, signature_of(target))?;
        fs::rename(staged, target)?;
        File::open(&self.directory)?.sync_all()?;
        Ok(())
    }

    /// The days to write up to the last one that is over: those after the newest file, or that one alone
    /// where there is none yet.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn missing(&self, last: NaiveDate) -> Result<Vec<NaiveDate>, AccessFileError> {
        let earliest = last.checked_sub_days(Days::new(MADE_UP)).unwrap_or(last);
        let next = self.days()?.into_iter().max().and_then(|newest| newest.succ_opt());
        let first = next.map_or(last, |next| next.max(earliest));
        Ok(first.iter_days().take_while(|day| *day <= last).collect())
    }

    /// Removes the files that are older than they are kept, with their signatures. How many days went.
    ///
    /// # Errors
    /// When the folder cannot be read or a file not be removed.
    pub fn rotate(&self, last: NaiveDate) -> Result<u64, AccessFileError> {
        let kept = Days::new(u64::from(self.kept_days));
        let Some(oldest) = last.checked_sub_days(kept) else { return Ok(0) };
        let mut gone = 0;
        for day in self.days()?.into_iter().filter(|day| *day < oldest) {
            let file = self.file(day);
            fs::remove_file(&file)?;
            match fs::remove_file(signature_of(&file)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => gone += 1,
            }
        }
        self.sweep()?;
        Ok(gone)
    }

    /// Removes what writes left that were interrupted, once nobody can be writing it any more.
    fn sweep(&self) -> std::io::Result<()> {
        if !self.directory.exists() {
            return Ok(());
        }
        for entry in fs::read_dir(&self.directory)? {
            let entry = entry?;
            let path = entry.path();
            let age = entry.metadata()?.modified()?.elapsed().unwrap_or_default();
            if path.extension().is_some_and(|ending| ending == "part") && age > ABANDONED {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }

    /// The days that have a file.
    fn days(&self) -> Result<Vec<NaiveDate>, AccessFileError> {
        if !self.directory.exists() {
            return Ok(Vec::new());
        }
        let mut days = Vec::new();
        for entry in fs::read_dir(&self.directory)? {
            let name = entry?.file_name();
            let name = name.to_str().and_then(|name| name.strip_prefix("accesses-"));
            let day = name.and_then(|name| name.strip_suffix(".jsonl"));
            days.extend(day.and_then(|day| day.parse::<NaiveDate>().ok()));
        }
        Ok(days)
    }
}

/// Compares a file with the signature beside it: what it holds, or what is wrong with it.
///
/// # Errors
/// When the file cannot be read.
pub fn check(file: &Path, keys: &[PublicKey]) -> std::io::Result<Result<Statement, Finding>> {
    let (entries, sha256) = digest_of(file)?;
    let text = match fs::read(signature_of(file)) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Err(Finding::NoSignature));
        }
        read => read?,
    };
    let Ok(signed) = serde_json::from_slice::<Signed>(&text) else {
        return Ok(Err(Finding::SignatureUnreadable));
    };
    if !signed.is_signed_by(keys) {
        return Ok(Err(Finding::NotSigned));
    }
    let statement = signed.statement();
    // A file that was renamed is whole and of another day.
    let is_of_its_day = file
        .file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.contains(&statement.day.to_string()));
    if statement.entries != entries || statement.sha256 != sha256 || !is_of_its_day {
        return Ok(Err(Finding::Altered));
    }
    Ok(Ok(statement))
}

fn signature_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".sig");
    PathBuf::from(name)
}

fn closed(path: &Path) -> std::io::Result<File> {
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// How many lines a file has, and its digest in hexadecimal.
fn digest_of(file: &Path) -> std::io::Result<(u64, String)> {
    let mut reader = BufReader::new(File::open(file)?);
    let (mut digest, mut lines) = (Sha256::new(), 0);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        digest.update(&line);
        lines += 1;
        line.clear();
    }
    Ok((lines, hex::encode(digest.finalize())))
}

/// A file that is being written.
struct Writing {
    file: BufWriter<File>,
    digest: Sha256,
    entries: u64,
}

impl Writing {
    fn begin(path: &Path) -> std::io::Result<Writing> {
        Ok(Writing { file: BufWriter::new(closed(path)?), digest: Sha256::new(), entries: 0 })
    }

    fn take(&mut self, entries: &[Entry]) -> std::io::Result<()> {
        for entry in entries {
            let mut line = serde_json::to_vec(entry)?;
            line.push(b'\n');
            self.digest.update(&line);
            self.file.write_all(&line)?;
            self.entries += 1;
        }
        Ok(())
    }

    fn end(self) -> std::io::Result<(u64, String)> {
        let file = self.file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok((self.entries, hex::encode(self.digest.finalize())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn days_are_made_up_for_a_month_back_and_old_files_go() {
        let data = tempfile::tempdir().expect("a directory");
        let directory = data.path().join("accesses");
        let folder = AccessFolder { directory, keys: data.path().join("keys"), kept_days: 40 };
        let last = day("2026-11-28");
        assert_eq!(folder.missing(last).expect("looked"), [last], "a new office begins yesterday");
        assert_eq!(folder.rotate(last).expect("rotated"), 0);
        fs::create_dir(&folder.directory).expect("a folder");
        let lay = |text: &str| {
            let file = folder.file(day(text));
            fs::write(signature_of(&file), "{}").expect("written");
            fs::write(file, "").expect("written");
        };
        lay("2026-01-01");
        assert_eq!(folder.missing(last).expect("looked").len(), 32, "no further than a month");
        lay("2026-10-19");
        lay("2026-11-25");
        let days = [day("2026-11-26"), day("2026-11-27"), last];
        assert_eq!(folder.missing(last).expect("looked"), days);
        assert_eq!(folder.rotate(last).expect("rotated"), 1);
        let mut left = folder.days().expect("looked");
        left.sort();
        assert_eq!(left, [day("2026-10-19"), day("2026-11-25")]);
        assert!(!signature_of(&folder.file(day("2026-01-01"))).exists());
        lay("2026-11-28");
        assert!(folder.missing(last).expect("looked").is_empty());
    }
}
