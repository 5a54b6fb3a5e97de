//! `backup`: the whole office into one encrypted file, or such a file looked through.

use std::path::PathBuf;

use clap::Args;
use rustix::process::geteuid;

use super::place::Place;
use super::stop::Stop;
use crate::backup::archive::Written;
use crate::backup::making::{Wanted, back_up};
use crate::backup::reading::{Proof, prove};
use crate::backup::sealed;
use crate::config::{Config, closed};

/// Makes a backup of the office while it serves, or looks through one.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file to be made
    #[arg(long, required_unless_present = "check", requires = "recipient")]
    to: Option<PathBuf>,
    /// Who can open it, as `age-keygen` prints it (age1…); may be given more than once
    #[arg(long)]
    recipient: Vec<String>,
    /// Put the keys of the office into the same encrypted file
    #[arg(long)]
    with_keys: bool,
    /// Read this backup to its end instead, and say whether it is whole
    #[arg(long, conflicts_with_all = ["to", "recipient", "with_keys"], requires = "identity")]
    check: Option<PathBuf>,
    /// The file with the identity that opens it (AGE-SECRET-KEY-1…)
    #[arg(long, requires = "check")]
    identity: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

impl Backup {
    pub(super) async fn run(self) -> Result<(), Stop> {
        match (&self.to, &self.check, &self.identity) {
            (Some(to), None, _) => self.make(to.clone()).await,
            (_, Some(check), Some(identity)) => look_through(check.clone(), identity.clone()).await,
            _ => Err(Stop::usage("either --to with --recipient or --check with --identity")),
        }
    }

    async fn make(&self, to: PathBuf) -> Result<(), Stop> {
        let recipients = self.recipient.iter().map(|text| sealed::recipient(text));
        let recipients = recipients.collect::<Result<Vec<_>, _>>().map_err(Stop::usage)?;
        let config = self.place.config()?;
        expect_own(&config)?;
        let wanted = Wanted { to: &to, recipients: &recipients, with_keys: self.with_keys };
        let written = back_up(&config, &wanted).await.map_err(Stop::failed)?;
        println!("{} is made: {}", to.display(), in_words(&written));
        if !self.with_keys {
            println!(
                "(the keys are not in it; keep a copy of {}, too)",
                config.key_directory().display()
            );
        }
        losses(&written.manifest.losses)
    }
}

/// A backup works in the database like the service: what it makes beside it must be the service's own.
fn expect_own(config: &Config) -> Result<(), Stop> {
    let owner = closed::owner(&config.data).map_err(Stop::failed)?;
    if owner == geteuid().as_raw() {
        return Ok(());
    }
    Err(Stop::failed(format!(
        "{} belongs to user {owner}; make the backup as that user, for example by \
         `runuser -u guijia -- guijia backup …`",
        config.data.display()
    )))
}

fn in_words(written: &Written) -> String {
    let contents = &written.manifest.contents;
    format!(
        "{} bytes, {} cases, {} events, {} files, {} keys\nSHA-256 {}",
        written.length,
        contents.rows("case_key"),
        contents.rows("event"),
        contents.files.count,
        contents.keys.count,
        written.sha256
    )
}

/// What a backup lacks is a finding: the paper has to be filed again, or brought from an older backup.
fn losses(losses: &[String]) -> Result<(), Stop> {
    for loss in losses {
        println!("{loss}");
    }
    match losses.len() {
        0 => Ok(()),
        count => Err(Stop::found(format!(
            "{count} scans or documents are not in the backup; `guijia verify --files` names them"
        ))),
    }
}

async fn look_through(path: PathBuf, identity: PathBuf) -> Result<(), Stop> {
    let identities = sealed::identities(&identity).map_err(Stop::usage)?;
    let proof = prove(path, identities).await.map_err(Stop::found)?;
    for line in described(&proof) {
        println!("{line}");
    }
    losses(&proof.manifest.losses)
}

/// What a backup says of itself, in lines.
pub(super) fn described(proof: &Proof) -> Vec<String> {
    let Proof { head, manifest } = proof;
    let contents = &manifest.contents;
    let office = match (&head.office, &head.credit_code, &head.mode) {
        (Some(name), Some(code), Some(mode)) => format!("{name} ({code}, {mode})"),
        _ => "a database without an office".to_owned(),
    };
    let schema = head.schema.last().map_or("none", String::as_str);
    vec![
        format!("the backup is whole: {office}, made {} by guijia {}", head.made_at, head.program),
        format!("  schema up to {schema}"),
        format!(
            "  {} cases with {} events, {} chains of the office's log, {} rows of the access log",
            contents.rows("case_key"),
            contents.rows("event"),
            contents.rows("office_log_head"),
            contents.rows("access_log")
        ),
        format!(
            "  {} files of {} bytes, {} keys",
            contents.files.count, contents.bytes, contents.keys.count
        ),
    ]
}
