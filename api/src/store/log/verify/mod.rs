//! Compares everything that says what is true with a chain: events with their hashes, rows with the
//! events or with the office's log, the access log with its seals, numbers with what they were given to.
//!
//! Everything is read in one transaction that cannot write, so that work going on meanwhile is no
//! finding. A part that cannot be read is a finding and keeps no other part from being looked at.

mod access;
pub mod heads;
mod integrity;
mod keys;
mod log;
mod numbers;
mod readable;
mod rows;
pub mod soundness;

use workflow::CaseId;

use readable::noted;

use super::events;
use super::keys::any as any_key;
use crate::clock::written;
use crate::secret::OfficeSecret;
use crate::store::cases::History;
use crate::store::cases::rebuild::{self, Fault, Finding, name_of};
use crate::store::{Reader, StoreError};

/// What was found, and what an auditor should know besides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What is not wrong, but bounds what the check shows.
    pub remarks: Vec<String>,
}

/// Checks a database. Without the office's secret the rows under keyed hashes are not compared.
pub async fn verify<R: Reader>(
    reader: &R,
    secret: Option<&OfficeSecret>,
) -> Result<Report, StoreError> {
    let mut report = Report::default();
    let Report { findings, remarks } = &mut report;
    integrity::check(reader, findings, remarks).await?;
    let chains = check_chains(reader, findings).await;
    noted("event", chains, findings)?;
    let chains_are_whole = findings.is_empty();
    let log = log::read(reader, findings).await;
    if let Some(mut log) = noted("office_log", log, findings)? {
        remarks.extend(log.began.as_ref().map(|(at, older)| {
            let at = written(*at);
            format!("the office's log begins on {at}; {older} rows are older and were taken in as they stood")
        }));
        let compared = rows::check(reader, &mut log, findings).await;
        noted("office_log", compared, findings)?;
        let unsealed = access::check_rows(reader, &mut log, findings).await;
        let unsealed = noted("access_log", unsealed, findings)?.unwrap_or(0);
        remarks.push(format!("{unsealed} rows of the access log are newer than its newest seal"));
        let heads = access::check_heads(reader, &log, findings).await;
        noted("event", heads, findings)?;
        let lost = access::check_lost_cases(reader, &log, findings).await;
        noted("case_key", lost, findings)?;
    }
    let kept = keys::check(reader, findings, remarks).await;
    noted("data_key", kept, findings)?;
    let folded = check_cases(reader, secret, chains_are_whole, findings, remarks).await;
    noted("case_row", folded, findings)?;
    Ok(report)
}

/// Re-hashes every event of every case. Needs no key.
async fn check_chains(reader: &impl Reader, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    for damaged in events::check_all(reader).await? {
        findings.push(Finding {
            place: name_of(reader, &damaged.case_id).await?,
            fault: Fault::Chain(damaged.damage),
        });
    }
    Ok(())
}

/// Folds every case once and compares its rows and the numbers it bears.
async fn check_cases<R: Reader>(
    reader: &R,
    secret: Option<&OfficeSecret>,
    chains_are_whole: bool,
    findings: &mut Vec<Finding>,
    remarks: &mut Vec<String>,
) -> Result<(), StoreError> {
    if crate::store::office::find(reader).await?.is_none() {
        remarks.push("no office has been founded here".to_owned());
        return Ok(());
    }
    let can_open = reader.keys().masters().is_some() || !any_key(reader).await?;
    if !can_open {
        remarks.push(
            "the office's master keys are not at hand: no case was opened, and neither rows nor numbers \
             were compared with what events say"
                .to_owned(),
        );
        return Ok(());
    }
    let mut used = numbers::Used::default();
    let take = |case_id: CaseId, history: &History| used.take(case_id, history);
    let of_rows = match secret {
        Some(secret) => rebuild::check(reader, secret, take).await?,
        None => {
            remarks.push(
                "the office's secret is not at hand: the rows that events make were not compared"
                    .to_owned(),
            );
            rebuild::check_without_secret(reader, take).await?
        }
    };
    // Of a case whose chain is damaged enough is said.
    let of_chains: Vec<String> = findings
        .iter()
        .filter(|finding| matches!(finding.fault, Fault::Chain(_)))
        .map(|finding| finding.place.clone())
        .collect();
    findings.extend(of_rows.into_iter().filter(|finding| !of_chains.contains(&finding.place)));
    if chains_are_whole {
        findings.extend(used.compare(reader).await?);
    }
    Ok(())
}
