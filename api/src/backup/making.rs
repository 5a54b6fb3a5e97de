//! A backup is made while the office serves: the database as it is at one moment, then the files.
//!
//! A file is written before its row, so that every file the rows of that moment name is there when the
//! files are read; those that came since do no harm.

use std::collections::BTreeSet;
use std::path::Path;

use age::x25519::Recipient;

use super::archive::{Archive, Written};
use super::fault::BackupError;
use super::keys;
use super::manifest::{FORMAT, Head};
use super::note::{self, Note};
use crate::clock;
use crate::config::Config;
use crate::secret::OfficeSecret;
use crate::store::StoreError;
use crate::store::files::{FileName, FileStore};
use crate::store::whole::part::Part;
use crate::store::whole::source::Source;

/// What is wanted of a backup.
pub struct Wanted<'wanted> {
    /// The file to be made.
    pub to: &'wanted Path,
    /// Who can open it.
    pub recipients: &'wanted [Recipient],
    /// Whether the keys go with it.
    pub with_keys: bool,
}

/// The tables whose rows name scans and documents by their digest.
const FILED: [&str; 3] = ["case_paper", "evidence_file", "case_document"];

/// Makes a backup and leaves a note of it.
///
/// # Errors
/// When something cannot be read or the file cannot be written; nothing is left of the file then. A scan or
/// document that is missing or damaged is no error but is named in the list.
pub async fn back_up(config: &Config, wanted: &Wanted<'_>) -> Result<Written, BackupError> {
    let begun_at = clock::now();
    let source = Source::open(&config.database_address()?).await?;
    let head = head(config, &source, clock::written(begun_at)).await?;
    let mut archive = Archive::begin(wanted.to, wanted.recipients, &head)?;
    // Of an office that never took a paper or made a document there is no folder yet.
    let directory = config.files_directory();
    let files = if directory.exists() { Some(FileStore::open(&directory)?) } else { None };
    let mut losses = BTreeSet::new();
    for table in source.tables() {
        let mut part = source.part(table, None).await?;
        while let Some(rows) = part {
            if FILED.contains(&table) {
                losses.extend(missing(&rows, files.as_ref()));
            }
            archive.add_rows(&rows)?;
            part = source.part(table, Some(&rows)).await?;
        }
    }
    // The moment is kept no longer than it is read: files may take hours.
    drop(source);
    if let Some(files) = &files {
        losses.extend(add_files(files, &mut archive).await?);
    }
    if wanted.with_keys {
        for (name, bytes) in keys::read_all(&config.key_directory())? {
            archive.add_key(&name, &bytes)?;
        }
    }
    let written = archive.finish(losses.into_iter().collect())?;
    let losses = written.manifest.losses.len() as u64;
    note::leave(&config.data, &Note { begun_at, sha256: written.sha256.clone(), losses })?;
    Ok(written)
}

async fn head(config: &Config, source: &Source, made_at: String) -> Result<Head, BackupError> {
    let owner = source.owner().await?;
    // Who makes backups need not be trusted with the keys.
    let secret = OfficeSecret::load(&config.key_directory()).ok();
    Ok(Head {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at,
        schema: source.schema().to_vec(),
        credit_code: owner.as_ref().map(|owner| owner.credit_code.clone()),
        mode: owner.as_ref().map(|owner| owner.mode.clone()),
        office: owner.map(|owner| owner.name),
        keys_mark: secret.as_ref().map(keys::mark),
    })
}

/// The files that rows name and that are not there.
fn missing(rows: &Part, files: Option<&FileStore>) -> Vec<String> {
    let is_there = |case_id: &str, digest: &str| {
        let names = [digest.to_owned(), format!("{digest}-{case_id}")];
        let mut names = names.iter().filter_map(|name| FileName::parse(name));
        files.is_some_and(|files| names.any(|name| files.holds(&name)))
    };
    let missing =
        rows.pairs("case_id", "digest").filter(|(case_id, digest)| !is_there(case_id, digest));
    missing.map(|(_, digest)| format!("the file {digest} is missing")).collect()
}

/// Adds every scan and document as it lies there. Says which are visibly damaged; what is sealed is not opened.
async fn add_files(files: &FileStore, archive: &mut Archive) -> Result<Vec<String>, BackupError> {
    let mut damaged = Vec::new();
    for folder in 0..=u8::MAX {
        for name in files.in_folder(folder)? {
            match files.lying(&name).await {
                Ok(bytes) => archive.add_file(&name, &bytes)?,
                Err(StoreError::FileAltered(digest)) => {
                    damaged.push(format!("the file {digest} was altered"));
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
    Ok(damaged)
}
