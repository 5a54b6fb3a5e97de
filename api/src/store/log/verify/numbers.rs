//! Compares each running series with what was numbered from it, year by year.
//!
//! Everything is counted by events. A registration entered late drew no number; a number that was
//! passed over because a late entry bears it counts as used.

use std::collections::BTreeMap;

use chrono::Datelike;
use workflow::CaseId;
use workflow::case::Procedure;
use workflow::identity::writing::compared_number;
use workflow::law::numbers::{Series, series_of};

use crate::store::cases::History;
use crate::store::cases::rebuild::{Fault, Finding};
use crate::store::connection::statement::statement;
use crate::store::{Reader, StoreError, office};

/// What was numbered, and which case bears which certificate number.
#[derive(Debug, Default)]
pub(super) struct Used {
    counts: BTreeMap<(&'static str, i64), i64>,
    bearers: BTreeMap<String, CaseId>,
}

impl Used {
    /// Counts what the events of a case were given.
    pub(super) fn take(&mut self, case_id: CaseId, history: &History) {
        let procedure = history.case.procedure;
        for entry in &history.entries {
            let Some(series) = series_of(&entry.event, procedure) else { continue };
            *self.counts.entry((series.word(), i64::from(entry.on.year()))).or_default() += 1;
        }
        if matches!(procedure, Procedure::Formation | Procedure::LateEntry) {
            let number = history.case.certificate_number();
            self.bearers.extend(number.map(|number| (compared_number(number), case_id)));
        }
    }

    /// Compares what was counted with the stored series.
    pub(super) async fn compare(
        mut self,
        reader: &impl Reader,
    ) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let skipped = self.skipped(reader, &mut findings).await?;
        let division = office::load(reader).await?.office.division.0;
        let certificate = Series::Certificate.word();
        let mut certificates = (0, self.total(certificate) + skipped);
        // As text: the table of series has no entity, since every writer raises a row by one statement.
        let text = "SELECT office, series, year, last FROM number_series ORDER BY series, year";
        for row in reader.query_all_raw(statement(reader, text, [])).await? {
            let series: String = row.try_get("", "series")?;
            let (year, given): (i64, i64) = (row.try_get("", "year")?, row.try_get("", "last")?);
            if row.try_get::<String>("", "office")? != division {
                findings.push(of_series(
                    &series,
                    year,
                    "number_series.office is another office".to_owned(),
                ));
            }
            let known = self.counts.keys().find(|key| key.0 == series && key.1 == year).copied();
            let used = known.and_then(|key| self.counts.remove(&key)).unwrap_or(0);
            // In which year a passed-over number fell its row does not say, so those are added up.
            let fits = if series == certificate { used <= given } else { used == given };
            if series == certificate {
                certificates.0 += given;
            }
            if !fits {
                findings.push(Finding {
                    place: format!("{series} {year}"),
                    fault: Fault::Series { given, used },
                });
            }
        }
        for ((series, year), used) in self.counts {
            findings.push(Finding {
                place: format!("{series} {year}"),
                fault: Fault::Series { given: 0, used },
            });
        }
        let (given, used) = certificates;
        if given != used {
            let fault = Fault::Series { given, used };
            findings.push(Finding { place: certificate.to_owned(), fault });
        }
        Ok(findings)
    }

    fn total(&self, series: &str) -> i64 {
        self.counts.iter().filter(|(key, _)| key.0 == series).map(|(_, count)| count).sum()
    }

    /// Counts the numbers that were passed over. Each must be borne by the case its row names.
    async fn skipped(
        &self,
        reader: &impl Reader,
        findings: &mut Vec<Finding>,
    ) -> Result<i64, StoreError> {
        // As text, for the same reason.
        let text = "SELECT number, skipped_for FROM certificate_number \
                    WHERE skipped_for IS NOT NULL ORDER BY number";
        let mut skipped = 0;
        for row in reader.query_all_raw(statement(reader, text, [])).await? {
            let number: String = row.try_get("", "number")?;
            let named: String = row.try_get("", "skipped_for")?;
            skipped += 1;
            if self.bearers.get(&number).map(ToString::to_string) != Some(named) {
                let words = "certificate_number.skipped_for names a case that does not bear the \
                             number";
                findings.push(Finding { place: number, fault: Fault::Other(words.to_owned()) });
            }
        }
        Ok(skipped)
    }
}

fn of_series(series: &str, year: i64, words: String) -> Finding {
    Finding { place: format!("series {series} {year}"), fault: Fault::Other(words) }
}
