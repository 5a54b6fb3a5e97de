//! The log of heads as `verify` looks at it: by itself, against what was kept elsewhere, and as what the
//! chains of the database are compared with.

use std::path::PathBuf;

use super::stop::Stop;
use crate::clock::written;
use crate::config::Config;
use crate::heads::against::{self, Kept};
use crate::heads::folder::{Contents, Folder};
use crate::heads::leaf::Leaf;
use crate::heads::note::{Signer, Use, Verifier};
use crate::secret::{OfficeSecret, heads_key};
use crate::store::cases::rebuild::Finding;
use crate::store::log::verify::heads::{check_heads_outside, outside};
use crate::store::{Reader, StoreError};

/// The log of heads.
pub(super) struct Outside {
    leaves: Vec<Leaf>,
    findings: Vec<Finding>,
    /// What bounds the comparison.
    pub(super) remark: String,
}

impl Outside {
    /// Reads the log. That there is none is a finding where it was asked for.
    pub(super) fn read(
        config: &Config,
        against: &[PathBuf],
        is_asked_for: bool,
    ) -> Result<Outside, Stop> {
        let kept = kept(against)?;
        let folder = Folder::at(config.heads_directory());
        let path = folder.path().display().to_string();
        if !folder.exists() {
            let words = format!("there is no log of heads in {path}");
            let is_missed = is_asked_for || !kept.is_empty();
            let findings =
                is_missed.then(|| outside(format!("{words}: it was removed, or never begun")));
            let findings = findings.into_iter().collect();
            let remark = format!("{words}: nothing outside the database was compared");
            return Ok(Outside { leaves: Vec::new(), findings, remark });
        }
        let held = folder.hold_still().map_err(Stop::failed)?;
        let contents = folder.contents().map_err(Stop::failed)?;
        let key = folder.key().map_err(Stop::failed)?;
        drop(held);
        let is_empty = contents == Contents::default();
        let key_fault = key_fault(config, key.as_ref()).filter(|_| !is_empty);
        let mut faults: Vec<String> = key_fault.into_iter().collect();
        faults.extend(against::faults(&contents, key.as_ref(), &kept));
        let findings = faults.into_iter().map(outside).collect();
        let remark = remark(&contents);
        Ok(Outside { leaves: contents.leaves, findings, remark })
    }

    /// What is found, with the chains of a database.
    pub(super) async fn compare(
        &self,
        reader: &impl Reader,
        secret: Option<&OfficeSecret>,
    ) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.findings.clone();
        findings.extend(check_heads_outside(reader, &self.leaves, secret).await?);
        Ok(findings)
    }
}

fn kept(against: &[PathBuf]) -> Result<Vec<Kept>, Stop> {
    let mut all = Vec::new();
    for path in against {
        let from = path.display().to_string();
        let bytes =
            std::fs::read(path).map_err(|error| Stop::failed(format!("{from}: {error}")))?;
        let kept = against::kept_in(&from, &bytes);
        all.extend(
            kept.ok_or_else(|| Stop::failed(format!("{from}: there is no checkpoint in it")))?,
        );
    }
    Ok(all)
}

/// Whether the key beside the log is that of the office, as far as whoever verifies may know it.
fn key_fault(config: &Config, key: Option<&Verifier>) -> Option<String> {
    let Some(key) = key else {
        return Some("the public key beside it is gone".to_owned());
    };
    let document = heads_key::load(&config.key_directory()).ok().flatten()?;
    let own = Signer::new(&document, &key.name, Use::Note)?;
    let words = "the public key beside it is not that of the office, so another wrote it";
    (own.verifier() != key).then(|| words.to_owned())
}

fn remark(contents: &Contents) -> String {
    let sealed = contents.leaves.last().map_or_else(
        || "nothing is sealed outside the database yet".to_owned(),
        |leaf| {
            format!("what came after {} is not sealed outside the database yet", written(leaf.at))
        },
    );
    let witnesses = contents.cosigned.len();
    format!(
        "{sealed}; {} checkpoints, {witnesses} of them cosigned by witnesses",
        contents.checkpoints.len()
    )
}
